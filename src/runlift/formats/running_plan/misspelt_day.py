"""Weekdays that a hasty hand misspelt at the beginning of a line: `Tus`, `Wendesday`, `Thrusday`."""

from __future__ import annotations

import re
from functools import lru_cache

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHORT_NAMES = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_LETTER_PAIRS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_LONG_WORD = 6  # letters from which two slips still leave a weekday's whole name plain
_BEGINNING = re.compile(r"(?P<word>[A-Za-z]{2,11})(?![A-Za-z'\u2019])\.?")
_AFTER_A_PAIR = re.compile(r"\s*[:|\u2013-]|\s+\d")
# Words of their own that lie one letter beside a weekday's short form.
_WORDS = re.compile(
    r"(?:fir|fry|main|man|men|min|moan|mob|mod|mom|mono|moon|mop|sad|salt|sand|saw|say|seat|sets?|sins?|sit|son"
    r"|spun|stat|stun|sub|sum|sung|sunk|than|that|the|then|thud|this|thus|tie|toe|tour|true|tube?|tunes?"
    r"|web|wee|weed|wet|wod)\Z"
)


def mended_weekday(words: str) -> tuple[str, int] | None:
    """Name the weekday that the words begin with when it is misspelt.

    Returns:
        The weekday's name and the characters that the misspelt one takes, or None.
    """
    found = _BEGINNING.match(words)
    if found is None:
        return None
    word = found["word"].lower()
    if word in _LETTER_PAIRS and _AFTER_A_PAIR.match(words, found.end()):
        return WEEKDAY_NAMES[_LETTER_PAIRS.index(word)], found.end()
    weekday = _nearest(word)
    return None if weekday is None else (WEEKDAY_NAMES[weekday], found.end())


@lru_cache(maxsize=1024)
def _nearest(word: str) -> int | None:
    """Find the one weekday a word is a slip of, from Monday 0, or None when none or several are as near."""
    if len(word) < 3 or _WORDS.match(word):  # noqa: PLR2004 - two letters are near to everything
        return None
    slips = {
        name: count
        for name in (*_SHORT_NAMES, *map(str.lower, WEEKDAY_NAMES))
        if name[0] == word[0] and (count := _slips(word, name)) <= _most_slips(word, name)
    }
    fewest = min(slips.values(), default=0)
    weekdays = {_LETTER_PAIRS.index(name[:2]) for name, count in slips.items() if count == fewest}
    return weekdays.pop() if len(weekdays) == 1 else None


def _most_slips(word: str, name: str) -> int:
    return 2 if min(len(word), len(name)) >= _LONG_WORD else 1


def _slips(word: str, name: str) -> int:
    """Count the letters left out, added, mistyped or swapped with their neighbour between two words."""
    before: list[int] = []
    last = list(range(len(name) + 1))
    for row, letter in enumerate(word, start=1):
        now = [row]
        for column, other in enumerate(name, start=1):
            count = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and word[row - 2 : row] == name[column - 2 : column][::-1]
            now.append(min(count, before[column - 2] + 1) if swapped else count)
        before, last = last, now
    return last[-1]
