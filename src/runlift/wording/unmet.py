"""Sessions that found no place: what forbids them, and what each change would buy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.wording.names import SESSION_NAMES, counted, day_words
from runlift.wording.rule import rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from runlift.domain.plan.plan import Unmet
    from runlift.domain.plan.session import SessionKind


def unmet_words(unmet: Iterable[Unmet]) -> list[str]:
    """Return a line for each kind of session left out, then one for each change that would make room.

    What a change buys is counted for the whole season, so each change is told once.
    """
    left_out = list(unmet)
    return [*_left_out(left_out), *_changes(left_out)]


def _left_out(left_out: Sequence[Unmet]) -> Iterator[str]:
    weeks: dict[tuple[SessionKind, tuple[str, ...]], list[date]] = {}
    for each in left_out:
        weeks.setdefault((each.kind, each.rules), []).append(each.week)
    for (kind, rules), mondays in weeks.items():
        which = "week" if len(mondays) == 1 else "weeks"
        days = ", ".join(day_words(monday) for monday in mondays)
        obstacles = ", ".join(rule_words(rule) for rule in rules)
        yield f"Left out in the {which} of {days}: {SESSION_NAMES[kind]}. In the way: {obstacles}."


def _changes(left_out: Sequence[Unmet]) -> Iterator[str]:
    gains: dict[str, int] = {}
    allowed: dict[str, bool] = {}
    for relaxation in (relaxation for each in left_out for relaxation in each.relaxations):
        gains[relaxation.rule] = max(gains.get(relaxation.rule, 0), relaxation.sessions_gained)
        allowed[relaxation.rule] = relaxation.allowed
    for rule, gained in sorted(gains.items(), key=lambda each: (-each[1], each[0])):
        if gained > 0:
            sessions = counted(gained, "more session")
            yield f"  Without '{rule_words(rule)}': {sessions} in the season. {_way(rule, allowed[rule])}"


def _way(rule: str, allowed: bool) -> str:  # noqa: FBT001  a fact of the rule, not a switch
    if not allowed:
        return "That rule stays; a different running plan would be the way."
    return WAYS.get(rule, "You can change that.")


WAYS = {
    "free_window": "Tell more free hours under [hours] in the athlete file.",
    "place_hours": "Tell another place, or its real opening hours, in the athlete file.",
    "after_run_of_the_day": "Run earlier on those days: change the hour in the plan or under [run_start].",
    "sessions_a_day": "Move one of the two runs of those days.",
}
