"""Words from files, without what a terminal or a page would obey instead of show."""

from __future__ import annotations

import re

# Control characters save tab and new line, and those that turn the direction of the words around them.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain_words(text: str) -> str:
    """Return a text without characters that steer a terminal or hide the order of its letters."""
    return _OBEYED.sub("", text)
