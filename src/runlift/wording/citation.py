"""A row of evidence as a citation that carries its strength and status."""

from __future__ import annotations

from runlift.domain.evidence import rows


def citation_words(evidence_id: str) -> str:
    """Return a citation such as `S04: Palmer & Sleivert 2001; strength C (small or acute study); ...`."""
    entry = rows().get(evidence_id)
    if entry is None:
        return f"{evidence_id}: no row of this version"
    doi = f", doi:{entry.doi}" if entry.doi else ""
    strength = f"{entry.strength.value} ({entry.strength.meaning})"
    return f"{entry.id}: {entry.source}{doi}; strength {strength}; {status_words(entry.status)}"


def status_words(status: str) -> str:
    """Return how far a row was verified, in words."""
    words = {
        "derived": "our own choice, derived from the evidence",
        "(mem)": "recalled, not read again",
        "computed": "calculated",
        "gap": "a gap in the evidence",
        "verified": "read in the paper",
        "verified_abstract": "read in the abstract",
        "verified_secondary": "read in another's description",
    }
    said = status.replace("(mem) ", "recalled, not read again: ").replace("(mem)", "recalled, not read again")
    return words.get(status, said.replace("_", " "))
