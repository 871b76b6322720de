"""What follows from findings for the plan: weak sides, weak links, and exercises done rather than others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.assessment.difference import difference_of
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.findings import PAIR, counted_results, findings_of
from runlift.domain.assessment.opposite import AGAINST_BACK, back_exercises, ratios, weak_back
from runlift.domain.assessment.weak_side import weak_until
from runlift.domain.evidence import evidence_of, number
from runlift.domain.plan.body import WeakSide
from runlift.domain.plan.easing import Focus
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.assessment.threshold import Runner
    from runlift.domain.diary.entry import FieldTestDone
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.body import WeakLink


def weak_sides_of(
    done: Sequence[FieldTestDone], runner: Runner, exercises: Mapping[str, Exercise], *, today: date
) -> tuple[WeakSide, ...]:
    """Return the sides that field tests show to be weak on a day.

    Source: A24, AS03
    """
    return tuple(
        WeakSide(
            shown_by=each.test.id,
            side=each.shown.side,
            exercises=trained_one_sided(each.test, exercises),
            first=each.shown.since,
            until=weak_until(each.shown),
            percent=round(each.shown.percent, 1),
        )
        for each in findings_of(done, runner, today=today)
        if each.shown is not None
    )


def even_by_tests(
    done: Sequence[FieldTestDone], exercises: Mapping[str, Exercise], *, today: date
) -> Mapping[str, date]:
    """Return the exercises whose sides the last two tests show to be even, with the day of the last.

    Source: A24, AS14
    """
    even: dict[str, date] = {}
    for id_, results in counted_results(done, today=today).items():
        test = field_tests()[id_]
        last = [found for one in results[-PAIR:] if (found := difference_of(test, one)) is not None]
        if len(last) == PAIR and all(each.is_even for each in last):
            even |= {
                one: max(last[-1].date, even.get(one, last[-1].date))
                for one in trained_one_sided(test, exercises)
            }
    return even


def trained_one_sided(test: FieldTest, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Return the one-sided exercises that train what a test asks, by id."""
    return tuple(
        id_
        for id_, one in sorted(exercises.items())
        if one.unilateral and (one.pattern in test.trains or id_ in test.exercises)
    )


def weak_links_of(done: Sequence[FieldTestDone], runner: Runner, *, today: date) -> tuple[WeakLink, ...]:
    """Return what field tests show to be weak on a day, whatever the sides.

    Source: AS04
    """
    links = [each.link for each in findings_of(done, runner, today=today) if each.link is not None]
    backs = weak_back(ratios(field_tests(), counted_results(done, today=today)))
    return (*links, *(each for each in backs if today < each.until))


def focuses_of(
    sides: Sequence[WeakSide], links: Sequence[WeakLink], left_out: Collection[str]
) -> tuple[Focus, ...]:
    """Return the exercises that are done rather than others because of weak sides and weak links.

    Source: AS06, AS09, AS15
    """
    of_sides = (
        Focus(
            exercises=_left(_asked_by(each.shown_by, each.exercises), left_out),
            first=each.first,
            until=each.until,
            share_percent=number("test_share_of_worth"),
            reason=Reason.of("weak_side_asks", evidence_of("weak_side_weeks"), test=each.shown_by),
        )
        for each in sides
        if not each.in_training
    )
    of_training = (
        Focus(
            exercises=_left((each.shown_by,), left_out),
            first=each.first,
            until=each.until,
            share_percent=number("training_share_of_worth"),
            reason=Reason.of(
                "weak_side_in_training_asks",
                evidence_of("training_share_of_worth"),
                trained_exercise=each.shown_by,
            ),
        )
        for each in sides
        if each.in_training
    )
    of_links = (
        Focus(
            exercises=_left(_exercises_of(each), left_out),
            first=each.first,
            until=each.until,
            share_percent=_share(each),
            reason=Reason.of("weak_link_asks", _evidence(each), test=each.shown_by),
        )
        for each in links
    )
    return tuple(each for each in (*of_sides, *of_training, *of_links) if each.exercises)


def _asked_by(test: str, one_sided: Collection[str]) -> tuple[str, ...]:
    """Return the exercises a test asks for that train one side at a time, and those that go with them."""
    found = field_tests()[test]
    return (*(id_ for id_ in found.exercises if id_ in one_sided), *found.beside)


def _exercises_of(link: WeakLink) -> tuple[str, ...]:
    if _is_ratio(link):
        return back_exercises()
    found = field_tests()[link.shown_by]
    return (*found.exercises, *found.beside)


def _share(link: WeakLink) -> float:
    return number("ratio_share_of_worth" if _is_ratio(link) else "test_share_of_worth")


def _is_ratio(link: WeakLink) -> bool:
    return link.shown_by in AGAINST_BACK.values()


def _evidence(link: WeakLink) -> tuple[str, ...]:
    if _is_ratio(link):
        return evidence_of(link.shown_by, "weak_link_weeks")
    if link.sex:
        return evidence_of("heel_raise_norm", "weak_link_weeks")
    return (*field_tests()[link.shown_by].evidence, *evidence_of("weak_link_weeks"))


def _left(exercises: Collection[str], left_out: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in exercises if id_ not in left_out)
