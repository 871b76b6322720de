"""Make the tables of athletes, entries, plan versions and names; entries and plan versions never change."""

import sqlalchemy as sa
from alembic import op

from runlift.storage.tables import UtcTime

revision = "0001"
down_revision = None

APPEND_ONLY = ("entry", "plan_version")
REFUSAL_SQLITE = """
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
REFUSAL_POSTGRESQL = (
    """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
""",
    """
CREATE TRIGGER entry_is_append_only BEFORE UPDATE ON entry
FOR EACH ROW EXECUTE FUNCTION refuse_change()
""",
    """
CREATE TRIGGER plan_version_is_append_only BEFORE UPDATE ON plan_version
FOR EACH ROW EXECUTE FUNCTION refuse_change()
""",
)
# No runner's words in the statistics of the server, where erasing could not reach them.
WITHOUT_STATISTICS = {
    "athlete": ("id",),
    "entry": ("athlete", "id", "device", "payload"),
    "plan_version": ("athlete", "cause", "plan"),
    "exercise_name": ("athlete", "name", "exercise"),
}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "athlete", sa.Column("id", sa.Text, nullable=False), sa.PrimaryKeyConstraint("id", name="athlete_pk")
    )
    _create_entry()
    _create_plan_version()
    _create_exercise_name()
    if op.get_bind().dialect.name == "sqlite":
        for table in APPEND_ONLY:
            op.execute(REFUSAL_SQLITE.format(table=table))
    else:
        for statement in REFUSAL_POSTGRESQL:
            op.execute(statement)
        for table, columns in WITHOUT_STATISTICS.items():
            for column in columns:
                op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")


def _create_entry() -> None:
    op.create_table(
        "entry",
        sa.Column("athlete", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("recorded_at", UtcTime, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete", "id", "revision", "device", name="entry_pk"),
        sa.ForeignKeyConstraint(["athlete"], ["athlete.id"], name="entry_athlete_fk"),
        sa.CheckConstraint("revision >= 1", name="entry_revision_ck"),
    )
    op.create_index("entry_kind_day", "entry", ["athlete", "kind", "day"])


def _create_plan_version() -> None:
    op.create_table(
        "plan_version",
        sa.Column("athlete", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("made_at", UtcTime, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("plan", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("athlete", "version", name="plan_version_pk"),
        sa.ForeignKeyConstraint(["athlete"], ["athlete.id"], name="plan_version_athlete_fk"),
        sa.CheckConstraint("version >= 1", name="plan_version_version_ck"),
    )


def _create_exercise_name() -> None:
    op.create_table(
        "exercise_name",
        sa.Column("athlete", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("exercise", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete", "name", name="exercise_name_pk"),
        sa.ForeignKeyConstraint(["athlete"], ["athlete.id"], name="exercise_name_athlete_fk"),
    )
