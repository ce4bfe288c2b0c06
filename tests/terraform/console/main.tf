# What the recorded expressions refer to. Nothing of it is ever applied, so the resource is unknown.
resource "terraform_data" "new" {}

variable "secret" {
  type      = string
  default   = "hunter2"
  sensitive = true
}

locals {
  names  = ["a", "b", "c"]
  people = { ann = { age = 30, tags = ["x"] }, bob = { age = 25, tags = [] } }
  empty  = null
}

locals {
  plain = <<EOT
a
%{ for x in [1,2] ~}

   - ${x}
   %{~ endfor ~}
   end
EOT
  flush = <<-EOT
    a
    %{ if true ~}
      b
    %{ endif ~}
    ${1}
      ${~ 2 ~}
    c
  EOT
}
