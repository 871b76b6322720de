"""The `runlift` command: its verbs, and what its exit codes mean.

Exit codes: 0 done; 1 the safety check refuses the plan; 2 wrong input, told in one line a fault;
70 a defect of Runlift; 130 stopped by the user; 141 whoever read the output has gone.
"""

from __future__ import annotations

import sys
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from runlift import __version__
from runlift.cli import (
    assess_verbs,
    complaint_verbs,
    import_verbs,
    lift_verbs,
    log_verbs,
    plan_verbs,
    progress_verbs,
    response_verbs,
    screening_verbs,
    store_verbs,
    strength_verbs,
    workout_verbs,
)
from runlift.cli.arguments import read_clock, read_date
from runlift.cli.ending import REFUSED, WRONG_INPUT, run_to_the_end
from runlift.cli.store_options import WHO_DEFAULT, Database, PlanAsked, Who
from runlift.wording.notice import NOTICE

EPILOG = (
    "Exit codes: 0 done, 1 the safety check refuses the plan, 2 wrong input, 70 a defect of Runlift, "
    "130 stopped."
)

app = typer.Typer(
    name="runlift",
    epilog=f"{EPILOG}\n\n{NOTICE}",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

PlanFile = Annotated[Path, typer.Argument(help="Running plan: ICS, CSV, YAML, JSON or text.")]
MadePlan = Annotated[Path, typer.Argument(help="plan.json, or the folder it lies in.")]
Day = Annotated[date, typer.Argument(parser=read_date, metavar="DATE", help="Day, such as 2027-01-14.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Start = Annotated[
    date | None,
    typer.Option("--start", parser=read_date, metavar="DATE", help="First day of a plan without dates."),
]
RaceDate = Annotated[
    date | None,
    typer.Option(
        "--race-date", parser=read_date, metavar="DATE", help="Race day that the plan is counted back from."
    ),
]
From = Annotated[
    date | None,
    typer.Option("--from", parser=read_date, metavar="DATE", help="First day to plan strength on; today."),
]
Out = Annotated[Path, typer.Option("--out", help="Folder to write to.")]
IN_OUT = Path("out")


class Unit(StrEnum):
    """Unit of bare distances in a running plan."""

    MI = "mi"
    KM = "km"


UnitOption = Annotated[Unit | None, typer.Option("--unit", help="Unit of bare distances in the plan.")]
KeepStrength = Annotated[
    bool, typer.Option("--keep-strength", help="Keep strength sessions that the plan already has.")
]


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Plan strength training that fits your running: placed by proof, prescribed for your kit, explained."""
    if version:
        typer.echo(f"runlift {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(WRONG_INPUT)


@app.command(epilog="Example: runlift read my-plan.csv --race-date 2027-04-11")
def read(
    plan: Annotated[Path | None, typer.Argument(help="Running plan: ICS, CSV, YAML, JSON or text.")] = None,
    start: Start = None,
    race_date: RaceDate = None,
    unit: UnitOption = None,
    confusion: Annotated[
        bool, typer.Option("--confusion", help="Show how well the labelled plan lines are understood.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show what is understood of a running plan."""
    from runlift.cli import reading

    if confusion:
        reading.print_confusion(as_json=as_json)
    elif plan is None:
        raise typer.BadParameter("Give a running plan, or --confusion.")
    else:
        reading.print_reading(plan, start=start, race_date=race_date, unit=unit, as_json=as_json)


@app.command(epilog="Example: runlift correct my-plan.csv 2027-01-14 --kind tempo --distance-km 12")
def correct(
    plan: PlanFile,
    day: Day,
    number: Annotated[int, typer.Option("--number", min=1, help="Which entry of the day.")] = 1,
    kind: Annotated[str | None, typer.Option("--kind", help="The right kind, such as tempo.")] = None,
    key: Annotated[bool | None, typer.Option("--key/--no-key", help="Whether it is a key run.")] = None,
    movable: Annotated[
        bool | None, typer.Option("--movable/--fixed", help="Whether it may change its day.")
    ] = None,
    distance_km: Annotated[
        float | None, typer.Option("--distance-km", min=0.1, max=500, help="Distance [km].")
    ] = None,
    duration_min: Annotated[
        float | None, typer.Option("--duration-min", min=1, max=1440, help="Time [min].")
    ] = None,
    start: Start = None,
    race_date: RaceDate = None,
) -> None:
    """Put one day right; kept beside the plan."""
    from runlift.cli import reading

    reading.write_correction(
        plan,
        reading.WantedCorrection(
            day=day,
            number=number,
            kind=kind,
            key=key,
            movable=movable,
            distance_km=distance_km,
            duration_min=duration_min,
        ),
        start=start,
        race_date=race_date,
    )


@app.command("plan", epilog="Example: runlift plan my-plan.ics --athlete athlete.toml --out season")
def plan_season(
    plan: PlanFile,
    athlete: Annotated[Path, typer.Option("--athlete", help="Who the plan is for: athlete.toml.")],
    out: Out = IN_OUT,
    start: Start = None,
    race_date: RaceDate = None,
    first_day: From = None,
    unit: UnitOption = None,
    keep_strength: KeepStrength = False,
    move_runs: Annotated[
        bool, typer.Option("--move-runs", help="Propose other days for runs marked movable.")
    ] = False,
    accept_moves: Annotated[
        bool, typer.Option("--accept-moves", help="Take the proposed days without asking.")
    ] = False,
    timing: Annotated[
        bool, typer.Option("--timing", help="Record how long the proof took (differs from run to run).")
    ] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    weeks: Annotated[int, typer.Option("--weeks", min=0, help="Weeks to show.")] = 2,
    as_json: JsonOption = False,
) -> None:
    """Plan the season's strength work around a running plan."""
    from runlift.cli import planning

    planning.plan_and_print(
        planning.Wanted(
            plan=plan,
            athlete=athlete,
            out=out,
            start=start,
            race_date=race_date,
            first_day=first_day,
            unit=unit,
            keep_strength=keep_strength,
            move_runs=move_runs or accept_moves,
            accept_moves=accept_moves,
            timing=timing,
            who=who,
            database=database,
        ),
        weeks=weeks,
        as_json=as_json,
    )


@app.command(epilog="Example: runlift show out --from 2027-02-01 --weeks 1")
def show(
    plan: MadePlan = IN_OUT,
    first_day: Annotated[
        date | None, typer.Option("--from", parser=read_date, metavar="DATE", help="First day shown.")
    ] = None,
    weeks: Annotated[int, typer.Option("--weeks", min=1, help="Weeks to show.")] = 2,
    as_json: JsonOption = False,
) -> None:
    """Show weeks of a finished plan."""
    from runlift.cli import planning

    planning.show(plan, first_day=first_day, weeks=weeks, as_json=as_json)


@app.command(epilog="Example: runlift why 2027-01-14 out")
def why(
    day: Day,
    plan: PlanAsked = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: JsonOption = False,
) -> None:
    """Say why a day is as it is, with sources."""
    from runlift.cli import explaining
    from runlift.cli.plan_at_hand import plan_to_look_at

    explaining.print_day(plan_to_look_at(plan, who=who, database=database), day, as_json=as_json)


@app.command("why-not", epilog="Example: runlift why-not 2027-01-14 out --time 18:00")
def why_not(
    day: Day,
    plan: PlanAsked = None,
    clock: Annotated[
        time | None,
        typer.Option("--time", parser=read_clock, metavar="HH:MM", help="Hour; the best of the day."),
    ] = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: JsonOption = False,
) -> None:
    """Say what another slot would cost, or what forbids it."""
    from runlift.cli import explaining
    from runlift.cli.plan_at_hand import plan_to_look_at

    explaining.print_slot(plan_to_look_at(plan, who=who, database=database), day, clock, as_json=as_json)


@app.command(epilog="Example: runlift check out/plan.json")
def check(
    plan: PlanAsked = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: JsonOption = False,
) -> None:
    """Check a finished plan against every safety rule."""
    from runlift.bootstrap import told_before
    from runlift.cli import checking
    from runlift.cli.plan_at_hand import plan_at_hand

    at_hand = plan_at_hand(plan, who=who, database=database)
    told = None if at_hand.is_from_file else told_before(database, who)
    if checking.print_check(at_hand.plan, told, as_json=as_json):
        raise typer.Exit(REFUSED)


@app.command(epilog='Example: runlift accept far_load_step --reason "no smaller plates here" --by "my coach"')
def accept(
    rule: Annotated[str, typer.Argument(help="Rule that warns, as `check` names it.")],
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; kept with the day.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides it.")] = "the athlete",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take it back.")] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Go on despite a warning of the safety check; what it refuses stays refused."""
    from runlift.cli import accepting

    if withdraw:
        accepting.withdraw(rule, who=who, database=database)
    else:
        accepting.accept(rule, reason=reason, by=by, who=who, database=database)


@app.command(epilog="Example: runlift exercises --family squat --kit dumbbell --level 2")
def exercises(
    family: Annotated[str | None, typer.Option("--family", help="Only this family.")] = None,
    kit: Annotated[
        list[str] | None, typer.Option("--kit", help="Only what this kit allows; may be repeated.")
    ] = None,
    level: Annotated[int | None, typer.Option("--level", min=1, max=5, help="Only up to this level.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the catalogue of exercises."""
    from runlift.cli import looking_up

    looking_up.print_exercises(family=family, kit=kit, level=level, as_json=as_json)


@app.command(epilog="Example: runlift evidence S21")
def evidence(
    evidence_id: Annotated[
        str | None, typer.Argument(help="Id of a row, such as S21; all by default.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Show a row of evidence with its source and strength."""
    from runlift.cli import looking_up

    looking_up.print_evidence(evidence_id, as_json=as_json)


@app.command(epilog="Example: runlift schema plan > plan.schema.json")
def schema(
    name: Annotated[str, typer.Argument(help="plan, athlete or running-plan.")],
) -> None:
    """Print a published JSON schema."""
    from runlift.cli import looking_up

    looking_up.print_schema(name)


@app.command(epilog="Example: runlift init --out athlete.toml")
def init(
    out: Annotated[Path, typer.Option("--out", help="File to write.")] = Path("athlete.toml"),
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
) -> None:
    """Ask about the runner and write the athlete file."""
    from runlift.cli import asking

    asking.ask_athlete(out, overwrite=overwrite)


@app.command(
    "make-runs",
    epilog="Example: runlift make-runs half --race-date 2027-05-16 --weekly-km 30 --longest-km 12",
)
def make_runs(
    distance: Annotated[str, typer.Argument(help="5k, 10k, half or marathon.")],
    race_date: Annotated[
        date, typer.Option("--race-date", parser=read_date, metavar="DATE", help="Day of the race.")
    ],
    weekly_km: Annotated[float, typer.Option("--weekly-km", help="Present running a week [km].")],
    longest_km: Annotated[float, typer.Option("--longest-km", help="Longest run of the last 30 days [km].")],
    start: Annotated[
        date | None, typer.Option("--start", parser=read_date, metavar="DATE", help="First day; next Monday.")
    ] = None,
    runs_per_week: Annotated[int, typer.Option("--runs-per-week", min=3, max=6, help="Runs a week.")] = 4,
    out: Annotated[Path, typer.Option("--out", help="File to write.")] = Path("running-plan.yaml"),
    as_json: JsonOption = False,
) -> None:
    """Make a running plan for a runner who has none."""
    from runlift.cli import making_runs

    making_runs.make_and_print(
        making_runs.Wanted(
            distance=distance,
            race_date=race_date,
            weekly_km=weekly_km,
            longest_km=longest_km,
            start=start,
            runs_per_week=runs_per_week,
        ),
        out=out,
        as_json=as_json,
    )


app.add_typer(log_verbs.app)
app.add_typer(screening_verbs.app)
app.add_typer(complaint_verbs.app)
app.add_typer(assess_verbs.app)
app.add_typer(plan_verbs.app)
app.add_typer(store_verbs.app)
app.add_typer(lift_verbs.app)
app.add_typer(strength_verbs.app)
app.add_typer(progress_verbs.app)
app.add_typer(response_verbs.app)
app.add_typer(workout_verbs.app)
app.add_typer(import_verbs.app)


def main() -> None:
    """Run the command, telling faults in plain lines and never as a stack trace."""
    sys.exit(run_to_the_end(lambda: app(prog_name="runlift", standalone_mode=False)))


if __name__ == "__main__":
    main()
