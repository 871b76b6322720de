"""What is refused before a calendar is parsed, because it would explode or was meant for something else."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from runlift.formats.running_plan.outcome import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.quantity import Finding

MOST_EVENTS = 2_000
MOST_LINES = 100_000
DEEPEST_NESTING = 8

_FOLD = re.compile(r"\r?\n[ \t]")
_TOO_OFTEN = re.compile(
    r"FREQ\s*=\s*(?P<often>SECONDLY|MINUTELY|HOURLY)|(?P<by>BYSECOND|BYMINUTE|BYHOUR)\s*=", re.IGNORECASE
)
_EVENT = re.compile(r"^BEGIN:VEVENT\s*$", re.IGNORECASE | re.MULTILINE)
_EDGE = re.compile(r"^(?P<edge>BEGIN|END):", re.IGNORECASE | re.MULTILINE)
_RULE = re.compile(r"^(?:RRULE|EXRULE)[:;].*$", re.IGNORECASE | re.MULTILINE)


def calendar_refusal(text: str) -> Finding | None:
    """Tell why a calendar must not even be parsed, or None when it may be."""
    events = sum(1 for _ in _EVENT.finditer(text))
    if events > MOST_EVENTS or text.count("\n") > MOST_LINES:
        return error(
            "calendar_too_large",
            f"The calendar holds {events:,} events; no more than {MOST_EVENTS:,} are read.",
            "Export only the calendar of the running plan, or only its dates.",
        )
    if rule := _rule_too_often(text):
        return error(
            "recurs_too_often",
            f"An event recurs within the day ({rule}), which no training plan does.",
            "Remove that event from the calendar, or export only the running plan.",
        )
    return _nesting_refusal(text)


def _rule_too_often(text: str) -> str:
    for rule in _RULE.finditer(_FOLD.sub("", text)):
        if found := _TOO_OFTEN.search(rule.group()):
            return (found["often"] or found["by"]).upper()
    return ""


def _nesting_refusal(text: str) -> Finding | None:
    depth = 0
    for found in _EDGE.finditer(text):
        depth += 1 if found["edge"].upper() == "BEGIN" else -1
        if depth > DEEPEST_NESTING:
            return error(
                "calendar_nested_too_deep",
                "The calendar is nested far deeper than any real one.",
                "Export or download the calendar again.",
            )
    return None


def event_lines(text: str) -> Iterator[int]:
    """Line numbers on which the events begin, in the order of the file."""
    numbered = enumerate(text.split("\n"), start=1)
    return islice((number for number, line in numbered if _EVENT.match(line)), MOST_EVENTS)
