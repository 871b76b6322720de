"""The content of the runs of a made plan: title in plain words, parts, and the reason for the kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.quantity import Reason
from runlift.domain.running.made_rules import PERCENT
from runlift.domain.running.plan import RunKind, RunPart
from runlift.domain.running.runs_wanted import RaceDistance, TrainingPhase

if TYPE_CHECKING:
    from collections.abc import Callable

_METRES = 1000.0
_MINUTE_S = 60.0
_STRIDES = RunPart(repeats=4, duration_s=20.0, intensity="relaxed and fast", recovery="walk")
_REPEAT_M = {RaceDistance.FIVE_KM: 400.0, RaceDistance.TEN_KM: 1000.0}
_PACE_WORDS = {
    RaceDistance.FIVE_KM: "5 km effort",
    RaceDistance.TEN_KM: "10 km effort",
    RaceDistance.HALF: "half marathon effort",
    RaceDistance.MARATHON: "marathon effort",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a run holds.

    Attributes:
        kind: What it is.
        title: Plain words for the runner.
        parts: Structure.
        reasons: Why this work in this phase.
    """

    kind: RunKind
    title: str
    parts: tuple[RunPart, ...] = ()
    reasons: tuple[Reason, ...] = ()


def easy_run(km: float, *, with_strides: bool) -> Content:
    """Return an easy run, with strides at its end where asked."""
    title = f"Easy {km:g} km"
    if not with_strides:
        return Content(kind=RunKind.EASY, title=title)
    return Content(kind=RunKind.EASY, title=f"{title} + 4 strides", parts=(_STRIDES,))


def long_run(km: float, phase: TrainingPhase, distance: RaceDistance, *, down: bool) -> Content:
    """Return a long run; in the peak of a half marathon or marathon its end is at race effort."""
    if phase is not TrainingPhase.PEAK or down or distance not in {RaceDistance.HALF, RaceDistance.MARATHON}:
        return Content(kind=RunKind.LONG, title=f"Long {km:g} km, easy")
    last = _hard_km(km) / 2
    part = RunPart(distance_m=last * _METRES, intensity=_PACE_WORDS[distance])
    title = f"Long {km:g} km, last {last:g} at {_PACE_WORDS[distance]}"
    return Content(kind=RunKind.LONG, title=title, parts=(part,))


def hard_run(km: float, phase: TrainingPhase, distance: RaceDistance, order: int) -> Content:
    """Return a hard run that fits the phase and the race; `order` tells the first from the second."""
    choices: dict[TrainingPhase, tuple[Callable[[float, RaceDistance], Content], ...]] = {
        TrainingPhase.BASE: (_hills, _hills),
        TrainingPhase.BUILD: (_threshold, _fast_repeats),
        TrainingPhase.PEAK: (_race_effort, _threshold),
        TrainingPhase.TAPER: (_race_effort, _race_effort),
    }
    content = choices[phase][order](km, distance)
    reason = Reason.of(
        "quality_of_phase", evidence_of("quality_sessions", "hard_share_of_run"), phase=phase.value
    )
    return Content(kind=content.kind, title=content.title, parts=content.parts, reasons=(reason,))


def _hard_km(km: float) -> float:
    return max(1.0, round(km * number("hard_share_of_run") / PERCENT))


def _hills(km: float, _distance: RaceDistance) -> Content:
    least, most = pair("hill_repeats")
    repeats = int(min(most, max(least, round(km))))
    part = RunPart(repeats=repeats, duration_s=_MINUTE_S, intensity="uphill, strong", recovery="jog down")
    return Content(
        kind=RunKind.HILLS, title=f"Hills {km:g} km with {repeats} x 1 min uphill, jog down", parts=(part,)
    )


def _threshold(km: float, _distance: RaceDistance) -> Content:
    hard = _hard_km(km)
    part = RunPart(distance_m=hard * _METRES, intensity="threshold")
    return Content(kind=RunKind.TEMPO, title=f"Tempo {km:g} km with {hard:g} km at threshold", parts=(part,))


def _fast_repeats(km: float, distance: RaceDistance) -> Content:
    length = _REPEAT_M.get(distance, 1000.0)
    least, most = pair("fast_repeats")
    repeats = int(min(most, max(least, _hard_km(km) * _METRES // length)))
    words = _PACE_WORDS.get(distance) if distance in _REPEAT_M else _PACE_WORDS[RaceDistance.TEN_KM]
    part = RunPart(repeats=repeats, distance_m=length, intensity=words or "", recovery="jog 2 min")
    title = f"Intervals {km:g} km with {repeats} x {length:g} m at {words}, jog 2 min"
    return Content(kind=RunKind.INTERVALS, title=title, parts=(part,))


def _race_effort(km: float, distance: RaceDistance) -> Content:
    if distance in _REPEAT_M:
        return _fast_repeats(km, distance)
    hard = _hard_km(km)
    part = RunPart(distance_m=hard * _METRES, intensity=_PACE_WORDS[distance])
    title = f"Tempo {km:g} km with {hard:g} km at {_PACE_WORDS[distance]}"
    return Content(kind=RunKind.TEMPO, title=title, parts=(part,))
