from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Lifting
from runlift.domain.prescription.budget import budget_for, contacts_after
from runlift.domain.prescription.ledger import Ledger, WeekTotal

if TYPE_CHECKING:
    from collections.abc import Callable

_told: dict[str, Any] = {}


@pytest.fixture(scope="module", autouse=True)
def _remember(story: Callable[..., Any]) -> None:
    _told["situation"] = story().situations()[0]


def test_a_first_week_starts_small(story: Callable[..., Any]) -> None:
    first, second, *_ = story(lifting=Lifting.NONE).situations()
    budget = budget_for(first, Ledger(), (first, second))
    assert budget.leg_hard_sets == 6
    assert budget.contacts == 15
    assert budget.seconds == 40 * 60


def test_what_a_session_used_is_gone_for_the_next(story: Callable[..., Any]) -> None:
    _, second, *_ = story().situations()
    ledger = Ledger(weeks={0: WeekTotal(hard_sets=9, leg_hard_sets=8, contacts=40)})
    budget = budget_for(second, ledger, (second,))
    assert budget.leg_hard_sets == 2
    assert budget.contacts == 0


def test_half_a_set_is_used_up_but_nothing_to_grow_from(story: Callable[..., Any]) -> None:
    _, second, *_ = story().situations()
    used = Ledger(weeks={0: WeekTotal(leg_hard_sets=7.5)})
    assert budget_for(second, used, (second,)).leg_hard_sets == 2
    held = story(hold_weeks=(2,)).situations()[4]
    grown_from = Ledger(weeks={0: WeekTotal(leg_hard_sets=9.5), 1: WeekTotal(leg_hard_sets=7)})
    assert budget_for(held, grown_from, (held,)).leg_hard_sets == 9


@given(most=st.integers(1, 200))
def test_contacts_grow_by_a_fifth_at_most(most: int) -> None:
    situation = _told["situation"]
    assert contacts_after(most, situation) <= max(40, most * 1.2)
    assert contacts_after(most, situation) >= most


def test_a_held_week_adds_nothing(story: Callable[..., Any]) -> None:
    held = story(hold_weeks=(2,)).situations()[4]
    ledger = Ledger(weeks={0: WeekTotal(leg_hard_sets=9), 1: WeekTotal(leg_hard_sets=7, contacts=30)})
    budget = budget_for(held, ledger, (held,))
    assert budget.leg_hard_sets == 9
    assert budget.contacts <= 30 or budget.contacts == 40


def test_a_deload_does_not_reset_the_ladder(story: Callable[..., Any]) -> None:
    situation = story(weeks=12).situations()[8]
    weeks = {2: WeekTotal(leg_hard_sets=10), 3: WeekTotal(leg_hard_sets=4, deload=True)}
    assert budget_for(situation, Ledger(weeks=weeks), (situation,)).leg_hard_sets == 12
