"""What can go wrong with an OPA server, in words."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
import urllib3
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAY_PASS = frozenset({429, 502, 503, 504})  # what servers and proxies answer that are starting or busy

_LONGEST = 300  # characters of what a server says that are shown
_HINTS = {
    401: "give a token that the server accepts: --opa-token-file, or the variable OPA_TOKEN",
    403: "the server's own policy (system.authz) refuses it: give another token, or ask who runs the server",
    404: "the URL may lack a path, or belong to something else than OPA",
    413: "the server takes only smaller documents: raise server.decoding.max_length in its configuration",
}
_REACHABLE = "check --opa-url, and that the server runs and can be reached from here"
_TRUSTED = "give the authority that signed the server's certificate with --opa-ca, or have it renewed"
_TLS = "check the scheme and port of --opa-url, and whether the server wants a client certificate: --opa-cert"
_OLD = "use OPA 1.0 or later"
_NOT_OPA = "check --opa-url: this may be a proxy or another program"


class ServerError(Exception):
    """The server gave no usable answer."""

    def __init__(self, cause: str, hint: str = "", *, may_pass: bool = False, is_late: bool = False) -> None:
        super().__init__(cause)
        self.cause = cause
        self.hint = hint
        self.may_pass = may_pass  # whether asking again may help
        self.is_late = is_late  # whether it was still at work when the time was over


class MissingError(ServerError):
    """What was asked for is not there."""


class Complaint(Struct, frozen=True, kw_only=True):
    """What OPA says of a policy."""

    message: str
    module: str = ""  # its id on the server; "": not told
    row: int | None = None  # None: not told
    column: int | None = None  # None: not told


class PolicyError(Exception):
    """The server works, and finds a policy wrong, when it is loaded or when it is evaluated."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def refuse_old(version: str) -> None:
    """Raise for a version before 1.0, which takes the policies for Rego v0 and finds them all wrong."""
    if version.partition(".")[0] == "0":
        raise ServerError(f"it is OPA {version}, which does not read Rego v1 as tfcheck's policies are written", _OLD)


def refuse(response: requests.Response, **_: Any) -> None:
    """Raise what is wrong with an answer, before the client looks at it; of 404, it makes an error itself."""
    status = response.status_code
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if 300 <= status < 400:  # noqa: PLR2004 - redirects
        place = urlsplit(response.headers.get("Location", ""))
        wanted = f"{place.scheme}://{place.hostname}" if place.hostname else "another path"
        raise ServerError(f"it redirects to {wanted}, which is not followed", "give the address behind it as --opa-url")
    if status in (200, 404) and kind != "application/json":
        raise ServerError(f"it answers {kind or 'something'} where OPA answers JSON (status {status})", _NOT_OPA)
    if status in (200, 204) or (status == 404 and response.request.method != "POST"):  # noqa: PLR2004 - not found
        return
    told = _told(response)
    if (complaint := _complaint(told)) is not None:
        raise PolicyError(complaint)
    message = str(told.get("message", ""))[:_LONGEST] or f"a page of the type {kind or 'unknown'}, which is not OPA's"
    hint = _HINTS.get(status, "see the server's log")
    if "bundle" in message:
        hint = "its bundles own all paths: use the policies that it has with --opa-preloaded, or another server"
    raise ServerError(f"it answers {status}: {message}", hint, may_pass=status in MAY_PASS)


def server_error(error: Exception) -> ServerError:
    """What an error of the client or of the library below it means."""
    causes = list(_causes(error))
    if isinstance(error, requests.Timeout):
        return ServerError("it does not answer in time", "raise opa_timeout, or see why it is slow", is_late=True)
    if isinstance(error, ValueError):  # which a JSONDecodeError is
        return ServerError("its answer is not JSON", _NOT_OPA)
    return _tls_error(causes) or _connection_error(causes) or _error_of_kind(error)


def _tls_error(causes: Sequence[BaseException]) -> ServerError | None:
    errors = [cause for cause in causes if isinstance(cause, ssl.SSLError)]
    for error in errors:
        if isinstance(error, ssl.SSLCertVerificationError):
            return ServerError(f"its certificate is not accepted: {error.verify_message}", _TRUSTED)
    if not errors:
        return None
    reason = next((error.reason for error in errors if error.reason), "refused")
    return ServerError(f"no TLS connection: {reason.replace('_', ' ').lower()}", _TLS)


def _connection_error(causes: Sequence[BaseException]) -> ServerError | None:
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return ServerError("no such host", _REACHABLE)
    if any(isinstance(cause, urllib3.exceptions.IncompleteRead) for cause in causes):
        return ServerError("the connection was cut in the middle of its answer", _REACHABLE, may_pass=True)
    reasons = (cause.strerror for cause in causes if isinstance(cause, OSError) and cause.strerror)
    reason = next(reasons, None)
    return None if reason is None else ServerError(reason.lower(), _REACHABLE, may_pass=True)


def _error_of_kind(error: Exception) -> ServerError:
    if isinstance(error, requests.ConnectionError | requests.exceptions.ChunkedEncodingError):
        return ServerError("the connection was closed without an answer", _REACHABLE, may_pass=True)
    return ServerError(f"it cannot be spoken to ({type(error).__name__})", _REACHABLE)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that it wraps: libraries keep causes in `args` and `reason` too."""
    waiting: list[Any] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, BaseException) and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [*each.args, getattr(each, "reason", None), each.__cause__, each.__context__]


def _told(response: requests.Response) -> dict[str, Any]:
    try:
        told = response.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _complaint(told: dict[str, Any]) -> Complaint | None:
    """What is said of a policy; None where something else is wrong."""
    errors = told.get("errors")
    for error in errors if isinstance(errors, list) else ():
        if isinstance(error, dict) and str(error.get("code", "")).startswith(("rego_", "eval_")):
            place = error.get("location") or {}
            return Complaint(
                message=str(error.get("message", "")),
                module=str(place.get("file", "")),
                row=place.get("row"),
                column=place.get("col"),
            )
    return None
