"""What the weights of a file look like where it does not tell their unit: a hint, never a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import MassUnit
from runlift.domain.quantity import KILOGRAMS_PER_POUND
from runlift.formats.lift_log.findings import error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runlift.domain.quantity import Finding

_BARS_IN_POUNDS = frozenset({45.0, 95.0, 115.0, 135.0, 155.0, 185.0, 205.0, 225.0, 275.0, 315.0})
_BARS_IN_KILOS = frozenset({20.0, 40.0, 60.0, 70.0, 80.0, 90.0, 100.0, 110.0, 120.0, 140.0})
_STEP_OF_POUNDS = 0.5
_STEP_OF_KILOS = 0.25
_NEAR = 1e-3  # of a step
_SHARE_OF_A_PATTERN = 0.8
_OFTEN = 2  # times as often as the other


def unit_needed(weights: Sequence[float], name: str) -> Finding:
    """Tell that the unit must be given, and what the numbers look like."""
    return error(
        "unit_not_told",
        f"The file does not tell whether its weights are kilograms or pounds.{_hint(weights)}",
        "Give --unit kg or --unit lb, as the app is set.",
        name,
    )


def looks_like(weights: Sequence[float]) -> tuple[MassUnit, str] | None:
    """Return the unit that the numbers look like and what shows it; None when they show nothing."""
    odd = [each for each in weights if not _is_whole(each / _STEP_OF_KILOS)]
    if odd and _share(odd, _is_converted_pound) >= _SHARE_OF_A_PATTERN:
        return MassUnit.KG, f"{odd[0]:g} is {odd[0] / KILOGRAMS_PER_POUND:g} lb turned into kilograms"
    if odd and _share(odd, _is_converted_kilo) >= _SHARE_OF_A_PATTERN:
        return MassUnit.LB, f"{odd[0]:g} is {odd[0] * KILOGRAMS_PER_POUND:g} kg turned into pounds"
    pounds = [each for each in weights if each in _BARS_IN_POUNDS]
    kilos = [each for each in weights if each in _BARS_IN_KILOS]
    if len(pounds) > _OFTEN * len(kilos):
        return MassUnit.LB, f"{pounds[0]:g} is a bar with plates in pounds"
    if len(kilos) > _OFTEN * len(pounds):
        return MassUnit.KG, f"{kilos[0]:g} is a bar with plates in kilograms"
    return None


def _hint(weights: Sequence[float]) -> str:
    found = looks_like(weights)
    return "" if found is None else f" They look like {found[0].value} ({found[1]}), but that is no proof."


def _is_converted_pound(weight: float) -> bool:
    return _is_whole(weight / KILOGRAMS_PER_POUND / _STEP_OF_POUNDS)


def _is_converted_kilo(weight: float) -> bool:
    return _is_whole(weight * KILOGRAMS_PER_POUND / _STEP_OF_KILOS)


def _is_whole(steps: float) -> bool:
    return abs(steps - round(steps)) < _NEAR


def _share(weights: Sequence[float], pattern: Callable[[float], bool]) -> float:
    return sum(map(pattern, weights)) / len(weights)
