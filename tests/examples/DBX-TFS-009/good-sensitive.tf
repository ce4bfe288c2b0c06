# A secret output that is marked.
#: --apply

variable "password" {
  type      = string
  sensitive = true
  default   = "hunter2-invented"
}

output "password" {
  value     = var.password
  sensitive = true
}
