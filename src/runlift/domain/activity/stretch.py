"""Stretches of a record: neighbouring samples that have something in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.bool_]


def stretches(marks: Marks) -> list[tuple[int, int]]:
    """Return first and after-last place of each row of marks."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marks.astype(np.int8), [0]))))
    return [(int(first), int(after)) for first, after in edges.reshape(-1, 2)]


def without_short(marks: Marks, least: int) -> Marks:
    """Return marks with rows of them that are shorter than `least` taken away."""
    kept = marks.copy()
    for first, after in stretches(marks):
        if after - first < least:
            kept[first:after] = False
    return kept


def without_begin(marks: Marks, length: int) -> Marks:
    """Return marks with the first `length` of each row of them taken away."""
    kept = marks.copy()
    for first, after in stretches(marks):
        kept[first : min(first + length, after)] = False
    return kept
