"""Sessions that found no place: what forbids them, and what each change would buy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.wording.names import SESSION_NAMES, counted, day_words
from runlift.wording.rule import rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.domain.plan.plan import Relaxation, Unmet


def unmet_words(unmet: Iterable[Unmet]) -> list[str]:
    """Return a line for each session left out, and one for each change that would help."""
    return [line for each in unmet for line in _lines(each)]


def _lines(unmet: Unmet) -> Iterator[str]:
    rules = ", ".join(rule_words(rule) for rule in unmet.rules)
    week = day_words(unmet.week)
    yield f"Left out in the week of {week}: {SESSION_NAMES[unmet.kind]}. In the way: {rules}."
    for relaxation in unmet.relaxations:
        if relaxation.sessions_gained > 0:
            yield f"  {_relaxation_words(relaxation)}"


def _relaxation_words(relaxation: Relaxation) -> str:
    sessions = counted(relaxation.sessions_gained, "more session")
    without = f"Without '{rule_words(relaxation.rule)}' the season would have room for {sessions}"
    if relaxation.allowed:
        return f"{without}: you can change that."
    return f"{without}, but that rule stays: change the running plan instead."
