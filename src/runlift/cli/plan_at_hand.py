"""The plan that a command speaks of: one in a file, else the one that is followed, else the one in `out`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.application.gate import let_through
from runlift.bootstrap import latest_plan, read_plan

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

IN_OUT = Path("out")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAtHand:
    """A plan, and where it is from."""

    plan: Plan
    place: str
    is_from_file: bool = True


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
        return PlanAtHand(plan=followed, place=f"the plan that {who} follows", is_from_file=False)
    return PlanAtHand(plan=read_plan(asked or IN_OUT), place=str(asked or IN_OUT))


def plan_to_hand_out(asked: Path | None, *, who: str, database: str | None) -> PlanAtHand:
    """Return the plan that is asked for once the safety check has let it through, if it is from a file.

    A plan that is followed was let through when it was kept.

    Raises:
        InputError: There is no such plan.
        PlanRefusedError: The safety check refuses it.
        StoreError: The database cannot be used.
    """
    at_hand = plan_at_hand(asked, who=who, database=database)
    if at_hand.is_from_file:
        let_through(at_hand.plan, made_here=False)
    return at_hand
