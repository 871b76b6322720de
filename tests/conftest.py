"""Run the real command in this process, as `runlift ...` would, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings
from tests.postgres import Cluster, programs

from runlift.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]

# What lands is decided by the same examples every time; new ones are looked for on developers' machines.
# No test depends on how fast the machine is.
settings.register_profile("look", deadline=None)
settings.register_profile("decide", deadline=None, derandomize=True)
settings.load_profile("decide" if os.environ.get("CI") else "look")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended.

    Attributes:
        code: Exit code.
        out: Standard output.
        err: Standard error.
    """

    code: int
    out: str
    err: str

    @property
    def faults(self) -> list[str]:
        """The lines that tell an error."""
        return [line for line in self.err.splitlines() if line.startswith("error: ")]


class Runlift(Protocol):
    """Runs the command with these words."""

    def __call__(self, *words: str | Path) -> Ended:
        """Run it."""


@pytest.fixture(scope="session", autouse=True)
def no_diary_of_the_developer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the diary of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("RUNLIFT_DATABASE", raising=False)
        yield


@pytest.fixture
def runlift(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runlift:
    def run(*words: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["runlift", *(str(word) for word in words)])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        captured = capsys.readouterr()
        return Ended(code=code if isinstance(code, int) else -1, out=captured.out, err=captured.err)

    return run


@pytest.fixture(scope="session")
def runlift_process() -> Runlift:
    """The command in a process of its own, for at most a minute of a busy machine."""

    def run(*words: str | Path) -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "runlift.cli.main", *(str(word) for word in words)],
            check=False,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
        return Ended(code=ended.returncode, out=ended.stdout, err=ended.stderr)

    return run


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """A PostgreSQL server; where there is none, only the tests that decide what lands may not do without."""
    folder = programs()
    if folder is None:
        told = "PostgreSQL is not installed: on Debian, apt-get install postgresql"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    cluster = Cluster(folder)
    yield cluster
    cluster.stop()


@pytest.fixture
def postgres_url(postgres_cluster: Cluster) -> str:
    """The URL of an empty database."""
    return postgres_cluster.new_database()
