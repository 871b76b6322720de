"""The command of the field tests: `assess`."""

from __future__ import annotations

from datetime import date  # noqa: TC003  Typer reads the annotations at run time
from pathlib import Path  # noqa: TC003  as above
from typing import Annotated

import typer

from runlift.cli.arguments import read_date
from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()


@app.command(epilog="Example: runlift assess heel-raise --left 22 --right 18")
def assess(
    test: Annotated[
        str | None, typer.Argument(metavar="TEST", help="Which test; all are asked when left out.")
    ] = None,
    left: Annotated[float | None, typer.Option("--left", help="Result of the left side.")] = None,
    right: Annotated[float | None, typer.Option("--right", help="Result of the right side.")] = None,
    both: Annotated[float | None, typer.Option("--both", help="Result of a test of both sides.")] = None,
    pain: Annotated[int | None, typer.Option("--pain", help="Most pain during it, 0 to 10.")] = None,
    on: Annotated[
        date | None,
        typer.Option("--on", parser=read_date, metavar="DATE", help="Day it was done; today by default."),
    ] = None,
    note: Annotated[str, typer.Option("--note", help="Your own words.")] = "",
    list_tests: Annotated[bool, typer.Option("--list", help="Say how each test is done.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Show results and what follows from them.")] = False,
    draw: Annotated[
        Path | None,
        typer.Option("--draw", metavar="FOLDER", help="Write a drawing of each test to a folder."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="With --list or --show: print JSON.")] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Do field tests with a step, a wall and a watch; they choose emphasis and forecast nothing."""
    from runlift.cli import assessing

    if draw is not None:
        assessing.write_drawings(draw)
    elif list_tests:
        assessing.print_tests(test, as_json=as_json)
    elif show:
        assessing.print_findings_of_tests(test, who=who, database=database, as_json=as_json)
    else:
        wanted = assessing.Wanted(test=test, left=left, right=right, both=both, pain=pain, on=on, note=note)
        assessing.assess(wanted, who=who, database=database)
