"""Everything that one check depends on, gathered before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from checker.model import Severity, Waiver

# Policy sets that tfcheck knows, and whom each is for. Policies of a project's own may have others.
SETS = {
    "baseline": "everything: what runs when no set is chosen",
    "strict": "those who want more than everybody agrees on",
    "llmops": "projects that train and serve models",
    "production": "what runs in production",
    "cost": "those who watch what it costs",
}
DEFAULT_SETS = ("baseline",)


class OpaSettings(Struct, frozen=True, kw_only=True):
    """How to reach OPA, or to start it. "" is: not given."""

    url: str = ""  # of a server that runs; "": one is started for the run
    binary: str = ""  # the program to start; "": opa on PATH
    token: str = ""
    authority: str = ""  # file with the certificates to trust
    certificate: str = ""  # file with the client's certificate
    key: str = ""  # file with its private key
    timeout: float | None = None  # seconds for one answer; None: the limit of time
    preloaded: bool = False  # whether the server has the policies, and nothing is uploaded

    def __repr__(self) -> str:
        """Without the token."""
        return f"OpaSettings(url={self.url!r}, binary={self.binary!r})"


class ConfigurationSettings(Struct, frozen=True, kw_only=True):
    """What configurations and bundles are evaluated with, and where parsed files are kept."""

    variables: tuple[tuple[str, str], ...] = ()  # ("var", "name=value") and ("var-file", path); later ones win
    environment: Mapping[str, str] = {}  # name → text of TF_VAR_name
    bundle_environment: Mapping[str, str] = {}  # name → text of BUNDLE_VAR_name
    workspace: str | None = None  # None: nothing says
    cache: str | None = None  # folder; None: nothing is kept

    def __repr__(self) -> str:
        """Without the values of variables."""
        return f"ConfigurationSettings(workspace={self.workspace!r})"


class Settings(Struct, frozen=True, kw_only=True):
    """What to check, with which policies, within which limits. Edges such as the clock are passed in."""

    files: tuple[str, ...]  # paths; - is standard input
    started: datetime  # with time zone; its date decides which waivers have expired
    changed: bool = False  # the files changed: what they belong to is checked, and what belongs to nothing is not
    policy_dirs: tuple[str, ...] = ()  # beside the policies that tfcheck ships
    select: tuple[str, ...] = ()  # ids, globs, groups; empty: the policies of `sets`
    skip: tuple[str, ...] = ()
    sets: tuple[str, ...] = DEFAULT_SETS
    minimum_severity: Severity | None = None  # None: policies of every severity
    target: str | None = None  # None: taken from the document
    parameters: Mapping[str, Mapping[str, Any]] = {}
    severities: Mapping[str, Severity] = {}
    waivers: tuple[Waiver, ...] = ()
    jobs: int = 1  # documents evaluated at once
    time_limit: float = 120.0  # seconds that all policies together may take for one document
    memory_limit: int = 4 * 1024**3  # bytes that the evaluating process may use
    source: str | None = None  # what plans and states were made from; None: looked for at them
    configuration: ConfigurationSettings = field(default_factory=ConfigurationSettings)
    engine: str = "embedded"
    evidence: bool = False  # whether the report has the values at findings, and what resources refer to
    opa: OpaSettings = field(default_factory=OpaSettings)
