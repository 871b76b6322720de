"""Files, folders and archives, read by several children, with what came of each in an order of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from runlift.domain.activity.activity import Sport
from runlift.formats.activity.outcome import ActivityOutcome
from runlift.formats.activity.wire import activity_of, outcome_of
from runlift.formats.activity_files.find_files import LONG_CLOCK_S, MOST_UNPACKED, STREAMED, TABLE, Finder
from runlift.formats.activity_files.findings import (
    archive_too_large,
    defect,
    files_not_there,
    table_of_files,
    too_much,
)
from runlift.formats.child_process.limits import ReadingLimits
from runlift.formats.child_process.worker import Question, ReaderDefectError, TooMuchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path, PurePosixPath

    from runlift.domain.activity.activity import Activity
    from runlift.formats.activity_files.find_files import Task
    from runlift.formats.child_process.pool import WorkerPool

FILE_LIMITS = ReadingLimits(seconds=10, memory=512 * 1024 * 1024, clock=60.0)
"""What one file may cost; the clock leaves room for a machine that has other things to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """What came of one file.

    Attributes:
        name: Its name, with that of the archive it lies in.
        outcome: Its activities, and what there is to tell of it.
        known: Whether it was read before, so that it was not read again.
    """

    name: str
    outcome: ActivityOutcome
    known: bool = False


class ActivityFiles:
    """Files of activities, found and ready to be read."""

    def __init__(
        self,
        paths: Iterable[Path],
        pool: WorkerPool,
        *,
        folder: Path,
        known: Iterable[str] = (),
        with_track: bool = False,
    ) -> None:
        """Find the files.

        Args:
            paths: Files, folders and archives.
            pool: The children that read, with `FILE_LIMITS`.
            folder: Where archives within archives may be unpacked; to be deleted afterwards.
            known: Digests of files that need not be read again.
            with_track: Whether activities come with their records.
        """
        self._pool = pool
        self._with_track = with_track
        self._known_in = folder / "known"
        self._known_in.write_text("\n".join(sorted(known)), encoding="ascii")
        self._unpacked: Counter[Path] = Counter()
        self._unread: Counter[Path] = Counter()
        self._found = Finder(pool, folder).find(paths)

    @property
    def count(self) -> int:
        """How many reports there will be, at least."""
        return len(self._found.tasks) + len(self._found.told)

    def read(self) -> Iterator[FileRead]:
        """Yield what came of each file, tables of activities last, which tell of what is not there."""
        for name, finding in self._found.told:
            yield FileRead(name=name, outcome=ActivityOutcome(findings=(finding,)).at(name))
        asked = [task for task in self._found.tasks if task.suffix == TABLE]
        tables = [
            self._table_read(task, answered)
            for task, answered in self._pool.ask_all((task, self._question(task)) for task in asked)
        ]
        rows = {place: row for _, of_files in tables for place, row in of_files.items()}
        others = (task for task in self._found.tasks if task.suffix != TABLE)
        within = (task for task in others if self._may_still_be_read(task))
        for task, answered in self._pool.ask_all((task, self._question(task)) for task in within):
            yield self._file_read(task, answered, rows.pop((task.root, task.key), None))
        for read, of_files in tables:
            yield with_lost(read, len(of_files), [rows[place] for place in of_files if place in rows])
        for path, count in self._unread.items():
            yield FileRead(
                name=path.name, outcome=ActivityOutcome(findings=(archive_too_large(count),)).at(path.name)
            )

    def _question(self, task: Task) -> Question:
        question = {
            "path": str(task.path),
            "index": task.index,
            "name": task.name,
            "with_track": self._with_track,
            "known_in": str(self._known_in),
        }
        clock_s = LONG_CLOCK_S if task.suffix in STREAMED else None
        return Question(reader="activities", question=question, clock_s=clock_s)

    def _may_still_be_read(self, task: Task) -> bool:
        """Tell whether the archive of a file has not yet come to more than it may."""
        if task.index is None or self._unpacked[task.path] < MOST_UNPACKED:
            return True
        self._unread[task.path] += 1
        return False

    def _table_read(
        self,
        task: Task,
        answered: Any,  # noqa: ANN401 - an answer or what went wrong
    ) -> tuple[FileRead, dict[tuple[str, PurePosixPath], Activity]]:
        """Return what a table tells by itself, and of each file beside it."""
        read = self._file_read(task, answered, None)
        rows = answered.get("rows", ()) if isinstance(answered, dict) else ()
        activities = [(row["file"], activity_of(row["activity"])) for row in rows]
        alone = tuple(activity for file, activity in activities if not file)
        of_files = {(task.root, task.key.parent / file): each for file, each in activities if file}
        outcome = replace(read.outcome, activities=(*read.outcome.activities, *alone))
        return replace(read, outcome=outcome), of_files

    def _file_read(
        self,
        task: Task,
        answered: Any,  # noqa: ANN401 - an answer or what went wrong
        row: Activity | None,
    ) -> FileRead:
        if isinstance(answered, TooMuchError):
            outcome = ActivityOutcome(findings=(too_much(),)).at(task.name)
        elif isinstance(answered, ReaderDefectError):
            outcome = ActivityOutcome(findings=(defect(answered),)).at(task.name)
        else:
            self._unpacked[task.path] += int(answered.get("size", 0))
            if answered.get("known"):
                return FileRead(name=task.name, outcome=ActivityOutcome(), known=True)
            outcome = outcome_of(answered)
        return FileRead(name=task.name, outcome=outcome if row is None else with_row(outcome, row))


def with_lost(read: FileRead, of_files: int, lost: Sequence[Activity]) -> FileRead:
    """Return what came of a table with what it alone tells of files that are not there.

    Args:
        read: What it tells by itself.
        of_files: How many files it names.
        lost: What it tells of those that are not there.
    """
    told = read.outcome
    findings = (*told.findings, files_not_there(len(lost))) if lost else told.findings
    if of_files and not (lost or told.activities or findings):
        findings = (table_of_files(of_files),)
    outcome = ActivityOutcome(activities=(*told.activities, *lost), findings=findings)
    return replace(read, outcome=outcome.at(read.name))


def with_row(outcome: ActivityOutcome, row: Activity) -> ActivityOutcome:
    """Return an outcome with what a table tells of its file: the sport, the name, or all there is."""
    if not outcome.activities:
        return replace(outcome, activities=(row,))
    if len(outcome.activities) > 1:
        return outcome
    activity = outcome.activities[0]
    is_told = activity.sport is not Sport.UNKNOWN
    named = replace(
        activity,
        sport=activity.sport if is_told else row.sport,
        sport_words=activity.sport_words if is_told else row.sport_words,
        title=row.title or activity.title,
        indoor=activity.indoor or row.indoor,
    )
    return replace(outcome, activities=(named,))
