from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.season.accustomed import unaccustomed_as_done, with_unaccustomed
from runlift.domain.season.demand import SessionDemand

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

MONDAY = date(2026, 3, 2)
BEGINNER = Athlete(lifting=Lifting.NONE)
LIFTER = Athlete(lifting=Lifting.EXPERIENCED, weeks_off_lifting=0)


def demand(week: int, stress: LegStress = LegStress.LIGHT) -> tuple[date, SessionDemand]:
    monday = MONDAY + timedelta(weeks=week)
    return monday, SessionDemand(
        id=f"{monday}/1",
        kind=SessionKind.FOUNDATION,
        phase=Phase.FOUNDATION,
        leg_stress=stress,
        intensive_plyometrics=False,
        unaccustomed=False,
        minutes=30,
        worth=1,
    )


def weeks_found(*done: tuple[date, SessionDemand], athlete: Athlete = BEGINNER) -> list[int]:
    found = sorted(unaccustomed_as_done(done, athlete))
    return [(date.fromisoformat(each[:10]) - MONDAY).days // 7 for each in found]


def test_the_first_four_leg_sessions_of_a_beginner_are_unaccustomed() -> None:
    assert weeks_found(*map(demand, range(6))) == [0, 1, 2, 3]


def test_legs_that_lift_already_are_accustomed() -> None:
    assert weeks_found(*map(demand, range(6)), athlete=LIFTER) == []


def test_a_session_that_found_no_place_accustoms_nobody() -> None:
    assert weeks_found(*map(demand, (0, 2, 3, 4, 5))) == [0, 2, 3, 4]


def test_a_session_that_leaves_the_legs_alone_accustoms_nobody() -> None:
    upper = demand(1, LegStress.NONE)
    assert weeks_found(demand(0), upper, *map(demand, (2, 3, 4, 5))) == [0, 2, 3, 4]


@pytest.mark.parametrize(("gap", "again"), [(2, []), (3, [9, 10])])
def test_three_weeks_without_leg_work_undo_the_habit(gap: int, again: list[int]) -> None:
    later = 10 - 1 - gap
    done = [demand(week) for week in (later - 1, later, 9, 10)]
    assert weeks_found(*done, athlete=LIFTER) == again


def test_marks_are_added_and_never_taken_away(make: Maker) -> None:
    season = make.case(Lifting.EXPERIENCED, weeks_off_lifting=0).season()
    session = season.weeks[-1].sessions[0]
    assert not session.unaccustomed
    marked = with_unaccustomed(season, frozenset({session.id}))
    assert marked.weeks[-1].sessions[0] == replace(session, unaccustomed=True)
    assert marked.weeks[:-1] == season.weeks[:-1]
    assert with_unaccustomed(marked, frozenset()) == marked
