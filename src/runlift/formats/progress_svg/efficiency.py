"""Running efficiency run by run, with its trend, the phases of strength work, and what changed beside."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from math import exp
from statistics import fmean
from textwrap import wrap
from typing import TYPE_CHECKING

from runlift.formats.progress_svg.draw import (
    BLUE,
    INK,
    LEFT,
    LETTERS,
    RIGHT,
    RULE,
    SOFT,
    TOP,
    Scale,
    box,
    dot,
    line,
    picture,
    short_day,
    text,
)
from runlift.formats.progress_svg.png import picture_png
from runlift.formats.progress_svg.trend_line import draw_trend
from runlift.formats.season_svg import PHASE_COLOURS
from runlift.wording.efficiency import (
    SHOWS,
    SHOWS_NOT,
    beside_words,
    left_out_lines,
    per_beat,
    per_beat_unit,
    rest_words,
    trend_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from runlift.application.show_efficiency import EfficiencyReport
    from runlift.domain.progress.efficiency import RunEfficiency

AXIS, LINES = 46, 17
PLOT, SMALL_PLOT = 150, 44
BAND, LETTER = 18, 6.4  # height of the strip of phases; width of a letter in it [px]
MARGIN = 0.12  # of the values, above and below
LEAST_SPAN = 0.1  # of the middle value: small changes are to look small
SEVERAL = 2
LEGEND = (
    "Marks: runs; hollow ones were too warm to count. Line: the trend. Band: how much steeper or flatter it "
    "may be, at 95 %."
)
STRIP = "Strip: the phase of the strength work, to see what was when; it tells nothing of cause."
BESIDE = {
    "heart_rate": "Heart rate [beats/min]",
    "temperature_c": "Temperature at the device [°C]",
    "cadence": "Cadence [steps/min]",
    "ground_contact_ms": "Ground contact [ms]",
    "vertical_oscillation_mm": "Vertical oscillation [mm]",
}


def efficiency_files(report: EfficiencyReport) -> dict[str, bytes]:
    """Return the picture as SVG and as PNG, by file name; nothing where no run is compared."""
    drawn = draw_efficiency(report)
    return {} if drawn is None else {"efficiency.svg": drawn, "efficiency.png": picture_png(drawn)}


def draw_efficiency(report: EfficiencyReport) -> bytes | None:
    """Draw running efficiency; None where no run is compared."""
    if not report.found.runs:
        return None
    lines = wrap(trend_words(report.found), LETTERS)
    parts = [text(LEFT, TOP + 26 + LINES * number, each, size=12) for number, each in enumerate(lines)]
    top = TOP + 26 + LINES * len(lines)
    drawn, bottom = _main(report, top)
    parts += drawn
    for name, title in BESIDE.items():
        if sum(1 for run in report.found.runs if _measured(run, name) is not None) >= SEVERAL:
            drawn, bottom = _small(report, name, title, bottom)
            parts += drawn
    notes = [
        LEGEND,
        *([STRIP] if report.phases else []),
        SHOWS,
        SHOWS_NOT,
        *(beside_words(*each) for each in report.found.beside.items()),
        *left_out_lines(report.found),
        rest_words(report.found),
    ]
    title = f"Running efficiency [{per_beat_unit(report.units)}]"
    return picture(title, notes, parts, height=round(bottom) + 6)


def _main(report: EfficiencyReport, top: float) -> tuple[list[str], float]:
    """Return efficiency with its trend and the phases, and where it ends [px]."""
    found = report.found
    across = _across(report)
    up = _up([per_beat(run.efficiency, report.units) for run in found.runs], top, PLOT)
    parts = [*_behind(report, across, top), *_axis(up, 2)]
    if found.trend is not None:
        parts += draw_trend(found.trend.path, across, up, lambda each: per_beat(exp(each), report.units))
    parts += _marks(report, across, up, lambda run: per_beat(run.efficiency, report.units))
    bottom = top + PLOT
    if report.phases:
        parts += _phases(report, across, bottom)
        bottom += BAND
    return [*parts, *_dates(report, bottom + 15)], bottom + 22


def _small(report: EfficiencyReport, name: str, title: str, top: float) -> tuple[list[str], float]:
    """Return a small plot of a figure on the same days, and where it ends [px]."""
    values = [each for run in report.found.runs if (each := _measured(run, name)) is not None]
    across = _across(report)
    up = _up(values, top + 20, SMALL_PLOT)
    parts = [text(LEFT, top + 14, title, size=12, bold=True), *_axis(up, 0)]
    parts += _marks(report, across, up, lambda run: _measured(run, name))
    return parts, top + 20 + SMALL_PLOT + 4


def _measured(run: RunEfficiency, name: str) -> float | None:
    value: float | None = getattr(run.steady, name)
    return value


def _across(report: EfficiencyReport) -> Scale:
    return Scale(
        low=report.mondays[0].toordinal(), high=report.today.toordinal(), start=LEFT + AXIS, end=RIGHT - 4
    )


def _up(values: Sequence[float], top: float, height: int) -> Scale:
    """Return a scale that holds all values, wide enough that a little looks like a little."""
    low, high = min(values), max(values)
    spare = max(
        MARGIN * (high - low), (LEAST_SPAN * abs(fmean(values)) - (high - low)) / 2, 0.5 * (low == high)
    )
    return Scale(low=low - spare, high=high + spare, start=top + height, end=top)


def _axis(up: Scale, decimals: int) -> list[str]:
    """Return lines and figures at the ends of what is shown."""
    parts: list[str] = []
    for value in (up.low + (up.high - up.low) * share for share in (0.1, 0.9)):
        parts.append(line([(LEFT + AXIS, up(value)), (RIGHT, up(value))], f'stroke="{RULE}"'))
        words = f"{value:.{decimals}f}"
        parts.append(text(LEFT + AXIS - 6, up(value) + 4, words, size=12, anchor="end", colour=SOFT))
    return parts


def _marks(
    report: EfficiencyReport, across: Scale, up: Scale, value: Callable[[RunEfficiency], float | None]
) -> list[str]:
    told = ((run, value(run)) for run in report.found.runs)
    return [
        dot(
            across(run.date.toordinal()),
            up(each),
            f'fill="#ffffff" stroke="{BLUE}"' if run.is_warm else f'fill="{INK}" stroke="#ffffff"',
        )
        for run, each in told
        if each is not None
    ]


def _spans(report: EfficiencyReport, across: Scale) -> list[tuple[str, str, float, float]]:
    """Return name and colour of each phase, and from where to where it goes [px]."""
    spans: list[tuple[str, str, float, float]] = []
    for phase, group in groupby(sorted(report.phases.items()), key=lambda each: each[1]):
        mondays = [monday for monday, _ in group]
        after = min(mondays[-1] + timedelta(days=7), report.today)
        ends = across(mondays[0].toordinal()), across(after.toordinal())
        spans.append((phase.value, PHASE_COLOURS[phase], *ends))
    return spans


def _behind(report: EfficiencyReport, across: Scale, top: float) -> list[str]:
    return [
        box(begin, top, max(1.0, end - begin), PLOT, f'fill="{colour}" fill-opacity="0.3"')
        for _, colour, begin, end in _spans(report, across)
    ]


def _phases(report: EfficiencyReport, across: Scale, top: float) -> list[str]:
    parts: list[str] = []
    for name, colour, begin, end in _spans(report, across):
        parts.append(box(begin, top, max(1.0, end - begin - 1), BAND, f'fill="{colour}"'))
        fits = len(name) * LETTER <= end - begin - 4
        parts.append(text(begin + 3, top + 13, name if fits else name[0], size=12))
    return parts


def _dates(report: EfficiencyReport, y: float) -> list[str]:
    ends: tuple[date, date] = (report.mondays[0], report.today)
    return [
        text(LEFT + AXIS, y, short_day(ends[0]), size=12, colour=SOFT),
        text(RIGHT, y, short_day(ends[1]), size=12, anchor="end", colour=SOFT),
    ]
