"""What tidies up on a server goes on by itself when it is not waited for."""

from __future__ import annotations

import gc
import os
import signal
import socket

import pytest

from checker.engines.opa import remover
from checker.engines.opa.address import Address


# As it is said in Python: the warning comes where nobody catches it, and pytest turns it into a failure.
@pytest.mark.filterwarnings("error")
def test_one_that_takes_long_is_left_alone_and_nothing_warns_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remover, "_SHORT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = Address(host="127.0.0.1", port=silent.getsockname()[1])
        tidying = remover.Remover(address, "tfcheck_test", 3)
        pid = tidying._process.pid
        try:
            tidying.remove(is_waiting=False)
            os.kill(pid, 0)  # it runs
            del tidying
            gc.collect()
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
