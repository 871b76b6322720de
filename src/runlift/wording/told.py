"""What became of the past and what is taken in of it, as lines that a person can read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.plan.outcome import ExerciseResult
from runlift.wording.assessment import weak_link_words, weak_side_words
from runlift.wording.check_words import CHECK_WORDS
from runlift.wording.complaint import open_complaint_words, routine_item_words, running_words
from runlift.wording.names import RESULT_WORDS, SESSION_NAMES, counted, day_words, exercise_name
from runlift.wording.reason import reason_words
from runlift.wording.verdict import accepted_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift.domain.plan.body import Body, OpenComplaint
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession

MOST_NAMES = 4


def told_words(before: Plan, after: Plan) -> list[str]:
    """Return what is new since the version before: what was done, what is eased, what is left out."""
    known = {session.uid: session.outcome for session in before.sessions}
    new = [each for each in after.sessions if each.outcome and known.get(each.uid) != each.outcome]
    lines = [line for session in new for line in _session_lines(session)]
    easings = [each for each in after.easings if each not in before.easings]
    restrictions = [each for each in after.restrictions if each not in before.restrictions]
    news = replace(
        after,
        easings=tuple(easings),
        restrictions=tuple(restrictions),
        routines=tuple(each for each in after.routines if each not in before.routines),
        body=_new_of_body(before, after),
    )
    return [*lines, *_limit_lines(news)]


def limit_words(plan: Plan, *, today: date) -> list[str]:
    """Return what is asked less of on a day or later, and what is left out, in a plan."""
    return list(_limit_lines(replace(plan, first_day=today)))


def _limit_lines(plan: Plan) -> Iterator[str]:
    units, today = plan.athlete.units, plan.first_day
    for easing in plan.easings:
        if easing.until > today:
            yield f"{day_words(easing.first)} on: {reason_words(easing.reason, units)}"
    for restriction in plan.restrictions:
        if restriction.exercises and (restriction.until is None or restriction.until > today):
            yield reason_words(restriction.reason, units)
            yield f"  Left out: {_names(restriction.exercises)}."
    for complaint in plan.body.complaints:
        running = running_words(complaint)
        yield f"{open_complaint_words(complaint).capitalize()}. {running}".strip()
    yield from (weak_side_words(each) for each in plan.body.weak_sides if each.until > today)
    yield from (weak_link_words(each) for each in plan.body.weak_links if each.until > today)
    for routine in plan.routines:
        yield reason_words(routine.reason, units)
        yield f"  {'; '.join(routine_item_words(each) for each in routine.items)}."
    for accepted in plan.body.accepted:
        warning = CHECK_WORDS.get(accepted.rule, accepted.rule)
        yield f"Despite the warning that {warning}: {accepted_words(accepted)}."


def _new_of_body(before: Plan, after: Plan) -> Body:
    """Return what is known of the body that was not known before; a longer while alone is no news."""
    known = {(each.shown_by, each.side) for each in before.body.weak_sides}
    links = {each.shown_by for each in before.body.weak_links}
    return replace(
        after.body,
        accepted=tuple(each for each in after.body.accepted if each not in before.body.accepted),
        complaints=_new_complaints(before, after),
        weak_sides=tuple(each for each in after.body.weak_sides if (each.shown_by, each.side) not in known),
        weak_links=tuple(each for each in after.body.weak_links if each.shown_by not in links),
    )


def _new_complaints(before: Plan, after: Plan) -> tuple[OpenComplaint, ...]:
    """Return the complaints that are new or have come to another stage."""
    known = {(each.complaint, each.side, each.stage) for each in before.body.complaints}
    return tuple(
        each for each in after.body.complaints if (each.complaint, each.side, each.stage) not in known
    )


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
