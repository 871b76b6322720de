"""The command that shows progress: `progress`."""

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
