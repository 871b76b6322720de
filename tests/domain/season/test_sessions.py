from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

EASY_WEEK = ((RunKind.EASY, 5.0),) * 6 + (None,)
HARD_WEEK = ((RunKind.TEMPO, 8.0),) * 7


def test_foundation_is_light_for_two_weeks_and_then_moderate(make: Maker) -> None:
    weeks = make.case(Lifting.NONE).season().weeks[:4]
    stresses = [week.sessions[0].leg_stress for week in weeks]
    assert stresses == [LegStress.LIGHT] * 2 + [LegStress.MODERATE] * 2


def test_heavy_legs_come_twice_where_key_runs_leave_the_days(make: Maker) -> None:
    season = replace(make.case(), pattern=(EASY_WEEK,)).season()
    strength = [week for week in season.weeks if week.phase is Phase.STRENGTH]
    assert all([s.leg_stress for s in week.sessions] == [LegStress.HEAVY] * 2 for week in strength)


def test_heavy_legs_find_no_day_among_daily_key_runs(make: Maker) -> None:
    season = replace(make.case(), pattern=(HARD_WEEK,)).season()
    weeks = season.weeks[:-1]  # after the last day no key run is known
    assert not any(s.leg_stress is LegStress.HEAVY for week in weeks for s in week.sessions)
    strength = [week for week in season.weeks if week.phase is Phase.STRENGTH]
    assert all("heavy_legs_find_no_day" in make.rules(week) for week in strength)
    assert not any(s.intensive_plyometrics for week in season.weeks for s in week.sessions)


def test_power_comes_beside_strength(make: Maker) -> None:
    season = replace(make.case(), pattern=(EASY_WEEK,)).season()
    power = next(week for week in season.weeks if week.phase is Phase.POWER)
    assert [s.kind for s in power.sessions] == [SessionKind.POWER, SessionKind.STRENGTH]
    mile = replace(make.case(races=(make.race(16, 1.5),)), pattern=(EASY_WEEK,)).season()
    power = next(week for week in mile.weeks if week.phase is Phase.POWER)
    assert [s.kind for s in power.sessions] == [SessionKind.POWER, SessionKind.POWER]


def test_a_novices_first_heavy_block_stays_unaccustomed_and_the_next_does_not(make: Maker) -> None:
    season = replace(make.case(weeks=30), pattern=(EASY_WEEK,)).season()
    heavy = [(w, s) for w in season.weeks for s in w.sessions if s.leg_stress is LegStress.HEAVY]
    first = heavy[0][0].block
    assert all(session.unaccustomed for week, session in heavy if week.block == first)
    assert any(not session.unaccustomed for week, session in heavy if week.block > first)


def test_a_new_block_is_unaccustomed_for_its_first_week(make: Maker) -> None:
    case = make.case(Lifting.EXPERIENCED, weeks=24, weeks_off_lifting=0)
    for week in replace(case, pattern=(EASY_WEEK,)).season().weeks:
        heavy = [s for s in week.sessions if s.leg_stress is LegStress.HEAVY]
        assert all(s.unaccustomed is (week.week_of_block == 0) for s in heavy)


def test_the_first_session_of_a_week_is_worth_most(make: Maker) -> None:
    worths = [s.worth for s in make.case().season().weeks[5].sessions]
    assert worths == [1_000_000, 400_000]


def test_ids_are_the_monday_and_a_number(make: Maker) -> None:
    week = make.case().season().weeks[5]
    assert [s.id for s in week.sessions] == [f"{week.monday.isoformat()}/{n}" for n in (1, 2)]


def test_a_b_race_leaves_one_session_before_its_last_heavy_day(make: Maker) -> None:
    b_race = make.race(8, 10, "B")
    season = make.case(races=(b_race, make.race(16, 42.195))).season()
    (session,) = season.weeks[7].sessions
    assert session.latest is not None
    assert (b_race.date - session.latest).days >= 4
    assert season.weeks[7].hold_progression
    after = season.weeks[8].sessions[0]
    assert after.earliest == b_race.date + timedelta(days=3)


def test_minutes_follow_the_runner_within_an_hour(make: Maker) -> None:
    short = make.case(session_minutes=25).season()
    long = make.case(session_minutes=90, session_minutes_max=90).season()
    assert {s.minutes for week in short.weeks for s in week.sessions} == {25}
    assert max(s.minutes for week in long.weeks for s in week.sessions) == 60


def test_returning_after_a_race_is_held_back(make: Maker) -> None:
    season = make.case(weeks=20, races=(make.race(12, 42.195),)).season()
    back = next(
        w
        for w, b in zip(season.weeks[1:], season.weeks, strict=False)
        if b.phase is Phase.RECOVERY != w.phase
    )
    assert back.hold_progression
    assert back.sets_factor == 0.55
