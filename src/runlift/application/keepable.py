"""Words that every database can hold, and ids of athletes that can also be shown anywhere."""

from __future__ import annotations

import unicodedata

from runlift.application.error import InputError
from runlift.domain.quantity import Finding, Severity

LONGEST_ID = 300
NUL, HALF_CHARACTER = "\0", "Cs"
CONTROLS = {"Cc", "Zl", "Zp"}  # control characters, ends of lines and of paragraphs


def is_keepable(words: str) -> bool:
    """Tell whether neither a NUL nor half a character is in the words: PostgreSQL and UTF-8 have none."""
    return NUL not in words and not any(unicodedata.category(letter) == HALF_CHARACTER for letter in words)


def require_keepable(words: str, *, what: str) -> str:
    """Return words that can be kept as they are.

    Raises:
        InputError: They are empty, too long, or hold what cannot be kept; the finding calls them `what`.
    """
    if 0 < len(words) <= LONGEST_ID and is_keepable(words):
        return words
    raise _refusal(words, what, "characters without a NUL")


def require_athlete(athlete: str) -> str:
    """Return the id of an athlete that can be kept and shown.

    Raises:
        InputError: It is empty, too long, or holds a character that cannot be shown.
    """
    shown = is_keepable(athlete) and not any(unicodedata.category(letter) in CONTROLS for letter in athlete)
    if 0 < len(athlete) <= LONGEST_ID and shown:
        return athlete
    raise _refusal(athlete, "the id of an athlete", "characters that can be shown")


def _refusal(words: str, what: str, wanted: str) -> InputError:
    finding = Finding(
        severity=Severity.ERROR,
        code="words_not_keepable",
        message=f"{words[:40]!a} cannot be {what}.",
        remedy=f"Use 1 to {LONGEST_ID} {wanted}.",
    )
    return InputError([finding])
