"""What kind of run it was, guessed from its record; always a guess, with how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.activity.habits import Habits
from runlift.domain.evidence import number
from runlift.domain.running.entry import DistanceUnit
from runlift.domain.running.load import SECONDS_PER_MINUTE
from runlift.domain.running.plan import RunKind
from runlift.domain.running.reading import read_run

if TYPE_CHECKING:
    from runlift.domain.activity.shape import RunShape

SEVERAL = 3
NOTHING_USUAL = Habits()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFigures:
    """What a run came to, as far as the guess looks at it.

    Attributes:
        distance_m: Distance [m].
        moving_s: Moving time [s].
        speed: Grade-adjusted speed while moving [m/s].
        heart_rate: Mean heart rate [beats/min].
        shape: How the effort was spread.
        title: Its name.
    """

    distance_m: float | None = None
    moving_s: float | None = None
    speed: float | None = None
    heart_rate: float | None = None
    shape: RunShape | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGuess:
    """What kind of run it was, and how sure that is (0 to 1)."""

    kind: RunKind
    confidence: float


def guess_kind(run: RunFigures, habits: Habits = NOTHING_USUAL) -> KindGuess:
    """Return what kind of run it was: by its name, its shape, its length, then its speed and heart rate.

    Source: AC10, AC11, AC12.
    """
    by_title = _named(run)
    guesses = (by_title, _in_bouts(run, habits), _long(run, habits), _even(run, habits))
    found = next((each for each in guesses if each is not None), None)
    return found or KindGuess(kind=RunKind.EASY, confidence=number("confidence_nothing"))


def _named(run: RunFigures) -> KindGuess | None:
    """Return what the name of the run says in so many words."""
    reading = read_run(run.title.lower(), DistanceUnit.KILOMETRES) if run.title else None
    if reading is None or not reading.kind.is_run or reading.confidence < number("confidence_word"):
        return None
    if reading.kind is RunKind.EASY and "easy" not in run.title.lower():
        return None
    return KindGuess(kind=reading.kind, confidence=number("confidence_pattern"))


def _in_bouts(run: RunFigures, habits: Habits) -> KindGuess | None:
    """Return what a run is whose effort went up and down."""
    shape = run.shape
    if shape is None or not shape.bouts or shape.fast_share > number("bout_share_most"):
        return None
    is_quick = _is_quick(shape, habits)
    kind = _kind_of_bouts(shape) if is_quick or not _is_walked(shape) else RunKind.EASY
    sure = number("confidence_pattern" if is_quick else "confidence_nothing")
    return None if kind is None else KindGuess(kind=kind, confidence=sure)


def _kind_of_bouts(shape: RunShape) -> RunKind | None:
    """Return what bouts make of a run, by their length, their number and their slope."""
    if shape.bouts >= SEVERAL and shape.grade >= number("hill_grade"):
        return RunKind.HILLS
    if shape.ground_ratio < number("bout_speed_ratio"):  # an even pace over hills
        return None
    if shape.longest_s >= number("threshold_repeat_from_minutes") * SECONDS_PER_MINUTE:
        return RunKind.TEMPO
    if shape.bouts < SEVERAL:
        return None
    are_strides = shape.bout_s <= number("stride_to_seconds")
    are_strides &= shape.fast_share <= number("stride_share_most")
    return RunKind.STRIDES if are_strides else RunKind.INTERVALS


def _is_quick(shape: RunShape, habits: Habits) -> bool:
    """Whether the bouts are quicker than easy running; where that is not known, than what lies between."""
    if habits.easy_speed is None:
        return not _is_walked(shape)
    return shape.fast_speed >= number("quick_from_easy_speed") * habits.easy_speed


def _is_walked(shape: RunShape) -> bool:
    """Whether what lies between the bouts is walked, as in a beginner's run and walk."""
    return shape.slow_speed < number("walk_to_speed")


def _long(run: RunFigures, habits: Habits) -> KindGuess | None:
    """Return whether the run is long: by its time, or clearly longer than what is usual."""
    minutes = (run.moving_s or 0.0) / SECONDS_PER_MINUTE
    if minutes >= number("long_without_word"):
        return KindGuess(kind=RunKind.LONG, confidence=number("confidence_pattern"))
    usual = habits.distance_m
    if usual and run.distance_m and run.distance_m >= number("long_from_usual") * usual:
        return KindGuess(kind=RunKind.LONG, confidence=number("confidence_figures"))
    return None


def _even(run: RunFigures, habits: Habits) -> KindGuess | None:
    """Return what an even run is, by its speed beside the usual one, else by the heart."""
    if habits.easy_speed and run.speed:
        ratio = run.speed / habits.easy_speed
        return KindGuess(kind=_by_ratio(ratio), confidence=number("confidence_figures"))
    if habits.heart and run.heart_rate:
        share = habits.heart.reserve_share(run.heart_rate)
        kind = RunKind.TEMPO if share >= number("tempo_from_reserve_share") else RunKind.EASY
        return KindGuess(kind=kind, confidence=number("confidence_nothing"))
    return None


def _by_ratio(ratio: float) -> RunKind:
    if ratio >= number("tempo_from_easy_speed"):
        return RunKind.TEMPO
    if ratio >= number("steady_from_easy_speed"):
        return RunKind.STEADY
    return RunKind.RECOVERY if ratio <= number("recovery_to_easy_speed") else RunKind.EASY
