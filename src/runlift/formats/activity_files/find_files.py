"""Finding what is to be read: files, those of folders, and those of archives and of archives in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from runlift.domain.quantity import Finding
from runlift.formats.activity.wire import finding_of
from runlift.formats.activity_files.findings import (
    defect,
    no_file,
    not_unpacked,
    passed_over,
    too_deep,
    too_much,
)
from runlift.formats.activity_files.folder import files_in
from runlift.formats.child_process.worker import Question, ReaderDefectError, TooMuchError
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.formats.child_process.pool import WorkerPool

MOST_UNPACKED = 8_000_000_000  # bytes that the files of one archive may come to
LONG_CLOCK_S = 1_800.0  # for exports of gigabytes, whose processor time is given anew with every part
MOST_INNER_ARCHIVES = 200
TABLE = ".csv"
STREAMED = frozenset({".xml", ".json"})
_ARCHIVE = ".zip"
_ACTIVITIES = frozenset({".fit", ".gpx", ".tcx", ".gz"})
_SUMMARIES = "summarizedactivities"
_CLINICAL = "_cda"
_NEAR_THE_TOP = 2  # parts of a name: the exports of one service lie in a folder of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to be read.

    Attributes:
        path: The file, or the archive it lies in.
        name: Its name for people.
        key: Its place in the folder or archive, by which a table names it.
        root: The folder or archive that the table lies in.
        index: Its place in the archive; None for a file of its own.
    """

    path: Path
    name: str
    key: PurePosixPath
    root: str
    index: int | None = None

    @property
    def suffix(self) -> str:
        """Ending of the name, in small letters."""
        return self.key.suffix.lower()


@dataclass(slots=True, kw_only=True)
class Found:
    """What is to be read, and what was told on the way to it.

    Attributes:
        tasks: The files.
        told: Name and finding of what cannot be read, or was passed over.
    """

    tasks: list[Task] = field(default_factory=list)
    told: list[tuple[str, Finding]] = field(default_factory=list)


class Finder:
    """Looks for files of activities."""

    def __init__(self, pool: WorkerPool, folder: Path) -> None:
        self._pool = pool
        self._folder = folder
        self._inner = 0
        self._unpacked = 0
        self._found = Found()

    def find(self, paths: Iterable[Path]) -> Found:
        """Return what is to be read; archives in archives are unpacked into the folder of the finder."""
        for path in paths:
            self._find(path)
        return self._found

    def _find(self, path: Path) -> None:
        if path.is_dir():
            for each in files_in(path):
                if isinstance(each, Finding):
                    self._tell(str(path), each)
                else:
                    self._add(each, each.relative_to(path).as_posix(), root=str(path))
        elif path.is_file():
            self._add(path, path.name, root=str(path.parent))
        else:
            self._tell(str(path), no_file())

    def _add(self, path: Path, name: str, *, root: str) -> None:
        if path.suffix.lower() == _ARCHIVE:
            self._look_into(path, name, depth=1)
        else:
            task = Task(path=path, name=shown(name), key=PurePosixPath(name), root=root)
            self._found.tasks.append(task)

    def _look_into(self, path: Path, name: str, *, depth: int) -> None:
        listed = self._answer(Question(reader="archive", question={"path": str(path)}))
        if isinstance(listed, Finding):
            self._tell(name, listed)
            return
        for told in listed["findings"]:
            self._tell(name, finding_of(told))
        others = 0
        for index, member in listed["members"]:
            key, inner = PurePosixPath(member), shown(f"{name}, {member}")
            if key.suffix.lower() == _ARCHIVE:
                self._unpack(path, index, inner, depth=depth)
            elif is_looked_into(key):
                self._found.tasks.append(Task(path=path, name=inner, key=key, root=str(path), index=index))
            else:
                others += 1
        if others:
            self._tell(name, passed_over(others))

    def _unpack(self, path: Path, index: int, name: str, *, depth: int) -> None:
        """Unpack an archive within an archive, and look into it."""
        self._inner += 1
        if depth > 1 or self._inner > MOST_INNER_ARCHIVES:
            self._tell(name, too_deep())
            return
        into, left = self._folder / f"{self._inner}.zip", MOST_UNPACKED - self._unpacked
        question = {"path": str(path), "index": index, "into": str(into), "most": left}
        asked = Question(reader="unpack", question=question, largest_file=left, clock_s=LONG_CLOCK_S)
        unpacked = self._answer(asked)
        if isinstance(unpacked, Finding):
            self._tell(name, unpacked)
            return
        self._unpacked += int(unpacked["size"])
        if unpacked["whole"]:
            self._look_into(into, name, depth=depth + 1)
        else:
            self._tell(name, not_unpacked())

    def _answer(self, asked: Question) -> dict[str, Any] | Finding:
        try:
            answered: dict[str, Any] = self._pool.ask(asked)
        except TooMuchError:
            return too_much()
        except ReaderDefectError as fault:
            return defect(fault)
        return answered

    def _tell(self, name: str, finding: Finding) -> None:
        self._found.told.append((shown(name), finding))


def shown(name: str) -> str:
    """Return a name that anyone can show and keep, also where the system's own is no proper text."""
    return plain_words(name.encode("utf-8", "replace").decode())


def is_looked_into(key: PurePosixPath) -> bool:
    """Tell whether a file of an archive may hold activities, by its name and how deep it lies."""
    suffix, name = key.suffix.lower(), key.name.lower()
    if suffix in _ACTIVITIES:
        return True
    if suffix == ".json":
        return _SUMMARIES in name
    return suffix in {TABLE, ".xml"} and len(key.parts) <= _NEAR_THE_TOP and _CLINICAL not in name
