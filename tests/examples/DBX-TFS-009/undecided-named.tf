# An output that is called a secret.
#: --apply

output "client_secret" {
  value = "hunter2-invented"
}
