from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Lifting, RacePriority
from runlift.domain.evidence import rows
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.season.races import days_without_legs_after, is_marathon
from runlift.domain.season.season import plan_season

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

USUAL_ORDER = [Phase.RECOVERY, Phase.FOUNDATION, Phase.STRENGTH, Phase.POWER, Phase.MAINTENANCE, Phase.TAPER]
LOADING = {Phase.STRENGTH, Phase.POWER, Phase.MAINTENANCE}
WEEK = timedelta(weeks=1)
random = settings(max_examples=60, deadline=None)


@random
@given(data=st.data())
def test_every_week_is_there_once_in_order(make: Maker, data: st.DataObject) -> None:
    case = data.draw(make.random_cases)
    mondays = [week.monday for week in case.season().weeks]
    assert all(monday.weekday() == 0 for monday in mondays)
    assert mondays[0] <= case.first_day < mondays[0] + WEEK
    assert mondays[-1] <= case.last_day < mondays[-1] + WEEK
    assert all(later - earlier == WEEK for earlier, later in itertools.pairwise(mondays))


@random
@given(data=st.data())
def test_phases_keep_their_order_up_to_each_a_race(make: Maker, data: st.DataObject) -> None:
    case = data.draw(make.random_cases)
    weeks = case.season().weeks
    for before, after in itertools.pairwise(weeks):
        starts_again = after.phase in {Phase.RECOVERY, Phase.FOUNDATION}
        in_order = USUAL_ORDER.index(before.phase) <= USUAL_ORDER.index(after.phase)
        after_race = before.phase in {Phase.TAPER, Phase.RECOVERY}
        assert in_order or starts_again or after_race


@random
@given(data=st.data())
def test_no_leg_work_is_asked_for_too_near_to_an_a_race(make: Maker, data: st.DataObject) -> None:
    case = data.draw(make.random_cases)
    for week in case.season().weeks:
        for session in week.sessions:
            first = max(session.earliest or week.monday, case.first_day)
            last = min(session.latest or week.monday + timedelta(days=6), case.last_day)
            usable = [run.run.date for run in case.runs if first <= run.run.date <= last]
            for race in case.athlete.races:
                if race.priority is RacePriority.A and session.leg_stress is LegStress.HEAVY:
                    days = 10 if is_marathon(race) else 7
                    assert not any(0 <= (race.date - day).days < days for day in usable)
                if session.leg_stress >= LegStress.LIGHT:
                    clear = days_without_legs_after(race)
                    assert not any(0 <= (day - race.date).days < clear for day in usable)


@random
@given(data=st.data())
def test_sessions_grow_by_one_a_week_at_most_and_stay_within_the_wish(
    make: Maker, data: st.DataObject
) -> None:
    case = data.draw(make.random_cases)
    weeks = case.season().weeks
    told = case.athlete.sessions_per_week
    for before, after in itertools.pairwise(weeks):
        assert len(after.sessions) <= len(before.sessions) + 1
    assert all(len(week.sessions) <= (3 if told is None else told) for week in weeks)
    assert all(sum(s.leg_stress is LegStress.HEAVY for s in week.sessions) <= 2 for week in weeks)


@random
@given(data=st.data())
def test_six_training_weeks_hold_a_deload(make: Maker, data: st.DataObject) -> None:
    weeks = data.draw(make.random_cases).season().weeks
    for start in range(len(weeks) - 5):
        six = weeks[start : start + 6]
        if all(week.phase in LOADING for week in six):
            assert any(week.deload for week in six)


@random
@given(data=st.data())
def test_planning_twice_gives_the_same_and_moving_all_dates_moves_the_season(
    make: Maker, data: st.DataObject
) -> None:
    case = data.draw(make.random_cases)
    season = case.season()
    assert season == case.season()
    moved = case.shifted(3).season()
    assert moved.emphases == season.emphases
    for week, later in zip(season.weeks, moved.weeks, strict=True):
        assert later.monday - week.monday == 3 * WEEK
        assert (later.phase, later.block, later.deload) == (week.phase, week.block, week.deload)
        assert later.leg_hard_sets == week.leg_hard_sets
        assert [(s.kind, s.leg_stress, s.minutes) for s in later.sessions] == [
            (s.kind, s.leg_stress, s.minutes) for s in week.sessions
        ]


@random
@given(data=st.data())
def test_every_week_is_reasoned_with_rows_that_exist(make: Maker, data: st.DataObject) -> None:
    known = rows()
    for week in data.draw(make.random_cases).season().weeks:
        assert week.reasons
        assert all(cited in known for reason in week.reasons for cited in reason.evidence)
        assert all(reason.evidence for reason in week.reasons)


@random
@given(data=st.data())
def test_first_heavy_legs_of_a_newcomer_are_unaccustomed(make: Maker, data: st.DataObject) -> None:
    case = data.draw(make.random_cases)
    legs = [s for week in case.season().weeks for s in week.sessions if s.leg_stress >= LegStress.LIGHT]
    if case.athlete.lifting is not Lifting.EXPERIENCED:
        assert all(session.unaccustomed for session in legs[:4])
    heavy = [session for session in legs if session.leg_stress is LegStress.HEAVY]
    assert all(session.unaccustomed for session in heavy[:1])


def test_a_season_that_ends_before_it_begins_is_a_defect(make: Maker) -> None:
    case = make.case()
    with pytest.raises(ValueError, match="before it begins"):
        plan_season(
            case.athlete, (), first_day=make.monday, last_day=make.monday - timedelta(days=1), rest_days=()
        )


def test_novice_grows_to_the_marathon_in_sixteen_weeks(make: Maker) -> None:
    season = make.case(weeks=16, races=(make.race(16, 42.195),)).season()
    assert make.phases(season) == ["foundation 3", "strength 6", "power 3", "maintenance 2", "taper 2"]
    assert [len(week.sessions) for week in season.weeks] == [1, 1] + [2] * 10 + [1] * 4
    last = season.weeks[-1].sessions[0]
    assert (last.kind, last.leg_stress, last.minutes) == (SessionKind.PRIMER, LegStress.LIGHT, 20)
    assert season.weeks[-2].sessions[0].latest == make.race(16, 42.195).date - timedelta(days=10)


def test_experienced_runner_has_long_blocks_in_twenty_four_weeks(make: Maker) -> None:
    case = make.case(Lifting.EXPERIENCED, weeks=24, weeks_off_lifting=0, races=(make.race(24, 42.195),))
    season = case.season()
    assert make.phases(season) == ["foundation 1", "strength 12", "power 4", "maintenance 5", "taper 2"]
    assert [len(week.sessions) for week in season.weeks[:3]] == [2, 2, 2]


def test_six_weeks_are_told_to_be_too_short_for_a_novice(make: Maker) -> None:
    season = make.case(weeks=6, races=(make.race(6, 10),)).season()
    assert make.phases(season) == ["foundation 5", "taper 1"]
    assert "too_short_for_strength_phase" in make.codes(season)


def test_six_weeks_hold_strength_for_one_who_lifts(make: Maker) -> None:
    season = make.case(Lifting.EXPERIENCED, weeks=6, weeks_off_lifting=0, races=(make.race(6, 10),)).season()
    assert make.phases(season) == ["foundation 1", "strength 4", "taper 1"]
    assert "too_short_for_strength_phase" not in make.codes(season)


def test_three_weeks_hold_light_work_only_for_one_who_never_lifted(make: Maker) -> None:
    season = make.case(Lifting.NONE, weeks=3, races=(make.race(3, 10),)).season()
    assert all(s.leg_stress <= LegStress.LIGHT for week in season.weeks for s in week.sessions)
    assert "too_short_for_strength_phase" in make.codes(season)


def test_two_weeks_before_a_race_nothing_new_begins(make: Maker) -> None:
    season = make.case(weeks=2, races=(make.race(2, 10),)).season()
    assert not any(week.sessions for week in season.weeks)
    assert "race_too_near_to_begin" in make.codes(season)


def test_without_a_race_the_phases_repeat(make: Maker) -> None:
    season = make.case(weeks=40).season()
    told = [name.split()[0] for name in make.phases(season)]
    assert told == ["foundation", "strength", "power", "maintenance"] * 2
    assert make.codes(season) == ["no_a_race"]


def test_a_second_a_race_is_built_up_to_after_recovery(make: Maker) -> None:
    races = (make.race(12, 21.1), make.race(26, 42.195))
    told = [name.split()[0] for name in make.phases(make.case(weeks=27, races=races).season())]
    cycle = ["foundation", "strength", "power", "maintenance", "taper", "recovery"]
    assert told == cycle * 2


def test_from_sixty_years_two_sessions_a_week_except_race_week(make: Maker) -> None:
    season = make.case(weeks=16, birth_year=1962, races=(make.race(16, 42.195),)).season()
    assert [len(week.sessions) for week in season.weeks] == [2] * 15 + [1]


def test_one_who_never_lifted_meets_no_intensive_jumps(make: Maker) -> None:
    season = make.case(Lifting.NONE, weeks=30).season()
    assert not any(s.intensive_plyometrics for week in season.weeks for s in week.sessions)
    novice = make.case(Lifting.NOVICE, weeks=30).season()
    assert any(s.intensive_plyometrics for week in novice.weeks for s in week.sessions)
