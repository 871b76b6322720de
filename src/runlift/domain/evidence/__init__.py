"""The science as data: every constant of the domain is a cited row here."""

from runlift.domain.evidence.library import (
    Constant,
    EvidenceRow,
    Strength,
    constant,
    constants,
    evidence_of,
    flag,
    number,
    pair,
    row,
    rows,
)

__all__ = [
    "Constant",
    "EvidenceRow",
    "Strength",
    "constant",
    "constants",
    "evidence_of",
    "flag",
    "number",
    "pair",
    "row",
    "rows",
]
