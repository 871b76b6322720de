"""How far a complaint has come: what was told moves it from stage to stage, silence never does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.complaint.complaint import Tissue, complaints
from runlift.domain.diary.entry import BodyPart, ComplaintTold, Pain, SetDone
from runlift.domain.evidence import number
from runlift.domain.plan.body import Lock, OpenComplaint, Stage
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from runlift.domain.complaint.complaint import Complaint
    from runlift.domain.diary.diary import Diary

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainTold:
    """Pain told of a place, with a set or by itself.

    Attributes:
        date: The day.
        at: Where.
        side: Which side.
        level: How much, 0 to 10.
        next_morning: Whether it was felt the morning after.
        exercise: Exercise it came with, else empty.
    """

    date: date
    at: BodyPart
    side: Side
    level: int
    next_morning: bool = False
    exercise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """What a day's reports come to."""

    date: date
    level: int
    morning: int | None


def open_complaints(diary: Diary, *, today: date) -> tuple[OpenComplaint, ...]:
    """Return the complaints that are not over on a day, by the day they were first told."""
    told = [
        one for one in diary.of_kind(ComplaintTold) if one.complaint in complaints() and is_open(one, today)
    ]
    found = (open_complaint(one, pains_of(one, diary, today=today)) for one in told)
    return tuple(sorted(found, key=lambda one: (one.first, one.complaint, one.side)))


def is_open(told: ComplaintTold, today: date) -> bool:
    """Tell whether a complaint has begun and is not over on a day."""
    return told.first <= today and (told.over_from is None or told.over_from > today)


def open_complaint(told: ComplaintTold, pains: Sequence[PainTold]) -> OpenComplaint:
    """Return how far a complaint has come.

    It begins sore. Two reports within its limit, the last a week after the last one above it, make it
    settling; two weeks more of quiet ones make it building. A report above its limit, or a worse next
    morning, makes it sore again. What was told of its place before it says nothing of its stage, but severe
    pain stays severe until less is told.

    Args:
        told: The complaint.
        pains: What was told of its pain, and of its place before it.

    Source: X33, X34, CP001, CP002, CP011
    """
    complaint = complaints()[told.complaint]
    days = _days(one for one in pains if one.date >= told.first)
    stage, since = _stage(complaint, told.first, days)
    before, last = (None, None, *_days(pains))[-2:]
    found = OpenComplaint(
        complaint=told.complaint,
        side=told.side,
        first=told.first,
        stage=stage,
        since=since,
        severe=last is not None and last.level > number("pain_stop"),
        too_much=last is not None and _is_too_much(last, before, complaint),
        last_told=days[-1].date if days else told.first,
        red_flags=told.red_flags,
    )
    lock, locked_from = _lock(told, complaint, days)
    if lock is Lock.NONE:
        return found
    return replace(found, stage=Stage.LOCKED, since=locked_from, lock=lock)


def pains_of(told: ComplaintTold, diary: Diary, *, today: date) -> tuple[PainTold, ...]:
    """Return what was told up to a day of a complaint's pain, and of its place before it, in order.

    What belonged to a complaint that was over by then is over with it.
    """
    gone = [each for each in diary.of_kind(ComplaintTold) if each.over_from and each.over_from <= told.first]
    found = (
        one
        for one in _all_pains(diary)
        if one.date <= today
        and is_taken_over(one, told)
        and not any(is_taken_over(one, each) for each in gone)
    )
    return tuple(sorted(found, key=lambda one: (one.date, one.next_morning, one.level)))


def is_taken_over(pain: PainTold, told: ComplaintTold) -> bool:
    """Tell whether a complaint has taken over pain: its own, and what was told of its place before it."""
    places = (told.at,) if told.at is not None else complaints()[told.complaint].places
    over = told.over_from is not None and pain.date >= told.over_from
    return pain.at in places and is_same_side(pain.side, told.side) and not over


def is_same_side(one: Side, other: Side) -> bool:
    """Tell whether two sides may be the same one; what is told without a side is told of both."""
    return Side.BOTH in {one, other} or one is other


def _all_pains(diary: Diary) -> Iterator[PainTold]:
    for pain in diary.of_kind(Pain):
        yield PainTold(
            date=pain.date,
            at=pain.at,
            side=pain.side,
            level=pain.level,
            next_morning=pain.next_morning,
            exercise=pain.exercise,
        )
    for one in diary.of_kind(SetDone):
        if one.pain is not None and (one.pain_at is not None or one.pain > 0):
            yield PainTold(
                date=one.done_at.date(),
                at=one.pain_at or BodyPart.OTHER,
                side=one.side,
                level=one.pain,
                exercise=one.exercise,
            )


def _days(pains: Iterable[PainTold]) -> tuple[_Day, ...]:
    by_day: dict[date, list[PainTold]] = {}
    for pain in pains:
        by_day.setdefault(pain.date, []).append(pain)
    return tuple(
        _Day(
            date=day,
            level=max(one.level for one in told),
            morning=max((one.level for one in told if one.next_morning), default=None),
        )
        for day, told in sorted(by_day.items())
    )


def _stage(complaint: Complaint, first: date, days: Sequence[_Day]) -> tuple[Stage, date]:
    stage, since, anchor, quiet = Stage.SORE, first, first, 0
    before: _Day | None = None
    for day in days:
        if _is_too_much(day, before, complaint):
            since = day.date if stage is not Stage.SORE else since
            stage, anchor, quiet = Stage.SORE, day.date, 0
        elif stage is Stage.SETTLING and day.level > number("pain_go_on"):
            anchor, quiet = day.date, 0
        else:
            quiet += 1
        if _may_move_on(stage, quiet, day.date - anchor):
            stage, since, anchor, quiet = Stage(stage + 1), day.date, day.date, 0
        before = day
    return stage, since


def _is_too_much(day: _Day, before: _Day | None, complaint: Complaint) -> bool:
    """Tell whether a day's pain is above the limit, or the morning is worse than the day before it was."""
    worse = (
        day.morning is not None
        and day.morning > number("pain_go_on")
        and before is not None
        and day.morning > before.level
    )
    return day.level > complaint.pain_most or worse


def _may_move_on(stage: Stage, quiet: int, lasting: timedelta) -> bool:
    days = {Stage.SORE: "pain_quiet_days", Stage.SETTLING: "complaint_quiet_days"}
    if stage not in days:
        return False
    return quiet >= number("pain_quiet_reports") and lasting >= number(days[stage]) * _DAY


def _lock(told: ComplaintTold, complaint: Complaint, days: Sequence[_Day]) -> tuple[Lock, date]:
    """Return why a complaint is locked and since when; a clearance opens what was locked before it."""
    locks: list[tuple[Lock, date]] = []
    if told.red_flags:
        locks.append((Lock.RED_FLAG, told.first))
    if complaint.tissue is Tissue.BONE:
        locks.append((Lock.BONE, told.first))
        locks += [(Lock.BONE, day.date) for day in days if day.level > 0]
    if not told.answered:
        locks.append((Lock.UNANSWERED, told.first))
    locks += [(Lock.RISING, day) for day in _rising_on(days, complaint)]
    cleared = told.cleared_from
    standing = [
        (lock, day) for lock, day in locks if cleared is None or day > cleared or lock is Lock.UNANSWERED
    ]
    return standing[0] if standing else (Lock.NONE, told.first)


def _rising_on(days: Sequence[_Day], complaint: Complaint) -> Iterator[date]:
    """Yield the days on which pain above its limit has risen for two weeks, from one week's mean to the next.

    Source: CO01, CP003
    """
    week, least = timedelta(days=number("complaint_trend_days") / 2), int(number("complaint_trend_reports"))
    for day in days:
        late = [one.level for one in days if day.date - week < one.date <= day.date]
        early = [one.level for one in days if day.date - 2 * week < one.date <= day.date - week]
        enough = len(late) >= least and len(early) >= least
        if not enough or max(late) <= complaint.pain_most:
            continue
        if sum(late) / len(late) - sum(early) / len(early) >= number("complaint_trend_rise"):
            yield day.date
