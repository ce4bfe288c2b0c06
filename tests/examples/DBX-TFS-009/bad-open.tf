# A token in an output that is not marked.
#: --apply

output "endpoint" {
  value = "dapi0123456789abcdef0123456789abcdef"
}
