"""Knows the forms that credentials have, and takes them out of texts.

Sources: https://docs.databricks.com/en/dev-tools/auth/pat.html (dapi),
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (AKIA, ASIA), RFC 7468,
https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string (AccountKey),
https://learn.microsoft.com/azure/storage/common/storage-sas-overview (sig), RFC 7519 (eyJ),
https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github,
RFC 6750 (Bearer), RFC 3986 section 3.2.1 (user:password@host).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from ahocorasick_rs import BytesAhoCorasick, Implementation
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

# What stands for a secret that is kept elsewhere, or for none: a reference, a variable, stars.
_NO_LITERAL = r"(?!\{\{|\$|%|<|\*|\(sensitive value )"


class _Form(Struct, frozen=True):
    """One form; where its pattern has a group, that group is the secret, else all of it is."""

    name: str  # "": only the name before it says that it is secret, and may be wrong
    literals: tuple[str, ...]  # one of them must occur; searched for first, since it is fast
    pattern: str  # compiled when one was found: most runs see none of most forms


_FORMS = (
    _Form("databricks_token", ("dapi",), r"(?<![0-9A-Za-z])dapi(?=[a-zA-Z]*[0-9])[0-9a-zA-Z][0-9a-zA-Z-]{7,}"),
    _Form("databricks_oauth_secret", ("dose",), r"(?<![0-9A-Za-z])dose[0-9a-f]{32}(?![0-9a-z])"),
    _Form("aws_access_key_id", ("AKIA", "ASIA"), r"(?<![0-9A-Za-z])A[KS]IA[0-9A-Z]{16}(?![0-9A-Z])"),
    _Form(
        "private_key",
        ("PRIVATE KEY",),
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)",
    ),
    _Form(
        "azure_storage_account_key",
        ("AccountKey=", "AccessKey="),
        rf"(?:AccountKey|SharedAccessKey)=({_NO_LITERAL}[^;\s\"]+)",
    ),
    _Form("azure_sas_signature", ("sig=",), r"\bsig=([0-9A-Za-z%+/=]{20,})"),
    _Form("json_web_token", ("eyJ",), r"(?<![0-9A-Za-z])eyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]*"),
    _Form("github_token", ("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), r"(?<![0-9A-Za-z])gh[pousr]_[0-9A-Za-z]{36,}"),
    _Form("github_token", ("github_pat_",), r"(?<![0-9A-Za-z])github_pat_[0-9A-Za-z_]{22,}"),
    _Form("slack_token", ("xox",), r"(?<![0-9A-Za-z])xox[abeoprs]-[0-9A-Za-z-]{10,}"),
    _Form("hugging_face_token", ("hf_",), r"(?<![0-9A-Za-z])hf_[0-9A-Za-z]{30,}"),
    _Form("openai_api_key", ("sk-",), r"(?<![0-9A-Za-z])sk-(?=[0-9A-Za-z_-]*[0-9])[0-9A-Za-z_-]{20,}"),
    _Form("google_api_key", ("AIza",), r"(?<![0-9A-Za-z])AIza[0-9A-Za-z_-]{35}"),
    _Form("entra_client_secret", ("8Q~",), r"(?<![0-9A-Za-z])[0-9A-Za-z_~.-]{3}8Q~[0-9A-Za-z_~.-]{31,}"),
    _Form("bearer_token", ("Bearer ",), r"\bBearer ([0-9A-Za-z._~+/-]{20,}=*)"),
    _Form(
        "",
        ("pwd=", "PWD=", "Pwd=", "password=", "Password=", "PASSWORD="),
        rf"(?i:(?<![a-z])(?:password|pwd))=({_NO_LITERAL}(?![/.~])[^;&\s\"',]+)",
    ),
    _Form(
        "",
        ("client_secret=", "access_token=", "api_key="),
        rf"\b(?:client_secret|access_token|api_key)=({_NO_LITERAL}[^;&\s\"',]{{8,}})",
    ),
    _Form("url_password", ("://",), rf"://[^/\s:@\"]*:({_NO_LITERAL}[^@/\s\"]+)@(?!sha256:)"),
)


_FORM_OF_LITERAL = tuple(number for number, form in enumerate(_FORMS) for _ in form.literals)
LITERALS = tuple(literal.encode() for form in _FORMS for literal in form.literals)
"""One of them is in every text that holds a credential."""
_search = BytesAhoCorasick(LITERALS, implementation=Implementation.DFA)
_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{4}|.)")


def may_hold(text: bytes) -> bool:
    """Whether some string in this JSON text holds a credential; seldom true of a text without any."""
    found = _search.find_matches_as_indexes(text, overlapping=True)
    if not found:
        return False
    if b"\\" in text:  # an escape ends with a letter, behind which nothing would seem to begin
        text = _ESCAPE.sub(lambda escape: b"~" if escape[0] == b"\\\\" else b" ", text)
    plain = text.decode()
    return any(re.search(form.pattern, plain) for form in _forms(found))


def without(text: str, mask: Callable[[str, str], str]) -> str:
    """The text with each credential in it replaced by `mask(credential, name of its form)`."""
    found = _search.find_matches_as_indexes(text.encode("utf-8", "surrogatepass"), overlapping=True)
    for form in _forms(found):
        text = re.sub(form.pattern, partial(_masked, mask=mask, name=form.name), text)
    return text


def _forms(found: list[tuple[int, int, int]]) -> list[_Form]:
    """The forms whose literals were found, each once, in the order in which they are tried."""
    return [_FORMS[number] for number in sorted({_FORM_OF_LITERAL[literal] for literal, _, _ in found})]


def _masked(match: re.Match[str], mask: Callable[[str, str], str], name: str) -> str:
    group = match.lastindex or 0
    start, end = match.start(group) - match.start(), match.end(group) - match.start()
    return f"{match[0][:start]}{mask(match[group], name)}{match[0][end:]}"
