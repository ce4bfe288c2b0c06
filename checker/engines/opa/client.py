"""Speaks with one OPA server, through opa-python-client."""

from __future__ import annotations

import gzip
import json
import random
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import requests
from opa_client.errors import DeleteDataError, DeletePolicyError, PolicyNotFoundError, RegoParseError
from opa_client.opa import OpaClient
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

from checker.engines.opa.faults import Complaint, MissingError, PolicyError, ServerError, refuse, server_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.engines.opa.address import Address

T = TypeVar("T")

_PAUSES = (0.2, 0.5, 1.0, 2.0)  # seconds before asking again: a server that is restarted is back by then
_SPREAD = 0.2  # of a pause, so that many runs do not come back at one moment
_CONNECTING = 10.0  # seconds at most
_LEAST = 0.1  # seconds for one attempt
_CONNECTIONS = 256  # as many documents as may be evaluated at once
_WORTH_COMPRESSING = 1 << 14  # bytes


class _UnixConnection(HTTPConnection):
    """HTTP over a unix socket, which requests does not speak."""

    def __init__(self, path: str, timeout: Any) -> None:
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        if isinstance(self.timeout, int | float):
            self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class _UnixPool(HTTPConnectionPool):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", maxsize=_CONNECTIONS)
        self._path = path

    def _new_conn(self) -> Any:
        return _UnixConnection(self._path, self.timeout.connect_timeout)


class _UnixAdapter(HTTPAdapter):
    def __init__(self, path: str) -> None:
        super().__init__(max_retries=0)
        self._pool = _UnixPool(path)

    def get_connection_with_tls_context(self, *_: Any, **__: Any) -> Any:
        return self._pool

    def close(self) -> None:
        self._pool.close()
        super().close()


class _Client(OpaClient):  # type: ignore[misc] # the library has no types
    """The library's client, where it falls short."""

    def __init__(self, address: Address, timeout: float) -> None:
        self._address = address
        super().__init__(
            host=address.host,
            port=address.port,
            # As the library is written this is also the file with the authorities; False would be plain HTTP.
            ssl=(address.authority or True) if address.is_tls else False,
            cert=(address.certificate, address.key) if address.key else address.certificate or None,
            token=address.token or None,
            retries=0,  # the library also asks again after 500, and not after a lost connection
            timeout=(min(_CONNECTING, timeout), timeout),  # its own is 1.5 seconds, less than a large plan needs
        )
        self.root_url = f"{address.url}/v1"  # the library knows neither paths before it nor IPv6

    def _init_session(self) -> requests.Session:
        session: requests.Session = super()._init_session()
        session.trust_env = False  # a proxy or ~/.netrc could send the token and the plan elsewhere
        session.hooks["response"] = [refuse]  # the library parses pages of proxies as JSON, and loses the status
        adapter = (
            _UnixAdapter(self._address.socket)
            if self._address.socket
            else HTTPAdapter(max_retries=0, pool_maxsize=_CONNECTIONS)
        )
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        if self._address.is_local:
            session.headers["Accept-Encoding"] = "identity"
        return session

    def query(self, query: str, document: bytes, limit: float) -> bytes:
        """`ad_hoc_query` with a document that is JSON text already, and that is sent also where it is empty."""
        body = b'{"query":%s,"input":%s}' % (json.dumps(query).encode(), document)
        headers = {"Content-Type": "application/json"}
        if not self._address.is_local and len(body) > _WORTH_COMPRESSING:
            body, headers["Content-Encoding"] = gzip.compress(body, 1), "gzip"
        url = f"{self.root_url}/query"
        response = self._session.post(url, data=body, headers=headers, timeout=(min(_CONNECTING, limit), limit))
        return bytes(response.content)

    def is_healthy(self) -> bool:
        """`check_health`, which takes any answer of 200 for it, of a server behind a path too."""
        self._session.get(f"{self._address.url}/health", timeout=self.timeout)
        return True


class Server:
    """A server that is given time, and asked again where that may help; raises `ServerError` and `PolicyError`."""

    def __init__(self, address: Address, *, timeout: float, is_patient: bool = True) -> None:
        """`timeout`: seconds for each request but questions; `is_patient`: whether to ask again."""
        self.address = address
        self._timeout = timeout
        self._is_patient = is_patient
        self._late: set[threading.Event] = set()  # of requests that nobody waits for any more; set at their end
        self._client = _Client(address, timeout)

    def version(self) -> str:
        """The version of OPA; empty where the server does not tell it."""
        try:
            labels = self._do(self._client.get_config)["result"]["labels"]
        except (ServerError, PolicyError, KeyError, TypeError):
            return ""
        return str(labels.get("version", ""))

    def is_up(self, limit: float) -> bool:
        """Whether it answers at all, within seconds."""
        try:
            return self._within(limit, self._client.is_healthy)
        except (ServerError, PolicyError):
            return False

    def put_module(self, id_: str, text: str) -> None:
        """Add a policy, or replace it. The library would rewrite Rego of version 0 without saying so."""
        self._do(lambda: self._client.update_policy_from_string(text, id_, rego_compat=False))

    def module_tree(self, id_: str) -> Any:
        """The syntax tree of a policy."""
        return self._do(lambda: self._client.get_policy(id_))["result"].get("ast")

    def delete_module(self, id_: str) -> None:
        """Remove a policy; nothing happens where it is not there."""
        with suppress(MissingError):
            self._do(lambda: self._client.delete_policy(id_))

    def put_data(self, path: str, data: dict[str, Any]) -> None:
        """Put data there in place of what there is."""
        self._do(lambda: self._client.update_or_create_data(data, path))

    def delete_data(self, path: str) -> None:
        """Remove it; nothing happens where it is not there."""
        with suppress(MissingError):
            self._do(lambda: self._client.delete_data(path))

    def ask(self, query: str, document: bytes, limit: float) -> bytes:
        """The answer, JSON text, to a query about a document. `limit`: seconds for all attempts together."""
        return self._do(lambda: self._client.query(query, document, limit), limit)

    @property
    def is_free(self) -> bool:
        """Whether nobody gave up on it, and it is not at work for this process."""
        return self._is_patient and all(ended.is_set() for ended in self._late)

    def give_up(self) -> None:
        """Ask only once from now on: the server was given its time."""
        self._is_patient = False

    def close(self) -> None:
        """Close the connections."""
        self._client.close_connection()

    def _do(self, call: Callable[[], T], limit: float | None = None) -> T:
        """What the call returns, within the time for it, after as many attempts as may help."""
        limit = self._timeout if limit is None else limit
        end = time.monotonic() + limit
        pauses = iter(_PAUSES if self._is_patient else ())
        while True:
            try:
                return self._within(max(end - time.monotonic(), _LEAST), call)
            except ServerError as error:
                pause = next(pauses, None)
                if not error.may_pass or pause is None or time.monotonic() + pause >= end:
                    raise
            time.sleep(pause * random.uniform(1 - _SPREAD, 1 + _SPREAD))  # noqa: S311 - not for secrecy

    def _within(self, limit: float, call: Callable[[], T]) -> T:
        """What the call returns, within so many seconds; the thread ends with the process or with the connection.

        The library's timeout is one for each read: a server that sends a byte now and then is never late.
        """
        outcome: list[T] = []
        errors: list[Exception] = []
        ended = threading.Event()  # not `join`: after Ctrl-C, Python 3.11 takes a thread that runs for one that ended

        def work() -> None:
            try:
                outcome.append(call())
            except Exception as error:  # noqa: BLE001 - raised again in the thread that waits
                errors.append(error)
            finally:
                ended.set()

        self._late.add(ended)
        threading.Thread(target=work, daemon=True).start()
        if not ended.wait(limit):
            raise server_error(requests.Timeout())
        self._late.discard(ended)
        if errors:
            raise _translated(errors[0]) from errors[0]
        return outcome[0]


def _translated(error: Exception) -> Exception:
    if isinstance(error, DeletePolicyError | DeleteDataError | PolicyNotFoundError):
        return MissingError("it does not have what was uploaded")
    if isinstance(error, RegoParseError):
        return PolicyError(Complaint(message=str(error.message)))
    if isinstance(error, requests.RequestException | json.JSONDecodeError):
        return server_error(error)
    return error
