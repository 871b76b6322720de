"""The commands that measure the program by what was lifted: `backtest`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003  Typer reads the annotations at run time
from typing import Annotated

import typer

from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()


class LogUnit(StrEnum):
    """Unit of the weights in a log."""

    KG = "kg"
    LB = "lb"


@app.command(epilog="Example: runlift backtest strong.csv, or runlift backtest --synthetic 20 --seed 1")
def backtest(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Logs of Hevy, Strong or FitNotes; your diary by default."),
    ] = None,
    synthetic: Annotated[
        int | None,
        typer.Option(
            "--synthetic", min=1, max=500, metavar="N", help="Make up the logs of N people instead."
        ),
    ] = None,
    setting: Annotated[
        str, typer.Option("--setting", help="How these people are, or all for every kind.")
    ] = "usual",
    seed: Annotated[int, typer.Option("--seed", min=0, help="Begins all randomness.")] = 1,
    body_mass: Annotated[
        float | None,
        typer.Option("--body-mass", min=25, max=250, help="Body mass, where the diary tells none [kg]."),
    ] = None,
    unit: Annotated[
        LogUnit | None, typer.Option("--unit", help="Unit of the weights, where the file does not tell it.")
    ] = None,
    database: Database = None,
    who: Who = WHO_DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Foretell each session's best set from the past only, and show how far off that is."""
    from runlift.cli import backtesting

    backtesting.print_backtest(
        backtesting.Wanted(
            files=tuple(files or ()),
            synthetic=synthetic,
            setting=setting,
            seed=seed,
            body_mass_kg=body_mass,
            unit=unit.value if unit else None,
            database=database,
            who=who,
        ),
        as_json=as_json,
    )
