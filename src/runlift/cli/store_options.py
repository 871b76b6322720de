"""Options of every command that uses the database, and the plan that is followed there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

WHO_DEFAULT = "me"

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        envvar="RUNLIFT_DATABASE",
        metavar="URL",
        help="Database; a file in your data folder by default.",
    ),
]
Who = Annotated[str, typer.Option("--who", envvar="RUNLIFT_WHO", help="Which athlete.")]
PlanAsked = Annotated[
    Path | None,
    typer.Argument(
        metavar="PLAN",
        help="plan.json, or the folder it lies in; else the plan that is followed, else the one in `out`.",
    ),
]
