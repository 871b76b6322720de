"""What became of the past and what is taken in of it, as lines that a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.plan.outcome import ExerciseResult
from runlift.wording.names import RESULT_WORDS, SESSION_NAMES, counted, day_words, exercise_name
from runlift.wording.reason import reason_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession

MOST_NAMES = 4


def told_words(before: Plan, after: Plan) -> list[str]:
    """Return what is new since the version before: what was done, what is eased, what is left out."""
    known = {session.uid: session.outcome for session in before.sessions}
    new = [each for each in after.sessions if each.outcome and known.get(each.uid) != each.outcome]
    lines = [line for session in new for line in _session_lines(session)]
    lines += [
        f"{day_words(easing.first)} on: {reason_words(easing.reason, after.athlete.units)}"
        for easing in after.easings
        if easing not in before.easings and easing.until > after.first_day
    ]
    for restriction in after.restrictions:
        if restriction not in before.restrictions and restriction.exercises:
            lines.append(reason_words(restriction.reason, after.athlete.units))
            lines.append(f"  Left out: {_names(restriction.exercises)}.")
    return lines


def _session_lines(session: PlannedSession) -> Iterator[str]:
    if session.outcome is None:
        return
    what = f"{day_words(session.date)} {SESSION_NAMES[session.kind]}: {RESULT_WORDS[session.outcome.result]}"
    left_out = [each.exercise for each in session.outcome.exercises if each.result is ExerciseResult.LEFT_OUT]
    yield what + (f", without {_names(left_out)}" if left_out else "")


def _names(exercises: tuple[str, ...] | list[str]) -> str:
    named = ", ".join(exercise_name(each) for each in exercises[:MOST_NAMES])
    more = len(exercises) - MOST_NAMES
    return f"{named} and {counted(more, 'other')}" if more > 0 else named
