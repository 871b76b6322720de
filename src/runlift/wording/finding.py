"""A finding as one line: where, what, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift.domain.quantity import Finding

ENDINGS = (".", "!", "?", ":")


def finding_words(finding: Finding) -> str:
    """Return place, message and remedy as sentences in one line."""
    place = f"{finding.place}: " if finding.place else ""
    sentences = " ".join(_sentence(words) for words in (finding.message, finding.remedy) if words.strip())
    return " ".join(f"{place}{sentences}".split())


def _sentence(words: str) -> str:
    """Begin with a capital, unless a name of the file stands there, and end with a stop."""
    words = words.strip()
    first, _, _ = words.partition(" ")
    begun = words if "_" in first or not first.islower() else words[0].upper() + words[1:]
    return begun if begun.endswith(ENDINGS) else f"{begun}."
