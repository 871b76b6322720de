"""The store port on SQLite and PostgreSQL: one code for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from runlift.application.error import PlanChangedError
from runlift.application.keepable import require_athlete, require_keepable
from runlift.application.ports import KeptPlan, Receipt
from runlift.formats.plan_json import dump_plan
from runlift.storage.athlete_row import erase_athlete, hold_athlete
from runlift.storage.row import entry_of, entry_row, plan_of, plan_row
from runlift.storage.tables import athlete as athlete_table
from runlift.storage.tables import entry, exercise_name, plan_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from runlift.application.ports import Store
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.plan import Plan
    from runlift.storage.database import Database

AT_ONCE = 500  # ids asked for in one statement, far below what any database takes
Key = tuple[str, int, str]


class SqlStore:
    """Keeps the diary, the plans and the names of every athlete in a database.

    Every method raises `StoreError` when the database cannot be used.

    Attributes:
        database: The database.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    def athletes(self) -> tuple[str, ...]:
        """Return the ids of all athletes known, by id."""
        with self.database.reading() as connection:
            return tuple(sorted(connection.scalars(select(athlete_table.c.id))))

    def record(self, athlete: str, entries: Sequence[Recorded]) -> Receipt:
        """Keep entries, all or none; handing the same in twice changes nothing.

        Raises:
            InputError: An entry holds a value out of its range.
        """
        require_athlete(athlete)
        rows = [entry_row(athlete, each) for each in entries]
        if not rows:
            return Receipt()
        with self.database.writing() as connection:
            hold_athlete(connection, athlete)
            new, receipt = _sorted_out(rows, _payloads(connection, athlete, {row["id"] for row in rows}))
            if new:
                connection.execute(insert(entry), new)
        return receipt

    def recorded(self, athlete: str) -> tuple[Recorded, ...]:
        """Return every version of every entry, by time of recording, id, revision and device."""
        told = self._entries(entry.c.athlete == require_athlete(athlete))
        return tuple(sorted(told, key=lambda each: (each.recorded_at, each.id, each.revision, each.device)))

    def history(self, athlete: str, entry_id: str) -> tuple[Recorded, ...]:
        """Return every version of one entry, the one that holds last."""
        require_keepable(entry_id, what="the id of an entry")
        told = self._entries(entry.c.athlete == require_athlete(athlete), entry.c.id == entry_id)
        return tuple(sorted(told, key=lambda each: each.precedence))

    def keep_plan(self, athlete: str, plan: Plan, *, after: int, made_at: datetime, cause: str) -> int:
        """Keep a new version of the plan and return its number.

        Raises:
            PlanChangedError: Another version was kept since `after`.
        """
        require_athlete(athlete)
        require_keepable(cause, what="a cause")
        row = plan_row(athlete, after + 1, dump_plan(plan), made_at=made_at, cause=cause)
        with self.database.writing() as connection:
            hold_athlete(connection, athlete)
            latest = _latest_version(connection, athlete)
            if latest != after:
                raise PlanChangedError(athlete, expected=after, found=latest)
            connection.execute(insert(plan_version), row)
        return after + 1

    def plan(self, athlete: str, version: int | None = None) -> KeptPlan | None:
        """Return a version of the plan, the latest by default; None where there is none."""
        require_athlete(athlete)
        with self.database.reading() as connection:
            wanted = _latest_version(connection, athlete) if version is None else version
            row = connection.execute(
                select(plan_version).where(
                    plan_version.c.athlete == athlete, plan_version.c.version == wanted
                )
            ).one_or_none()
        return None if row is None else plan_of(row, self.database.address)

    def plan_versions(self, athlete: str) -> tuple[int, ...]:
        """Return the numbers of all versions kept, in order."""
        wanted = select(plan_version.c.version).where(plan_version.c.athlete == require_athlete(athlete))
        with self.database.reading() as connection:
            return tuple(sorted(connection.scalars(wanted)))

    def names(self, athlete: str) -> Mapping[str, str]:
        """Return the exercise id that the runner confirmed for each name of another app."""
        wanted = select(exercise_name).where(exercise_name.c.athlete == require_athlete(athlete))
        with self.database.reading() as connection:
            return {row.name: row.exercise for row in connection.execute(wanted)}

    def keep_name(self, athlete: str, name: str, exercise: str) -> None:
        """Keep which exercise a name of another app means; the latest word holds."""
        row = {
            "athlete": require_athlete(athlete),
            "name": require_keepable(name, what="a name"),
            "exercise": require_keepable(exercise, what="an exercise"),
        }
        same = (exercise_name.c.athlete == athlete, exercise_name.c.name == name)
        with self.database.writing() as connection:
            hold_athlete(connection, athlete)
            connection.execute(delete(exercise_name).where(*same))
            connection.execute(insert(exercise_name), row)

    def erase(self, athlete: str) -> None:
        """Forget an athlete entirely, so that not even the raw bytes of the file tell of them."""
        erase_athlete(self.database, require_athlete(athlete))

    def _entries(self, *of: ColumnElement[bool]) -> Iterable[Recorded]:
        with self.database.reading() as connection:
            payloads = connection.scalars(select(entry.c.payload).where(*of)).all()
        return (entry_of(payload, self.database.address) for payload in payloads)


def _latest_version(connection: Connection, athlete: str) -> int:
    latest = select(func.max(plan_version.c.version)).where(plan_version.c.athlete == athlete)
    return connection.scalar(latest) or 0


def _payloads(connection: Connection, athlete: str, ids: set[str]) -> dict[Key, str]:
    """Return the text of every version there is of some entries."""
    found: dict[Key, str] = {}
    wanted = sorted(ids)
    for first in range(0, len(wanted), AT_ONCE):
        rows = connection.execute(
            select(entry.c.id, entry.c.revision, entry.c.device, entry.c.payload).where(
                entry.c.athlete == athlete, entry.c.id.in_(wanted[first : first + AT_ONCE])
            )
        )
        found |= {(row.id, row.revision, row.device): row.payload for row in rows}
    return found


def _sorted_out(rows: Iterable[dict[str, Any]], kept: dict[Key, str]) -> tuple[list[dict[str, Any]], Receipt]:
    """Tell new rows from those that are there already, to the letter or with other content."""
    new: list[dict[str, Any]] = []
    known: list[str] = []
    refused: list[str] = []
    for row in rows:
        key = (row["id"], row["revision"], row["device"])
        if key not in kept:
            kept[key] = row["payload"]
            new.append(row)
        else:
            (known if kept[key] == row["payload"] else refused).append(row["id"])
    added = tuple(row["id"] for row in new)
    return new, Receipt(added=added, known=tuple(known), refused=tuple(refused))


if TYPE_CHECKING:

    def _as_port(store: SqlStore) -> Store:
        return store
