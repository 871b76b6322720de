"""What the diary tells of the runner's body, and what follows from it for the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.adjustment.sides_in_training import weak_sides_in_training
from runlift.domain.assessment.emphasis import even_by_tests, focuses_of, weak_links_of, weak_sides_of
from runlift.domain.assessment.threshold import Runner
from runlift.domain.complaint.course import open_complaints
from runlift.domain.complaint.given import focuses_for, routines_for
from runlift.domain.complaint.rules import easings_for, limits_for, restrictions_for
from runlift.domain.diary.entry import FieldTestDone, SetDone, WarningAccepted
from runlift.domain.plan.body import AcceptedWarning, Body
from runlift.domain.screening.clearance import clearance_of
from runlift.domain.screening.limits import easings_of_screening, restrictions_of_screening

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.diary import Diary
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.past import Past


def body_of(diary: Diary, athlete: Athlete, exercises: Mapping[str, Exercise], *, today: date) -> Body:
    """Return what is known of the runner's body on a day.

    Args:
        diary: All that was told.
        athlete: Who told it.
        exercises: The catalogue by id.
        today: The day.
    """
    tests = diary.of_kind(FieldTestDone)
    runner = Runner(age=athlete.age_on(today), sex=athlete.sex)
    by_tests = weak_sides_of(tests, runner, exercises, today=today)
    in_training = weak_sides_in_training(
        diary.of_kind(SetDone),
        exercises,
        by_tests=by_tests,
        even_by_tests=even_by_tests(tests, exercises, today=today),
        today=today,
    )
    return Body(
        clearance=clearance_of(diary, today=today),
        complaints=open_complaints(diary, today=today),
        accepted=accepted_warnings(diary, today=today),
        weak_sides=(*by_tests, *in_training),
        weak_links=weak_links_of(tests, runner, today=today),
    )


def accepted_warnings(diary: Diary, *, today: date) -> tuple[AcceptedWarning, ...]:
    """Return the warnings that somebody goes on despite, the latest word on each rule."""
    told = sorted(diary.of_kind(WarningAccepted), key=lambda each: (each.date, each.reason, each.by))
    latest = {each.rule: each for each in told if each.date <= today}
    return tuple(
        AcceptedWarning(rule=rule, reason=each.reason, by=each.by, since=each.date)
        for rule, each in sorted(latest.items())
    )


def with_body(past: Past, body: Body, exercises: Mapping[str, Exercise], athlete: Athlete) -> Past:
    """Return a past with the runner's body and all that follows from it."""
    found = body.complaints
    kinds = athlete.places[0].equipment.kinds() if athlete.places else frozenset()
    at_home = {id_: each for id_, each in exercises.items() if each.can_be_done_with(kinds)}
    restrictions = (
        *restrictions_for(found, exercises),
        *restrictions_of_screening(body.clearance, exercises, began=past.began),
    )
    left_out = frozenset(id_ for each in restrictions for id_ in each.exercises)
    return replace(
        past,
        body=body,
        easings=(
            *past.easings,
            *easings_for(found, began=past.began),
            *easings_of_screening(body.clearance, began=past.began),
        ),
        restrictions=(*past.restrictions, *restrictions),
        limits=limits_for(found, exercises),
        focuses=(
            *focuses_for(found, left_out),
            *focuses_of(body.weak_sides, body.weak_links, left_out),
        ),
        routines=routines_for(found, left_out, at_home),
    )
