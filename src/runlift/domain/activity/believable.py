"""Figures that no activity can have are taken out, so that what is kept is what somebody can have done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.activity.activity import Activity, WatchSet


def believable(activity: Activity) -> Activity:
    """Return an activity without figures that lie outside of what is possible.

    Source: AC22.
    """
    bounds = cast("Mapping[str, list[float]]", constant("believed_figures").value)
    figures = {name: _within(getattr(activity, name), bound) for name, bound in bounds.items()}
    return replace(activity, sets=tuple(map(_believable_set, activity.sets)), **figures)  # type: ignore[arg-type]  # floats or None


def _believable_set(each: WatchSet) -> WatchSet:
    bounds = cast("Mapping[str, list[float]]", constant("believed_set_figures").value)
    reps = _within(each.reps, bounds["reps"])
    return replace(
        each,
        duration_s=_within(each.duration_s, bounds["duration_s"]) or 0.0,
        reps=None if reps is None else int(reps),
        load_kg=_within(each.load_kg, bounds["load_kg"]),
    )


def _within(value: float | None, bounds: list[float]) -> float | None:
    low, high = bounds
    return value if value is not None and low <= value <= high else None
