from __future__ import annotations

from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.response.gain import Dose, gain_of, share_after
from runlift.domain.response.method import Method

START = date(2027, 1, 4)
METHODS = st.sampled_from(Method)
DOSES = st.lists(
    st.builds(
        Dose,
        day=st.integers(0, 300).map(lambda days: START + timedelta(days=days)),
        method=METHODS,
        share=st.floats(0, 1),
    ),
    max_size=40,
)
DAYS = st.integers(0, 500).map(lambda days: START + timedelta(days=days))


def heavy(sessions: int, share: float = 1.0) -> list[Dose]:
    return [
        Dose(day=START + timedelta(days=4 * number), method=Method.HEAVY, share=share)
        for number in range(sessions)
    ]


def test_the_effect_grows_by_completed_sessions_whatever_their_order_in_time() -> None:
    gain = gain_of(heavy(17), before=date.max)
    assert gain.level == pytest.approx(1 - exp(-17 / 7))


def test_half_kept_plans_bring_what_half_the_sessions_bring() -> None:
    assert gain_of(heavy(20, 0.5), before=date.max).level == pytest.approx(share_after(10))


def test_the_effect_is_kept_four_weeks_and_fades_from_then_on() -> None:
    gain = gain_of(heavy(10), before=date.max)
    last = START + timedelta(days=36)
    assert gain.on(last + timedelta(weeks=4)) == gain.level
    assert gain.on(last + timedelta(weeks=10)) == pytest.approx(gain.level / exp(1))


def test_one_heavy_session_a_week_keeps_it() -> None:
    kept = [
        *heavy(10),
        *(Dose(day=START + timedelta(weeks=w), method=Method.HEAVY, share=1) for w in range(6, 30)),
    ]
    assert (
        gain_of(kept, before=date.max).on(START + timedelta(weeks=30))
        > gain_of(heavy(10), before=date.max).level
    )


def test_light_work_neither_adds_to_a_higher_level_nor_keeps_it() -> None:
    light = [Dose(day=START + timedelta(weeks=w), method=Method.LIGHT, share=1) for w in range(6, 12)]
    day = START + timedelta(weeks=12)
    assert gain_of([*heavy(10), *light], before=day) == gain_of(heavy(10), before=day)


def test_light_work_alone_never_brings_more_than_its_share() -> None:
    light = [Dose(day=START + timedelta(days=d), method=Method.LIGHT, share=1) for d in range(200)]
    assert gain_of(light, before=date.max).level == pytest.approx(Method.LIGHT.factor)


def test_sessions_of_the_day_itself_and_after_it_do_not_count() -> None:
    assert gain_of(heavy(1), before=START).kept_on is None


def test_work_without_legs_brings_nothing() -> None:
    assert gain_of([Dose(day=START, method=Method.NO_LEGS, share=1)], before=date.max).kept_on is None


@given(doses=DOSES, day=DAYS)
def test_the_effect_stays_between_nothing_and_all_of_it(doses: list[Dose], day: date) -> None:
    assert 0 <= gain_of(doses, before=day).on(day) <= 1


@given(doses=DOSES, day=DAYS, later=st.integers(0, 400))
def test_without_further_sessions_the_effect_never_grows(doses: list[Dose], day: date, later: int) -> None:
    gain = gain_of(doses, before=day)
    assert gain.on(day + timedelta(days=later)) <= gain.on(day)


@given(doses=DOSES, day=DAYS, share=st.floats(0, 1))
def test_doing_more_of_the_same_plan_never_lowers_the_effect(
    doses: list[Dose], day: date, share: float
) -> None:
    less = [Dose(day=each.day, method=Method.HEAVY, share=each.share * share) for each in doses]
    more = [Dose(day=each.day, method=Method.HEAVY, share=each.share) for each in doses]
    assert gain_of(less, before=day).on(day) <= gain_of(more, before=day).on(day) + 1e-12
