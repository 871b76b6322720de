"""Lives as Hypothesis thinks them up, step by step: no order of events leads to a plan that must not be."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.life_course import LifeCourse, begin, faults_of

LIVES = 50
STEPS = 40
LONGEST_DAYS = 28
luck = st.integers(min_value=0, max_value=10_000)


class ALife(RuleBasedStateMachine):
    """A runner who follows a plan for some weeks, and tells whatever comes to pass."""

    course: LifeCourse | None = None

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    @initialize(case=luck)
    def begin(self, case: int) -> None:
        self.course = begin(11, case, longest_days=LONGEST_DAYS)
        if self.course is not None:
            self.faults = list(faults_of(self.course.plan))

    def _at(self, chance: int) -> LifeCourse:
        assert self.course is not None
        self.course.life.chance = Random(chance)  # noqa: S311 - the same luck in every run
        return self.course

    @precondition(lambda self: self.course is not None and not self.course.is_over)
    @rule(chance=luck, days=st.integers(min_value=1, max_value=4))
    def train(self, chance: int, days: int) -> None:
        course = self._at(chance)
        for _ in range(days):
            course.life.live(course.plan, course.day)
            course.pass_day()

    @precondition(lambda self: self.course is not None and not self.course.is_over)
    @rule(days=st.integers(min_value=1, max_value=20))
    def do_nothing(self, days: int) -> None:
        assert self.course is not None
        for _ in range(days):
            if not self.course.is_over:
                self.course.pass_day()

    @precondition(lambda self: self.course is not None)
    @rule(chance=luck)
    def tell(self, chance: int) -> None:
        course = self._at(chance)
        course.life.something_else(course.plan, course.day)

    @precondition(lambda self: self.course is not None)
    @rule(chance=luck)
    def answer(self, chance: int) -> None:
        course = self._at(chance)
        course.life.answer(course.day)

    @precondition(lambda self: self.course is not None)
    @rule(chance=luck)
    def complain(self, chance: int) -> None:
        course = self._at(chance)
        course.life.complain(course.day)

    @precondition(lambda self: self.course is not None)
    @rule(chance=luck)
    def correct(self, chance: int) -> None:
        course = self._at(chance)
        course.life.correct_a_set(course.day)

    @precondition(lambda self: self.course is not None)
    @rule(chance=luck)
    def take_back(self, chance: int) -> None:
        course = self._at(chance)
        course.life.take_back(course.day)

    @precondition(lambda self: self.course is not None and not self.course.is_over)
    @rule()
    def plan_again(self) -> None:
        assert self.course is not None
        self.faults = self.course.plan_again()

    @invariant()
    def no_plan_is_at_fault(self) -> None:
        assert self.faults == []


ALife.TestCase.settings = settings(
    max_examples=LIVES,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
TestALife = ALife.TestCase
