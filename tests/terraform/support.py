"""Configurations of one test, as policies see them and as Terraform plans them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from checker import shipped
from checker.settings import ConfigurationSettings
from checker.sources import read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Document

TERRAFORM = shutil.which("terraform")


def write(folder: Path, **files: str) -> Path:
    """Write files; `main` is main.tf, and `a__b` a/b.tf."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.tf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def document(folder: Path, **settings: Any) -> Document:
    """The document of a root module."""
    return read_folder(
        str(folder),
        target=None,
        secret_attributes=shipped.secret_attributes(),
        settings=ConfigurationSettings(**settings),
    )


def resources(read: Document) -> dict[str, dict[str, Any]]:
    """Address → what policies see of a resource."""
    tree = json.loads(read.text)["resources"]
    return {address: each for by_address in tree.values() for address, each in by_address.items()}


def problems(read: Document, folder: Path) -> list[str]:
    """Each problem with its place, from the folder on."""
    return [f"{each.location}: {each.message}".removeprefix(f"{folder.as_posix()}/") for each in read.problems]


def terraform(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    if TERRAFORM is None:
        pytest.skip("needs Terraform")
    settings = folder / "terraform.rc"
    settings.touch()
    environment = {**os.environ, "CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": str(settings)}
    command = [TERRAFORM, f"-chdir={folder}", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def planned(folder: Path) -> dict[str, Any]:
    for arguments in (("init", "-input=false"), ("plan", "-input=false", "-out=tfplan")):
        done = terraform(folder, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
    tree: dict[str, Any] = json.loads(terraform(folder, "show", "-json", "tfplan").stdout)
    return tree
