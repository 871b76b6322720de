"""The commands that write workouts for watches and paper: `workouts`, `fit-names`, `print`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from runlift.cli.arguments import read_date

app = typer.Typer()

IN_OUT = Path("out")
MadePlan = Annotated[Path, typer.Argument(help="plan.json, or the folder it lies in.")]
FirstDay = Annotated[
    date | None,
    typer.Option("--from", parser=read_date, metavar="DATE", help="First day; the plan's by default."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Format(StrEnum):
    """What workouts are written as."""

    FIT = "fit"
    GARMIN_JSON = "garmin-json"


@app.command(epilog="Example: runlift workouts season --out workouts --weeks 2")
def workouts(
    plan: MadePlan = IN_OUT,
    out: Annotated[Path, typer.Option("--out", help="Folder to write to.")] = Path("workouts"),
    form: Annotated[
        Format, typer.Option("--format", help="FIT files for watches, or JSON of Garmin Connect.")
    ] = Format.FIT,
    first_day: FirstDay = None,
    weeks: Annotated[int | None, typer.Option("--weeks", min=1, help="Weeks; all by default.")] = None,
    steps: Annotated[int, typer.Option("--steps", min=5, max=500, help="Most steps of a workout.")] = 50,
    as_json: JsonOption = False,
) -> None:
    """Write the sessions and structured runs as workouts for a watch."""
    from runlift.cli import writing_workouts

    writing_workouts.write(
        writing_workouts.Wanted(
            plan=plan, out=out, form=form.value, first_day=first_day, weeks=weeks, steps=steps
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
