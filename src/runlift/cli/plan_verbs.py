"""The commands that follow a plan: `follow`, `replan`, `diff`."""

from __future__ import annotations

from datetime import date  # noqa: TC003  Typer reads the annotations at run time
from pathlib import Path
from typing import Annotated

import typer

from runlift.cli.arguments import read_date
from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()


@app.command(epilog="Example: runlift follow out")
def follow(
    plan: Annotated[Path, typer.Argument(help="plan.json, or the folder it lies in.")] = Path("out"),
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Follow a plan: keep it in the database, so that it can be logged and adapts."""
    from runlift.cli import following

    following.follow(plan, who=who, database=database)


@app.command(epilog="Example: runlift replan --out out")
def replan(
    first_day: Annotated[
        date | None,
        typer.Option(
            "--from",
            parser=read_date,
            metavar="DATE",
            help="First day that may change; today, or a later season's first.",
        ),
    ] = None,
    athlete: Annotated[
        Path | None, typer.Option("--athlete", help="The athlete file, when it has changed.")
    ] = None,
    runs: Annotated[
        Path | None, typer.Option("--runs", help="A new running plan, for the days to come.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write the new plan's files to.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Plan again from what was done and told, and show what changes and why."""
    from runlift.cli import following

    following.replan(
        following.Wanted(
            first_day=first_day,
            athlete=athlete,
            runs=runs,
            out=out,
            keep=not dry_run,
            who=who,
            database=database,
        ),
        as_json=as_json,
    )


@app.command(epilog="Example: runlift diff 3 4")
def diff(
    before: Annotated[
        str | None, typer.Argument(help="Version, or a plan's file or folder; the last but one.")
    ] = None,
    after: Annotated[
        str | None, typer.Argument(help="Version, or a plan's file or folder; the last.")
    ] = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what differs between two versions of a plan."""
    from runlift.cli import following

    following.print_difference(before, after, who=who, database=database, as_json=as_json)


@app.command(epilog="Example: runlift current --weeks 1")
def current(
    first_day: Annotated[
        date | None, typer.Option("--from", parser=read_date, metavar="DATE", help="First day shown; today.")
    ] = None,
    weeks: Annotated[int, typer.Option("--weeks", min=1, help="Weeks to show.")] = 1,
    out: Annotated[Path | None, typer.Option("--out", help="Folder to write the plan's files to.")] = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the plan that is followed, from this week on."""
    from runlift.cli import following

    following.print_current(
        first_day=first_day, weeks=weeks, out=out, who=who, database=database, as_json=as_json
    )
