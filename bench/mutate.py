"""Change the safety check in one place at a time; its own tests must notice each change.

    make mutate
    .venv-mutate/bin/python bench/mutate.py loads history --quick    (two modules, no tests of others)

The changes are those of mutmut. They are made in memory while the modules are imported, and the tests are
collected once; each change is then tried in a child process of its own: the tests of its module, the vectors,
then all others, quick ones first. A change that no test notices has to be explained in
`tests/domain/safety/equivalent_mutants.json`: why it changes nothing that could be noticed. The command fails
while any is not explained, or when fewer than 95 of 100 are killed.
"""

from __future__ import annotations

import gc
import json
import os
import re
import signal
import sys
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass, field
from difflib import ndiff
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest
from mutmut.mutation import trampoline
from mutmut.mutation.file_mutation import mutate_file_contents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import CodeType

HERE = Path(__file__).resolve().parent.parent
PACKAGE = "runlift.domain.safety"
VECTORS = "test_vectors.py"
TESTS = HERE / "tests" / "domain" / "safety"
EXPLAINED = TESTS / "equivalent_mutants.json"
LEAST_KILLED = 95  # of 100
QUIETLY = ("-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov")
CPU_S = 20  # for one test, after which a change is taken for an endless loop
NOTHING = 0
NOTICED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change.

    Attributes:
        name: Name of the function with the change in it.
        module: Name of the module, without the package.
        function: Function or method it changes.
        change: Lines it takes away (`-`) and puts in (`+`).
    """

    name: str
    module: str
    function: str
    change: str


@dataclass(slots=True)
class Mutating(MetaPathFinder):
    """Imports the modules of the package with all their changes in them, switched off."""

    sources: dict[str, str] = field(default_factory=dict)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:  # noqa: ANN401
        """Find a module as usual, and let it be loaded changed when it is one of the package."""
        if not name.startswith(f"{PACKAGE}."):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = Changed(name, spec.origin)
        return spec


class Changed(SourceFileLoader):
    """Loads a module with all its changes in it."""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  the import system's own
        """Compile the changed source."""
        return compile(changed_source(Path(self.path)), self.path, "exec", dont_inherit=True)


def changed_source(path: Path) -> str:
    """Return the source of a module with all its changes in it."""
    return str(mutate_file_contents(str(path), path.read_text(encoding="utf-8")).code)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield the changes of a module."""
    made = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
    lines = made.code.splitlines()
    spans = made.line_span_by_function_name
    for name in made.mutant_names:
        base = name.rpartition("__mutmut_")[0]
        before, after = (_lines_of(lines, spans[each]) for each in (f"{base}__mutmut_orig", name))
        yield Mutant(
            name=name,
            module=path.stem,
            function=base.removeprefix("x_").removeprefix("xǁ").replace("ǁ", "."),
            change="\n".join(each for each in _difference(before, after)),
        )


def _lines_of(lines: Sequence[str], span: Any) -> list[str]:  # noqa: ANN401  mutmut's own
    return [line.strip() for line in lines[span.start - 1 : span.end]]


def _difference(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Yield the lines that differ; the first, the name of the function, differs always."""
    for line in ndiff(
        [one for one in before if "__mutmut_" not in one], [one for one in after if "__mutmut_" not in one]
    ):
        if line[0] in "+-":
            yield line


@dataclass(slots=True)
class Trial:
    """Tries the changes once pytest has collected the tests.

    Attributes:
        mutants: The changes.
        jobs: Children at a time.
        path: Where what became of each is written, a line each.
        quick: Whether only the tests of a change's own module and the vectors are run.
        killed: Changes that a test noticed.
        survived: Changes that none did.
    """

    mutants: Sequence[Mutant]
    jobs: int
    path: Path
    quick: bool
    killed: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)

    def pytest_sessionstart(self) -> None:
        """Let the property tests think of the same for every change; none need find the simplest failure."""
        from hypothesis import HealthCheck, Phase, settings  # noqa: PLC0415  after pytest has begun

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile(
            "mutate",
            derandomize=True,
            database=None,
            deadline=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        )
        settings.load_profile("mutate")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every change in a child of its own."""
        seconds = durations(session)
        read_vectors(session)
        gc.freeze()  # what is there already is then not copied into every child
        running: dict[int, Mutant] = {}
        for mutant in self.mutants:
            while len(running) >= self.jobs:
                self._await(running)
            running[_tried(session, mutant, seconds, quick=self.quick)] = mutant
        while running:
            self._await(running)
        return True

    def _await(self, running: dict[int, Mutant]) -> None:
        pid, status = os.wait()
        mutant = running.pop(pid)
        survived = os.waitstatus_to_exitcode(status) == NOTHING
        (self.survived if survived else self.killed).append(mutant)
        line = {"module": mutant.module, "name": mutant.name, "survived": survived, "change": mutant.change}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read_vectors(session: pytest.Session) -> None:
    """Read the plans of the published vectors once, not once for each change."""
    module = next(item.module for item in session.items if item.path.name == VECTORS)  # type: ignore[attr-defined]
    for number in range(len(module.VECTORS)):
        module.plan_of(number)


def durations(session: pytest.Session) -> dict[str, float]:
    """Return how long each test takes without any change [s]; ends everything when one fails."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        with os.fdopen(writing, "w") as out:
            json.dump({item.nodeid: _duration(session, item) for item in session.items}, out)
        os._exit(NOTHING)
    os.close(writing)
    with os.fdopen(reading) as read:
        told = read.read()
    if os.waitpid(pid, 0)[1] != NOTHING:
        sys.exit("the tests fail without any change")
    seconds: dict[str, float] = json.loads(told)
    print(f"{len(seconds)} tests, {sum(seconds.values()):.1f} s", file=sys.stderr)
    return seconds


def _duration(session: pytest.Session, item: pytest.Item) -> float:
    begun = perf_counter()
    if is_noticed_by(session, item):
        os._exit(NOTICED)
    return perf_counter() - begun


def _tried(session: pytest.Session, mutant: Mutant, seconds: Mapping[str, float], *, quick: bool) -> int:
    """Start the child that tries a change; return its process id."""
    pid = os.fork()
    if pid:
        return pid
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    switch_on(mutant)
    for item in ordered(session.items, mutant.module, seconds, quick=quick):
        signal.setitimer(signal.ITIMER_VIRTUAL, CPU_S)
        if is_noticed_by(session, item):
            os._exit(NOTICED)
    os._exit(NOTHING)


def ordered(
    items: Sequence[pytest.Item], module: str, seconds: Mapping[str, float], *, quick: bool
) -> list[pytest.Item]:
    """Return the tests in the order in which they notice a change soonest: of its module, vectors, others."""
    first = [f"test_{module}.py", VECTORS]
    places = {name: place for place, name in enumerate(first)}
    wanted = [one for one in items if not quick or one.path.name in places]
    return sorted(wanted, key=lambda one: (places.get(one.path.name, len(first)), seconds[one.nodeid]))


def switch_on(mutant: Mutant) -> None:
    """Let a function do what its change does, wherever it is known."""
    module = sys.modules[f"{PACKAGE}.{mutant.module}"]
    kind, _, name = mutant.function.rpartition(".")
    there = vars(getattr(module, kind) if kind else module)
    function, changed = there[name], there[mutant.name]
    function.__code__ = changed.__code__
    function.__defaults__, function.__kwdefaults__ = changed.__defaults__, changed.__kwdefaults__


def is_noticed_by(session: pytest.Session, item: pytest.Item) -> bool:
    """Run a test and tell whether it fails."""
    item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
    return session.testsfailed > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why some changes cannot be noticed.

    Attributes:
        where: Module and function, or a pattern of both.
        line: What the changed line must look like, as a pattern.
        why: Why it changes nothing that could be noticed.
    """

    where: str
    line: str
    why: str

    def covers(self, mutant: Mutant) -> bool:
        """Tell whether it speaks of a change."""
        put_in = [line[2:] for line in mutant.change.splitlines() if line.startswith("+")]
        here = re.fullmatch(self.where, f"{mutant.module}.{mutant.function}")
        return bool(here) and all(re.fullmatch(self.line, line) for line in put_in)


def explained() -> list[Explained]:
    """Return why each change that cannot be noticed cannot."""
    return [Explained(**each) for each in json.loads(EXPLAINED.read_text(encoding="utf-8"))]


def told(trial: Trial, known: Sequence[Explained]) -> bool:
    """Print what came of it and tell whether that is enough."""
    unexplained = [one for one in trial.survived if not any(each.covers(one) for each in known)]
    for one in unexplained:
        print(f"{one.module}.{one.function}\n{one.change}\n")
    for module, tried in sorted(Counter(one.module for one in trial.mutants).items()):
        survived = sum(one.module == module for one in trial.survived)
        print(f"{module}: {tried} tried, {tried - survived} killed")
    tried, killed = len(trial.mutants), len(trial.killed)
    percent = 100 * killed / max(tried, 1)
    print(
        f"{tried} tried, {killed} killed ({percent:.1f} %), "
        f"{tried - killed - len(unexplained)} explained, {len(unexplained)} unexplained"
    )
    return percent >= LEAST_KILLED and not unexplained


def main() -> int:
    """Make the changes, try them, tell what came of it."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", help="such as loads; all of the check when none is named")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--to", type=Path, default=HERE / "mutants.jsonl")
    parser.add_argument("--quick", action="store_true", help="run a module's own tests and the vectors only")
    arguments = parser.parse_args()
    folder = HERE / "src" / Path(*PACKAGE.split("."))
    paths = [path for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
    wanted = [path for path in paths if not arguments.modules or path.stem in arguments.modules]
    mutants = [one for path in wanted for one in mutants_of(path)]
    trial = Trial(mutants, arguments.jobs, arguments.to, arguments.quick)
    os.chdir(HERE)
    sys.path.insert(0, str(HERE))
    sys.meta_path.insert(0, Mutating())
    trampoline.wrap_in_trampoline = lambda _mutants: lambda function: function
    pytest.main([*QUIETLY, str(TESTS)], plugins=[trial])
    return 0 if told(trial, explained()) else 1


if __name__ == "__main__":
    sys.exit(main())
