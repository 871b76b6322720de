"""The commands that show what came of it: `progress` and `efficiency`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  Typer reads the annotations at run time
from typing import Annotated

import typer

from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()


@app.command(epilog="Example: runlift progress --weeks 12 --out progress")
def progress(
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=104, help="Weeks to show.")] = 12,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write pictures to, SVG and PNG.")
    ] = None,
    database: Database = None,
    who: Who = WHO_DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show progress: consistency, sets, load, strength, left and right, body mass."""
    from runlift.cli import progressing

    progressing.print_progress(weeks=weeks, out=out, database=database, who=who, as_json=as_json)


@app.command(epilog="Example: runlift efficiency --weeks 16 --rest 52 --out progress")
def efficiency(
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=520, help="Weeks to show.")] = 12,
    rest: Annotated[
        float | None,
        typer.Option("--rest", min=25, max=110, help="Your heart rate at rest [beats/min]; 60 is assumed."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write the picture to, SVG and PNG.")
    ] = None,
    database: Database = None,
    who: Who = WHO_DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show how far a heartbeat carries in your easy runs, and whether that changes."""
    from runlift.cli import showing_efficiency

    showing_efficiency.print_efficiency(
        weeks=weeks, rest=rest, out=out, database=database, who=who, as_json=as_json
    )
