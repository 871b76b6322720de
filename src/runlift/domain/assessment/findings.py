"""What field tests show: of each test its last result, and what follows from the last two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.assessment.difference import Difference, difference_of
from runlift.domain.assessment.field_test import FieldTest, field_tests
from runlift.domain.assessment.threshold import is_weak, weak_link
from runlift.domain.assessment.weak_side import show_the_same, shown_side, weak_until
from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runlift.domain.assessment.threshold import Runner
    from runlift.domain.assessment.weak_side import Shown
    from runlift.domain.diary.entry import FieldTestDone
    from runlift.domain.plan.body import WeakLink

PAIR = 2


class Says(StrEnum):
    """What the results of a test say of the sides, or of the whole."""

    NOTHING = "nothing"  # nothing stands out
    REPEAT = "repeat"  # it stands out once: do it again before anything follows
    WITHIN_ERROR = "within_error"  # twice in the same direction, but no more than the test's error
    WEAK = "weak"  # twice: it is acted on
    OVER = "over"  # it was acted on until its weeks were over


@dataclass(frozen=True, slots=True, kw_only=True)
class TestFinding:
    """What the results of one test show.

    Attributes:
        test: The test.
        results: Its results that count, in order of days.
        difference: How the sides differ in the last one; None for a test of both sides at once.
        sides: What that says.
        shown: The weak side, where there is one.
        whole: What the figures say, whatever the sides.
        link: What was weak twice, where there is such.
        retest: Day from which it is worth doing again.
    """

    test: FieldTest
    results: tuple[FieldTestDone, ...]
    difference: Difference | None
    sides: Says
    shown: Shown | None
    whole: Says
    link: WeakLink | None
    retest: date

    @property
    def last(self) -> FieldTestDone:
        """The last result."""
        return self.results[-1]


def counted_results(done: Iterable[FieldTestDone], *, today: date) -> Mapping[str, tuple[FieldTestDone, ...]]:
    """Return the results that count, by test and in order of days; those told with pain count nowhere.

    Source: AS05
    """
    found: dict[str, list[FieldTestDone]] = defaultdict(list)
    for each in sorted(done, key=lambda one: one.date):
        painful = (each.pain or 0) > number("field_test_pain_most")
        if each.test in field_tests() and each.date <= today and not painful:
            found[each.test].append(each)
    return {id_: tuple(found[id_]) for id_ in field_tests() if id_ in found}


def findings_of(done: Iterable[FieldTestDone], runner: Runner, *, today: date) -> tuple[TestFinding, ...]:
    """Return what the results of every test show on a day, in the order of the tests."""
    results = counted_results(done, today=today)
    return tuple(_finding(field_tests()[id_], each, runner, today) for id_, each in results.items())


def _finding(test: FieldTest, results: tuple[FieldTestDone, ...], runner: Runner, today: date) -> TestFinding:
    shown, link = shown_side(test, results), weak_link(test, results, runner)
    sides, whole = _says_of_sides(test, results, shown, today), _says_of_whole(test, results, runner, today)
    return TestFinding(
        test=test,
        results=results,
        difference=difference_of(test, results[-1]),
        sides=sides,
        shown=shown if sides is Says.WEAK else None,
        whole=whole,
        link=link if whole is Says.WEAK else None,
        retest=_retest(test, results[-1].date, repeat=Says.REPEAT in {sides, whole}),
    )


def _retest(test: FieldTest, last: date, *, repeat: bool) -> date:
    """Return the day from which a test is worth doing again.

    Source: AS01
    """
    days = number("field_test_repeat_after")
    return last + (timedelta(days=days) if repeat else timedelta(weeks=test.retest_weeks))


def _says_of_sides(
    test: FieldTest, results: Sequence[FieldTestDone], shown: Shown | None, today: date
) -> Says:
    found = [each for one in results[-PAIR:] if (each := difference_of(test, one)) is not None]
    if shown is not None:
        return Says.WEAK if today < weak_until(shown) else Says.OVER
    if not found or not found[-1].counts:
        return Says.NOTHING
    same = len(found) == PAIR and found[0].counts and found[0].weaker is found[1].weaker
    near = same and (found[1].date - found[0].date).days <= number("field_test_pair_days")
    return Says.WITHIN_ERROR if near and not show_the_same(test, found[0], found[1]) else Says.REPEAT


def _says_of_whole(test: FieldTest, results: Sequence[FieldTestDone], runner: Runner, today: date) -> Says:
    link = weak_link(test, results, runner)
    if link is not None:
        return Says.WEAK if today < link.until else Says.OVER
    return Says.REPEAT if is_weak(test, results[-1], runner) else Says.NOTHING
