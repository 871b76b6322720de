"""Left against right by the field's formulas."""

from __future__ import annotations

PERCENT = 100


def asymmetry_of_sides(left: float, right: float) -> float:
    """Return how far the sides differ, of the higher one [%].

    Args:
        left: Result of the left side, 0 or more.
        right: Result of the right side, 0 or more.

    Returns:
        Above zero where the right one is higher, below zero where the left one is; zero for no difference.

    Source: A22
    """
    high = max(left, right)
    return PERCENT * ((right - left) / high) if high > 0 else 0.0


def limb_symmetry_index(left: float, right: float) -> float:
    """Return the lower side in percent of the higher one [%].

    Source: A21
    """
    high = max(left, right)
    return PERCENT * (min(left, right) / high) if high > 0 else float(PERCENT)
