from __future__ import annotations

from datetime import date, time

import pytest

from runlift.domain.athlete.profile import Units
from runlift.domain.plan.plan import TimedRun
from runlift.domain.running.plan import Run, RunKind, RunPart
from runlift.formats.workout import Effort, Lasts, Repeat, Step, Until, Workout, run_workout


def timed(*parts: RunPart, kind: RunKind = RunKind.INTERVALS) -> TimedRun:
    run = Run(id="r1", date=date(2027, 1, 5), kind=kind, key=kind.is_key, title="6 x 800 m", parts=parts)
    return TimedRun(
        run=run,
        start=time(6, 30),
        minutes=60,
        start_assumed=False,
        minutes_assumed=False,
        buffered_long_run=False,
    )


def made(*parts: RunPart, kind: RunKind = RunKind.INTERVALS) -> Workout:
    workout = run_workout(timed(*parts, kind=kind), Units.METRIC)
    assert workout is not None
    return workout


def recovery_of(words: str) -> Step:
    (repeat,) = [
        each
        for each in made(RunPart(repeats=6, distance_m=800, recovery=words)).parts
        if isinstance(each, Repeat)
    ]
    return repeat.steps[1]


def test_repeats_become_a_repeat_between_warm_up_and_cool_down() -> None:
    workout = made(RunPart(repeats=6, distance_m=800, intensity="10k", recovery="400 m jog"))
    first, repeat, last = workout.parts
    assert isinstance(first, Step)
    assert isinstance(last, Step)
    assert (first.effort, last.effort) == (Effort.WARM_UP, Effort.COOL_DOWN)
    assert isinstance(repeat, Repeat)
    assert repeat.times == 6
    assert repeat.steps[0].lasts == Lasts(until=Until.DISTANCE, amount=800)
    assert repeat.steps[0].notes == "10k"


@pytest.mark.parametrize(
    ("words", "lasts"),
    [
        ("400 m jog", Lasts(until=Until.DISTANCE, amount=400)),
        ("3 min jog", Lasts(until=Until.TIME, amount=180)),
        ("jog down", Lasts(until=Until.BUTTON)),
        ("", Lasts(until=Until.BUTTON)),
        ("400 m or 2 min", Lasts(until=Until.BUTTON)),
    ],
)
def test_the_recovery_is_as_long_as_its_words_tell_or_until_the_button(words: str, lasts: Lasts) -> None:
    assert recovery_of(words).lasts == lasts
    assert recovery_of(words).notes == words


def test_a_single_piece_is_one_step() -> None:
    workout = made(RunPart(duration_s=1200, intensity="threshold"), kind=RunKind.TEMPO)
    assert [type(each) for each in workout.parts] == [Step, Step, Step]


def test_an_easy_run_with_strides_begins_with_running_and_not_with_a_warm_up() -> None:
    first = made(RunPart(repeats=6, intensity="strides"), kind=RunKind.EASY).parts[0]
    assert isinstance(first, Step)
    assert first.effort is Effort.WORK


def test_a_run_without_structure_and_other_training_become_no_workout() -> None:
    assert run_workout(timed(), Units.METRIC) is None
    assert run_workout(timed(RunPart(duration_s=60), kind=RunKind.CROSS_TRAINING), Units.METRIC) is None
