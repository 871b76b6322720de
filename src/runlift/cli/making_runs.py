"""`runlift make-runs`: a sensible running plan for a runner who has none."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rich.table import Table

from runlift.application.error import InputError
from runlift.bootstrap import current_day, write_running_plan
from runlift.cli.console import console, print_findings, print_json
from runlift.domain.athlete.profile import Units
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.make_runs import RaceDistance, RunsWanted, make_running_plan
from runlift.formats.plan_json import reason_document
from runlift.wording.names import day_words, distance_words
from runlift.wording.reason import reason_words

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.domain.running.make_runs import MadePlan

DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the runner asked for."""

    distance: str
    race_date: date
    weekly_km: float
    longest_km: float
    start: date | None
    runs_per_week: int


def make_and_print(wanted: Wanted, *, out: Path, as_json: bool) -> None:
    """Make the running plan, write it, and show its weeks with their reasons."""
    made = make_running_plan(_request(wanted))
    if made.plan is None:
        raise InputError(made.findings)
    write_running_plan(made.plan, out)
    if as_json:
        print_json(
            {
                "file": str(out),
                "weeks": [asdict(week) for week in made.weeks],
                "reasons": [reason_document(reason) for reason in made.reasons],
                "findings": [asdict(finding) for finding in made.findings],
            }
        )
        return
    console().print(_table(made))
    for reason in made.reasons:
        console().print(f"- {reason_words(reason)}", markup=False)
    print_findings(made.findings)
    console().print(f"Written to {out}. Next: runlift plan {out} --athlete athlete.toml")


def _request(wanted: Wanted) -> RunsWanted:
    start = wanted.start or current_day() + timedelta(days=DAYS_PER_WEEK - current_day().weekday())
    return RunsWanted(
        distance=_distance(wanted.distance),
        race_date=wanted.race_date,
        start=start,
        weekly_km=wanted.weekly_km,
        longest_run_km=wanted.longest_km,
        runs_per_week=wanted.runs_per_week,
    )


def _distance(word: str) -> RaceDistance:
    try:
        return RaceDistance(word.lower())
    except ValueError as fault:
        finding = Finding(
            severity=Severity.ERROR,
            code="unknown_distance",
            message=f"No running plan is made for {word!r}.",
            remedy=f"Use one of {', '.join(RaceDistance)}.",
        )
        raise InputError([finding]) from fault


def _table(made: MadePlan) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("Week of", "Phase", "Distance", "Longest", "Runs"):
        table.add_column(column)
    plan = made.plan
    days = plan.days if plan else ()
    for week in made.weeks:
        inside = [day for day in days if 0 <= (day.date - week.monday).days < DAYS_PER_WEEK]
        runs = [run for day in inside for run in day.runs if run.kind.is_run]
        longest = max((run.distance_m or 0.0 for run in runs), default=0.0)
        table.add_row(
            day_words(week.monday),
            str(week.phase) + (", lighter" if week.down else ""),
            distance_words(week.distance_m, Units.METRIC),
            distance_words(longest, Units.METRIC),
            ", ".join(run.title for run in runs),
        )
    return table
