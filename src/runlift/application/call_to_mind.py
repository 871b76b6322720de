"""Which field tests are worth doing again, for a diary and the plan that is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.tell_field_test import asked_first, barred
from runlift.domain.assessment.findings import findings_of
from runlift.domain.assessment.retest import due_again, next_retest
from runlift.domain.assessment.threshold import Runner
from runlift.domain.complaint.course import open_complaints
from runlift.domain.diary.entry import FieldTestDone
from runlift.domain.evidence import number
from runlift.domain.plan.body import Body
from runlift.domain.screening.age import with_age_told
from runlift.domain.screening.clearance import clearance_of

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.assessment.findings import TestFinding
    from runlift.domain.assessment.retest import Retest
    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.plan import Plan


def tests_due(diary: Diary, plan: Plan, *, today: date) -> tuple[FieldTest, ...]:
    """Return the tests that are called to mind on a day, without those that may not be done now.

    Source: AS05, AS12, AS16
    """
    return due_again(_found(diary, plan, today), plan.weeks, today=today)


def tests_to_come(diary: Diary, plan: Plan, *, today: date) -> Retest | None:
    """Return the next day from which tests are worth doing again, and which.

    Source: AS05, AS12, AS16
    """
    return next_retest(_found(diary, plan, today), plan.weeks)


def body_for_tests(diary: Diary, *, today: date) -> Body:
    """Return what decides whether a test may be done."""
    return Body(clearance=clearance_of(diary, today=today), complaints=open_complaints(diary, today=today))


def is_minor(diary: Diary, plan: Plan | None, *, today: date) -> bool:
    """Tell whether a runner is, or may be, under 18; who told no age is not.

    Source: X32
    """
    told = clearance_of(diary, today=today)
    if plan is None:
        return told.told_under_18 is not None
    age = with_age_told(plan.athlete, told).age_on(today)
    return age is not None and age < number("adult_age")


def _found(diary: Diary, plan: Plan, today: date) -> tuple[TestFinding, ...]:
    runner = Runner(age=plan.athlete.age_on(today), sex=plan.athlete.sex)
    body, minor = body_for_tests(diary, today=today), is_minor(diary, plan, today=today)
    if asked_first(body):
        return ()
    found = findings_of(diary.of_kind(FieldTestDone), runner, today=today)
    return tuple(each for each in found if not barred(each.test, body, minor=minor))
