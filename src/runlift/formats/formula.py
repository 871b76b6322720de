"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: words that begin like one get an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_BEGINNINGS) else cell
