"""A proxy before an OPA server that does to answers what networks, proxies and other servers do."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from contextlib import suppress

_HEAD_END = b"\r\n\r\n"


def answer(status, body=b"{}", kind="application/json", more=""):
    """A whole HTTP answer; the connection ends with it."""
    head = f"HTTP/1.1 {status} Because\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n"
    return head.encode() + more.encode() + b"\r\n" + body


class Proxy:
    """Listens on a port of its own, and hands on what it is asked, as long as nothing else is said.

    `act(connection, request, count)` may answer itself, and then returns True; `count`: of such requests before.
    `path`: which requests that is asked for; others are handed on.
    """

    def __init__(self, upstream=None, act=None, *, path="/v1/query", tls=None):
        self._upstream = upstream  # (host, port); None: there is none
        self._act = act
        self._path = path
        self._tls = tls  # (certificate, key); None: plain HTTP
        self.requests = []  # the first line of each
        self.counted = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.scheme = "https" if tls else "http"
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def url(self):
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def close(self):
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _listen(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with suppress(OSError), connection, self._secured(connection) as secured:
            while request := _read(secured):
                if not self._handle(secured, request):
                    return

    def _secured(self, connection):
        if not self._tls:
            return connection
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self._tls)
        secured = context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        try:
            secured.do_handshake()
        except OSError:
            secured.close()
            raise
        return secured

    def _handle(self, connection, request):
        """Whether the connection goes on."""
        line = request.split(b"\r\n", 1)[0].decode()
        self.requests.append(line)
        if self._act is not None and self._path in line:
            count, self.counted = self.counted, self.counted + 1
            if self._act(connection, request, count):
                return False
        if self._upstream is None:
            connection.sendall(answer(500))
            return False
        with socket.create_connection(self._upstream) as upstream:
            upstream.sendall(request)
            connection.sendall(_read(upstream))
        return True


def _read(connection):
    """One request or answer, whole; empty at the end."""
    data = b""
    while _HEAD_END not in data:
        part = connection.recv(1 << 16)
        if not part:
            return b""
        data += part
    head, _, body = data.partition(_HEAD_END)
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    if fields.get(b"transfer-encoding") == b"chunked":
        while not body.endswith(b"0\r\n\r\n"):
            body += connection.recv(1 << 16)
    else:
        while len(body) < int(fields.get(b"content-length", 0)):
            body += connection.recv(1 << 16)
    return head + _HEAD_END + body


def says(*arguments, **more):
    """What answers so each time."""
    return lambda connection, *_: connection.sendall(answer(*arguments, **more)) or True


def cut(connection, *_):
    """End the connection without a word."""
    connection.shutdown(socket.SHUT_RDWR)
    return True


def half(connection, *_):
    """End the connection in the middle of an answer."""
    connection.sendall(answer(200, b'{"result": [{"answers": {' + b" " * 1000)[:-500])
    return True


def silent(*_):
    """Take the request, and never answer."""
    time.sleep(30)
    return True


def drops(connection, *_):
    """Send a byte now and then, so that something always comes."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n")
    with suppress(OSError):
        for _ in range(100):
            connection.sendall(b" ")
            time.sleep(0.3)
    return True


def only(times, act):
    """The fault that passes after so many times."""
    return lambda connection, request, count: count < times and act(connection, request, count)
