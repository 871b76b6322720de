"""`runlift plan` and `runlift show`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import typer

from runlift.application.error import InputError
from runlift.bootstrap import (
    accept_moves,
    make_plan,
    propose_moves,
    read_athlete,
    read_plan,
    read_running_plan,
    told_before,
    write_plan,
)
from runlift.cli.console import console, print_findings, print_json, working_on
from runlift.cli.plan_at_hand import say_when_refused
from runlift.cli.store_options import WHO_DEFAULT
from runlift.cli.week_table import session_details, week_table, weeks_from
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.entry import DistanceUnit
from runlift.formats.plan_json import plan_document
from runlift.wording.names import day_words, points_words
from runlift.wording.told import limit_words
from runlift.wording.unmet import unmet_words

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.bootstrap import AthleteRead, RunsRead
    from runlift.cli.main import Unit
    from runlift.domain.placement.move_runs import RunMoves
    from runlift.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for on the command line."""

    plan: Path
    athlete: Path
    out: Path
    start: date | None = None
    race_date: date | None = None
    first_day: date | None = None
    unit: Unit | None = None
    keep_strength: bool = False
    move_runs: bool = False
    accept_moves: bool = False
    timing: bool = False
    who: str = WHO_DEFAULT
    database: str | None = None


def plan_and_print(wanted: Wanted, *, weeks: int, as_json: bool) -> None:
    """Make the plan, write its files, and show its first weeks."""
    with working_on("Reading the athlete file and the running plan"):
        athlete = read_athlete(wanted.athlete, today=wanted.first_day)
        runs = _runs(wanted, athlete)
    if wanted.move_runs:
        runs = _moved(wanted, athlete, runs)
    with working_on("Placing and prescribing the season"):
        plan = make_plan(
            athlete,
            runs,
            first_day=wanted.first_day,
            timing=wanted.timing,
            diary=told_before(wanted.database, wanted.who),
        )
        written = write_plan(plan, wanted.out)
    if as_json:
        print_json(plan_document(plan))
        return
    _print_weeks(plan, plan.first_day, weeks)
    _print_summary(plan, plan.first_day)
    print_findings(plan.warnings)
    console().print("Written: " + ", ".join(str(path) for path in written), soft_wrap=True)


def show(path: Path, *, first_day: date | None, weeks: int, as_json: bool) -> None:
    """Show weeks of a finished plan."""
    plan = read_plan(path)
    say_when_refused(plan, str(path))
    show_weeks(plan, first_day=first_day or plan.first_day, weeks=weeks, place=str(path), as_json=as_json)


def show_weeks(plan: Plan, *, first_day: date, weeks: int, place: str, as_json: bool) -> None:
    """Show weeks of a plan, from the one that holds a day; `place` says where the plan lies."""
    first = first_day
    if not weeks_from(plan, first, weeks):
        raise InputError([_nothing_to_show(place, first)])
    if as_json:
        shown = {week.monday for week in weeks_from(plan, first, weeks)}
        document = plan_document(plan)
        document["weeks"] = [
            each for each in document["weeks"] if date.fromisoformat(each["monday"]) in shown
        ]
        for part in ("runs", "sessions"):
            document[part] = [each for each in document[part] if _in_weeks(each["date"], shown)]
        print_json(document)
        return
    _print_weeks(plan, first, weeks)
    _print_summary(plan, first)


def _nothing_to_show(place: str, first: date) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="day_outside_plan",
        message=f"The plan has no week from {first} on.",
        place=place,
        remedy="Give an earlier day with --from.",
    )


def _in_weeks(day: str, mondays: set[date]) -> bool:
    return any(0 <= (date.fromisoformat(day) - monday).days < 7 for monday in mondays)  # noqa: PLR2004  days


def _runs(wanted: Wanted, athlete: AthleteRead) -> RunsRead:
    return read_running_plan(
        wanted.plan,
        start=wanted.start,
        race_date=wanted.race_date,
        goal_race=athlete.goal_race,
        today=wanted.first_day,
        time_zone=athlete.athlete.time_zone,
        unit=DistanceUnit(wanted.unit.value) if wanted.unit else None,
        keep_strength=wanted.keep_strength,
    )


def _moved(wanted: Wanted, athlete: AthleteRead, runs: RunsRead) -> RunsRead:
    """Return the running plan with the better days that the runner takes, at once when no run may move."""
    if not any(run.movable for run in runs.plan.runs()):
        typer.echo("No run is marked movable; mark one with `runlift correct PLAN DATE --movable`.", err=True)
        return runs
    with working_on("Looking for better days for the runs that may move"):
        moves = propose_moves(athlete, runs, first_day=wanted.first_day)
    return accept_moves(runs, moves) if _accepted(moves, asked=not wanted.accept_moves) else runs


def _accepted(moves: RunMoves, *, asked: bool) -> bool:
    """Show the gain of the moves, and whether they are taken."""
    if not moves.moves:
        typer.echo("No run marked movable would be better on another day.", err=True)
        return False
    for move in moves.moves:
        line = f"{move.run.title}: {day_words(move.run.date)} to {day_words(move.to_day)}"
        typer.echo(line, err=True)
    typer.echo(f"These moves save {points_words(moves.gain)}.", err=True)
    return not asked or typer.confirm("Take them?", err=True)


def _print_weeks(plan: Plan, first: date, count: int) -> None:
    out = console()
    for week in weeks_from(plan, first, count):
        out.print(week_table(plan, week))
        for line in session_details(plan, week):
            out.print(line, markup=False)
        out.print()


def _print_summary(plan: Plan, first: date) -> None:
    out = console()
    for line in limit_words(plan, today=first):
        out.print(line, markup=False)
    out.print(
        f"{len(plan.sessions)} strength sessions in {len(plan.weeks)} weeks; "
        f"placement proven {plan.proof.status} at {points_words(plan.proof.objective)}."
    )
    for line in unmet_words(plan.unmet):
        out.print(line, markup=False)
