"""Which texts have the form of a credential."""

from __future__ import annotations

import json

import pytest

from checker import credentials

# Every one of these is invented; they are put together here so that no scanner takes them for real.
HEX = "0123456789abcdef"
CREDENTIALS = {
    "databricks_token": "dapi" + HEX * 2,
    "databricks_token with a version": "dapi" + HEX * 2 + "-2",
    "databricks_oauth_secret": "dose" + HEX * 2,
    "aws_access_key_id": "AKIA" + "IOSFODNN7EXAMPLE",
    "aws_access_key_id of a session": "ASIA" + "IOSFODNN7EXAMPLE",
    "private_key": "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----",
    "json_web_token": "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0.abc",
    "github_token": "ghp_" + HEX * 3,
    "github_token, fine-grained": "github_pat_" + HEX * 2,
    "slack_token": "xoxb-" + HEX,
    "hugging_face_token": "hf_" + HEX * 2,
    "openai_api_key": "sk-proj-" + HEX * 2,
    "google_api_key": "AIza" + HEX * 2 + "abc",
    "entra_client_secret": "abc8Q~" + HEX * 2 + "abc",
}


def without(text: str) -> tuple[str, list[str]]:
    names: list[str] = []

    def mask(_: str, name: str) -> str:
        names.append(name)
        return "…"

    return credentials.without(text, mask), names


@pytest.mark.parametrize("name", CREDENTIALS)
@pytest.mark.parametrize("around", ["{}", "x {} y", "\n{}\n", '"{}"', "a/{}?", "é{}é"])
def test_a_credential_is_taken_out_of_the_text_around_it(name: str, around: str) -> None:
    text = around.format(CREDENTIALS[name])
    assert without(text) == (around.format("…"), [name.partition(" ")[0].rstrip(",")])
    assert credentials.may_hold(json.dumps({"a": text}, ensure_ascii=False).encode())


@pytest.mark.parametrize(
    ("text", "left", "name"),
    [
        ("AccountName=a;AccountKey=YWJj==;x", "AccountName=a;AccountKey=…;x", "azure_storage_account_key"),
        ("SharedAccessKey=YWJj=", "SharedAccessKey=…", "azure_storage_account_key"),
        ("https://a.net/x?sv=1&sig=abcdefghijklmnopqrst%3D&e", "https://a.net/x?sv=1&sig=…&e", "azure_sas_signature"),
        ("Authorization: Bearer abcdefghij0123456789", "Authorization: Bearer …", "bearer_token"),
        ("postgres://user:p%40ss@host:5432/db", "postgres://user:…@host:5432/db", "url_password"),
        ("https://user:pa\\ss@host", "https://user:…@host", "url_password"),
        ("jdbc:x://host;UID=u;PWD=abc;y", "jdbc:x://host;UID=u;PWD=…;y", ""),
        ("x?user=a&password=abc&y", "x?user=a&password=…&y", ""),
        ("x?client_secret=abcdefgh&y", "x?client_secret=…&y", ""),
    ],
)
def test_of_an_assignment_only_the_value_goes(text: str, left: str, name: str) -> None:
    assert without(text) == (left, [name])
    assert credentials.may_hold(json.dumps(text).encode())


@pytest.mark.parametrize(
    "text",
    [
        "dapi",
        "dapifoundation-service",
        "the sk-learn-pipeline-of-this-team-name",
        "task-key-with-a-long-name-0123456789abcdef",
        "PWD=/databricks/driver",
        "password={{secrets/scope/key}}",
        "password=$PASSWORD",
        "password=***",
        "https://host/path:with@sign",
        "https://user@host/path",
        "docker://library/ubuntu:22.04@sha256:abc",
        "registry://ubuntu:22.04@sha256:abc",
        "abfss://container@account.dfs.core.windows.net/path",
        "Bearer token",
        "token",
    ],
)
def test_what_is_no_credential_stays(text: str) -> None:
    assert without(text) == (text, [])


def test_a_letter_of_an_escape_does_not_hide_a_credential() -> None:
    text = json.dumps({"a": "line\n" + CREDENTIALS["databricks_token"]})
    assert "\\ndapi" in text
    assert credentials.may_hold(text.encode())
