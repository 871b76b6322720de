from __future__ import annotations

from collections import defaultdict
from random import Random
from statistics import fmean

import pytest

from runlift.application.synthetic_log.capacity import Curve, made_curve
from runlift.application.synthetic_log.log import SyntheticLog, synthetic_log, synthetic_logs
from runlift.application.synthetic_log.person import rack
from runlift.application.synthetic_log.setting import SETTINGS, Setting
from runlift.domain.diary.entry import SetKind
from runlift.domain.exercise.catalogue import catalogue

USUAL = SETTINGS[0]


def made(setting: Setting = USUAL, people: int = 6, seed: int = 1) -> tuple[SyntheticLog, ...]:
    return synthetic_logs(setting, people, Random(seed))  # noqa: S311  made-up logs


def test_the_same_seed_makes_the_same_log() -> None:
    assert made() == made()
    assert made() != made(seed=2)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda each: each.name)
def test_every_kind_of_people_makes_sets_of_known_exercises_with_the_truth_behind_them(
    setting: Setting,
) -> None:
    log = synthetic_log(setting, Random(3))  # noqa: S311  made-up logs
    assert len(log.sets) > 200
    assert {each.exercise for each in log.sets} <= set(catalogue())
    days = {(each.exercise, each.side, each.day) for each in log.truth}
    assert {(each.exercise, each.side, each.done_at.date()) for each in log.sets} <= days
    assert all(each.one_rm_kg > 0 for each in log.truth)


def test_who_is_silent_never_tells_a_reserve() -> None:
    (silent,) = [each for each in SETTINGS if each.name == "silent"]
    assert all(each.rir is None for log in made(silent) for each in log.sets)
    assert any(each.rir is not None for log in made() for each in log.sets)


def test_loads_are_those_of_the_rack_but_for_slips() -> None:
    (kettlebells,) = [each for each in SETTINGS if each.name == "kettlebells"]
    loads = [each.load_kg for log in made(kettlebells) for each in log.sets]
    there = rack("dumbbell", kettlebells=True)
    assert fmean(load in there for load in loads) > 0.97


def test_warm_ups_are_logged_by_some() -> None:
    kinds = {each.kind for log in made(people=12) for each in log.sets}
    assert kinds == {SetKind.WORK, SetKind.WARM_UP}


def test_strength_grows_more_than_it_falls() -> None:
    ends: dict[str, list[float]] = defaultdict(list)
    for log in made(people=12):
        for exercise in {each.exercise for each in log.truth}:
            of = [each for each in log.truth if each.exercise == exercise]
            ends["grown"].append(of[-1].one_rm_kg / of[0].one_rm_kg)
    assert 1.0 < fmean(ends["grown"]) < 1.5


def test_a_curve_and_its_inverse_agree() -> None:
    rng = Random(5)  # noqa: S311  made-up logs
    for _ in range(20):
        curve = made_curve(rng)
        assert curve.repetitions(curve.share(8)) == pytest.approx(8, abs=1e-6)
        assert curve.repetitions(0.7) == pytest.approx(curve.at_70)


def test_nobody_lifts_more_than_the_maximum() -> None:
    assert Curve(at_70=12, bend=1).repetitions(1.01) == 0
    assert Curve(at_70=12, bend=1).repetitions(1.0) == 1
