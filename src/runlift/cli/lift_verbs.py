"""The commands that bring in training of other apps: `import-lifts`, `name`, `names`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()


class LiftUnit(StrEnum):
    """Unit of the weights in a log."""

    KG = "kg"
    LB = "lb"


class Hands(StrEnum):
    """What is written for two weights held at once."""

    EACH = "each"
    TOTAL = "total"


LogFile = Annotated[Path, typer.Argument(help="CSV that Hevy, Strong or FitNotes exported.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
HandWeights = Annotated[
    Hands | None,
    typer.Option(
        "--hand-weights", help="Whether you write one of two dumbbells, or both together, into the app."
    ),
]


@app.command("import-lifts", epilog="Example: runlift import-lifts strong.csv --unit kg")
def import_lifts(
    file: LogFile,
    unit: Annotated[
        LiftUnit | None, typer.Option("--unit", help="Unit of the weights, where the file does not tell it.")
    ] = None,
    hand_weights: HandWeights = None,
    confirm: Annotated[
        bool | None,
        typer.Option(
            "--confirm/--no-input", help="Ask about names that are not sure, or never; on a terminal it asks."
        ),
    ] = None,
    bring_back: Annotated[
        bool, typer.Option("--bring-back", help="Bring back what you took back of it before.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would come of it.")] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: JsonOption = False,
) -> None:
    """Import lifts from Hevy, Strong or FitNotes."""
    from runlift.cli import importing_lifts

    importing_lifts.import_file(
        importing_lifts.Wanted(
            file=file,
            unit=unit.value if unit else None,
            hands=hand_weights.value if hand_weights else None,
            confirm=confirm,
            bring_back=bring_back,
            dry_run=dry_run,
        ),
        database=database,
        who=who,
        as_json=as_json,
    )


@app.command(epilog='Example: runlift name "Goblet Squat (Kettlebell)" goblet_squat')
def name(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name as the other app writes it.")],
    exercise: Annotated[
        str, typer.Argument(metavar="EXERCISE", help="Id or name in the catalogue; - for none of it.")
    ],
    hand_weights: HandWeights = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Say which exercise a name of another app means."""
    from runlift.cli import naming

    naming.keep_name(
        name, exercise, hands=hand_weights.value if hand_weights else None, database=database, who=who
    )


@app.command(epilog="Example: runlift names")
def names(who: Who = WHO_DEFAULT, database: Database = None, as_json: JsonOption = False) -> None:
    """List the names of other apps and what they mean."""
    from runlift.cli import naming

    naming.print_names(database=database, who=who, as_json=as_json)
