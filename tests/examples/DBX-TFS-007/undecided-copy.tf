# A value that is sensitive elsewhere.
#: --apply
#: only state

variable "password" {
  type      = string
  sensitive = true
  default   = "hunter2-invented"
}

output "password" {
  value     = var.password
  sensitive = true
}

resource "terraform_data" "copy" {
  input = nonsensitive(var.password)
}
