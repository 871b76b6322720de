"""The reading of one run: kind, lengths, parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runlift.domain.running.entry import DistanceUnit
from runlift.domain.running.plan import RunKind, RunPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.running.plan import Run

MILE = 1609.344


def test_a_pace_is_no_distance(read_one: Callable[..., Run]) -> None:
    assert read_one("6 x 800 @ 5k, 400 jog").distance_m is None
    assert read_one("5k easy").distance_m == 5000.0
    assert read_one("10k race").kind is RunKind.RACE


def test_repeats_are_parts_with_pace_and_recovery(read_one: Callable[..., Run]) -> None:
    run = read_one("6 x 800 @ 5k, 400 jog")
    assert run.parts == (RunPart(repeats=6, distance_m=800.0, intensity="5k", recovery="400 jog"),)
    assert (run.kind, run.key) == (RunKind.INTERVALS, True)


def test_repeats_of_repeats_are_multiplied(read_one: Callable[..., Run]) -> None:
    assert read_one("2 x (4 x 400)").parts == (RunPart(repeats=8, distance_m=400.0),)


def test_a_ladder_is_one_part_for_each_step(read_one: Callable[..., Run]) -> None:
    lengths = [part.distance_m for part in read_one("400-800-1200-800-400").parts]
    assert lengths == [400, 800, 1200, 800, 400]


def test_a_piece_at_pace_is_a_part_of_the_whole(read_one: Callable[..., Run]) -> None:
    run = read_one("LT: 8 w/ 4 @ 15k-half", DistanceUnit.MILES)
    assert run.distance_m == pytest.approx(8 * MILE)
    assert [part.distance_m for part in run.parts] == [pytest.approx(4 * MILE)]
    assert run.parts[0].intensity == "15k-half"
    last = read_one("10 miles with last 4 at MP", DistanceUnit.MILES)
    assert last.key
    assert last.distance_m == pytest.approx(10 * MILE)


def test_long_repeats_are_threshold_and_short_ones_intervals(read_one: Callable[..., Run]) -> None:
    assert read_one("3x10'").kind is RunKind.TEMPO
    assert read_one("10 x 1'").kind is RunKind.INTERVALS


def test_strides_leave_an_easy_run_easy_and_alone_are_strides(read_one: Callable[..., Run]) -> None:
    easy = read_one("45' easy + 6 strides")
    assert (easy.kind, easy.key, easy.duration_s) == (RunKind.EASY, False, 2700)
    assert easy.parts == (RunPart(repeats=6, intensity="strides"),)
    alone = read_one("6 x 80m strides")
    assert (alone.kind, alone.key) == (RunKind.STRIDES, False)


def test_hard_repeats_beside_an_easy_word_are_key(read_one: Callable[..., Run]) -> None:
    assert read_one("12 km easy with 6 x 1000 @ 10k").key


def test_race_pace_is_key_and_an_easy_parkrun_is_not(read_one: Callable[..., Run]) -> None:
    assert read_one("MP 10").key
    assert not read_one("easy parkrun").key
    assert read_one("parkrun").kind is RunKind.RACE


def test_a_hilly_long_run_is_long_and_hill_sprints_are_hills(read_one: Callable[..., Run]) -> None:
    assert read_one("hilly long run 20 km").kind is RunKind.LONG
    assert read_one("8 x 10 sec hill sprints").kind is RunKind.HILLS


def test_strength_and_cross_training_have_no_running_distance(read_one: Callable[..., Run]) -> None:
    for title in ("Ride 25 km", "Swim 1500 m", "S&C", "yoga 30 min"):
        run = read_one(title)
        assert (run.kind.is_run, run.key, run.distance_m) == (False, False, None)


@pytest.mark.parametrize(
    ("title", "seconds"),
    [
        ("easy 45'", 2700),
        ("easy 45 min", 2700),
        ("1h30 easy", 5400),
        ("1:15:00 easy", 4500),
        ("90 mins easy", 5400),
        ("2h easy", 7200),
        ("1 hr 5 min easy", 3900),
        ("easy 25:00", 1500),
        ("30-40 min easy", 2100),
    ],
)
def test_durations_are_read_as_people_write_them(
    title: str, seconds: float, read_one: Callable[..., Run]
) -> None:
    assert read_one(title).duration_s == seconds


@pytest.mark.parametrize(
    ("title", "unit", "metres"),
    [
        ("Easy 8", DistanceUnit.KILOMETRES, 8000),
        ("Easy 8", DistanceUnit.MILES, 8 * MILE),
        ("Easy 8 km", DistanceUnit.MILES, 8000),
        ("3 m run", DistanceUnit.MILES, 3 * MILE),
        ("Easy 6.5mi", DistanceUnit.KILOMETRES, 6.5 * MILE),
        ("3 easy, 4 tempo, 1 easy", DistanceUnit.KILOMETRES, 8000),
        ("Long run 26 km, last 8 @ MP", DistanceUnit.KILOMETRES, 26000),
        ("4x1200 @ 5k w/ 400 jog, 9 total", DistanceUnit.KILOMETRES, 9000),
        ("Half marathon race", DistanceUnit.MILES, 21097.5),
    ],
)
def test_the_whole_distance_is_read_and_not_a_part(
    title: str, unit: DistanceUnit, metres: float, read_one: Callable[..., Run]
) -> None:
    assert read_one(title, unit).distance_m == pytest.approx(metres)


def test_a_word_is_surer_than_a_pattern_than_figures_than_nothing(read_one: Callable[..., Run]) -> None:
    sure = [read_one(title).confidence for title in ("Tempo 8 km", "5x1k", "8 km", "Club night")]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 4
