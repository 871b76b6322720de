"""The questions of the field tests, how to answer them, and what is told after an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.ask_field_tests import Says
from runlift.domain.plan.session import Side
from runlift.wording.assessment import HURT, STOP_HOPPING, figures_words

if TYPE_CHECKING:
    from runlift.application.ask_field_tests import Question

HURTS_NOW = "Does anything hurt now? 0 (nothing) to 10; Enter leaves it open, and then hops are left out."
HOW_IN_SHORT = 'Write the result. Enter leaves a test out, "b" goes back, "q" leaves; "?" shows all.'
FORMS = (
    ("22", "the result, in the unit that is asked"),
    ("Enter", "leave this test out; one told before stays as it was"),
    ("p 4 knee", "it hurts: how much out of 10, and where; above 2 the test stops"),
    ("b", "back one question, to correct it"),
    ("q", "leave; runlift assess goes on there on the same day"),
    ("?", "shows all this"),
)
LONGEST_FORM = max(len(form) for form, _ in FORMS)
SAYS = {
    Says.HOPS_LEFT_OUT: "Hops are left out: they are tested only when nothing hurts, no complaint is "
    "open and no limit speaks against them.",
    Says.TESTS_LIMITED: "Left out what your age or a limit of your answers before training speaks "
    "against: runlift screen --show.",
    Says.TEST_LEFT_OUT: "Left out.",
    Says.AS_TOLD: "It stays as told.",
    Says.NOTHING_THAT_HURTS: "Leave out every test that loads what hurts; its result would count nowhere. "
    "Where it hurts is told with `runlift complaint add`.",
    Says.NO_TESTS_TODAY: "Test nothing today: that is too much pain. Leave alone what brings it on, and see "
    "a physiotherapist if it stays; `runlift complaint add` asks what speaks against going on.",
    Says.STOP_TEST: "Stop this test and leave it out: above 2 of 10 its result would count nowhere. Do it "
    "again on a day when nothing hurts. See a physiotherapist if it stays; `runlift complaint add` asks what "
    "speaks against going on.",
    Says.STOP_HOPPING: STOP_HOPPING,
    Says.COUNTS_NOWHERE: HURT,
}


def help_lines() -> list[str]:
    """Return every form of an answer, one a line."""
    return [f"{form:<{LONGEST_FORM}}  {meaning}" for form, meaning in FORMS]


def question_words(question: Question) -> str:
    """Return what is asked, such as `left [reps]`."""
    if question.test is None:
        return HURTS_NOW
    if question.side is None:
        return "pain during it, 0 to 10" + ("" if question.test.hops else "; Enter for none told")
    side = "result" if question.side is Side.BOTH else question.side.value
    before = "" if question.before is None else f" (told before: {figures_words(question.before)})"
    return f"{side} [{question.test.unit}]{before}"
