"""A random life that follows a plan: told, planned again and judged, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.random_lives import Life
from tests.random_worlds import random_world

from runlift.application.error import InputError
from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.athlete.profile import Lifting
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.body import Go, Lock, Stage
from runlift.domain.plan.session import LegStress
from runlift.domain.plan.timing import untimed
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.check import check_plan
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession

DAY = timedelta(days=1)
REQUEST = "no_weights_while_running"
HOURS_AFTER_A_RUN = 3
HOURS_BEFORE_A_KEY_RUN = 24
MOST_REPETITIONS = 30
NEW_TO_LIFTING = (Lifting.NONE, Lifting.NOVICE)
LEAST_RESERVE_OF_THE_NEW = 2


@dataclass
class LifeCourse:
    """A life at a day.

    Attributes:
        life: What was told.
        first: The first plan.
        plan: The plan that is followed.
        day: Today.
    """

    life: Life
    first: Plan
    plan: Plan
    day: date

    @property
    def last(self) -> date:
        """The last day of the running plan."""
        runs = [timed.run.date for timed in self.first.runs]
        return max((*runs, *self.first.rest_days), default=self.first.began)

    @property
    def is_over(self) -> bool:
        """Whether no day is left to live."""
        return self.day >= self.last

    def pass_day(self) -> None:
        """Go on to the next day."""
        self.day += DAY

    def plan_again(self) -> list[str]:
        """Plan again from today; return what is wrong with the plan."""
        basis = Basis(
            athlete=self.first.athlete,
            running_plan=untimed(self.first.runs, self.first.rest_days),
            changes=self.life.diary,
            inputs=self.first.inputs,
        )
        self.plan = plan_again(self.plan, self.life.diary, basis, today=self.day).plan
        return list(faults_of(self.plan))


def begin(seed: int, case: int, *, longest_days: int) -> LifeCourse | None:
    """Begin a life; None where its running plan holds no day to plan."""
    world = random_world(seed, case, longest_days=longest_days)
    try:
        plan = make_plan(
            world.athlete, world.running_plan, first_day=world.first_day, time_zone="Europe/Berlin"
        ).plan
    except InputError:
        return None
    life = Life(chance=Random(f"life {seed}/{case}"))  # noqa: S311 - the same lives in every run
    return LifeCourse(life=life, first=plan, plan=plan, day=plan.began)


def faults_of(plan: Plan) -> Iterator[str]:
    """Yield what must not be in a plan: what the checker refuses, and what is looked for here without it."""
    refused = {each.rule for each in check_plan(plan, catalogue()) if each.level is Level.REFUSE}
    yield from sorted(refused - {REQUEST})
    for session in plan.ahead:
        yield from _faults_of_day(plan, session)
        yield from _faults_of_sets(plan, session)
    days = [session.date for session in plan.ahead]
    if len(days) != len(set(days)):
        yield "two sessions on a day"
    if plan.ahead and _stopped(plan):
        yield "a session although somebody has to be asked first"


def _stopped(plan: Plan) -> bool:
    flagged = any(each.lock is Lock.RED_FLAG for each in plan.body.complaints)
    return flagged or plan.body.clearance.outcome is Go.ASK


def _faults_of_day(plan: Plan, session: PlannedSession) -> Iterator[str]:
    if session.date in plan.rest_days:
        yield "a session on a day of rest"
    begins = datetime.combine(session.date, session.start.replace(tzinfo=None))
    ends = begins + timedelta(minutes=session.minutes)
    for timed in plan.runs:
        if timed.run.kind in {RunKind.REST, RunKind.STRENGTH}:
            continue
        run_begins = timed.starts_at.replace(tzinfo=None)
        run_ends = timed.ends_at.replace(tzinfo=None)
        if run_begins <= begins < run_ends + timedelta(hours=HOURS_AFTER_A_RUN):
            yield "a session too soon after a run"
        if timed.run.date == session.date and run_begins >= begins:
            yield "a session before a run of the day"
        near = begins <= run_begins < ends + timedelta(hours=HOURS_BEFORE_A_KEY_RUN)
        if near and timed.run.key and session.leg_stress is LegStress.HEAVY:
            yield "heavy legs before a key run"


def _faults_of_sets(plan: Plan, session: PlannedSession) -> Iterator[str]:
    locked = any(
        each.stage is Stage.LOCKED and each.lock is not Lock.UNANSWERED for each in plan.body.complaints
    )
    for exercise in (*session.exercises, *session.ten_minutes):
        for one in exercise.sets:
            if one.reps is not None and not 1 <= one.reps <= MOST_REPETITIONS:
                yield "repetitions out of bounds"
            novice = plan.athlete.lifting in NEW_TO_LIFTING and one.load_kg and one.reps and not one.warm_up
            if novice and (one.rir is None or one.rir < LEAST_RESERVE_OF_THE_NEW):
                yield "somebody new to lifting near to failure"
            if locked and one.contacts:
                yield "jumps on a locked complaint"


def live(seed: int, case: int, *, longest_days: int) -> tuple[int, tuple[str, ...]]:
    """Live a whole life; return how often it was planned again and what was wrong, with its day."""
    course = begin(seed, case, longest_days=longest_days)
    if course is None:
        return 0, ()
    faults, made = [f"first plan: {each}" for each in faults_of(course.plan)], 0
    while not course.is_over:
        course.life.live(course.plan, course.day)
        course.pass_day()
        if course.life.chance.random() < 0.35:
            made += 1
            faults += [f"{course.day}: {each}" for each in course.plan_again()]
    return made, tuple(faults)
