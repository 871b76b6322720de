"""`runlift log --quick`: sets told in one line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from runlift.application.error import InputError
from runlift.application.find_session import sessions_on
from runlift.application.log_quick import MeantExercise, log_quick
from runlift.application.tell_checks import error, told_day
from runlift.cli.recording import author_now, new_id, open_desk, take_down
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.exercise_name import find_exercise
from runlift.formats.quick_set import read_quick

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runlift.application.quick import QuickExercise
    from runlift.cli.recording import Desk
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.quantity import Finding


def log_in_one_line(
    texts: Sequence[str], *, database: str | None, who: str, day: date | None, effort: float | None
) -> None:
    """Take down sets told in one line.

    Raises:
        InputError: Something is not understood, or it is not sure which exercise is meant; nothing is kept.
    """
    desk, author = open_desk(database, who), author_now()
    on = day or author.today
    told = read_quick("; ".join(texts), desk.units)
    problems = [*told_day("--date", on, author.today), *told.findings]
    sessions = sessions_on(desk.plan, on) if desk.plan else ()
    meant, unsure = _meant(told.exercises, sessions, desk)
    if problems or unsure:
        raise InputError([*problems, *unsure])
    logged = log_quick(meant, sessions, desk.latest(), author, new_id, units=desk.units, on=on, effort=effort)
    take_down(desk, logged.entries, logged.findings)


def _meant(
    told: Sequence[QuickExercise], sessions: Sequence[PlannedSession], desk: Desk
) -> tuple[list[MeantExercise], list[Finding]]:
    """Return which exercises are meant, and what is told of those that are not sure."""
    at_hand = tuple(each.exercise for session in sessions for each in session.exercises)
    confirmed = desk.store.names(desk.who)
    meant: list[MeantExercise] = []
    unsure: list[Finding] = []
    for each in told:
        exercise, near = _exercise(each, at_hand, confirmed, desk)
        if exercise:
            meant.append(MeantExercise(exercise=catalogue()[exercise], told=each))
        else:
            unsure.append(_unsure(each.name, near))
    return meant, unsure


def _exercise(
    told: QuickExercise, at_hand: Sequence[str], confirmed: Mapping[str, str], desk: Desk
) -> tuple[str, tuple[str, ...]]:
    found = find_exercise(told.name, at_hand=at_hand, confirmed=confirmed)
    exercise = found.exercise or _held_so(told, found.near)
    if exercise or not found.near or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return exercise, found.near
    chosen = _ask(told.name, found.near)
    if chosen:
        desk.store.keep_name(desk.who, told.name, chosen)
    return chosen, found.near


def _held_so(told: QuickExercise, near: Sequence[str]) -> str:
    """Return the only exercise near that is done with two weights, where two were told; else empty."""
    if not any(each.load and each.load.per_hand for each in told.sets):
        return ""
    pairs = [each for each in near if catalogue()[each].weights_held > 1]
    return pairs[0] if len(pairs) == 1 else ""


def _ask(name: str, near: Sequence[str]) -> str:
    """Ask which exercise is meant; empty when none of them is."""
    typer.echo(f'Which exercise is "{name}"?')
    for number, each in enumerate(near, start=1):
        typer.echo(f"  {number}  {catalogue()[each].name}")
    answer = typer.prompt("Number, or Enter for none of them", default="", show_default=False).strip()
    return near[int(answer) - 1] if answer.isdecimal() and 1 <= int(answer) <= len(near) else ""


def _unsure(name: str, near: Sequence[str]) -> Finding:
    told = " or ".join(f'"{catalogue()[each].name}"' for each in near)
    remedy = f"do you mean {told}?" if near else 'see "runlift exercises"'
    return error("unsure_exercise", f'It is not sure which exercise "{name}" is', remedy, "--quick")
