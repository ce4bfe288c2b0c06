"""Where an OPA server is, and how it is spoken to."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.settings import OpaSettings

_PORTS = {"http": 80, "https": 443}
_EXAMPLE = "give a URL such as https://opa.example.com:8181 or unix:///run/opa.sock"


class Address(Struct, frozen=True, kw_only=True):
    """One server. Messages name it by `str()`, in which there is no secret."""

    host: str
    port: int
    path: str = ""  # before /v1, where the server is behind something that adds it
    is_tls: bool = False
    socket: str = ""  # path of a unix socket, in place of host and port; "": none
    token: str = ""
    authority: str = ""  # file with the certificates that are trusted; "": those that Python requests brings
    certificate: str = ""  # file with the client's own certificate; "": none
    key: str = ""  # file with its private key; "": it is in the file of the certificate

    def __repr__(self) -> str:
        """Without the token."""
        return f"Address({self})"

    def __str__(self) -> str:
        return f"unix://{self.socket}" if self.socket else self.url

    @property
    def url(self) -> str:
        """What requests are sent to; behind a unix socket, the host means nothing."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_tls else 'http'}://{host}:{self.port}{self.path}"

    @property
    def is_local(self) -> bool:
        """Whether what is sent stays on this machine, where compressing it costs more than it saves."""
        if self.socket or self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


def address_of(settings: OpaSettings) -> Address:
    """The address that the user gives. Raises `UsageError` where it cannot be one."""
    for option, file in (
        ("--opa-ca", settings.authority),
        ("--opa-cert", settings.certificate),
        ("--opa-key", settings.key),
    ):
        if file and not Path(file).is_file():
            raise UsageError(f"{option} {file}: no such file", "name a file in PEM form")
    if settings.key and not settings.certificate:
        raise UsageError("--opa-key needs --opa-cert", "give the certificate that the key belongs to")
    url = _split(settings.url)
    is_tls = url.scheme == "https"
    if not is_tls and (settings.authority or settings.certificate):
        raise UsageError(f"--opa-ca and --opa-cert need an https URL, not {url.scheme}", "write https://…")
    return Address(
        host=url.hostname or "localhost",
        port=url.port if url.port is not None else _PORTS.get(url.scheme, 80),
        path="" if url.scheme == "unix" else url.path.rstrip("/"),
        is_tls=is_tls,
        socket=url.path if url.scheme == "unix" else "",
        token=settings.token,
        authority=settings.authority,
        certificate=settings.certificate,
        key=settings.key,
    )


def _split(text: str) -> SplitResult:
    """The parts of the URL; no message repeats one that may hold a password."""
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError as error:
        raise UsageError("--opa-url: not a URL", _EXAMPLE) from error
    if url.username is not None or url.password is not None:
        raise UsageError("--opa-url: holds a user or password", "give a token with --opa-token-file or OPA_TOKEN")
    if url.query or url.fragment:
        raise UsageError("--opa-url: has a query or fragment", _EXAMPLE)
    is_complete = bool(url.path and not url.hostname) if url.scheme == "unix" else bool(url.hostname)
    if url.scheme not in (*_PORTS, "unix") or not is_complete or port == 0:
        raise UsageError(f"--opa-url {text}: not the URL of a server", _EXAMPLE)
    return url
