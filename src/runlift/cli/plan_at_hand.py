"""The plan that a command speaks of: one in a file, else the one that is followed, else the one in `out`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.bootstrap import latest_plan, read_plan

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

IN_OUT = Path("out")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAtHand:
    """A plan, and where it is from."""

    plan: Plan
    place: str


def plan_at_hand(asked: Path | None, *, who: str, database: str | None) -> PlanAtHand:
    """Return the plan that is asked for.

    Args:
        asked: Its file or folder; None for the plan that is followed, else the one in `out`.
        who: Whose plan.
        database: Where it is followed.

    Raises:
        InputError: There is no such plan.
        StoreError: The database cannot be used.
    """
    followed = latest_plan(database, who) if asked is None else None
    if followed is not None:
        return PlanAtHand(plan=followed, place=f"the plan that {who} follows")
    return PlanAtHand(plan=read_plan(asked or IN_OUT), place=str(asked or IN_OUT))
