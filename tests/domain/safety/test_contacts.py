from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.session import PlannedSession


def _skips(make: Maker, day: int, contacts: int) -> PlannedSession:
    sets = [make.one(None, contacts=contacts - 10 * (contacts // 10))] if contacts % 10 else []
    sets += [make.one(None, contacts=10)] * (contacts // 10)
    return make.session(day, "18:00", make.exercise("skip", *sets), stress=LegStress.LIGHT)


@pytest.mark.parametrize(
    ("lifting", "most"), [(Lifting.NONE, 100), (Lifting.NOVICE, 100), (Lifting.EXPERIENCED, 120)]
)
def test_contacts_per_session_are_capped_by_experience(make: Maker, lifting: Lifting, most: int) -> None:
    athlete = replace(make.athlete, lifting=lifting)
    for contacts in (most, most + 1):
        held = make.held(make.plan(_skips(make, 0, contacts), athlete=athlete))
        assert ("contacts_per_session" in held) == (contacts > most)


def test_contacts_per_week_are_capped(make: Maker) -> None:
    three = [_skips(make, day, 80) for day in (0, 2, 4)]
    assert "contacts_per_week" not in make.held(make.plan(*three))
    assert "contacts_per_week" in make.held(make.plan(*three, _skips(make, 6, 1)))


@given(before=st.integers(min_value=1, max_value=100), after=st.integers(min_value=1, max_value=120))
def test_contacts_weekly_increase_allows_a_fifth_and_forty_at_any_time(
    make: Maker, before: int, after: int
) -> None:
    held = make.held(make.plan(_skips(make, 0, before), _skips(make, 7, after)))
    grows = after > max(before * 1.2 + 0.01, 40)
    first = before > 40
    assert held.count("contacts_weekly_increase") == grows + first
    assert held.count("contacts_session_increase") == grows + first


def test_contacts_session_increase_sees_what_a_week_hides(make: Maker) -> None:
    split = [_skips(make, day, 20) for day in (0, 2)]
    plan = make.plan(*split, _skips(make, 7, 48))
    assert "contacts_weekly_increase" not in make.held(plan)
    assert "contacts_session_increase" in make.held(plan)


@pytest.mark.parametrize("order", [(100, 40), (40, 100)])
def test_contacts_session_increase_looks_at_the_largest_session_of_a_week(
    make: Maker, order: tuple[int, int]
) -> None:
    before = [_skips(make, day, count) for day, count in zip((0, 2), order, strict=True)]
    for count, refused in ((120, False), (121, True)):
        found = make.check(make.plan(*before, _skips(make, 7, count)))
        days = [each.date for each in found if each.rule == "contacts_session_increase"]
        assert (make.day(7) in days) == refused


def test_contacts_hidden_in_repetitions_are_counted(make: Maker) -> None:
    bounds = make.session(0, "18:00", make.exercise("bound", *[make.one(10)] * 3))
    assert "contacts_weekly_increase" in make.held(make.plan(bounds))
