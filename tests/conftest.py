"""What all tests have in common."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that writes golden reports and the verdicts of examples again."""
    parser.addoption("--golden", action="store_true", help="write what is compared with again; read it as a diff")


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers; all tests run in CI, `-m "not slow"` is for work in between."""
    config.addinivalue_line("markers", "slow: takes more than ten seconds, and may install packages")


@pytest.fixture(scope="session")
def is_rewriting(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--golden"))
