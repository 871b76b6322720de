"""Body mass over the last weeks, and what is known of it in runners who lift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.progress.trend import Point, Trend, by_day, trend

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runlift.domain.diary.entry import BodyMass

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMassProgress:
    """How body mass goes.

    Attributes:
        days: Body mass of each day weighed, in order [kg].
        now_kg: Body mass of now: the median of the last days [kg].
        trend: How it changes [kg/week]; None while too few days are weighed.
        days_missing: Days still to be weighed before a trend can be told.
        mass_expected: Least and greatest change expected of lifting beside running [% body mass].
        lean_expected: Least and greatest gain of lean mass of the legs expected of it [%].
        evidence: Evidence behind what is expected.
    """

    days: tuple[Point, ...]
    now_kg: float
    trend: Trend | None
    days_missing: int
    mass_expected: tuple[float, float]
    lean_expected: tuple[float, float]
    evidence: tuple[str, ...]


def may_see_body_mass(age: int | None) -> bool:
    """Tell whether body mass may be shown: not to anyone who may still be under 18.

    Args:
        age: Age reached in the year [years]; None when no year of birth is told.

    Source: X13.
    """
    return age is None or age > number("body_mass_shown_from_age")


def body_mass_progress(told: Iterable[BodyMass], *, today: date) -> BodyMassProgress | None:
    """Return how body mass goes over the last weeks; None where none was told in them.

    Source: PG06.
    """
    since = today - number("body_mass_trend_weeks") * WEEK
    days = by_day((each.date, each.mass_kg) for each in told if since < each.date <= today)
    if not days:
        return None
    missing = max(0, int(number("body_mass_least_entries")) - len(days))
    enough = not missing and days[-1][0] - days[0][0] >= number("body_mass_least_days") * DAY
    return BodyMassProgress(
        days=days,
        now_kg=median(mass for _, mass in _of_now(days)),
        trend=trend(days) if enough else None,
        days_missing=missing,
        mass_expected=pair("body_mass_change_expected"),
        lean_expected=pair("lean_mass_gain_expected"),
        evidence=evidence_of("body_mass_change_expected", "lean_mass_gain_expected"),
    )


def _of_now(days: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the days that tell the mass of now: of the last week, or more where these are few.

    Source: PG08.
    """
    since = days[-1][0] - number("body_mass_now_days") * DAY
    of_week = sum(1 for day, _ in days if day > since)
    return days[-max(of_week, int(number("body_mass_now_least"))) :]
