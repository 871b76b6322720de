"""Field tests in words: their names, how each is done, and what the results say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.findings import Says
from runlift.domain.evidence import row
from runlift.wording.citation import status_words
from runlift.wording.names import counted, day_words, exercise_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.assessment.findings import TestFinding
    from runlift.domain.assessment.threshold import Threshold
    from runlift.domain.diary.entry import FieldTestDone
    from runlift.domain.plan.body import WeakLink, WeakSide

MOST_NAMES = 4
NAMES = {
    "heel_raise": "single-leg heel raise",
    "single_leg_bridge": "single-leg bridge",
    "step_down": "step-down",
    "single_leg_squat": "single-leg squat",
    "knee_to_wall": "knee-to-wall lunge",
    "balance_reach": "balance reach",
    "hop": "single-leg hop",
    "repeated_hop": "repeated hop",
    "side_plank": "side plank",
    "front_plank": "front plank",
    "sit_hold": "sit hold",
    "back_hold": "back hold",
    "press_up": "press-up",
    "side_plank_to_back_hold": "back hold against the side plank",
    "sit_hold_to_back_hold": "back hold against the sit hold",
}


def test_words(test: str) -> str:
    """Return the name of a test in a sentence."""
    return NAMES.get(test, test)


def result_words(done: FieldTestDone) -> str:
    """Return what was told of a test: its figures and its pain."""
    test = field_tests().get(done.test)
    unit = "" if test is None else f" {test.unit}"
    pain = "" if not done.pain else f", pain {done.pain}/10"
    return f"{test_words(done.test)}: {figures_words(done)}{unit}{pain}"


def figures_words(done: FieldTestDone) -> str:
    """Return the figures of a test, such as `left 22, right 18`."""
    told = (("left ", done.left), ("right ", done.right), ("", done.both))
    return ", ".join(f"{word}{figure:g}" for word, figure in told if figure is not None)


HOW = {
    "heel_raise": "Stand on one leg on the floor, fingertips on a wall, knee straight. Rise on your "
    "toes as high as you can, once every two seconds (60 beats a minute: up on one, "
    "down on the next). Stop when you lose height, pace or the straight knee. Count "
    "the repetitions of each leg.",
    "single_leg_bridge": "Lie on your back, one heel on a box of 60 cm with the knee a little bent, the "
    "other leg straight up, arms crossed. Lift the hips until they are straight, "
    "touch the floor, go on until you cannot. Count each side. At home a bed, sofa or "
    "chair of 40 to 60 cm will do: use the same one each time; the figures below come "
    "from 60 cm, so take them as a guide only.",
    "step_down": "Stand sideways on a step of 20 cm, one foot in the air beside it. Lower slowly "
    "until the heel brushes the floor, five times, filmed from the front. Score: arms "
    "leave the hips 1, trunk leans 1, pelvis drops 1, knee passes the second toe 1 "
    "(the inside of the foot 2), unsteady 1. Fewer points are better; tell the points "
    "of the leg that stands on the step.",
    "single_leg_squat": "Stand on one leg and squat to about 60 degrees, five times, filmed from the "
    "front. A repetition is good when the trunk stays upright, the pelvis level, and "
    "the knee over the second toe. Tell how many of five were good.",
    "knee_to_wall": "Kneel or stand facing a wall, one foot forward. Touch the wall with the knee "
    "while the heel stays down; move the foot back until it just works. Measure from "
    "the big toe to the wall [cm].",
    "balance_reach": "Stand on one leg with the toes at a line of tape. Slide the other foot forward "
    "along a tape measure as far as you can without putting weight on it, and come "
    "back. Best of three [cm]; tell it for the leg that stands.",
    "hop": "Only when nothing hurts above 2 of 10. Stand on one leg, hop forward as far as "
    "you can and land on the same leg without a second hop. Best of three [cm], from "
    "toe to heel.",
    "repeated_hop": "Only when nothing hurts above 2 of 10. Hop on one leg on the spot, up to fifteen "
    "times. Count those that were free of pain and as high as the others. Any pain: "
    "stop, and have it looked at.",
    "side_plank": "Lie on one side, forearm under the shoulder, feet one on the other or the upper "
    "one in front. Lift the hips until the body is straight and hold. Stop when the "
    "hips sink [s]; tell it for the side that is below.",
    "front_plank": "Forearms and toes on the floor, body straight. Hold until the hips sink or rise [s].",
    "sit_hold": "Sit with knees and hips bent, trunk leaning back about 60 degrees from the "
    "floor, feet held down, arms crossed. Take the support away and hold [s].",
    "back_hold": "Lie face down over the edge of a firm bed with the hips at the edge, somebody or "
    "a heavy thing holding the legs, arms crossed. Hold the trunk level [s]. Leave it "
    "out when your back hurts.",
    "press_up": "Press-ups from the toes, chest to a hand's height above the floor, body "
    "straight. Count those done well.",
}
NO_FORECAST = "These tests choose what your training emphasises; they predict no injury and name no disorder."
DRAWN = "Each as a drawing: runlift assess --draw field-tests"
STOP_HOPPING = (
    "It hurt while hopping: stop hopping and running on it, and see a doctor or a physiotherapist "
    "before you go on; pain in a bone while hopping must be looked at. Tell it too: runlift complaint "
    "add"
)
HURT = "It hurt above 2 of 10, so this result counts nowhere; do it again when nothing hurts."


def how_words(test: FieldTest) -> str:
    """Return how a test is done."""
    return HOW[test.id]


def retest_words(tests: Sequence[FieldTest]) -> str:
    """Return which tests are worth doing again."""
    named = ", ".join(test_words(each.id) for each in tests[:MOST_NAMES])
    more = f" and {counted(len(tests) - MOST_NAMES, 'other')}" if len(tests) > MOST_NAMES else ""
    return f"Worth testing again: {named}{more} (runlift assess)."


def weak_side_words(weak: WeakSide) -> str:
    """Return which side goes first until when, and what shows it."""
    shown = exercise_name(weak.shown_by) if weak.in_training else test_words(weak.shown_by)
    where = f"training ({shown})" if weak.in_training else f"the {shown}"
    return (
        f"{weak.side.value.capitalize()} side first, with one easier set more on usual days, until "
        f"{day_words(weak.until)}: {weak.percent:g} % less in {where}, twice or more."
    )


def weak_link_words(link: WeakLink) -> str:
    """Return what comes first until when, and what shows it."""
    until = day_words(link.until)
    if link.shown_by not in field_tests():
        return f"What trains the back comes first until {until}: {test_words(link.shown_by)} was weak twice."
    return f"What trains the {test_words(link.shown_by)} comes first until {until}: it was weak twice."


def side_words(finding: TestFinding) -> str:
    """Return how the sides of the last result differ and what follows, empty for a test of both sides."""
    found = finding.difference
    if found is None:
        return ""
    weaker = "" if found.weaker is None else f" ({found.weaker.value} weaker)"
    sign = "right minus left, of the higher figure"
    told = f"sides differ by {found.percent:+.1f} %{weaker}; {sign}"
    return f"{told}. {_SIDES[finding.sides]}{_error_words(finding)}".rstrip()


def whole_words(finding: TestFinding, threshold: Threshold | None) -> str:
    """Return what the figures are held against, with its status, and what follows."""
    if threshold is None:
        return ""
    beyond = "from" if finding.test.less_is_better else "below"
    norm = "" if threshold.norm is None else f" (80 % of the norm of {threshold.norm:g})"
    status = "; ".join(dict.fromkeys(status_words(row(each).status) for each in threshold.evidence[:1]))
    against = f"weak {beyond} {threshold.figure:g} {finding.test.unit}{norm}; status of that figure: {status}"
    return f"{against}. {_WHOLE[finding.whole]}".rstrip()


def _error_words(finding: TestFinding) -> str:
    if finding.sides is Says.NOTHING or finding.test.agreement is None:
        return ""
    return f" A repeated test differs by up to {finding.test.agreement:g} {finding.test.unit}."


_SIDES = {
    Says.NOTHING: "Nothing follows from it.",
    Says.REPEAT: "Nothing follows from one test: do it again on another day.",
    Says.WITHIN_ERROR: "Twice in the same direction, but within the error of the test: nothing follows.",
    Says.WEAK: "Twice in the same direction: the weak side goes first and gets one set more.",
    Says.OVER: "It was acted on until its weeks were over: do it again.",
}
_WHOLE = {
    Says.NOTHING: "",
    Says.REPEAT: "Nothing follows from one test: do it again on another day.",
    Says.WITHIN_ERROR: "",
    Says.WEAK: "Weak twice: what trains it comes first.",
    Says.OVER: "It was acted on until its weeks were over: do it again.",
}
