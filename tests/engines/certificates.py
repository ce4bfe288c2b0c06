"""Certificates for one test, made by the program openssl."""

from __future__ import annotations

import subprocess
from typing import NamedTuple

_NEW_KEY = "-newkey rsa:2048 -nodes"


class Authority(NamedTuple):
    """Signs certificates."""

    folder: object
    certificate: str
    key: str


def authority(folder):
    """An authority of its own."""
    certificate, key = str(folder / "ca.pem"), str(folder / "ca.key")
    _run(f"req -x509 {_NEW_KEY} -subj /CN=test -days 2", keyout=key, out=certificate)
    return Authority(folder, certificate, key)


def signed(by, name, *, names="IP:127.0.0.1", dates=()):
    """(certificate, key), signed by an authority. `dates`: from and until, as openssl takes them."""
    certificate, key = str(by.folder / f"{name}.pem"), str(by.folder / f"{name}.key")
    request, extensions = str(by.folder / f"{name}.csr"), by.folder / f"{name}.ext"
    extensions.write_text(f"subjectAltName={names}\n")
    _run(f"req -new {_NEW_KEY} -subj /CN={name}", keyout=key, out=request)
    if dates:
        _sign_with_dates(by, request, certificate, extensions, dates)
    else:
        signer = {"CA": by.certificate, "CAkey": by.key, "extfile": extensions}
        _run("x509 -req -CAcreateserial -days 2", out=certificate, **{"in": request}, **signer)
    return certificate, key


def _sign_with_dates(by, request, certificate, extensions, dates):
    """`openssl x509` takes dates only in new versions; `openssl ca` always did."""
    (by.folder / "index").write_text("")
    (by.folder / "serial").write_text("01\n")
    configuration = by.folder / "ca.cnf"
    configuration.write_text(
        f"[ca]\ndefault_ca = d\n[d]\nnew_certs_dir = {by.folder}\ndatabase = {by.folder}/index\n"
        f"serial = {by.folder}/serial\ndefault_md = sha256\npolicy = p\n[p]\ncommonName = supplied\n"
    )
    signer = {"cert": by.certificate, "keyfile": by.key, "extfile": extensions, "config": configuration}
    first, last = dates
    _run("ca -batch -notext", startdate=first, enddate=last, out=certificate, **{"in": request}, **signer)


def _run(command, **files):
    given = [part for option, file in files.items() for part in (f"-{option}", str(file))]
    subprocess.run(["openssl", *command.split(), *given], check=True, capture_output=True)
