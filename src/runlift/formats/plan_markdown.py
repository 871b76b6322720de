"""The printable plan as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.formats.printed_week import printed_weeks
from runlift.wording.citation import citation_words
from runlift.wording.notice import NOTICE
from runlift.wording.summary import cited_rows, notes_of, summary_words, title_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.plan import Plan
    from runlift.formats.printed_week import PrintedDay, PrintedSession, PrintedWeek

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def dump_markdown(plan: Plan) -> bytes:
    """Write the printable plan; words from the runner's files cannot become markup."""
    return ("\n".join(_lines(plan)) + "\n").encode()


def _lines(plan: Plan) -> Iterator[str]:
    yield f"# {_plain(title_words(plan))}"
    yield ""
    yield _plain(summary_words(plan))
    yield ""
    yield from (f"- {_plain(note)}" for note in notes_of(plan))
    yield ""
    yield NOTICE
    for week in printed_weeks(plan):
        yield from _week(week)
    yield ""
    yield "## Sources"
    yield ""
    yield from (f"- {_plain(citation_words(row))}" for row in cited_rows(plan))


def _week(week: PrintedWeek) -> Iterator[str]:
    yield ""
    yield f"## {_plain(week.title)}"
    yield ""
    for day in week.days:
        yield from _day(day)
    yield from (f"\n{_plain(line)}" for line in week.left_out)


def _day(day: PrintedDay) -> Iterator[str]:
    runs = "; ".join(_plain(run) for run in day.runs)
    yield f"- **{day.day}**: {runs or 'rest'}"
    for session in day.sessions:
        yield from _session(session)


def _session(session: PrintedSession) -> Iterator[str]:
    yield f"  - **{_plain(session.headline)}**"
    for exercise in session.exercises:
        confirm = " (a careful start: confirm it)" if exercise.to_confirm else ""
        ramp = f" (ramp: {_plain(exercise.ramp)})" if exercise.ramp else ""
        yield f"    - [ ] {_plain(exercise.name)}: {_plain(exercise.dose)}{ramp}{confirm}"
    yield from (f"    - why: {_plain(reason)}" for reason in session.reasons)


def _plain(words: str) -> str:
    """Escape what Markdown would take for markup, and keep it on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(words.split()))
