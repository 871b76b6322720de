"""What the answers before training come to: go, go with limits, or ask somebody first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import ScreeningTold
from runlift.domain.evidence import number
from runlift.domain.plan.body import UNSCREENED, Clearance, Go
from runlift.domain.screening.question import Change, of_group, questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.diary.diary import Diary

_CLEARABLE = frozenset(
    {"symptom", "disease", "condition", "bone", "energy_severe", "energy_strong", "energy_weak"}
)
_REASSURING = frozenset({"active", "load_screen_passed"})
_SUPINE = "no_lying_on_the_back"


def clearance_of(diary: Diary, *, today: date) -> Clearance:
    """Return what the answers come to on a day; none, or old ones that change nothing, count as not asked.

    What stops or limits training does so until it is answered anew, however old it is, and an age that was
    answered is as true later.

    Source: X01, SC001, SC005
    """
    told = sorted(
        (one for one in diary.of_kind(ScreeningTold) if one.date <= today), key=lambda one: one.date
    )
    if not told:
        return UNSCREENED
    found = clearance(reduce(_with_those_left_open, told), today=today)
    if found.outcome is Go.YES and are_old(told[-1].date, today):
        return replace(UNSCREENED, told_under_18=found.told_under_18)
    return found


def are_old(told: date, today: date) -> bool:
    """Tell whether answers have to be given anew.

    Source: X01, SC001
    """
    return (today - told).days > number("screening_valid_days")


def _with_those_left_open(before: ScreeningTold, now: ScreeningTold) -> ScreeningTold:
    """Return answers in which a question left open keeps the yes told before, unless that speaks for more."""
    kept = tuple(
        each
        for each in before.yes
        if each not in (*now.yes, *now.no, *_REASSURING) and _holds_on(each, before, now.date)
    )
    return replace(
        now,
        yes=(*now.yes, *kept),
        due=before.due if "pregnant" in kept else now.due,
        birth=before.birth if "gave_birth" in kept else now.birth,
        watched_by=before.watched_by if "under_18" in kept else now.watched_by,
    )


def _holds_on(question: str, told: ScreeningTold, day: date) -> bool:
    return not _is_cleared(questions()[question].group, told) and _lasts(question, told, day)


def clearance(told: ScreeningTold, *, today: date) -> Clearance:
    """Return what answers come to on a day.

    Symptoms, training under supervision only, known disease without being active, an age under 16, and one
    under 18 without a grown-up who looks over it mean that somebody is asked first. Known disease in the
    active, conditions, pregnancy, birth, fragile bones and signs of too little energy bring limits. An open
    question of the heart counts as a limit, every other open one as a no.

    Source: X01, X02, X03, X04, X05, X10, X11, X12, X29, X30, X31, X32, SC001, SC002
    """
    asks, limited = dict.fromkeys(_asks(told)), dict.fromkeys(_limiting(told, today))
    names = dict.fromkeys(limit for each in limited for limit in questions()[each].limits)
    if _is_past_first_trimester(told, today):
        names[_SUPINE] = None
    outcome = Go.ASK if asks else Go.LIMITS if names else Go.YES
    return Clearance(
        outcome=outcome,
        told=told.date,
        asks=tuple(asks),
        because=tuple(limited),
        limits=tuple(sorted(names)),
        told_under_18=_told_under_18(told),
    )


def _told_under_18(told: ScreeningTold) -> date | None:
    return told.date if "under_18" in told.yes else None


def _asks(told: ScreeningTold) -> Iterator[str]:
    for each in questions().values():
        if each.when_yes is Change.ASK and each.id in told.yes and not _is_cleared(each.group, told):
            yield each.id
    if "active" not in told.yes:
        diseased = (each for each in of_group("disease") if each in told.yes)
        yield from (each for each in diseased if not _is_cleared("disease", told))
    if "under_18" in told.yes and not told.watched_by:
        yield "under_18"


def _limiting(told: ScreeningTold, today: date) -> Iterator[str]:
    for each in questions().values():
        if _is_cleared(each.group, told):
            continue
        if each.id in told.yes:
            limited = each.when_yes is Change.LIMIT and _lasts(each.id, told, today)
        else:
            limited = each.id not in told.no and each.when_open is Change.LIMIT
        if limited:
            yield each.id
    weak = [each for each in of_group("energy_weak") if each in told.yes]
    if len(weak) >= number("screening_weak_signs") and not _is_cleared("energy_weak", told):
        yield from weak


def _is_cleared(group: str, told: ScreeningTold) -> bool:
    return told.cleared_from is not None and group in _CLEARABLE


def _lasts(question: str, told: ScreeningTold, today: date) -> bool:
    """Tell whether what was answered is still so: a fever and a birth are over some day."""
    if question == "ill_with_fever":
        return (today - told.date).days < number("after_fever_days")
    if question != "gave_birth":
        return True
    weeks = None if told.birth is None else (today - told.birth).days / 7
    early = weeks is None or weeks < number("postpartum_weeks")
    return early or "load_screen_passed" not in told.yes


def _is_past_first_trimester(told: ScreeningTold, today: date) -> bool:
    """Tell whether a pregnancy is past its first trimester; one without a due date counts as that."""
    if "pregnant" not in told.yes:
        return False
    if told.due is None:
        return True
    return today > told.due - timedelta(weeks=number("pregnancy_weeks") - number("first_trimester_weeks"))
