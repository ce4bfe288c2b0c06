# What a replacement left behind.
#: --apply
#: only state
#: set state:/resources/0/instances/1 {"deposed":"0a1b2c3d","schema_version":0,"attributes":{"id":"0f0e0d0c-0000-4000-8000-000000000000","input":null,"output":null,"triggers_replace":null},"sensitive_attributes":[]}

resource "terraform_data" "one" {}
