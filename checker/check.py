"""The use case: checks documents against policies and reports.

The engine's process takes as long to start, and to parse the policies, as it takes to import what reads them and
the documents. So the process is started first, is given its program next, and the rest is imported meanwhile.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from checker import __version__, shipped
from checker.engines.choice import engine_maker
from checker.engines.protocol import Program
from checker.inputs import Inputs, find_inputs, refuse_no_source
from checker.model import Document, Location, PolicyRun, Problem, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.catalogue import Catalogue
    from checker.engines.protocol import Engine
    from checker.inputs import Input
    from checker.model import Policy
    from checker.reading import Reading
    from checker.settings import Settings


class _Outcome(Struct, frozen=True, kw_only=True):
    """What came of one input."""

    document: Document | None = None  # None: it could not be read, or is of no concern
    runs: tuple[PolicyRun, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def is_looked_at(self) -> bool:
        """Whether there is a document, or a reason why there is none."""
        return self.document is not None or bool(self.problems)


class Step(Struct, frozen=True, kw_only=True):
    """What is being done."""

    file: str
    number: int  # of the file, from 1
    files: int  # how many there are
    policies: int = 0  # that it is being judged by; 0: it is being read


def check(settings: Settings, progress: Callable[[Step], None] = lambda _: None) -> Report:
    """Check every file of `settings` with every selected policy.

    `progress` is told each step before it is taken. Trouble with one file or one policy is in
    the report; raises `UsageError` where the settings themselves cannot be.
    """
    with ExitStack() as stack:
        inputs = inputs_of(settings)
        refuse_no_source(settings.source)
        make_engine = engine_maker(settings)
        engines = [_engine(make_engine, stack)]
        from checker.catalogue import read_catalogue  # noqa: PLC0415 - the process is starting

        catalogue = read_catalogue(shipped.policies(), settings.policy_dirs, shipped.schemas() / "policy/metadata.json")
        policies = selected(catalogue, settings)
        program = program_of(catalogue, policies, settings)
        engines += [_engine(make_engine, stack) for _ in range(min(settings.jobs, len(inputs.files)) - 1)]
        for engine in engines:
            engine.load(program)
        from checker.reading import read_document  # noqa: PLC0415 - the process is parsing the policies

        read = partial(
            read_document,
            target=settings.target,
            secret_attributes=shipped.secret_attributes(),
            misfits=_asks_for_misfits(program),
        )
        outcomes = _outcomes(inputs.files, policies, engines, read, settings, progress)
        description = max((engine.description for engine in engines), key=len)  # one may have had nothing to do
    from checker.waivers import attach, inline_waivers  # noqa: PLC0415 - as above

    documents = tuple(outcome.document for outcome in outcomes if outcome.document is not None)
    inline, complaints = inline_waivers(documents, _names(catalogue))
    runs, unused = attach(_in_order(outcomes), (*settings.waivers, *inline), settings.started.date())
    return Report(
        version=__version__,
        started=settings.started,
        engine=description,
        policy_digest=_digest(program),
        documents=documents,
        runs=runs,
        # A plan and a state beside it may have the same sources, and so the same mistakes in them.
        problems=tuple(dict.fromkeys((*catalogue.problems, *_problems(inputs, outcomes), *complaints))),
        unused_waivers=unused,
        notes=(*_notes(inputs), *(note for outcome in outcomes for note in outcome.notes)),
        is_idle=settings.changed and not inputs.files,
        uncovered_types=_uncovered(documents, policies),
    )


def inputs_of(settings: Settings) -> Inputs:
    """What is to be looked at. Raises `UsageError`."""
    if not settings.changed:
        return find_inputs(settings.files)
    from checker.inputs.changed import find_changed  # noqa: PLC0415 - few runs are told what changed
    from checker.sources.bundles.project import included  # noqa: PLC0415 - as above

    return find_changed(settings.files, included)


def selected(catalogue: Catalogue, settings: Settings) -> tuple[Policy, ...]:
    """The policies that these settings run, with the severities that the user gives them."""
    from checker.catalogue.select import select, with_severities  # noqa: PLC0415 - as above
    from checker.waivers import refuse_unknown_policies  # noqa: PLC0415 - as above

    refuse_unknown_policies(settings.waivers, _names(catalogue))
    return select(
        with_severities(catalogue.policies, settings.severities),
        select=settings.select,
        skip=settings.skip,
        sets=settings.sets,
        minimum_severity=settings.minimum_severity,
    )


def _names(catalogue: Catalogue) -> set[str]:
    """Every id that a policy has or had."""
    return {name for policy in catalogue.policies for name in policy.names}


def program_of(catalogue: Catalogue, policies: Sequence[Policy], settings: Settings) -> Program:
    """What the engine needs for these policies: their modules, those they refer to, and the data."""
    from checker.catalogue.parameters import validate_parameters  # noqa: PLC0415 - as above

    packages = tuple(policy.package for policy in policies)
    needs = catalogue.library.needs(packages)
    needed = {file for files in needs.values() for file in files}
    parameters = validate_parameters(settings.parameters, catalogue.policies)
    given = catalogue.library.data.get("tfcheck", {})
    data = {**catalogue.library.data, "tfcheck": {**given, "parameters": parameters}}
    modules = [module for module in catalogue.library.modules if module.file in needed]
    return Program(
        modules={module.file: module.text for module in modules},
        trusted=frozenset(module.file for module in catalogue.library.modules if module.is_shipped),
        imported={module.file: module.outline.imported for module in modules if module.outline},
        packages=packages,
        needs=needs,
        data=msgspec.json.encode(data),
    )


def _engine(make: Callable[[], Engine], stack: ExitStack) -> Engine:
    engine = make()
    stack.callback(engine.close)
    return engine


def _outcomes(
    files: Sequence[Input],
    policies: Sequence[Policy],
    engines: Sequence[Engine],
    read: Callable[..., Reading],
    settings: Settings,
    progress: Callable[[Step], None],
) -> list[_Outcome]:
    """What came of each file, in the order given; as many at once as there are engines."""

    def outcome(numbered: tuple[int, Input], engine: Engine) -> _Outcome:
        number, file = numbered
        step = Step(file=file.file, number=number, files=len(files))
        progress(step)
        reading = read(file.file, root_module=file.root_module, configuration=settings.configuration)
        if reading.document is not None:
            progress(replace(step, policies=len(policies)))
        return _outcome(file, reading, policies, engine, settings)

    numbered = list(enumerate(files, start=1))
    if len(engines) == 1:
        return [outcome(each, engines[0]) for each in numbered]
    from checker.parallel import map_with  # noqa: PLC0415 - threads are not needed for one file

    return map_with(outcome, numbered, engines)


def _outcome(file: Input, reading: Reading, policies: Sequence[Policy], engine: Engine, settings: Settings) -> _Outcome:
    from checker.evaluate import evaluate  # noqa: PLC0415 - as above
    from checker.locating import locate  # noqa: PLC0415 - as above

    if reading.document is None:
        is_of_no_concern = file.is_searched and not reading.is_recognised
        if not is_of_no_concern:
            return _Outcome(problems=reading.problems)
        return _Outcome(notes=reading.problems if file.root_module else ())
    runs = evaluate(reading.document, policies, engine)
    located = locate(reading.document, runs, source=settings.source, cache=settings.configuration.cache)
    document, runs = reading.document, located.runs
    if settings.evidence:
        from checker.evidence import with_evidence  # noqa: PLC0415 - for few reports

        document, runs = with_evidence(document, runs)
    # It was judged; of large states the text is most of the memory.
    kept = replace(document, text=b"", waivers=(*document.waivers, *located.waivers))
    placed = tuple(replace(run, document=kept) for run in runs)
    problems = (*reading.problems, *located.problems)
    return _Outcome(document=kept, runs=placed, problems=problems, notes=located.notes)


def _in_order(outcomes: Sequence[_Outcome]) -> list[PolicyRun]:
    """All runs by policy; those of one policy in the order of the files."""
    return sorted((run for outcome in outcomes for run in outcome.runs), key=lambda run: run.policy.id)


def _problems(inputs: Inputs, outcomes: Sequence[_Outcome]) -> Iterator[Problem]:
    """Those of the files, and a folder in which nothing was looked at: that is not a clean folder."""
    looked_at = []
    for file, outcome in zip(inputs.files, outcomes, strict=True):
        yield from outcome.problems
        if outcome.is_looked_at:
            looked_at.append(file)
    for folder in inputs.folders:
        if not any(file.is_in(folder) for file in looked_at):
            hint = "name the file itself, or write one: terraform show -json tfplan > plan.json"
            location = Location(file=folder)
            message = "no plan, state or configuration in this folder was looked at"
            yield Problem(stage="read", message=message, hint=hint, location=location)


def _notes(inputs: Inputs) -> Iterator[Problem]:
    """Changed files with values of variables whose root module was not found."""
    for file in inputs.unplaced:
        hint = f"name the root module that it is for: tfcheck FOLDER --var-file {file}"
        message = "not looked at: there is no configuration beside it, nor in a folder above"
        yield Problem(stage="read", message=message, hint=hint, location=Location(file=file))


def _asks_for_misfits(program: Program) -> bool:
    """Whether some policy looks at where resources are not as their provider's schema says; few do."""
    return any("misfits" in text for text in program.modules.values())


def _digest(program: Program) -> str:
    from hashlib import sha256  # noqa: PLC0415 - OpenSSL is slow to load

    digest = sha256()
    for file in sorted(program.modules):
        digest.update(program.modules[file].encode())
    digest.update(program.data)
    return digest.hexdigest()


def _uncovered(documents: Sequence[Document], policies: Sequence[Policy]) -> tuple[str, ...]:
    covered = {type_ for policy in policies for type_ in policy.resource_types}
    met = {resource.type for document in documents for resource in document.resources if resource.mode == "managed"}
    return tuple(sorted(met - covered))
