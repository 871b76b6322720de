"""Names of days, kinds and figures as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.outcome import SessionResult
from runlift.domain.plan.session import LegStress, SessionKind
from runlift.domain.quantity import KILOGRAMS_PER_POUND, METRES_PER_MILE
from runlift.domain.running.plan import TO_BE_REPLACED, RunKind

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.running.plan import Run

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

SESSION_NAMES = {
    SessionKind.FOUNDATION: "Foundation",
    SessionKind.STRENGTH: "Strength",
    SessionKind.POWER: "Power and strength",
    SessionKind.MAINTENANCE: "Strength kept up",
    SessionKind.PRIMER: "Primer",
    SessionKind.UPPER_AND_TRUNK: "Upper body and trunk",
}
LEG_STRESS_WORDS = {
    LegStress.NONE: "no leg work",
    LegStress.LIGHT: "light on the legs",
    LegStress.MODERATE: "moderate on the legs",
    LegStress.HEAVY: "heavy on the legs",
}
RESULT_WORDS = {
    SessionResult.DONE: "done",
    SessionResult.PARTLY: "done in part",
    SessionResult.MISSED: "missed",
    SessionResult.SKIPPED: "left out",
    SessionResult.UNDER_WAY: "under way",
    SessionResult.UNPLANNED: "done beside the plan",
}
MILLI_POINTS = 1000
MINUTE_S = 60
HOUR_MINUTES = 60
DAY_HOURS = 24
HOURS_READ_AS_HOURS = 72


def day_words(day: date) -> str:
    """Return a date such as `Tue 22 Dec`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def long_day_words(day: date) -> str:
    """Return a date such as `Tue 22 Dec 2026`."""
    return f"{day_words(day)} {day.year}"


def run_words(run: Run, units: Units) -> str:
    """Return a run in its plan's own words, with kind, distance and weight where they do not tell them.

    Strength of the running plan that the planned sessions take the place of is called replaced.
    """
    distance = distance_words(run.distance_m, units) if run.distance_m else ""
    title = " ".join(run.title.split())
    if not title:
        title = f"{run.kind.value} {distance}".strip()
    told = title.casefold()
    missing = [word for word in (run.kind.value, distance) if word and word.casefold() not in told]
    missing += ["key run"] if run.key else []
    missing += ["replaced"] if run.kind is RunKind.STRENGTH and TO_BE_REPLACED in run.note else []
    return f"{title} ({', '.join(missing)})" if missing else title


def distance_words(metres: float, units: Units) -> str:
    """Return a distance in the runner's unit, such as `12.5 km`."""
    if units is Units.IMPERIAL:
        return f"{_plain(metres / METRES_PER_MILE, 1)} mi"
    return f"{_plain(metres / 1000, 1)} km"


def load_words(kilograms: float, units: Units) -> str:
    """Return a load in the runner's unit, such as `22.5 kg`."""
    if units is Units.IMPERIAL:
        return f"{_plain(kilograms / KILOGRAMS_PER_POUND, 1)} lb"
    return f"{_plain(kilograms, 2)} kg"


def seconds_words(seconds: int) -> str:
    """Return a span such as `45 s`, `2 min` or `2 min 30 s`."""
    minutes, rest = divmod(seconds, MINUTE_S)
    if not minutes or (rest and seconds < 2 * MINUTE_S):
        return f"{seconds} s"
    return f"{minutes} min" + (f" {rest} s" if rest else "")


def minutes_words(minutes: int) -> str:
    """Return a span such as `45 min` or `1 h 30`."""
    hours, rest = divmod(minutes, HOUR_MINUTES)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h" + (f" {rest:02}" if rest else "")


def hours_words(hours: float) -> str:
    """Return a span such as `5 h 30 min`, from a day on whole hours such as `47 h`, then `4 days 14 h`."""
    minutes = round(hours * HOUR_MINUTES)
    whole, rest = divmod(minutes, HOUR_MINUTES)
    if whole > HOURS_READ_AS_HOURS:
        days, over = divmod(whole, DAY_HOURS)
        return f"{days} days" + (f" {over} h" if over else "")
    if not rest or whole >= DAY_HOURS:
        return f"{whole} h"
    return f"{whole} h {rest} min" if whole else f"{rest} min"


def counted(count: int, noun: str) -> str:
    """Return a count with its noun, such as `1 week` or `2 weeks`."""
    return f"{count} {noun if count == 1 else noun + 's'}"


def points_words(milli_points: int) -> str:
    """Return a cost such as `1.25 points`."""
    points = _plain(milli_points / MILLI_POINTS, 2)
    return f"{points} point" if points == "1" else f"{points} points"


def figure_words(figure: float | str) -> str:
    """Return a figure without needless decimals."""
    return figure if isinstance(figure, str) else _plain(figure, 2)


def exercise_name(exercise: str) -> str:
    """Return the name of an exercise; one that the catalogue does not know is called by its id."""
    known = catalogue().get(exercise)
    return known.name if known else spaced(exercise)


def spaced(identifier: str) -> str:
    """Return an identifier as words."""
    return " ".join(identifier.replace("_", " ").split())


def _plain(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:.0f}"
