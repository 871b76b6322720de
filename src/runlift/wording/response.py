"""Expected changes in words: what is better and what is worse, never a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.wording.names import figure_words

if TYPE_CHECKING:
    from runlift.domain.response.season_dose import Adherence

HOUR_S = 3600
MINUTE_S = 60
PERCENT = 100
TOLD_DECIMALS = 1

WHAT_IT_IS = (
    "What trials let one expect of the strength work alone, everything else as it is. It says nothing about "
    "what your running, your weight or the day will do."
)


def change_words(change: float) -> str:
    """Return a change of economy or time, of which less is better, such as `1.6 % better`."""
    told = round(change, TOLD_DECIMALS)
    if told == 0:
        return "no change"
    return f"{figure_words(abs(told))} % {'better' if told < 0 else 'worse'}"


def range_words(low: float, high: float) -> str:
    """Return an interval from its better end to its worse one."""
    return f"from {change_words(low)} to {change_words(high)}"


def clock_words(seconds: float) -> str:
    """Return a race time such as `49:02` or `3:05:10`."""
    hours, rest = divmod(round(seconds), HOUR_S)
    minutes, left = divmod(rest, MINUTE_S)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def adherence_words(adherence: Adherence) -> str:
    """Return what is taken to be done of the sessions to come, and where that comes from."""
    share = f"{round(PERCENT * adherence.share)} % of the sessions to come are taken to be done"
    if not adherence.is_known:
        return f"{share}; say --adherence if you know better."
    return f"{share}; {adherence.done} of {adherence.planned} so far were."
