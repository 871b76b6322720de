"""The science as data: every constant of the domain is a cited row here."""

from runlift.domain.evidence.library import (
    EvidenceRow,
    Strength,
    constant,
    evidence_of,
    flag,
    number,
    pair,
    row,
    rows,
)

__all__ = [
    "EvidenceRow",
    "Strength",
    "constant",
    "evidence_of",
    "flag",
    "number",
    "pair",
    "row",
    "rows",
]
