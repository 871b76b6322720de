"""The printable plan as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.formats.printed_week import printed_weeks
from runlift.wording.citation import citation_words
from runlift.wording.notice import HOW_TO_READ, NOTICE
from runlift.wording.summary import bill_words, cited_rows, notes_of, summary_words, title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.domain.plan.plan import Plan
    from runlift.formats.printed_week import PrintedDay, PrintedExercise, PrintedSession, PrintedWeek

# Every line begins with words of our own, so what is markup only at a line's beginning needs no escape.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")


def dump_markdown(plan: Plan) -> bytes:
    """Write the printable plan; words from the runner's files cannot become markup."""
    return ("\n".join(_lines(plan)) + "\n").encode()


def _lines(plan: Plan) -> Iterator[str]:
    yield f"# {_plain(title_words(plan))}"
    yield from ("", _plain(summary_words(plan)), "")
    yield from _bullets(bill_words(plan))
    yield from ("", NOTICE, "", "## To know first", "")
    yield from _bullets([HOW_TO_READ, *notes_of(plan)])
    for week in printed_weeks(plan):
        yield from _week(week)
    yield from ("", "## Sources", "")
    yield from _bullets(citation_words(row) for row in cited_rows(plan))


def _week(week: PrintedWeek) -> Iterator[str]:
    yield from ("", f"## {_plain(week.title)}", "")
    for day in week.days:
        yield from _day(day)
    for line in (*week.left_out, *week.reasons, *week.routine_reasons):
        yield from ("", _plain(line))


def _day(day: PrintedDay) -> Iterator[str]:
    runs = "; ".join(_plain(run.line) for run in day.runs)
    yield f"- **{day.day}**: {runs or ('no run' if day.sessions else 'rest')}"
    for session in day.sessions:
        yield from _session(session)
    for routine in day.routines:
        yield f"  - {_plain(routine.headline)}"
        yield from (f"    - [ ] {_plain(item)}" for item in routine.items)


def _session(session: PrintedSession) -> Iterator[str]:
    yield f"  - **{_plain(session.headline)}**"
    yield f"    - {_plain(session.beginning)}"
    yield from (f"    - [ ] {_exercise(exercise)}" for exercise in session.exercises)
    short = "; ".join(f"{_plain(each.name)} {_plain(each.dose)}" for each in session.ten_minutes)
    if short:
        yield f"    - only ten minutes: {short}"
    yield from (f"    - why: {_plain(reason)}" for reason in session.reasons)


def _exercise(exercise: PrintedExercise) -> str:
    confirm = " (a careful start: confirm it)" if exercise.to_confirm else ""
    ramp = f" (first {_plain(exercise.ramp)})" if exercise.ramp else ""
    return f"{_plain(exercise.name)}: {_plain(exercise.dose)}{ramp}{confirm}"


def _bullets(lines: Iterable[str]) -> Iterator[str]:
    return (f"- {_plain(line)}" for line in lines)


def _plain(words: str) -> str:
    """Escape what Markdown would take for markup, and keep it on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(words.split()))
