"""One day's words, split into the sessions of that day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.formats.running_plan.dates import written_time

if TYPE_CHECKING:
    from datetime import time

LONGEST_TITLE = 120  # characters; a longer first line and its details become title and note
EARLIEST_HOUR = 4  # `1:30 easy` is a duration; nobody plans a run for half past one at night

_HALVES = re.compile(r"\bA\.?M\b.*\bP\.?M\b", re.IGNORECASE | re.DOTALL)
_BEFORE_AFTERNOON = re.compile(r"[\s;,/+&|]*(?:\band\b\s*)?(?=\bP\.?M\b)", re.IGNORECASE)
_BULLET = re.compile(r"\A\s*(?:[-*\u2022\u2013\u00b7+]|\d{1,2}\))\s+")
_OWN_SESSION = re.compile(
    r"\s*(?:[-*\u2022\u2013\u00b7+]\s|\d{1,2}\)\s|[AP]\.?M\b|(?:strength|gym|weights|lift|core|yoga|pilates|swim|"
    r"bike|cycle|cross|xt\b|easy|recovery run|shake)|\d+(?:[.,]\d+)?\s*(?:km|k|mi|miles?|m|min|')?\s+"
    r"(?:easy|recovery|rec\b))",
    re.IGNORECASE,
)


def split_sessions(text: str) -> tuple[tuple[str, str], ...]:
    """Split a day's words into (title, note) of each of its sessions.

    A further line is a session of its own when it begins like one (a bullet, `PM`, `Strength ...`,
    `5 km easy`); otherwise it tells more of the line before it.
    """
    groups: list[list[str]] = []
    for line in _lines(text):
        if not groups or _OWN_SESSION.match(line):
            groups.append([_BULLET.sub("", line, count=1).strip()])
        else:
            groups[-1].append(line.strip())
    return tuple(_title_and_note(group) for group in groups)


def _lines(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip(" \t-*+\u2022\u2013")]
    return [part for line in lines for part in _halves(line)]


def _halves(line: str) -> list[str]:
    if not _HALVES.search(line):
        return [line]
    return [part for part in _BEFORE_AFTERNOON.split(line, maxsplit=1) if part.strip()]


def _title_and_note(group: list[str]) -> tuple[str, str]:
    whole = ", ".join(group)
    if len(whole) <= LONGEST_TITLE:
        return whole, ""
    return group[0], "\n".join(group[1:])


def start_and_words(title: str) -> tuple[time | None, str]:
    """Take a time of day off the beginning of a title."""
    found = written_time(title)
    if found is None or found[0].hour < EARLIEST_HOUR:
        return None, title
    words = title[found[1] :].lstrip(" :,-\u2013\u2014|").strip()
    return (found[0], words) if words else (None, title)
