"""The command that tells what to expect of strength work: `expect`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  Typer reads the annotations at run time
from typing import Annotated

import typer

from runlift.cli.race_arguments import (
    Dated,
    RaceTime,
    read_dated_change,
    read_dated_time,
    read_distance,
    read_race_time,
)
from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()


@app.command(epilog="Example: runlift expect season --time 10k=50:00 --distance half")
def expect(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PLAN",
            help="plan.json, or the folder it lies in; else the plan that is followed, else the one in "
            "`out`; with --validate a CSV of trials.",
        ),
    ] = None,
    time: Annotated[
        RaceTime | None,
        typer.Option(
            "--time",
            parser=read_race_time,
            metavar="DISTANCE=TIME",
            help="A time you can run as the season begins, such as 10k=50:00.",
        ),
    ] = None,
    distance: Annotated[
        list[float] | None,
        typer.Option(
            "--distance",
            parser=read_distance,
            metavar="DISTANCE",
            help="A further distance; may be repeated.",
        ),
    ] = None,
    adherence: Annotated[
        float | None,
        typer.Option("--adherence", min=0, max=100, help="Share of the sessions to come you will do [%]."),
    ] = None,
    economy: Annotated[
        list[Dated] | None,
        typer.Option(
            "--economy",
            parser=read_dated_change,
            metavar="DATE=PERCENT",
            help="Measured change of running economy since the start, negative better; may be repeated.",
        ),
    ] = None,
    raced: Annotated[
        list[Dated] | None,
        typer.Option(
            "--raced",
            parser=read_dated_time,
            metavar="DATE=TIME",
            help="A later time over the distance of --time; may be repeated.",
        ),
    ] = None,
    validate: Annotated[
        bool, typer.Option("--validate", help="Show how far off it is for trials it has not seen.")
    ] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what to expect of the season's strength work, as a range."""
    if validate:
        from runlift.cli import validating

        validating.print_validation(path, as_json=as_json)
        return
    from runlift.cli import expecting
    from runlift.cli.plan_at_hand import plan_to_look_at

    expecting.print_expected(
        expecting.Wanted(
            plan=plan_to_look_at(path, who=who, database=database).plan,
            time=time,
            distances=tuple(distance or ()),
            adherence=adherence,
            economy=tuple(economy or ()),
            raced=tuple(raced or ()),
        ),
        as_json=as_json,
    )
