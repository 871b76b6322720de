"""Rows that belong together: the blocks of a workout, the times an exercise comes up in it, its sets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import LoggedSet, LoggedWorkout, RowFate, RowTold
from runlift.formats.lift_log.cell import RowProblem
from runlift.formats.lift_log.header import Column
from runlift.formats.lift_log.interpret import LONGEST_NOTE, exercise_of, is_note, is_rest, note_of
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from runlift.formats.lift_log.aligned import Row
    from runlift.formats.lift_log.interpret import RowReader, SetRead
    from runlift.formats.lift_log.when import Clocks

LONGEST_TITLE = 400  # characters


@dataclass(slots=True, kw_only=True)
class Block:
    """Rows of one workout that follow one another in the file."""

    title: str
    starts_at: datetime
    rows: list[Row] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, datetime]:
        """What tells workouts apart."""
        return self.title, self.starts_at

    @property
    def content(self) -> tuple[tuple[str, ...], ...]:
        """All its cells, to know it again."""
        return tuple(row.cells for row in self.rows)


def title_of(row: Row) -> str:
    """Return the name of the workout of a row, empty where the app has none."""
    return " ".join(plain_words(row.of(Column.TITLE)).split())[:LONGEST_TITLE]


class WorkoutReader:
    """Reads the rows of one workout in order, and counts what comes up how often."""

    def __init__(self, reader: RowReader, clocks: Clocks) -> None:
        self._reader = reader
        self._clocks = clocks
        self._begun: dict[str, int] = defaultdict(int)  # how often each exercise has come up
        self._indices: dict[str, int] = {}  # set rows of each exercise, since it last came up
        self._exercise, self._last_order = "", -1
        self._waiting: dict[str, list[str]] = defaultdict(list)  # notes that wait for a set of their exercise
        self._told: dict[tuple[str, int], str] = {}  # the note last told of an exercise
        self._sets: list[LoggedSet] = []
        self._position = 0
        self.rows: list[RowTold] = []

    def read(self, block: Block) -> None:
        """Read rows that follow one another."""
        for row in block.rows:
            try:
                told = self._read_row(row)
            except RowProblem as problem:
                told = problem.told(row.line)
            self.rows.append(told)

    def workout(self, first: Row, title: str, starts_at: datetime) -> LoggedWorkout:
        """Return the workout as read so far."""
        left = [f"{name}: {note}" for name, notes in self._waiting.items() for note in notes if note]
        notes = dict.fromkeys(filter(None, (note_of(first, Column.WORKOUT_NOTE), *left)))
        return LoggedWorkout(
            title=title,
            starts_at=starts_at,
            ends_at=self._clocks.end_of(first, starts_at),
            note="\n".join(notes)[:LONGEST_NOTE],
            sets=tuple(self._sets),
            whole=all(told.fate is not RowFate.REFUSED for told in self.rows),
        )

    def _read_row(self, row: Row) -> RowTold:
        if is_rest(row):
            raise RowProblem("rest_timer", "a rest between sets", RowFate.LEFT_OUT)
        name = exercise_of(row)
        if is_note(row):
            self._waiting[name].append(note_of(row, Column.NOTE))
            return RowTold(line=row.line, fate=RowFate.READ, code="note")
        occurrence, index = self._place(row, name)
        self._position += 1
        read = self._reader.set_of(row)
        self._sets.append(self._set(row, name, (occurrence, index), read))
        if read.doubts:
            words = "; ".join(words for _, words in read.doubts)
            return RowTold(line=row.line, fate=RowFate.UNSURE, code=read.doubts[0][0], message=words)
        return RowTold(line=row.line, fate=RowFate.READ, code="set")

    def _set(self, row: Row, name: str, place: tuple[int, int], read: SetRead) -> LoggedSet:
        return LoggedSet(
            line=row.line,
            exercise=name,
            occurrence=place[0],
            index=place[1],
            position=self._position,
            kind=read.kind,
            reps=read.reps,
            seconds=read.seconds,
            distance=read.distance,
            weight_kg=read.weight_kg,
            rir=read.rir,
            note=self._note(row, name, place[0]),
        )

    def _place(self, row: Row, name: str) -> tuple[int, int]:
        """Return which time the exercise comes up, and which of its set rows this is."""
        order = _order_of(row)
        if name != self._exercise or (order is not None and order <= self._last_order):
            self._begun[name] += 1
            self._indices[name] = 0
            self._last_order = -1
        self._exercise = name
        self._last_order = self._last_order if order is None else order
        self._indices[name] += 1
        return self._begun[name], self._indices[name]

    def _note(self, row: Row, name: str, occurrence: int) -> str:
        """Return the words that belong to a set: apps repeat those of an exercise on each of its rows."""
        own = note_of(row, Column.NOTE)
        if self._told.get((name, occurrence)) == own:
            own = ""
        elif own:
            self._told[name, occurrence] = own
        waiting = self._waiting.pop(name, [])
        return "\n".join(dict.fromkeys(filter(None, (*waiting, own))))[:LONGEST_NOTE]


def _order_of(row: Row) -> int | None:
    """Return the place that the app itself counts, None where it counts none."""
    cell = row.of(Column.SET_INDEX) or row.of(Column.SET_ORDER)
    figures = cell.split(".")[0]
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) <= 4 else None  # noqa: PLR2004  digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The rows of a file, parted into blocks, and what became of rows that belong to none."""

    blocks: tuple[Block, ...]
    told: tuple[RowTold, ...]


def blocks_of(rows: Iterable[tuple[Row, bool]], clocks: Clocks) -> Blocks:
    """Part rows into blocks of one workout.

    Args:
        rows: The rows, each with whether something parts it from the row before.
        clocks: Reads their dates.
    """
    blocks: list[Block] = []
    told: list[RowTold] = []
    for row, parted in rows:
        try:
            key = title_of(row), clocks.start_of(row)
        except RowProblem as problem:
            told.append(problem.told(row.line))
            continue
        if parted or not blocks or blocks[-1].key != key:
            blocks.append(Block(title=key[0], starts_at=key[1]))
        blocks[-1].rows.append(row)
    return Blocks(blocks=tuple(blocks), told=tuple(told))


def workouts_of(
    blocks: Blocks, reader: RowReader, clocks: Clocks, *, torn: bool
) -> tuple[tuple[LoggedWorkout, ...], tuple[RowTold, ...]]:
    """Return the workouts, the oldest first, and what became of every row.

    Args:
        blocks: The rows in blocks; one that is there already to the letter counts once.
        reader: Reads rows.
        clocks: Reads their dates.
        torn: Whether any workout may lack a row.
    """
    readers: dict[tuple[str, datetime], WorkoutReader] = {}
    firsts: dict[tuple[str, datetime], Row] = {}
    seen: set[tuple[object, ...]] = set()
    told = list(blocks.told)
    for block in blocks.blocks:
        content = (block.key, block.content)
        if content in seen:
            told += [_again(row) for row in block.rows]
            continue
        seen.add(content)
        firsts.setdefault(block.key, block.rows[0])
        readers.setdefault(block.key, WorkoutReader(reader, clocks)).read(block)
    workouts = [each.workout(firsts[key], *key) for key, each in sorted(readers.items(), key=_by_time)]
    told += [row for each in readers.values() for row in each.rows]
    return tuple(replace(each, whole=each.whole and not torn) for each in workouts), tuple(told)


def _by_time(item: tuple[tuple[str, datetime], WorkoutReader]) -> tuple[datetime, str]:
    (title, starts_at), _ = item
    return starts_at, title


def _again(row: Row) -> RowTold:
    return RowTold(
        line=row.line,
        fate=RowFate.LEFT_OUT,
        code="workout_again",
        message="the file holds this workout twice",
    )
