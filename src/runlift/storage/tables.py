"""The tables, the same on SQLite and PostgreSQL. Entries and plan versions are only ever added to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect
    from sqlalchemy.types import TypeEngine

VERSION_TABLE = "runlift_schema"
MICROSECONDS = "%Y-%m-%dT%H:%M:%S.%fZ"
LONGEST_MOMENT = 27


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC: `timestamptz` on PostgreSQL, text of fixed width that sorts by time on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type."""
        own = String(LONGEST_MOMENT) if dialect.name == "sqlite" else DateTime(timezone=True)
        return dialect.type_descriptor(own)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401  str or datetime
        """Write a moment."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.strftime(MICROSECONDS) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """Read a moment."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if isinstance(value, str) else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "ck": "%(table_name)s_%(constraint_name)s_ck",
    }
)

athlete = Table("athlete", metadata, Column("id", Text, primary_key=True))

entry = Table(
    "entry",
    metadata,
    Column("athlete", Text, ForeignKey("athlete.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("revision", Integer, CheckConstraint("revision >= 1", name="revision"), primary_key=True),
    Column("device", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("day", Date),
    Column("recorded_at", UtcTime, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("payload", Text, nullable=False),
    Index("entry_kind_day", "athlete", "kind", "day"),
)

plan_version = Table(
    "plan_version",
    metadata,
    Column("athlete", Text, ForeignKey("athlete.id"), primary_key=True),
    Column("version", Integer, CheckConstraint("version >= 1", name="version"), primary_key=True),
    Column("made_at", UtcTime, nullable=False),
    Column("cause", Text, nullable=False),
    Column("plan", LargeBinary, nullable=False),
)

exercise_name = Table(
    "exercise_name",
    metadata,
    Column("athlete", Text, ForeignKey("athlete.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("exercise", Text, nullable=False),
)

OF_AN_ATHLETE = (entry, plan_version, exercise_name)
APPEND_ONLY = (entry, plan_version)
