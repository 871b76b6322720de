"""What is told about the lines of a pasted text: misspelt weekdays, and lines that no day uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.running_plan.outcome import note, warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.quantity import Finding
    from runlift.formats.running_plan.outcome import PlanRequest

MOST_NAMED = 40  # lines that are named; of more only the count is told


def misspelt_weekdays(mended: Iterable[tuple[int, str, str]], request: PlanRequest) -> tuple[Finding, ...]:
    """Tell once which words were taken as weekdays.

    Args:
        mended: Line, word as written and name of the weekday, in the order of the lines.
        request: What was asked.
    """
    found = list(mended)
    if not found:
        return ()
    words = "; ".join(f"“{word}” on line {line} as {name}" for line, word, name in found[:MOST_NAMED])
    more = f"; and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return (
        note(
            "misspelt_weekday",
            f"Misspelt weekdays were read: {words}{more}.",
            "Nothing to do if that is meant; else correct the beginning of the line.",
            request.at_line(found[0][0]),
        ),
    )


def lines_not_used(lines: Sequence[int], request: PlanRequest) -> tuple[Finding, ...]:
    """Tell once which lines begin with no day and are therefore no training of the plan."""
    if not lines:
        return ()
    named = ", ".join(map(str, lines[:MOST_NAMED]))
    more = f" and {len(lines) - MOST_NAMED} more" if len(lines) > MOST_NAMED else ""
    who = f"Line {named} begins" if len(lines) == 1 else f"Lines {named}{more} begin"
    return (
        warning(
            "lines_not_used",
            f"{who} with no day that can be read: the words are at most a note beside the day before,"
            " and no training of the plan.",
            "Begin a line of training with its day, such as: Tue: 8 x 400. Other lines may stay.",
            request.at_line(lines[0]),
        ),
    )
