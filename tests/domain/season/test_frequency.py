from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

EASY_WEEK = ((RunKind.EASY, 5.0),) * 6 + (None,)


def test_one_session_first_and_two_after_two_weeks_for_a_newcomer(make: Maker) -> None:
    season = make.case(Lifting.NONE).season()
    assert [len(week.sessions) for week in season.weeks[:4]] == [1, 1, 2, 2]
    assert "one_more_a_week_at_most" in make.rules(season.weeks[0])


def test_one_who_lifts_starts_with_two(make: Maker) -> None:
    season = make.case(Lifting.EXPERIENCED, weeks_off_lifting=0).season()
    assert len(season.weeks[0].sessions) == 2


def test_sessions_told_are_never_exceeded(make: Maker) -> None:
    season = make.case(sessions_per_week=1).season()
    assert {len(week.sessions) for week in season.weeks} == {1}
    assert any("sessions_told" in make.rules(week) for week in season.weeks)


def test_a_third_session_comes_to_those_who_ask_and_have_the_room(make: Maker) -> None:
    asked = replace(make.case(sessions_per_week=3), pattern=(EASY_WEEK,)).season()
    most = max(asked.weeks, key=lambda week: len(week.sessions))
    assert len(most.sessions) == 3
    assert most.phase in {Phase.FOUNDATION, Phase.STRENGTH}
    assert most.sessions[2].kind is SessionKind.UPPER_AND_TRUNK
    not_asked = replace(make.case(), pattern=(EASY_WEEK,)).season()
    assert max(len(week.sessions) for week in not_asked.weeks) == 2


def test_a_third_session_without_room_is_told(make: Maker) -> None:
    season = make.case(sessions_per_week=3, weekly_km=60).season()
    assert max(len(week.sessions) for week in season.weeks) == 2
    assert "third_session_without_room" in make.codes(season)


def test_much_running_leaves_short_sessions(make: Maker) -> None:
    season = make.case(weekly_km=100, session_minutes=60).season()
    assert all(session.minutes <= 40 for week in season.weeks for session in week.sessions)
    assert "short_sessions_at_high_mileage" in make.rules(season.weeks[0])


def test_a_week_with_one_training_day_holds_one_session(make: Maker) -> None:
    one_day = (None, (RunKind.EASY, 5.0), None, None, None, None, None)
    season = replace(make.case(), pattern=(one_day,)).season()
    assert {len(week.sessions) for week in season.weeks} == {1}
    none = replace(make.case(), pattern=((None,) * 7,)).season()
    assert not any(week.sessions for week in none.weeks)


def test_maintenance_asks_for_one_session(make: Maker) -> None:
    season = make.case(races=(make.race(16, 42.195),)).season()
    kept = [week for week in season.weeks if week.phase is Phase.MAINTENANCE]
    assert kept
    assert all([s.leg_stress for s in week.sessions] == [LegStress.HEAVY] for week in kept)
