from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

LONG = ((RunKind.EASY, 8.0),) * 6 + ((RunKind.LONG, 20.0),)
USUAL = ((RunKind.EASY, 8.0),) * 6 + ((RunKind.LONG, 15.0),)


def test_hold_on_running_jump_stops_growth_in_its_week_and_tells(make: Maker) -> None:
    season = replace(make.case(weeks=8, longest_run_km=15), pattern=(USUAL, USUAL, USUAL, LONG)).season()
    held = [index for index, week in enumerate(season.weeks) if week.hold_progression]
    assert held[:1] == [3]
    reason = next(r for r in season.weeks[3].reasons if r.rule == "hold_on_running_jump")
    assert reason.figures["percent"] == 33
    assert "running_jump" in make.codes(season)


def test_a_steady_plan_is_not_held(make: Maker) -> None:
    season = replace(make.case(weeks=8, longest_run_km=15), pattern=(USUAL,)).season()
    assert not any(week.hold_progression for week in season.weeks)
    assert "running_jump" not in make.codes(season)


def test_the_first_run_is_held_against_what_the_runner_tells(make: Maker) -> None:
    case = replace(make.case(weeks=4), pattern=(USUAL,))
    told = replace(case, athlete=replace(case.athlete, longest_run_km=10.0))
    assert not case.season().weeks[0].hold_progression
    assert told.season().weeks[0].hold_progression


def test_the_race_itself_is_no_running_jump(make: Maker) -> None:
    season = replace(make.case(weeks=8, races=(make.race(8, 42.195),)), pattern=(USUAL,)).season()
    assert "running_jump" not in make.codes(season)
