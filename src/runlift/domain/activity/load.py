"""Training load: effort times minutes, with the effort told or else estimated, and always said which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, evidence_of, number
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from runlift.domain.activity.habits import Habits, HeartRange

HARDEST = 10.0


class LoadBasis(StrEnum):
    """What the effort behind a load was taken from, the surest first."""

    EFFORT = "effort"
    HEART_RATE = "heart_rate"
    PACE = "pace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A training load.

    Attributes:
        value: Effort on the scale of 0 to 10, times minutes.
        effort: The effort.
        basis: What it was taken from.
        reason: How it came about.
    """

    value: float
    effort: float
    basis: LoadBasis
    reason: Reason


def training_load(
    minutes: float,
    habits: Habits,
    *,
    effort: float | None = None,
    heart_rate: float | None = None,
    speed: float | None = None,
) -> Load | None:
    """Return the load of a run: by the effort told, else by heart rate, else by pace; None by nothing.

    Args:
        minutes: How long it took [min].
        habits: What is usual for the runner.
        effort: Effort of the whole run that the runner told, 0 to 10.
        heart_rate: Mean heart rate [beats/min].
        speed: Grade-adjusted speed [m/s].

    Source: D092, AC13, AC14.
    """
    if effort is not None:
        return load_from_effort(minutes, effort)
    if heart_rate is not None and habits.heart is not None:
        return load_from_heart_rate(minutes, heart_rate, habits.heart)
    if speed is not None and habits.easy_speed is not None:
        return load_from_pace(minutes, speed, habits.easy_speed)
    return None


def load_from_effort(minutes: float, effort: float) -> Load:
    """Return effort times minutes, as the runner told it.

    References:
        Foster C et al. (2001). A new approach to monitoring exercise training. J Strength Cond Res
        15:109-115.

    Source: D092.
    """
    return _load("load_from_effort", LoadBasis.EFFORT, minutes, effort, ("load_per_effort_minute",))


def load_from_heart_rate(minutes: float, heart_rate: float, heart: HeartRange) -> Load:
    """Return the load with the effort read from the share of the heart-rate reserve.

    The classes of intensity of a position stand give the shares at which the effort is light, moderate, hard
    and near the most; between them it lies on straight lines.

    Source: D092, W03, AC13.
    """
    steps = cast("list[list[float]]", constant("effort_at_heart_rate").value)
    effort = _on_steps(heart.reserve_share(heart_rate) * 100, steps)
    keys = ("load_per_effort_minute", "effort_at_heart_rate")
    return _load("load_from_heart_rate", LoadBasis.HEART_RATE, minutes, effort, keys)


def load_from_pace(minutes: float, speed: float, easy_speed: float) -> Load:
    """Return the load with the effort read from the speed beside that of an easy run.

    The effort of an easy run times the ratio of the speeds, raised to a power.

    Source: D092, AC14.
    """
    ratio = speed / easy_speed
    effort = number("effort_of_easy_run") * ratio ** number("effort_pace_exponent")
    keys = ("load_per_effort_minute", "effort_of_easy_run", "effort_pace_exponent")
    return _load("load_from_pace", LoadBasis.PACE, minutes, min(HARDEST, effort), keys)


def _load(rule: str, basis: LoadBasis, minutes: float, effort: float, keys: tuple[str, ...]) -> Load:
    value = effort * minutes * number("load_per_effort_minute")
    reason = Reason.of(rule, evidence_of(*keys), effort=round(effort, 1), minutes=round(minutes))
    return Load(value=value, effort=effort, basis=basis, reason=reason)


def _on_steps(value: float, steps: list[list[float]]) -> float:
    """Return the height at a value on straight lines between steps, level outside of them."""
    if value <= steps[0][0]:
        return steps[0][1]
    for (left, low), (right, high) in pairwise(steps):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return steps[-1][1]
