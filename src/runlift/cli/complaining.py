"""`runlift complaint`: what hurts, the questions that come first, and what follows from it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from runlift.application.body_parts import read_body_part
from runlift.application.tell_checks import error, refuse
from runlift.application.tell_complaint import (
    named_complaint,
    open_complaint_entry,
    tell_answers,
    tell_complaint,
    tell_pain_of,
)
from runlift.application.tell_complaint import (
    tell_cleared as cleared_entry,
)
from runlift.application.tell_complaint import (
    tell_over as over_entry,
)
from runlift.bootstrap import told_before, write_file
from runlift.cli.console import console, print_json
from runlift.cli.recording import author_now, new_id, open_desk, take_down
from runlift.cli.typed import one_of
from runlift.domain.athlete.notation import NotUnderstoodError
from runlift.domain.complaint.complaint import complaints, red_flags_of
from runlift.domain.complaint.course import open_complaints
from runlift.domain.diary.entry import ComplaintTold
from runlift.domain.plan.session import Side
from runlift.formats.body_map import body_map
from runlift.wording.citation import citation_words
from runlift.wording.complaint import (
    FEELS_LIKE,
    QUESTIONS,
    RUNNING,
    advice_words,
    given_words,
    gravest,
    open_complaint_words,
    pain_limit_words,
    running_words,
)
from runlift.wording.notice import NOTICE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from runlift.domain.complaint.complaint import Complaint
    from runlift.domain.diary.entry import BodyPart
    from runlift.domain.plan.body import OpenComplaint


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to the questions that come first.

    Attributes:
        red_flags: Those answered with yes.
        given: Whether they were answered on the command line.
    """

    red_flags: tuple[str, ...] = ()
    given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A complaint, as typed."""

    name: str | None
    side: str | None
    pain: int | None
    at: str | None
    day: date | None
    answers: Answers
    note: str


def answers_given(red_flags: Sequence[str] | None, *, no_red_flags: bool) -> Answers:
    """Return the answers given as options.

    Raises:
        InputError: Both options are given.
    """
    if red_flags and no_red_flags:
        refuse([error("both_answers", "Both --red-flag and --no-red-flags are given", "give one of them")])
    return Answers(red_flags=tuple(red_flags or ()), given=bool(red_flags) or no_red_flags)


def add(wanted: Wanted, *, who: str, database: str | None) -> None:
    """Take down a new complaint, with its first pain."""
    desk, author = open_desk(database, who), author_now()
    complaint = named_complaint(wanted.name) if wanted.name else _asked_which()
    answers = _answers(complaint, wanted.answers)
    told = ComplaintTold(
        complaint=complaint,
        first=wanted.day or author.today,
        side=_side(wanted.side) or Side.BOTH,
        at=_place(wanted.at),
        answered=answers.given,
        red_flags=answers.red_flags,
        note=wanted.note,
    )
    entries = [tell_complaint(told, desk.latest(), author)]
    if wanted.pain is not None:
        entries.append(tell_pain_of(told, wanted.pain, author, new_id, day=told.first))
    take_down(desk, entries)
    _advise(told)


def tell_pain(
    name: str,
    level: int,
    *,
    side: str | None,
    day: date | None,
    next_morning: bool,
    who: str,
    database: str | None,
) -> None:
    """Take down pain of an open complaint."""
    desk, author = open_desk(database, who), author_now()
    _, found = open_complaint_entry(name, _side(side), desk.latest(), author.today)
    on = day or author.today
    take_down(desk, [tell_pain_of(found, level, author, new_id, day=on, next_morning=next_morning)])
    print_open(who=who, database=database, as_json=False)


def answer(name: str, answers: Answers, *, side: str | None, who: str, database: str | None) -> None:
    """Take down the answers to the first questions of an open complaint."""
    desk, author = open_desk(database, who), author_now()
    entry_id, found = open_complaint_entry(name, _side(side), desk.latest(), author.today)
    asked = _answers(found.complaint, answers)
    if not asked.given:
        refuse(
            [error("no_answers", "Nothing is answered", "give --no-red-flags, or --red-flag ID for each yes")]
        )
    written = tell_answers(entry_id, asked.red_flags, desk.latest(), author)
    take_down(desk, [written])
    if isinstance(written.entry, ComplaintTold):
        _advise(written.entry)


def tell_cleared(
    name: str, by: str, *, day: date | None, side: str | None, who: str, database: str | None
) -> None:
    """Take down that training was allowed again."""
    desk, author = open_desk(database, who), author_now()
    entry_id, _ = open_complaint_entry(name, _side(side), desk.latest(), author.today)
    take_down(desk, [cleared_entry(entry_id, day or author.today, by, desk.latest(), author)])


def tell_over(name: str, *, day: date | None, side: str | None, who: str, database: str | None) -> None:
    """Take down that a complaint is over."""
    desk, author = open_desk(database, who), author_now()
    entry_id, _ = open_complaint_entry(name, _side(side), desk.latest(), author.today)
    take_down(desk, [over_entry(entry_id, day or author.today, desk.latest(), author)])


def print_open(*, who: str, database: str | None, as_json: bool) -> None:
    """Print the open complaints and how far each has come."""
    found = open_complaints(told_before(database, who), today=author_now().today)
    if as_json:
        print_json([_document(one) for one in found])
        return
    out = console()
    if not found:
        out.print("No complaint is open.")
    for one in found:
        out.print(f"{open_complaint_words(one)} (since {one.since}, last told {one.last_told})", markup=False)
        for flag in one.red_flags:
            out.print(f"  {QUESTIONS[flag]} Yes. {advice_words(flag)}", markup=False)
        out.print(f"  {pain_limit_words(one.complaint)}", markup=False)
        out.print(f"  Running: {running_words(one)}", markup=False)


def print_about(name: str | None) -> None:
    """Print what is known of a complaint, or all in short."""
    out = console()
    if name is None:
        for each in complaints().values():
            out.print(f"{each.name}: {FEELS_LIKE[each.id]}", markup=False)
        out.print(NOTICE)
        return
    complaint = complaints()[named_complaint(name)]
    out.print(f"{complaint.name}: {FEELS_LIKE[complaint.id]}.", markup=False)
    out.print(pain_limit_words(complaint.id))
    out.print(f"Running: {RUNNING[complaint.id]}", markup=False)
    out.print("Given, by stage:")
    for line in _given_lines(complaint):
        out.print(f"  {line}", markup=False)
    out.print("Asked first:")
    for flag in red_flags_of(complaint.id):
        out.print(f"  {flag.id}: {QUESTIONS[flag.id]} Yes: {advice_words(flag.id)}", markup=False)
    out.print(f"Source: {citation_words(complaint.evidence)}", markup=False)
    out.print(NOTICE)


def write_body_map(path: Path) -> None:
    """Write the picture of the body."""
    write_file(path, body_map())
    typer.echo(f"Written to {path}.")


def _given_lines(complaint: Complaint) -> list[str]:
    return [
        f"{given_words(each)}, {each.first_stage.word} to {each.last_stage.word}" for each in complaint.given
    ]


def _advise(told: ComplaintTold) -> None:
    """Say whom to see when a red flag was told, loudly, or that the questions are still open."""
    worst = gravest(told.red_flags)
    if worst:
        typer.echo(
            f"STOP. {QUESTIONS[worst]} You said yes. {advice_words(worst)} Nothing is planned until then."
        )
    elif not told.answered:
        name = complaints()[told.complaint].name
        typer.echo(
            f"The first questions are open, so nothing loads the legs: runlift complaint answer {name}"
        )
    else:
        typer.echo(f"Running: {RUNNING[told.complaint]}")
    typer.echo(NOTICE)


def _answers(complaint: str, given: Answers) -> Answers:
    """Return the answers given, or asked in the terminal; nothing is taken for a no."""
    if given.given or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return given
    typer.echo("Some questions come first.")
    yes = tuple(
        flag.id for flag in red_flags_of(complaint) if typer.confirm(QUESTIONS[flag.id], default=None)
    )
    return Answers(red_flags=yes, given=True)


def _asked_which() -> str:
    """Ask where it hurts and what it is like, and return the complaint."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        refuse([error("name_missing", "No complaint is named", "see `runlift complaint about`", "NAME")])
    place = read_body_part(typer.prompt("Where does it hurt?"))
    near = [each for each in complaints().values() if place in each.places] or list(complaints().values())
    typer.echo("What is it like?")
    for number, each in enumerate(near, start=1):
        typer.echo(f"  {number}  {FEELS_LIKE[each.id]}")
    chosen: int = typer.prompt("Number", type=int)
    if not 1 <= chosen <= len(near):
        refuse([error("no_such_number", f"There is no {chosen}", f"give 1 to {len(near)}")])
    return near[chosen - 1].id


def _side(text: str | None) -> Side | None:
    return one_of(Side, text, "--side") if text else None


def _place(text: str | None) -> BodyPart | None:
    if text is None:
        return None
    try:
        return read_body_part(text)
    except NotUnderstoodError as fault:
        refuse([error("unknown_place", str(fault), fault.remedy, "--at")])
        raise


def _document(one: OpenComplaint) -> dict[str, object]:
    return {
        "complaint": complaints()[one.complaint].name,
        "side": one.side.value,
        "first": one.first.isoformat(),
        "stage": one.stage.word,
        "since": one.since.isoformat(),
        "last_told": one.last_told.isoformat(),
        "lock": one.lock.value,
        "severe": one.severe,
        "too_much": one.too_much,
        "red_flags": list(one.red_flags),
    }
