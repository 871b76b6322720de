"""Plain spelling: the words of a plan in lower case, without emojis, ligatures and slips of the pen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = {
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{PRIME}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{DOUBLE PRIME}": '"',
    "''": '"',
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{BULLET}": " , ",
    "\N{MIDDLE DOT}": " , ",
    "\n": " ; ",
    "\t": " ",
}
_PICTURES = {
    "🏋": " strength ",
    "💪": " strength ",
    "🚴": " bike ",
    "🚲": " bike ",
    "🏊": " swim ",
    "🧘": " yoga ",
    "😴": " rest ",
    "🛌": " rest ",
    "🏁": " race ",
}
# Spellings with signs inside that would otherwise be taken for separators, and short forms of one meaning.
_FORMS = (
    (r"\bs\s*(?:&|\+|and|n)\s*c\b", "strength"),
    (r"\bstrength\s*(?:&|\+|and)\s*conditioning\b", "strength"),
    (r"\bw\s*/\s*u\b|\bwarm[\s-]*up\b|\bwarmup\b", "wu"),
    (r"\bc\s*/\s*d\b|\bcool[\s-]*down\b|\bcooldown\b", "cd"),
    (r"\bw/u\b", "wu"),
    (r"\bw/\s*|\bw\.\s*|\bw(?=\s+\d)", "with "),
    (r"\bwu\s*/\s*cd\b", "wu-cd"),
    (r"\b(?:walk|run)\s*/\s*(?:walk|run)\b|\b(?:walk|run)[\s-]+(?:walk|run)\b", "runwalk"),
    (r"\bincl(?:uding|udes)?\b\.?", "with"),
    (r"\brest\s*/\s*off\b", "rest"),
    (r"\bx[\s-]?train(?:ing)?\b", "xt"),
    (r"\bcross[\s-]*train(?:ing)?\b", "xt"),
    (r"\bpark\s+run\b", "parkrun"),
    (r"\bshake[\s-]*outs?\b", "shakeout"),
    (r"\b(?:med(?:ium)?)[\s.-]+long\b|\bmlr?\b(?=\s*(?:run\b)?\s*\d)|\bmlr\b", "mediumlong"),
    (r"\bzone\s*(?=\d)", "z"),
    (r"\b(\d+)\s*-\s*k\b", r"\1k"),
    (r"#(\d+(?:\.\d+)?)d\b", r"\1"),
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<=\d),(?=\d{1,2}\s*(?:km?|mi)\b)", "."),
)
# Words worth mending; slips in shorter words would be mended into something else ("test", "fast").
_KNOWN = (
    "easy",
    "tempo",
    "recovery",
    "interval",
    "intervals",
    "threshold",
    "strides",
    "fartlek",
    "steady",
    "progression",
    "marathon",
    "repeats",
    "strength",
    "training",
)
_SHORTEST_MENDED = 5


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words in the one spelling that the rules read."""
    text = text[: int(number("words_read"))]
    for sign, meaning in (*_SIGNS.items(), *_PICTURES.items()):
        text = text.replace(sign, meaning)
    text = unicodedata.normalize("NFKC", text).lower()
    text = "".join(letter if _is_read(letter) else " " for letter in text)
    text = re.sub(r"[a-z]+", lambda found: _mended(found[0]), text)
    for pattern, form in _FORMS:
        text = re.sub(pattern, form, text)
    return " ".join(text.split())


def _is_read(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNPZ" or letter in "+<>=°|~"


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _KNOWN:
        return word
    for known in _KNOWN:
        if word in _swaps(known):
            return known
        if min(len(word), len(known)) >= _SHORTEST_MENDED and _differs_by_one(word, known):
            return known
    return word


def _swaps(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _differs_by_one(word: str, known: str) -> bool:
    """Tell whether one letter left out, doubled or mistyped makes one word of the other."""
    if abs(len(word) - len(known)) > 1 or word == known + "s":
        return False
    same = next(
        (at for at, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known))
    )
    return word[same + (len(word) >= len(known)) :] == known[same + (len(known) >= len(word)) :]
