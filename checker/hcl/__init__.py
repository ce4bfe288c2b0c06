"""Reads the syntax of Terraform's configuration language into a tree with places; evaluates nothing."""

from __future__ import annotations

from checker.hcl.errors import HclError, MissingExtraError
from checker.hcl.json_syntax import parse_json
from checker.hcl.many import read_sources
from checker.hcl.parsing import parse
from checker.hcl.sources import Source, read_source

__all__ = ["HclError", "MissingExtraError", "Source", "parse", "parse_json", "read_source", "read_sources"]
