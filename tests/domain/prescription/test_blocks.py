from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from runlift.domain.prescription.blocks import by_block, week_of

if TYPE_CHECKING:
    from collections.abc import Callable


def test_sessions_of_a_block_and_place_belong_together(story: Callable[..., Any]) -> None:
    told = story(weeks=8, travel_weeks=(1,))
    groups = by_block(told.season(), told.placed())
    assert {block: len(group) for block, group in groups.items()} == {
        (0, "home"): 6,
        (0, "hotel"): 2,
        (1, "home"): 8,
    }


def test_a_session_belongs_to_the_week_that_holds_its_day(story: Callable[..., Any]) -> None:
    told = story(weeks=3)
    number, week = week_of(told.season(), told.placed()[2])
    assert number == 1
    assert week is not None
    assert week.monday == told.season().weeks[1].monday


def test_a_session_outside_the_season_is_a_defect(story: Callable[..., Any]) -> None:
    told = story(weeks=1)
    with pytest.raises(ValueError, match="outside the season"):
        week_of(told.season(), replace(told.placed()[0], date=date(2030, 1, 1)))
