"""Running efficiency in words, for the terminal and for pictures."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from runlift.domain.activity.steady import Lack
from runlift.domain.athlete.profile import Units
from runlift.domain.evidence import number
from runlift.domain.progress.efficiency import Beside, LeftOut
from runlift.domain.quantity import METRES_PER_MILE
from runlift.wording.names import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.progress.efficiency import EfficiencyProgress, EfficiencyTrend
    from runlift.domain.progress.trend import Trend

YARDS_PER_MILE = 1760
SHOWS = "It shows how your own speed at about the same heart rate changes, with slopes taken out."
SHOWS_NOT = (
    "It cannot show why: endurance, heat, sleep, caffeine, drinking, shoes and the sensor all move it. It is "
    "not running economy, which is oxygen, and it says nothing of whether strength work is the cause."
)
LEFT_OUT: Mapping[LeftOut | Lack, str] = MappingProxyType(
    {
        Lack.NO_RECORD: "without a record of distance and time",
        Lack.NO_HEART_RATE: "without heart rate",
        Lack.HEART_RATE_GAPS: "with gaps in heart rate",
        Lack.HEART_RATE_FLAT: "with a heart rate that stood still",
        Lack.HEART_RATE_JUMPS: "with a heart rate that jumped",
        Lack.HEART_RATE_LIKE_CADENCE: "with a heart rate like the steps per minute",
        Lack.TOO_SHORT: "with too little steady running after the warm-up",
        LeftOut.NOT_EASY: "that were not easy",
        LeftOut.INDOOR: "indoors",
        LeftOut.ILL: "on a day of illness",
        LeftOut.NOT_LOOKED_AT: "imported before steady running was looked for",
        LeftOut.HEART_RATE_HIGH: "with a heart rate too high for an easy run",
        LeftOut.HEART_RATE_LOW: "with a heart rate too low for a run",
        LeftOut.HEART_RATE_AWAY: "with a heart rate far from that of the others",
    }
)
REMEDIES: Mapping[LeftOut | Lack, str] = MappingProxyType(
    {
        LeftOut.NOT_EASY: "`runlift log run DATE --kind easy` puts a kind right.",
        LeftOut.NOT_LOOKED_AT: "`runlift import` of the same files adds what is missing.",
    }
)
_BESIDE: Mapping[Beside, tuple[str, str]] = MappingProxyType(
    {
        Beside.HEART_RATE: ("Heart rate in these runs", "beats/min"),
        Beside.TEMPERATURE: ("The temperature in these runs", "°C"),
    }
)


def per_beat(metres: float, units: Units) -> float:
    """Return a distance of a heartbeat in the unit that the runner reads."""
    return metres * YARDS_PER_MILE / METRES_PER_MILE if units is Units.IMPERIAL else metres


def per_beat_unit(units: Units) -> str:
    """Return that unit."""
    return "yd/beat" if units is Units.IMPERIAL else "m/beat"


def trend_words(found: EfficiencyProgress) -> str:
    """Return how efficiency changes, or what is still missing to tell it."""
    if found.trend is not None:
        return _changed(found.trend)
    if found.runs_missing:
        missing = counted(found.runs_missing, "more day")
        return f"Too few runs to say: a trend can be told after {missing} with one."
    return f"Too short a time to say: the runs must span {number('efficiency_least_days'):.0f} days."


def _changed(trend: EfficiencyTrend) -> str:
    interval = f"95 %: {_signed(trend.low)} to {_signed(trend.high)}"
    days = f"from runs on {counted(trend.path.days, 'day')}"
    told = f"{_signed(trend.percent)} % in {trend.weeks} weeks ({interval}), {days}"
    if not trend.is_clear:
        return f"{told}: no change that is more than chance."
    return f"{told}: a beat carries you {'further' if trend.percent > 0 else 'less far'} than before."


def beside_words(beside: Beside, trend: Trend) -> str:
    """Return what changed beside efficiency."""
    name, unit = _BESIDE[beside]
    weeks = number("efficiency_told_weeks")
    change = abs(trend.weekly * weeks)
    way = "rose" if trend.weekly > 0 else "fell"
    return f"{name} {way} by {change:.1f} {unit} in {weeks:.0f} weeks: part of the change may come from that."


def rest_words(found: EfficiencyProgress) -> str:
    """Return which heart rate at rest is counted from."""
    if found.rest_is_assumed:
        return f"Heart rate at rest is taken as {found.rest:.0f}; `--rest` tells yours."
    return f"Heart rate at rest: {found.rest:.0f}."


def left_out_lines(found: EfficiencyProgress) -> tuple[str, ...]:
    """Return which runs are not compared, or only with a doubt, and why, and what can be done about it."""
    warm = len(found.runs) - len(found.counted)
    above = f"above {number('efficiency_warm_from'):.0f} °C at the device"
    level = sum(1 for run in found.runs if run.steady.level_assumed)
    doubted = (
        *((f"Not in the trend: {counted(warm, 'run')} {above}.",) if warm else ()),
        *((f"Without altitude, so the ground counts as level: {counted(level, 'run')}.",) if level else ()),
    )
    if not found.left_out:
        return doubted
    told = ", ".join(f"{count} {LEFT_OUT[why]}" for why, count in found.left_out.items())
    remedies = (words for why, words in REMEDIES.items() if why in found.left_out)
    return (*doubted, f"Not compared: {told}.", *remedies)


def _signed(percent: float) -> str:
    told = f"{percent:+.1f}"
    return "0.0" if told in {"+0.0", "-0.0"} else told
