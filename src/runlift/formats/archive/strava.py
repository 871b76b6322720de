"""Strava's table of activities: what it tells of each file, and the activities that have none."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.activity.activity import Activity, ActivityFormat, Source
from runlift.formats.activity.outcome import note
from runlift.formats.activity.reading import digest_of
from runlift.formats.activity.sports import is_indoor, plain_words_of, sport_of
from runlift.formats.archive.table_cells import moment_in, number_in
from runlift.formats.archive.table_words import BY_PLACE, FROM_FILE, columns_of
from runlift.formats.plain_words import plain_words
from runlift.formats.running_plan.detect import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from runlift.domain.quantity import Finding

MOST_ROWS = 100_000
LONGEST_CELL = 200
METRES_PER_KILOMETRE = 1000.0
COLUMNS_OF_FULL_TABLE = 16
_FILE = re.compile(r"^activities/[^/\\]{1,100}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of the table.

    Attributes:
        file: Name of the activity's file within the export; empty where it has none.
        activity: The activity as the table tells it.
    """

    file: str
    activity: Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class StravaTable:
    """The table.

    Attributes:
        rows: Its rows that tell of an activity.
        findings: What there is to tell of it.
    """

    rows: tuple[TableRow, ...]
    findings: tuple[Finding, ...] = ()


def read_strava_table(data: bytes, *, name: str) -> StravaTable | None:
    """Read the table; None where a file is no such table."""
    lines = decoded(data).splitlines(keepends=True)
    try:
        rows = list(_rows(lines))
    except csv.Error:
        return None
    if not rows or not (_is_header(rows[0]) or _names_files(rows)):
        return None
    columns = _columns(rows)
    read = [_row(row, columns, name) for row in rows[1:]]
    found = tuple(each for each in read if each is not None)
    lost = len(read) - len(found)
    return StravaTable(rows=found, findings=(_rows_lost(lost),) if lost else ())


def _rows(lines: Sequence[str]) -> Iterator[list[str]]:
    for at, row in enumerate(csv.reader(lines)):
        if at > MOST_ROWS:
            return
        if row:
            yield row


def _is_header(row: Sequence[str]) -> bool:
    """Tell whether the first row is that of such a table: its id and type stand where they always do."""
    columns = columns_of(row)
    return columns.get("id") == BY_PLACE["id"] and {"date", "type"} <= columns.keys()


def _names_files(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table in whatever language names files as such a table does, beside a number as id."""
    return any(row[0].isdigit() and any(map(_FILE.match, row)) for row in rows[1:])


def _columns(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return where the columns stand: by header, by the look of file names, and by their usual distance."""
    columns = dict(BY_PLACE) | columns_of(rows[0])
    if "file" not in columns:
        columns |= _file_column(rows)
    if "file" in columns and len(rows[0]) >= COLUMNS_OF_FULL_TABLE:
        for name, behind in FROM_FILE.items():
            columns[name] = columns["file"] + behind
    return columns


def _file_column(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the column that looks most like names of files, where there is one."""
    looks = [
        sum(1 for row in rows[1:] if at < len(row) and _FILE.match(row[at])) for at in range(len(rows[0]))
    ]
    most = max(looks, default=0)
    return {"file": looks.index(most)} if most else {}


def _row(row: Sequence[str], columns: dict[str, int], table: str) -> TableRow | None:
    told = {name: row[at].strip()[:LONGEST_CELL] for name, at in columns.items() if at < len(row)}
    starts_at = moment_in(told.get("date", ""))
    if starts_at is None:
        return None
    file = told.get("file", "")
    return TableRow(
        file=file if _FILE.match(file) else "",
        activity=_activity(
            told, starts_at, table, in_metres=columns.get("distance", 0) > columns.get("file", 0)
        ),
    )


def _activity(told: dict[str, str], starts_at: datetime, table: str, *, in_metres: bool) -> Activity:
    figures = {name: number_in(told.get(name, "")) or None for name in _FIGURES}
    distance = figures["distance"]
    if distance is not None and not in_metres:
        distance *= METRES_PER_KILOMETRE
    kind = told.get("type", "")
    return Activity(
        sport=sport_of(kind),
        starts_at=starts_at,
        source=Source(
            format=ActivityFormat.STRAVA_TABLE,
            name=f"{table}, activity {plain_words(told.get('id', ''))}",
            digest=digest_of(f"strava {told.get('id')} {starts_at.isoformat()}".encode()),
            maker="strava",
        ),
        sport_words=plain_words(plain_words_of(kind)),
        title=plain_words(told.get("name", "")),
        indoor=is_indoor(kind),
        distance_m=distance,
        duration_s=figures["moving"] or figures["elapsed"],
        moving_s=figures["moving"],
        elapsed_s=figures["elapsed"],
        ascent_m=figures["ascent"],
        descent_m=figures["descent"],
        heart_rate=figures["heart_rate"],
        heart_rate_max=figures["heart_rate_max"],
    )


_FIGURES = ("distance", "moving", "elapsed", "ascent", "descent", "heart_rate", "heart_rate_max")


def _rows_lost(count: int) -> Finding:
    return note(
        "rows_without_date",
        f"{count} rows of the table have no date that is understood.",
        "Their files are read all the same; log those without a file by hand.",
    )
