"""Options of every command that uses the database."""

from __future__ import annotations

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
