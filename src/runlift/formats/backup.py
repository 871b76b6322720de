"""A backup: everything of every athlete as lines of JSON, the same from SQLite and from PostgreSQL.

The first line tells the format, the last one how many lines there are and their SHA-256, so that a file that
was cut short or changed is never taken for whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from runlift.application.error import InputError
from runlift.domain.quantity import Finding, Severity
from runlift.formats.diary_json.convert import part_of, recorded_of
from runlift.formats.diary_json.shape import (  # noqa: TC001  pydantic reads the annotations at run time
    Id,
    RecordedPart,
    Revision,
    UtcTime,
)
from runlift.formats.plan_json.shape import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from runlift.domain.diary.diary import Recorded

FORMAT = "runlift.backup/1"
LONGEST_LINE = 100_000_000
REMEDY = "Use another backup."
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """A version of an entry of an athlete."""

    athlete: str
    recorded: Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A version of an athlete's plan, as the bytes of `plan.json`."""

    athlete: str
    version: int
    made_at: datetime
    cause: str
    plan: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """What an athlete calls an exercise elsewhere."""

    athlete: str
    name: str
    exercise: str


BackupRow: TypeAlias = EntryRow | PlanRow | NameRow


class _First(Part):
    format: Literal["runlift.backup/1"]
    made_at: UtcTime


class _Entry(Part):
    kind: Literal["entry"]
    athlete: Id
    entry: RecordedPart


class _Plan(Part):
    kind: Literal["plan"]
    athlete: Id
    version: Revision
    made_at: UtcTime
    cause: Id
    plan: str


class _Name(Part):
    kind: Literal["name"]
    athlete: Id
    name: Id
    exercise: Id


class _End(Part):
    kind: Literal["end"]
    lines: int
    sha256: str


_FIRST = TypeAdapter(_First)
_LINE: TypeAdapter[_Entry | _Plan | _Name | _End] = TypeAdapter(
    Annotated[_Entry | _Plan | _Name | _End, Field(discriminator="kind")]
)


def dump_backup(rows: Iterable[BackupRow], *, made_at: datetime) -> Iterator[bytes]:
    """Yield a backup line by line."""
    digest, lines = sha256(), 0
    first = _First(format="runlift.backup/1", made_at=made_at)
    for part in chain([first], map(_part, rows)):
        data = part.model_dump_json().encode() + b"\n"
        digest.update(data)
        lines += 1
        yield data
    yield _End(kind="end", lines=lines, sha256=digest.hexdigest()).model_dump_json().encode() + b"\n"


def load_backup(lines: Iterable[bytes], *, name: str) -> Iterator[BackupRow]:
    """Yield what is in a backup; only when it ends without an error is it whole.

    Args:
        lines: The lines of the file.
        name: What findings call the file.

    Raises:
        InputError: It is no backup, or was cut short or changed; the findings say where.
    """
    digest, number, end = sha256(), 0, None
    for number, line in enumerate(lines, start=1):
        place = f"{name}, line {number}"
        if end is not None:
            raise _fault("backup_changed", "There are lines after its end.", place)
        if number == 1:
            _read(_FIRST, line, place)
        else:
            part = _read(_LINE, line, place)
            end = part if isinstance(part, _End) else None
            if not isinstance(part, _End):
                yield _row(part)
        if end is None:
            digest.update(line)
    _require_whole(end, number, digest.hexdigest(), name)


def _require_whole(end: _End | None, lines: int, digest: str, name: str) -> None:
    if end is None:
        raise _fault("backup_cut_short", "The file ends too early.", name)
    if (end.lines, end.sha256) != (lines - 1, digest):
        raise _fault("backup_changed", "The file was changed or damaged since it was written.", name)


def _read(adapter: TypeAdapter[T], line: bytes, place: str) -> T:
    if len(line) > LONGEST_LINE:
        raise _fault("backup_not_read", "The line is too long.", place)
    try:
        return adapter.validate_json(line)
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_context=False, include_input=False)[0]
        path = ".".join(str(step) for step in first["loc"])
        message = f"This is not a line of a {FORMAT} file: {path}{': ' if path else ''}{first['msg']}."
        raise _fault("backup_not_read", message, place) from fault


def _part(row: BackupRow) -> Part:
    match row:
        case EntryRow():
            return _Entry(kind="entry", athlete=row.athlete, entry=part_of(row.recorded))
        case PlanRow():
            return _Plan(
                kind="plan",
                athlete=row.athlete,
                version=row.version,
                made_at=row.made_at,
                cause=row.cause,
                plan=row.plan.decode(),
            )
        case NameRow():
            return _Name(kind="name", athlete=row.athlete, name=row.name, exercise=row.exercise)


def _row(part: _Entry | _Plan | _Name) -> BackupRow:
    match part:
        case _Entry():
            return EntryRow(athlete=part.athlete, recorded=recorded_of(part.entry))
        case _Plan():
            return PlanRow(
                athlete=part.athlete,
                version=part.version,
                made_at=part.made_at,
                cause=part.cause,
                plan=part.plan.encode(),
            )
        case _Name():
            return NameRow(athlete=part.athlete, name=part.name, exercise=part.exercise)


def _fault(code: str, message: str, place: str) -> InputError:
    return InputError(
        [Finding(severity=Severity.ERROR, code=code, message=message, place=place, remedy=REMEDY)]
    )
