"""Which field tests are worth doing again, for a diary and the plan that is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.assessment.findings import findings_of
from runlift.domain.assessment.retest import due_again, next_retest
from runlift.domain.assessment.threshold import Runner
from runlift.domain.complaint.course import open_complaints
from runlift.domain.diary.entry import FieldTestDone

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.assessment.findings import TestFinding
    from runlift.domain.assessment.retest import Retest
    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.plan import Plan


def tests_due(diary: Diary, plan: Plan, *, today: date) -> tuple[FieldTest, ...]:
    """Return the tests that are called to mind on a day; hops not while a complaint is open.

    Source: AS05, AS12
    """
    return due_again(_found(diary, plan, today), plan.weeks, hops=_may_hop(diary, today), today=today)


def tests_to_come(diary: Diary, plan: Plan, *, today: date) -> Retest | None:
    """Return the next day from which tests are worth doing again, and which.

    Source: AS05, AS12
    """
    return next_retest(_found(diary, plan, today), plan.weeks, hops=_may_hop(diary, today))


def _found(diary: Diary, plan: Plan, today: date) -> tuple[TestFinding, ...]:
    runner = Runner(age=plan.athlete.age_on(today), sex=plan.athlete.sex)
    return findings_of(diary.of_kind(FieldTestDone), runner, today=today)


def _may_hop(diary: Diary, today: date) -> bool:
    return not open_complaints(diary, today=today)
