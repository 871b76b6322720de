"""The plan that a command speaks of: one in a file, else the one that is followed, else the one in `out`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.application.gate import let_through, refusals
from runlift.bootstrap import latest_plan, read_plan
from runlift.cli.console import print_findings
from runlift.domain.quantity import Finding, Severity
from runlift.wording.verdict import place_words, verdict_words

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


def plan_to_look_at(asked: Path | None, *, who: str, database: str | None) -> PlanAtHand:
    """Return the plan that is asked for; say first when it is from a file and the safety check refuses it.

    Raises:
        InputError: There is no such plan.
        StoreError: The database cannot be used.
    """
    at_hand = plan_at_hand(asked, who=who, database=database)
    if at_hand.is_from_file:
        say_when_refused(at_hand.plan, at_hand.place)
    return at_hand


def say_when_refused(plan: Plan, place: str) -> None:
    """Say on standard error that a plan is not to be followed, when the safety check refuses it."""
    refused = refusals(plan)
    if not refused:
        return
    first = refused[0]
    where = place_words(first)
    more = f", and {len(refused) - 1} more" if len(refused) > 1 else ""
    found = f"{where}: {verdict_words(first)}" if where else verdict_words(first)
    finding = Finding(
        severity=Severity.WARNING,
        code="plan_refused",
        message=f"The safety check refuses this plan, do not train by it: {found}{more}.",
        place=place,
        remedy=f"`runlift check {place}` tells all; make it again with `runlift plan`.",
    )
    print_findings([finding])


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
