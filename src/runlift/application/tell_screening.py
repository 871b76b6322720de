"""Take down the answers to the questions before training, and that somebody allowed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.application.tell_checks import error, fitting_note, refuse, told_day
from runlift.domain.diary.entry import ScreeningTold
from runlift.domain.evidence import number
from runlift.domain.screening.question import questions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runlift.application.author import Author
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.quantity import Finding


def screening_entry(day: date) -> str:
    """Return the id of the answers of a day."""
    return f"screening:{day.isoformat()}"


def tell_screening(told: ScreeningTold, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take down answers.

    Raises:
        InputError: A question is not known or answered both ways, or a day cannot be right.
    """
    problems = [*_unknown(told.yes, "--yes"), *_unknown(told.no, "--no"), *_both_ways(told)]
    problems += [*told_day("--date", told.date, author.today), *fitting_note(told.watched_by, "--watched-by")]
    if told.birth is not None:
        problems += told_day("--birth", told.birth, author.today)
    problems += _due_too_late(told)
    refuse(problems)
    return author.write(screening_entry(told.date), told, latest)


def tell_allowed(day: date, by: str, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take down that somebody who may do so allowed training.

    Raises:
        InputError: Nothing was answered yet, the day cannot be right, or nobody is named.
    """
    entry_id, told = latest_screening(latest)
    problems = told_day("--on", day, author.today)
    if not by.strip():
        problems.append(error("nobody_named", "Nobody is named", "say who allowed it", "--cleared-by"))
    if day < told.date:
        remedy = "give that day or a later one"
        problems.append(error("before_answers", f"The answers are of {told.date}", remedy, "--on"))
    refuse(problems)
    return author.write(entry_id, replace(told, cleared_from=day, cleared_by=by.strip()), latest)


def withdraw_screening(latest: Mapping[str, Recorded], author: Author) -> list[Recorded]:
    """Take back all answers.

    Raises:
        InputError: Nothing was answered.
    """
    latest_screening(latest)
    held = [each for each in latest.values() if isinstance(each.entry, ScreeningTold) and not each.withdrawn]
    return [author.write(each.id, each.entry, latest, withdrawn=True) for each in held]


def latest_screening(latest: Mapping[str, Recorded]) -> tuple[str, ScreeningTold]:
    """Return the latest answers with the id of their entry.

    Raises:
        InputError: Nothing was answered.
    """
    found = [
        (each.id, each.entry)
        for each in latest.values()
        if isinstance(each.entry, ScreeningTold) and not each.withdrawn
    ]
    if not found:
        refuse([error("not_screened", "Nothing was answered yet", 'answer first: "runlift screen"')])
    return max(found, key=lambda each: each[1].date)


def _unknown(ids: tuple[str, ...], place: str) -> list[Finding]:
    known = ", ".join(questions())
    return [
        error("unknown_question", f'"{each}" is no question', f"write one of {known}", place)
        for each in ids
        if each not in questions()
    ]


def _due_too_late(told: ScreeningTold) -> list[Finding]:
    """Tell of a due date farther ahead than a pregnancy lasts: it would be taken for the first trimester.

    Source: SC002
    """
    weeks = number("pregnancy_weeks")
    if told.due is None or told.due - told.date <= timedelta(weeks=weeks):
        return []
    words = f"{told.due} is farther ahead than a pregnancy lasts, about {weeks:g} weeks"
    return [error("due_too_late", words, "check the date", "--due")]


def _both_ways(told: ScreeningTold) -> list[Finding]:
    return [
        error("both_ways", f'"{each}" is answered with yes and no', "give one answer", "--no")
        for each in told.yes
        if each in told.no
    ]
