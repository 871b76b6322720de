"""What each change of a made-up chain does: tables made, filled, widened and removed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ROWS = 40
NEWEST = 6


def step(number: int) -> None:
    """Make two tables with rows, widen one of the change before, and remove the other."""
    for name in ("stays", "goes"):
        table = op.create_table(f"{name}_{number}", sa.Column("id", sa.Integer, primary_key=True))
        op.bulk_insert(table, [{"id": each} for each in range(ROWS)])
    op.create_index(f"stays_{number}_id", f"stays_{number}", ["id"])
    if number > 1:
        op.add_column(f"stays_{number - 1}", sa.Column("more", sa.Text))
        op.execute(f"UPDATE stays_{number - 1} SET more = 'told' WHERE id % 2 = 0")  # noqa: S608
        op.drop_table(f"goes_{number - 1}")
