"""Say which sessions of the plan that is followed go against what was told since it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.bootstrap import current_day
from runlift.cli.console import print_findings
from runlift.domain.quantity import Finding, Severity
from runlift.wording.check_words import CHECK_WORDS
from runlift.wording.names import long_day_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.application.ports import Store
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.verdict import Verdict

REMEDY = (
    "Leave it out until `runlift replan` has made a plan that fits; if that is refused too, "
    "ask your coach or a physiotherapist first."
)
SAID = 3


def say_what_is_held_against(store: Store, who: str, plan: Plan, *, uid: str = "") -> None:
    """Say on standard error which sessions ahead go against what was told: all of them, or one.

    Args:
        store: Where the diary is kept.
        who: Whose plan.
        plan: The plan that is followed.
        uid: The session of which it is said; empty for all.
    """
    from runlift.application.plan_in_force import held_against
    from runlift.domain.diary.diary import Diary

    held = held_against(plan, Diary.of(store.recorded(who)), today=current_day())
    days: dict[str, list[Verdict]] = {}
    for each in held:
        if not uid or each.uid == uid:
            days.setdefault(each.uid, []).append(each)
    print_findings(_finding(found) for found in list(days.values())[:SAID])
    if len(days) > SAID:
        print_findings([_more(len(days) - SAID)])


def _finding(found: Sequence[Verdict]) -> Finding:
    words = dict.fromkeys(CHECK_WORDS[each.rule] for each in found)
    day = found[0].date
    return Finding(
        severity=Severity.WARNING,
        code="against_what_was_told",
        message=f"This session goes against what you told since the plan was made: {'; '.join(words)}.",
        place=long_day_words(day) if day else "",
        remedy=REMEDY,
    )


def _more(count: int) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="against_what_was_told",
        message=f"{count} more of the sessions ahead go against it too.",
    )
