"""`runlift print`: the plan on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import typer

from runlift.application.error import InputError
from runlift.bootstrap import write_printed_plan
from runlift.cli.console import working_on
from runlift.domain.quantity import DateSpan, Finding, Severity
from runlift.formats.plan_pdf import Paper, Printed

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.cli.plan_at_hand import PlanAtHand
    from runlift.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to print.

    Attributes:
        at_hand: The plan.
        out: File to write.
        first_day: A day of the first week; None for the first that may change.
        weeks: How many weeks; None for all.
        pages: Which pages, by name.
        paper: On what paper, by name.
    """

    at_hand: PlanAtHand
    out: Path
    first_day: date | None
    weeks: int | None
    pages: str
    paper: str


def write(wanted: Wanted) -> None:
    """Write the printed plan."""
    plan = wanted.at_hand.plan
    with working_on("Printing the plan"):
        written = write_printed_plan(
            plan,
            wanted.out,
            span=_span(plan, wanted),
            paper=Paper(wanted.paper),
            printed=Printed(wanted.pages),
        )
    if written is None:
        raise InputError([_nothing_to_print(wanted)])
    typer.echo(f"Wrote {written}.")


def _span(plan: Plan, wanted: Wanted) -> DateSpan:
    """Return the span in which the weeks begin that hold the days asked for."""
    first = wanted.first_day or plan.first_day
    monday = first - timedelta(days=first.weekday())
    last = date.max if wanted.weeks is None else monday + timedelta(weeks=wanted.weeks)
    return DateSpan(start=monday, end=last)


def _nothing_to_print(wanted: Wanted) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="nothing_to_print",
        message="These weeks hold nothing to print.",
        place=wanted.at_hand.place,
        remedy="Give other weeks with --from and --weeks.",
    )
