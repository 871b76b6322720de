"""`runlift backup`, `restore`, `export`, `erase` and `database`: what is kept, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command(epilog="Example: runlift database")
def database(database: Database = None, as_json: JsonOption = False) -> None:
    """Say where the database is and what it holds."""
    from runlift.cli import keeping

    keeping.print_database(database, as_json=as_json)


@app.command(epilog="Example: runlift backup runlift-2027-01-14.backup")
def backup(
    file: BackupFile,
    database: Database = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
) -> None:
    """Write everything the database keeps into one file."""
    from runlift.cli import keeping

    keeping.back_up(database, file, overwrite=overwrite)


@app.command(epilog="Example: runlift restore runlift-2027-01-14.backup --database new.db")
def restore(
    file: BackupFile,
    database: Database = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace what the database keeps of the same athletes.")
    ] = False,
) -> None:
    """Put a backup into the database, all or nothing."""
    from runlift.cli import keeping

    keeping.restore(database, file, overwrite=overwrite)


@app.command(epilog="Example: runlift export --out my-training")
def export(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Folder to write to.")],
    database: Database = None,
    who: Who = WHO_DEFAULT,
) -> None:
    """Write everything kept of an athlete as JSON and CSV."""
    from runlift.cli import keeping

    keeping.export(database, who, out)


@app.command(epilog="Example: runlift erase --who me")
def erase(
    database: Database = None,
    who: Who = WHO_DEFAULT,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Forget an athlete entirely, down to the bytes of the file."""
    from runlift.cli import keeping

    keeping.erase(database, who, yes=yes)
