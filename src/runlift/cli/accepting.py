"""`runlift accept`: going on despite a warning, with a reason that is kept."""

from __future__ import annotations

import typer

from runlift.application.tell_accepted import tell_accepted, withdraw_accepted
from runlift.cli.recording import after_logging, author_now, open_desk, take_down


def accept(rule: str, *, reason: str, by: str, who: str, database: str | None) -> None:
    """Take down that the warning of a rule is gone on with."""
    desk, author = open_desk(database, who), author_now()
    take_down(desk, [tell_accepted(rule, reason=reason, by=by, latest=desk.latest(), author=author)])


def withdraw(rule: str, *, who: str, database: str | None) -> None:
    """Take that back."""
    desk = open_desk(database, who)
    desk.store.record(who, [withdraw_accepted(rule, desk.latest(), author_now())])
    typer.echo(f"The warning of {rule} is told again.")
    after_logging(desk.store, who)
