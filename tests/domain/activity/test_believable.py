from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.activity.activity import Activity, ActivityFormat, Source, Sport, WatchSet
from runlift.domain.activity.believable import believable

RUN = Activity(
    sport=Sport.RUN,
    starts_at=datetime(2026, 11, 20, tzinfo=UTC),
    source=Source(format=ActivityFormat.FIT, name="a.fit"),
    distance_m=10_000.0,
    duration_s=3_000.0,
    heart_rate=150.0,
    temperature_c=-4.0,
    sets=(WatchSet(starts_after_s=0.0, duration_s=40.0, reps=8, load_kg=24.0),),
)
numbers = st.floats(allow_nan=True, allow_infinity=True)


def test_what_is_possible_stays() -> None:
    found = believable(RUN)
    assert (found.distance_m, found.duration_s, found.heart_rate, found.temperature_c) == (
        10_000,
        3_000,
        150,
        -4,
    )
    assert found.sets == RUN.sets


@given(numbers, numbers, numbers)
def test_what_nobody_can_have_done_is_left_out(distance: float, duration: float, load: float) -> None:
    odd = replace(
        RUN, distance_m=distance, duration_s=duration, sets=(replace(RUN.sets[0], load_kg=load, reps=60_000),)
    )
    found = believable(odd)
    assert found.distance_m is None or 0 <= found.distance_m <= 1_000_000
    assert found.duration_s is None or 0 <= found.duration_s <= 7 * 86_400
    assert found.sets[0].load_kg is None or 0.1 <= found.sets[0].load_kg <= 1_000
    assert found.sets[0].reps is None
    assert found.heart_rate == 150
