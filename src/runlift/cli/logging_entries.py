"""`runlift entries` and `runlift undo`: what was told, and taking it back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from runlift.application.keep_entries import keep_entries
from runlift.application.take_back import take_back
from runlift.cli.console import print_json
from runlift.cli.recording import after_logging, author_now, counted_lines, open_desk
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import (
    Away,
    RaceAdded,
    RaceCancelled,
    RunAdded,
    RunCancelled,
    RunMoved,
    SetDone,
)
from runlift.formats.diary_json import entry_day, recorded_document
from runlift.wording.names import long_day_words

if TYPE_CHECKING:
    from runlift.application.take_back import TakenBack
    from runlift.cli.recording import Desk
    from runlift.domain.diary.diary import Recorded

CHANGES = (RunMoved, RunAdded, RunCancelled, Away, RaceAdded, RaceCancelled)
DAYS_SHOWN = 14
LETTERS_OF_ID = 8
LONG_ID = 36  # letters of an id that is only a number; shorter ones say what they are


def print_entries(database: str | None, who: str, *, since: date | None, as_json: bool) -> None:
    """Print what was told and holds, by day."""
    desk, today = open_desk(database, who), author_now().today
    since = since or today - timedelta(days=DAYS_SHOWN)
    held = [each for each in Diary.of(desk.store.recorded(who)).entries if _day(each) >= since]
    held.sort(key=_order)
    if as_json:
        print_json({"entries": [recorded_document(each) for each in held]})
        return
    for day, entries in groupby(held, key=_day):
        typer.echo(long_day_words(day))
        for each in entries:
            typer.echo(f"  {desk.words(each.entry)}   [{_shown_id(each)}]")
    if not held:
        typer.echo(f"Nothing was told since {since}.")


def undo(database: str | None, who: str, name: str | None) -> None:
    """Take back what was told last, or one entry; print what it was and what holds now."""
    desk = open_desk(database, who)
    taken = take_back(desk.store.recorded(who), author_now(), name)
    keep_entries(desk.store, who, [each.holds for each in taken])
    for line in counted_lines(words for each in taken if (words := _undone(each, desk))):
        typer.echo(f"Taken back: {line}.")
    after_logging(desk.store, who)


def _undone(each: TakenBack, desk: Desk) -> str:
    """Return what was taken back; empty where that makes no difference in words."""
    words, again = desk.words(each.taken.entry), desk.words(each.holds.entry)
    if each.holds.withdrawn:
        return words
    return "" if again == words else f"{words}; what holds again is: {again}"


def _order(recorded: Recorded) -> tuple[date, datetime, int, str]:
    position = recorded.entry.position if isinstance(recorded.entry, SetDone) else 0
    return _day(recorded), recorded.recorded_at, position, recorded.id


def _day(recorded: Recorded) -> date:
    """Return the day an entry speaks of; of a change of what is to come, the day it was told."""
    told_on = recorded.recorded_at.astimezone().date()
    return told_on if isinstance(recorded.entry, CHANGES) else entry_day(recorded.entry) or told_on


def _shown_id(recorded: Recorded) -> str:
    """Return as much of an id as is needed to name it."""
    is_number = len(recorded.id) == LONG_ID and ":" not in recorded.id
    return recorded.id[:LETTERS_OF_ID] if is_number else recorded.id
