"""What is kept of whom and where: shown, saved elsewhere, put back, handed out, forgotten."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer
from rich.table import Table

from runlift.application.error import InputError
from runlift.bootstrap import (
    backup_database,
    database_state,
    export_athlete,
    open_store,
    restore_database,
)
from runlift.cli.console import console, print_json, working_on
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from runlift.storage.state import AthleteCount, DatabaseState

KILO = 1000


def print_database(database: str | None, *, as_json: bool) -> None:
    """Print where the database is, whether it is durable, and how much it keeps of whom."""
    state = database_state(database)
    if as_json:
        print_json(_document(state))
        return
    out = console()
    settings = ", ".join(f"{name} {value}" for name, value in state.settings)
    for line in (
        state.place,
        f"{state.engine}, schema {state.schema}, {round(state.size_bytes / KILO)} kB",
        f"journal: {state.journal}; {settings}",
    ):
        out.print(line, markup=False, soft_wrap=True)
    if not state.durable:
        out.print("With these settings a power cut may lose what was acknowledged.")
    out.print(_table(state.athletes) if state.athletes else "Nobody is in it yet.")


def back_up(database: str | None, file: Path, *, overwrite: bool) -> None:
    """Write everything into a file and say how much that is."""
    with working_on("Writing the backup"):
        rows = backup_database(database, file, overwrite=overwrite)
    console().print(f"{rows} rows written to {file}.", markup=False, soft_wrap=True)


def restore(database: str | None, file: Path, *, overwrite: bool) -> None:
    """Put a backup back and say what came of it."""
    with working_on("Reading the backup"):
        counts = restore_database(database, file, overwrite=overwrite)
    out = console()
    for athlete, rows in counts.items():
        out.print(f"{athlete}: {rows} rows restored.", markup=False)
    if not counts:
        out.print("The backup is whole and holds nobody.")


def export(database: str | None, who: str, folder: Path) -> None:
    """Write everything of an athlete as files and name them."""
    store = open_store(database)
    _require_known(who, store.athletes())
    with working_on("Writing the files"):
        written = export_athlete(store, who, folder)
    for path in written:
        console().print(str(path), markup=False, soft_wrap=True)


def erase(database: str | None, who: str, *, yes: bool) -> None:
    """Forget an athlete, after asking."""
    state = database_state(database)
    count = next((each for each in state.athletes if each.athlete == who), None)
    question = f"Erase all of {who!r} in {state.place}: {_count_words(count)}? It cannot be undone."
    if not (yes or typer.confirm(question, err=True)):
        typer.echo("Nothing was erased.")
        return
    with working_on("Writing the file anew"):
        open_store(database).erase(who)
    told = f"All of {who!r} is erased" if count else f"Nobody called {who!r} was there"
    typer.echo(f"{told}, and the database was written anew.")
    typer.echo("Backups, exports and plan files elsewhere are yours to delete; see docs/storage.md.")


def _require_known(who: str, known: Collection[str]) -> None:
    """Refuse a name nobody has.

    Raises:
        InputError: Nobody in the database is called so.
    """
    if who in known:
        return
    finding = Finding(
        severity=Severity.ERROR,
        code="athlete_unknown",
        message=f"Nobody called {who!r} is in the database.",
        place="--who",
        remedy=f"Known: {', '.join(sorted(known))}." if known else "It is empty: follow a plan first.",
    )
    raise InputError([finding])


def _count_words(count: AthleteCount | None) -> str:
    if count is None:
        return "nothing is kept"
    return f"entries: {count.entries}, versions of the plan: {count.plans}"


def _table(athletes: tuple[AthleteCount, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Athlete")
    for column in ("Entries", "Versions of them", "Plan versions", "Names"):
        table.add_column(column, justify="right")
    for each in athletes:
        table.add_row(each.athlete, str(each.entries), str(each.versions), str(each.plans), str(each.names))
    return table


def _document(state: DatabaseState) -> dict[str, Any]:
    return asdict(state) | {"settings": dict(state.settings)}
