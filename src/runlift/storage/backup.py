"""All rows of a database, at one moment; and putting rows into a database, all or none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from runlift.application.error import InputError
from runlift.domain.quantity import Finding, Severity
from runlift.formats.backup import BackupRow, EntryRow, NameRow, PlanRow
from runlift.storage.athlete_row import delete_athlete, hold_athlete
from runlift.storage.row import entry_of, entry_row, plan_bytes, plan_row
from runlift.storage.tables import athlete as athlete_table
from runlift.storage.tables import entry, exercise_name, plan_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Table

    from runlift.storage.database import Database

AT_ONCE = 500


def all_rows(database: Database) -> Iterator[BackupRow]:
    """Yield every row of every athlete as they are at one moment, in an order that is always the same.

    Raises:
        StoreError: The database cannot be used.
    """
    with database.reading() as connection:
        for athlete in sorted(connection.scalars(select(athlete_table.c.id))):
            yield from _entries(database, connection, athlete)
            yield from _plans(connection, athlete)
            yield from _names(connection, athlete)


def put_rows(database: Database, rows: Iterable[BackupRow], *, overwrite: bool) -> dict[str, int]:
    """Put rows into a database, all or none, and return how many each athlete has got.

    Args:
        database: The database.
        rows: The rows.
        overwrite: Whether athletes who are in the database already lose what is there.

    Raises:
        InputError: An athlete is there already, or a row is there twice.
        StoreError: The database cannot be used.
    """
    with database.writing() as connection:
        putting = _Putting(connection, overwrite=overwrite)
        for row in rows:
            putting.take(row)
        putting.put()
    return putting.counts


@dataclass(slots=True)
class _Putting:
    """Rows on their way into a database, some at a time."""

    connection: Connection
    overwrite: bool = field(kw_only=True)
    counts: dict[str, int] = field(default_factory=dict)
    waiting: dict[Table, list[dict[str, Any]]] = field(default_factory=dict)

    def take(self, row: BackupRow) -> None:
        """Take a row, and put some when enough are waiting."""
        if row.athlete not in self.counts:
            self._make_room(row.athlete)
        self.counts[row.athlete] = self.counts.get(row.athlete, 0) + 1
        table, values = _values(row)
        self.waiting.setdefault(table, []).append(values)
        if len(self.waiting[table]) >= AT_ONCE:
            self.put()

    def put(self) -> None:
        """Put what is waiting."""
        try:
            for table, rows in self.waiting.items():
                self.connection.execute(insert(table), rows)
        except IntegrityError as fault:
            raise _refusal("backup_row_twice", "A row is there twice.", "Use another backup.") from fault
        self.waiting.clear()

    def _make_room(self, athlete: str) -> None:
        """Make an athlete known who is not there, or no longer."""
        there = self.connection.scalar(select(athlete_table.c.id).where(athlete_table.c.id == athlete))
        if there is not None and not self.overwrite:
            raise _refusal(
                "athlete_there_already",
                f"{athlete!r} is in the database already.",
                "Restore into a new database, or give --overwrite to replace what is there.",
            )
        delete_athlete(self.connection, athlete)
        hold_athlete(self.connection, athlete)


def _entries(database: Database, connection: Connection, athlete: str) -> Iterator[EntryRow]:
    payloads = connection.scalars(select(entry.c.payload).where(entry.c.athlete == athlete))
    told = (entry_of(payload, database.address) for payload in payloads)
    for recorded in sorted(told, key=lambda each: (each.recorded_at, each.id, each.revision, each.device)):
        yield EntryRow(athlete=athlete, recorded=recorded)


def _plans(connection: Connection, athlete: str) -> Iterator[PlanRow]:
    versions = connection.scalars(select(plan_version.c.version).where(plan_version.c.athlete == athlete))
    for version in sorted(versions):
        row = connection.execute(
            select(plan_version).where(plan_version.c.athlete == athlete, plan_version.c.version == version)
        ).one()
        yield PlanRow(
            athlete=athlete,
            version=version,
            made_at=row.made_at,
            cause=row.cause,
            plan=plan_bytes(row.plan),
        )


def _names(connection: Connection, athlete: str) -> Iterator[NameRow]:
    rows = connection.execute(select(exercise_name).where(exercise_name.c.athlete == athlete))
    for row in sorted(rows, key=lambda row: str(row.name)):
        yield NameRow(athlete=athlete, name=row.name, exercise=row.exercise)


def _values(row: BackupRow) -> tuple[Table, dict[str, Any]]:
    match row:
        case EntryRow():
            return entry, entry_row(row.athlete, row.recorded)
        case PlanRow():
            values = plan_row(row.athlete, row.version, row.plan, made_at=row.made_at, cause=row.cause)
            return plan_version, values
        case NameRow():
            return exercise_name, {"athlete": row.athlete, "name": row.name, "exercise": row.exercise}


def _refusal(code: str, message: str, remedy: str) -> InputError:
    return InputError([Finding(severity=Severity.ERROR, code=code, message=message, remedy=remedy)])
