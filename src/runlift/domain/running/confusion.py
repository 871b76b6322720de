"""How well plan words are read: the confusion matrix of labelled lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.entry import PlanEntries, PlanEntry
from runlift.domain.running.labelled import LabelledDay, labelled_days
from runlift.domain.running.load import PERCENT
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.running.understand import understand

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Confusion", "LabelledDay", "Misread", "confusion", "labelled_days", "read_line"]

_ANY_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """A labelled line that was read otherwise.

    Attributes:
        line: The line with its true meaning.
        read: What it was read as.
    """

    line: LabelledDay
    read: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How labelled lines were read.

    Attributes:
        kinds: Kinds in the order of the matrix.
        matrix: Counts by true kind (row) and read kind (column).
        lines: Number of lines.
        kind_accuracy: Share of lines whose kind is right.
        three_way_accuracy: Share of lines right on rest, easy or key.
        distance_accuracy: Share of lines with the right whole distance, none where none is told.
        duration_accuracy: Share of lines with the right whole duration, none where none is told.
        misread: Lines whose kind or key was read otherwise.
    """

    kinds: tuple[RunKind, ...]
    matrix: tuple[tuple[int, ...], ...]
    lines: int
    kind_accuracy: float
    three_way_accuracy: float
    distance_accuracy: float
    duration_accuracy: float
    misread: tuple[Misread, ...]


def confusion(labelled: Sequence[LabelledDay]) -> Confusion:
    """Read labelled lines one by one, without a week around them, and count.

    Raises:
        ValueError: There is no line.
    """
    if not labelled:
        raise ValueError("no labelled line to read")
    read = [(line, read_line(line)) for line in labelled]
    kinds = tuple(RunKind)
    return Confusion(
        kinds=kinds,
        matrix=tuple(
            tuple(sum(line.kind is true and run.kind is found for line, run in read) for found in kinds)
            for true in kinds
        ),
        lines=len(read),
        kind_accuracy=_share([line.kind is run.kind for line, run in read]),
        three_way_accuracy=_share([_is_right_day(line, run) for line, run in read]),
        distance_accuracy=_share([_is_close(line.distance_m, run.distance_m) for line, run in read]),
        duration_accuracy=_share([_is_close(line.duration_s, run.duration_s) for line, run in read]),
        misread=tuple(
            Misread(line=line, read=run)
            for line, run in read
            if line.kind is not run.kind or not _is_right_day(line, run)
        ),
    )


def read_line(line: LabelledDay) -> Run:
    """Read one line and return the day's main entry: a key run before a run before other training."""
    entry = PlanEntry(date=_ANY_DAY, title=line.text)
    entries = PlanEntries(
        entries=(entry,), first_day=_ANY_DAY, last_day=_ANY_DAY, unit=line.unit, name="", findings=()
    )
    runs = understand(entries).plan.days[0].runs
    return max(
        runs,
        key=lambda run: (run.key, run.kind.is_run, run.kind is RunKind.CROSS_TRAINING, run.distance_m or 0),
    )


def three_way(kind: RunKind, *, key: bool) -> str:
    """Return `rest`, `key`, or `easy` for everything between them."""
    if kind is RunKind.REST:
        return "rest"
    return "key" if key else "easy"


def _is_right_day(line: LabelledDay, run: Run) -> bool:
    return three_way(line.kind, key=line.key) == three_way(run.kind, key=run.key)


def _is_close(true: float | None, found: float | None) -> bool:
    if true is None or found is None:
        return true is found
    return abs(true - found) <= true * number("right_length_within") / PERCENT


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)
