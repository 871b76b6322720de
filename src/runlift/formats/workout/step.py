"""A workout as steps: what is done, until when, how hard, how often."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


class Sport(StrEnum):
    """What a workout is."""

    STRENGTH = "strength"
    RUNNING = "running"


class Effort(StrEnum):
    """What a step is for."""

    WARM_UP = "warm_up"
    WORK = "work"
    REST = "rest"
    COOL_DOWN = "cool_down"


class Until(StrEnum):
    """What ends a step."""

    BUTTON = "button"  # until the runner presses the lap button
    REPS = "reps"
    TIME = "time"  # seconds
    DISTANCE = "distance"  # metres


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasts:
    """How long a step lasts: `amount` is repetitions, seconds [s] or metres [m], 0 until the button."""

    until: Until
    amount: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step.

    Attributes:
        effort: What it is for.
        lasts: How long it lasts.
        title: What it is called.
        exercise: Exercise id of the catalogue; empty for rests and runs.
        load_kg: External load in all [kg]; None without one.
        notes: What else to know.
    """

    effort: Effort
    lasts: Lasts
    title: str = ""
    exercise: str = ""
    load_kg: float | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Steps that are done several times in a row."""

    times: int
    steps: tuple[Step, ...]


Part: TypeAlias = Step | Repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """A workout.

    Attributes:
        uid: Identifier of the session or run it stands for.
        name: What it is called.
        sport: What it is.
        starts_at: Local start, without zone.
        parts: Steps and repeats in order.
        imperial: Whether loads are shown in pounds.
    """

    uid: str
    name: str
    sport: Sport
    starts_at: datetime
    parts: tuple[Part, ...]
    imperial: bool = False

    @property
    def size(self) -> int:
        """Steps as a watch counts them: a repeat is one of its own beside those it repeats."""
        return sum(len(part.steps) + 1 if isinstance(part, Repeat) else 1 for part in self.parts)

    def performed(self) -> Iterator[Step]:
        """Yield every step as often as it is done, in order."""
        for part in self.parts:
            if isinstance(part, Repeat):
                yield from part.steps * part.times
            else:
                yield part


def repeated(rounds: list[tuple[Step, ...]], *, longest: int = 2) -> tuple[Part, ...]:
    """Write equal rounds in a row as a repeat, as long as that takes fewer steps.

    Args:
        rounds: Rounds of steps in order, such as a set with its rest.
        longest: Rounds that may make up what is repeated, so that left and right go by turns.
    """
    parts: list[Part] = []
    at = 0
    while at < len(rounds):
        length, times = max(
            ((size, _times(rounds, at, size)) for size in range(1, longest + 1)),
            key=lambda found: _saved(rounds, at, *found),
        )
        steps = tuple(step for one in rounds[at : at + length] for step in one)
        if _saved(rounds, at, length, times) > 0:
            parts.append(Repeat(times=times, steps=steps))
            at += length * times
        else:
            parts += rounds[at]
            at += 1
    return tuple(parts)


def _times(rounds: list[tuple[Step, ...]], at: int, size: int) -> int:
    """Count how often the rounds at a place follow each other unchanged."""
    block, times = rounds[at : at + size], 1
    while len(block) == size and rounds[at + size * times : at + size * (times + 1)] == block:
        times += 1
    return times


def _saved(rounds: list[tuple[Step, ...]], at: int, size: int, times: int) -> int:
    """Return how many steps a repeat takes less than its rounds written out."""
    return (times - 1) * sum(len(one) for one in rounds[at : at + size]) - 1
