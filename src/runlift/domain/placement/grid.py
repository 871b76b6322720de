"""The grid of starts: every quarter of an hour by the clock, and the first minute of any free window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.evidence import number, pair
from runlift.domain.placement.instance import DAYS_PER_WEEK, MINUTES_PER_HOUR, MINUTES_PER_WEEK, Slots
from runlift.domain.quantity import MINUTES_PER_DAY

if TYPE_CHECKING:
    from runlift.domain.placement.instance import IntArray, PlacementInstance, Span


def window_slots(instance: PlacementInstance, week: int) -> Slots:
    """Return every start of a week that lies in a free window."""
    first, last = week * MINUTES_PER_WEEK, (week + 1) * MINUTES_PER_WEEK
    windows = [window for window in instance.windows if first <= window.start < last]
    firsts = np.array([window.start for window in windows], dtype=np.int64)
    return _in_windows(instance, [(_starts(window, firsts), window) for window in windows])


def waking_slots(instance: PlacementInstance, week: int) -> Slots:
    """Return every start of a week in waking hours or in a free window."""
    inside = window_slots(instance, week)
    outside = _outside_windows(instance, np.setdiff1d(_waking_starts(week), inside.start))
    return _joined(inside, outside)


def slots_of_start(instance: PlacementInstance, start: int) -> Slots:
    """Return the slots at one minute: one for each window there, or one outside all windows."""
    here = np.array([start], dtype=np.int64)
    windows = [window for window in instance.windows if window.start <= start < window.end]
    if windows:
        return _in_windows(instance, [(here, window) for window in windows])
    return _outside_windows(instance, here)


def _in_windows(instance: PlacementInstance, starts: list[tuple[IntArray, Span]]) -> Slots:
    nothing = np.empty(0, dtype=np.int64)
    start = np.concatenate([nothing, *(each for each, _ in starts)])
    closes = np.concatenate([nothing, *(np.full(len(each), window.end) for each, window in starts)])
    place = np.concatenate([nothing, *(np.full(len(each), window.place) for each, window in starts)])
    slots = Slots(
        start=start, window_closes=closes, place_closes=_closing(instance, start, place), place=place
    )
    return _by_time(slots)


def _outside_windows(instance: PlacementInstance, start: IntArray) -> Slots:
    place = instance.usual_place[start // MINUTES_PER_DAY]
    return Slots(start=start, window_closes=start, place_closes=_closing(instance, start, place), place=place)


def _starts(window: Span, firsts: IntArray) -> IntArray:
    step = int(number("start_grid"))
    quarters = np.arange(-(-window.start // step) * step, window.end, step, dtype=np.int64)
    return np.union1d(quarters, firsts[(window.start <= firsts) & (firsts < window.end)])


def _waking_starts(week: int) -> IntArray:
    earliest, latest = (int(hour * MINUTES_PER_HOUR) for hour in pair("waking_hours"))
    midnights = np.arange(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK) * MINUTES_PER_DAY
    of_a_day = np.arange(earliest, latest, int(number("start_grid")))
    return (midnights[:, None] + of_a_day).ravel()


def _closing(instance: PlacementInstance, start: IntArray, place: IntArray) -> IntArray:
    """Return when the place closes, the start itself where it is closed [min]."""
    closing = start.copy()
    for here, opening in enumerate(instance.opening):
        spans = _near(opening, start) if opening is not None else [(0, len(instance.rest) * MINUTES_PER_DAY)]
        for opens, closes in spans:
            open_then = (place == here) & (opens <= start) & (start < closes)
            closing[open_then] = np.maximum(closing[open_then], closes)
    return closing


def _near(opening: tuple[Span, ...], start: IntArray) -> list[tuple[int, int]]:
    if not len(start):
        return []
    first, last = start.min(), start.max()
    return [(span.start, span.end) for span in opening if span.start <= last and first < span.end]


def _joined(one: Slots, other: Slots) -> Slots:
    both = Slots(
        start=np.concatenate([one.start, other.start]),
        window_closes=np.concatenate([one.window_closes, other.window_closes]),
        place_closes=np.concatenate([one.place_closes, other.place_closes]),
        place=np.concatenate([one.place, other.place]),
    )
    return _by_time(both)


def _by_time(slots: Slots) -> Slots:
    return slots.where(np.argsort(slots.start, kind="stable"))
