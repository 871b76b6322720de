"""The commands that bring in recorded activities and show the runs: `import`, `runs`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  Typer reads the annotations at run time
from typing import Annotated

import typer

from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("import", epilog="Example: runlift import strava-export.zip")
def import_activities(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", help="FIT, GPX, TCX, folders of them, exports of Strava, Garmin, Apple Health."
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would come of each file; keep nothing.")
    ] = False,
    table: Annotated[
        bool, typer.Option("--table", help="Show what came of each file, a row for each activity.")
    ] = False,
    unknown_as_run: Annotated[
        bool, typer.Option("--unknown-as-run", help="Take activities whose sport is not told as runs.")
    ] = False,
    time_zone: Annotated[
        str | None,
        typer.Option(
            "--time-zone", metavar="NAME", help="Zone of files that tell only UTC, such as Europe/Berlin."
        ),
    ] = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: JsonOption = False,
) -> None:
    """Import runs and strength sessions from watches and services."""
    from runlift.cli import importing_activities

    importing_activities.import_files(
        importing_activities.Wanted(
            paths=tuple(paths),
            dry_run=dry_run,
            each_file=table or dry_run,
            unknown_as_run=unknown_as_run,
            time_zone=time_zone,
        ),
        database=database,
        who=who,
        as_json=as_json,
    )


@app.command(epilog="Example: runlift runs --weeks 8")
def runs(
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=520, help="Weeks to show.")] = 4,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: JsonOption = False,
) -> None:
    """Show the runs done, with pace, climb, heart rate and load."""
    from runlift.cli import showing_runs

    showing_runs.print_runs(weeks=weeks, database=database, who=who, as_json=as_json)
