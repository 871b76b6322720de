"""The commands that write workouts for watches and paper: `workouts`, `fit-names`, `calendar`, `print`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from runlift.cli.arguments import read_date
from runlift.cli.store_options import WHO_DEFAULT, Database, PlanAsked, Who

app = typer.Typer()

FirstDay = Annotated[
    date | None,
    typer.Option("--from", parser=read_date, metavar="DATE", help="First day; the plan's by default."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Format(StrEnum):
    """What workouts are written as."""

    FIT = "fit"
    GARMIN_JSON = "garmin-json"


class Pages(StrEnum):
    """Which pages are printed."""

    ALL = "all"
    WEEKS = "weeks"
    SESSIONS = "sessions"


class Paper(StrEnum):
    """What is printed on."""

    A4 = "a4"
    LETTER = "us-letter"


@app.command(epilog="Example: runlift workouts season --out workouts --weeks 2")
def workouts(
    plan: PlanAsked = None,
    out: Annotated[Path, typer.Option("--out", help="Folder to write to.")] = Path("workouts"),
    form: Annotated[
        Format, typer.Option("--format", help="FIT files for watches, or JSON of Garmin Connect.")
    ] = Format.FIT,
    first_day: FirstDay = None,
    weeks: Annotated[int | None, typer.Option("--weeks", min=1, help="Weeks; all by default.")] = None,
    steps: Annotated[int, typer.Option("--steps", min=5, max=500, help="Most steps of a workout.")] = 50,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: JsonOption = False,
) -> None:
    """Write the sessions and structured runs as workouts for a watch."""
    from runlift.cli import writing_workouts
    from runlift.cli.plan_at_hand import plan_to_hand_out

    writing_workouts.write(
        writing_workouts.Wanted(
            at_hand=plan_to_hand_out(plan, who=who, database=database),
            out=out,
            form=form.value,
            first_day=first_day,
            weeks=weeks,
            steps=steps,
        ),
        as_json=as_json,
    )


@app.command("fit-names", epilog="Example: runlift fit-names --match neighbour")
def fit_names(
    match: Annotated[
        str | None,
        typer.Option("--match", help="Only exact, neighbour or category_only ones."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List what watches call each exercise of the catalogue."""
    from runlift.cli import writing_workouts

    writing_workouts.print_names(match, as_json=as_json)


@app.command(epilog="Example: runlift calendar --out ~/plan.ics --alarm 60")
def calendar(
    plan: PlanAsked = None,
    out: Annotated[Path, typer.Option("--out", help="File to write, or to bring up to date.")] = Path(
        "plan.ics"
    ),
    alarm: Annotated[
        int | None,
        typer.Option("--alarm", min=0, max=10_080, help="Minutes before a session that it rings."),
    ] = None,
    in_zone: Annotated[
        bool, typer.Option("--in-zone", help="Times of the plan's zone; by default they float.")
    ] = False,
    tests: Annotated[
        bool, typer.Option("--tests", help="A day for the field tests that are worth doing again.")
    ] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Write runs and sessions as a calendar, or bring one up to date in place."""
    from runlift.application.call_to_mind import tests_to_come
    from runlift.bootstrap import current_day, told_before, write_calendar
    from runlift.cli.plan_at_hand import plan_to_hand_out

    at_hand = plan_to_hand_out(plan, who=who, database=database)
    diary = told_before(database, who) if tests else None
    retest = tests_to_come(diary, at_hand.plan, today=current_day()) if diary else None
    write_calendar(at_hand.plan, out, alarm_minutes=alarm, in_zone=in_zone, retest=retest)
    typer.echo(f"Written to {out}.")


@app.command("print", epilog="Example: runlift print season --out plan.pdf --weeks 4")
def print_plan(
    plan: PlanAsked = None,
    out: Annotated[Path, typer.Option("--out", help="File to write.")] = Path("plan.pdf"),
    first_day: FirstDay = None,
    weeks: Annotated[int | None, typer.Option("--weeks", min=1, help="Weeks; all by default.")] = None,
    pages: Annotated[Pages, typer.Option("--pages", help="Weeks, sessions or both.")] = Pages.ALL,
    paper: Annotated[Paper, typer.Option("--paper", help="Paper it is printed on.")] = Paper.A4,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Write the plan as PDF: a page a week for the fridge, a page a session for the gym bag."""
    from runlift.cli import printing
    from runlift.cli.plan_at_hand import plan_to_hand_out

    printing.write(
        printing.Wanted(
            at_hand=plan_to_hand_out(plan, who=who, database=database),
            out=out,
            first_day=first_day,
            weeks=weeks,
            pages=pages.value,
            paper=paper.value,
        )
    )
