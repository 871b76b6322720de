"""Pain: what was told of it, and which exercises it leaves out for a while; never a diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from runlift.domain.assessment.field_test import field_tests
from runlift.domain.complaint.complaint import complaints
from runlift.domain.complaint.course import PainTold, is_same_side, is_taken_over
from runlift.domain.diary.entry import BodyPart, ComplaintTold, FieldTestDone, Pain, SetDone
from runlift.domain.evidence import constant, evidence_of, number
from runlift.domain.exercise.exercise import Impact, LoadType
from runlift.domain.exercise.legs import loads_legs
from runlift.domain.plan.easing import Restriction
from runlift.domain.plan.session import Side
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from runlift.domain.diary.diary import Diary
    from runlift.domain.exercise.exercise import Exercise

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Pain told on a day.

    Attributes:
        date: The day.
        at: Where.
        level: How much, 0 to 10; the most that was told of that place on that day.
        exercises: Exercises during or after which it came.
    """

    date: date
    at: BodyPart
    level: int
    exercises: tuple[str, ...] = ()


def painful_days(diary: Diary) -> Iterator[tuple[date, int]]:
    """Yield the days with more pain than may be worked through, and how much; a complaint has its own limit.

    Source: J009, D094, CP002
    """
    told, most = diary.of_kind(ComplaintTold), dict[date, int]()
    for one in _all_told(diary):
        own = (complaints()[each.complaint].pain_most for each in told if is_taken_over(_as_told(one), each))
        if one.level > max(min(own, default=0), number("pain_go_on")):
            most[one.date] = max(most.get(one.date, 0), one.level)
    yield from sorted(most.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Pain as it was told: with a set, after an exercise, in a field test, or of the day as a whole.

    Attributes:
        date: The day.
        at: Where.
        level: How much, 0 to 10.
        exercise: Exercise it came with; empty when none is known.
        side: Which side.
        of: What it was told of: the exercise, its name where it is unknown, or the field test; empty for the
            day as a whole.
    """

    date: date
    at: BodyPart
    level: int
    exercise: str
    side: Side
    of: str


def _told(diary: Diary) -> list[_Told]:
    """Return all pain told but what a complaint has taken over, which has rules of its own."""
    told = diary.of_kind(ComplaintTold)
    return [one for one in _all_told(diary) if not any(is_taken_over(_as_told(one), each) for each in told)]


def _as_told(one: _Told) -> PainTold:
    return PainTold(date=one.date, at=one.at, side=one.side, level=one.level, exercise=one.exercise)


def _all_told(diary: Diary) -> list[_Told]:
    found = [
        _Told(
            date=one.date,
            at=one.at,
            level=one.level,
            exercise=one.exercise,
            side=one.side,
            of=one.exercise,
        )
        for one in diary.of_kind(Pain)
    ]
    found += [
        _Told(
            date=one.done_at.date(),
            at=one.pain_at or BodyPart.OTHER,
            level=one.pain,
            exercise=one.exercise,
            side=one.side,
            of=one.exercise or one.name or one.session,
        )
        for one in diary.of_kind(SetDone)
        if one.pain is not None
    ]
    return [*found, *_told_of_tests(diary, found)]


def _told_of_tests(diary: Diary, told: Sequence[_Told]) -> Iterator[_Told]:
    """Yield the pain of field tests as pain of an unnamed place, unless its place was named.

    It was by pain of that day at a place, or by a complaint told since.
    """
    complaint = max((each.first for each in diary.of_kind(ComplaintTold)), default=date.min)
    for one in diary.of_kind(FieldTestDone):
        named = (each for each in told if each.date == one.date and each.at is not BodyPart.OTHER)
        unnamed = complaint < one.date and all(each.level < (one.pain or 0) for each in named)
        if one.pain is not None and unnamed:
            yield _Told(
                date=one.date,
                at=BodyPart.OTHER,
                level=one.pain,
                exercise="",
                side=Side.BOTH,
                of=one.test,
            )


def _by_day(told: Iterable[_Told]) -> tuple[Report, ...]:
    days: dict[tuple[date, BodyPart], list[tuple[int, str]]] = {}
    for one in told:
        days.setdefault((one.date, one.at), []).append((one.level, one.exercise))
    return tuple(
        Report(
            date=day,
            at=at,
            level=max(level for level, _ in found),
            exercises=tuple(
                dict.fromkeys(
                    id_ for level, id_ in sorted(found, reverse=True) if id_ and level > number("pain_hold")
                )
            ),
        )
        for (day, at), found in sorted(days.items())
    )


def _courses(told: Sequence[_Told]) -> Iterator[tuple[Report, ...]]:
    """Yield what was told of each pain: of each place and side, of each exercise where the place is unknown.

    Quiet words of one side say nothing of the other, and those of one exercise nothing of what another one
    hurt at an unknown place. What is told without a side is told of both.
    """
    hurt = {(one.at, one.side) for one in told if one.level > number("pain_hold")}
    for at, side in sorted(each for each in hurt if each[0] is not BodyPart.OTHER):
        yield _by_day(one for one in told if one.at is at and is_same_side(one.side, side))
    unknown = [one for one in told if one.at is BodyPart.OTHER]
    began: dict[str, date] = {}
    for one in unknown:
        if one.level > number("pain_hold"):
            began[one.of] = min(began.get(one.of, one.date), one.date)
    for of, first in sorted(began.items()):
        yield _by_day(one for one in unknown if one.of in {of, ""} and one.date >= first)


def pains_after_exercises(diary: Diary) -> Mapping[tuple[str, date], int]:
    """Return the most pain told after each exercise on each day."""
    most: dict[tuple[str, date], int] = {}
    for pain in diary.of_kind(Pain):
        if pain.exercise:
            key = pain.exercise, pain.date
            most[key] = max(most.get(key, 0), pain.level)
    return most


def restrictions(diary: Diary, exercises: Mapping[str, Exercise], *, began: date) -> tuple[Restriction, ...]:
    """Return the exercises left out because of pain, since the season began.

    Pain above the limit leaves out the exercise that hurt, its harder forms, and all that the catalogue marks
    for complaints of that place; where the place is of the legs or the back, jumps too, and above the upper
    limit all that loads the legs, which holds for an unnamed place as well. Below that such a place leaves
    out jumps and heavy leg work, unless it came with an exercise of the arms. It ends with two quiet reports
    in a row days later, never by silence.

    Source: X33, J006, J007, J008
    """
    found = dict.fromkeys(one for each in _courses(_told(diary)) for one in _of_course(each, exercises))
    found |= dict.fromkeys(_of_hops(diary, exercises))
    kept = (one for one in found if one.until is None or one.until > began)
    return tuple(sorted(kept, key=lambda one: (one.first, one.exercises)))


def _of_hops(diary: Diary, exercises: Mapping[str, Exercise]) -> Iterator[Restriction]:
    """Leave out jumps once a hop of a field test hurt, until it does not or a complaint takes over.

    Source: AS05, A14
    """
    known, told = field_tests(), diary.of_kind(ComplaintTold)
    hops = [one for one in diary.of_kind(FieldTestDone) if one.test in known and known[one.test].hops]
    jumps = tuple(sorted(each.id for each in exercises.values() if each.impact is not Impact.NONE))
    for one in hops:
        later = (each for each in hops if each.test == one.test and each.date > one.date)
        free = [each.date + DAY for each in later if each.pain == 0]
        over = [each.first for each in told if each.first >= one.date]
        if one.pain:
            yield Restriction(
                exercises=jumps,
                first=one.date,
                until=min((*free, *over), default=None),
                reason=Reason.of("hop_hurt", ("AS05", "A14"), pain=one.pain),
            )


def _of_course(told: Sequence[Report], exercises: Mapping[str, Exercise]) -> Iterator[Restriction]:
    open_: list[Report] = []
    for position, report in enumerate(told):
        if report.level > number("pain_hold"):
            open_.append(report)
        elif open_ and _is_quiet(told[: position + 1], open_[-1]):
            yield _restriction(open_, report.date + DAY, exercises)
            open_ = []
    if open_:
        yield _restriction(open_, None, exercises)


def _is_quiet(told: Sequence[Report], last: Report) -> bool:
    """Tell whether the last reports are quiet, long enough after the last one that was not."""
    count = int(number("pain_quiet_reports"))
    quiet = [one for one in told if one.date > last.date][-count:]
    enough = len(quiet) == count and all(one.level <= number("pain_go_on") for one in quiet)
    return enough and quiet[-1].date - last.date >= number("pain_quiet_days") * DAY


def _restriction(
    open_: Sequence[Report], until: date | None, exercises: Mapping[str, Exercise]
) -> Restriction:
    worst = max(open_, key=lambda report: (report.level, report.date))
    severe = worst.level > number("pain_stop")
    hurting = {id_ for report in open_ for id_ in report.exercises}
    left_out = [
        one.id for one in exercises.values() if _is_left_out(one, worst.at, hurting, exercises, severe=severe)
    ]
    return Restriction(
        exercises=tuple(sorted(left_out)),
        first=open_[0].date,
        until=until,
        reason=Reason.of(
            "pain_stops_exercises" if severe else "pain_leaves_out",
            evidence_of("pain_hold", "pain_stop", "complaints_of_body_part"),
            part=worst.at.value.replace("_", " "),
            pain=worst.level,
            legs="yes" if _concerns_legs(worst.at, hurting, exercises, severe=severe) else "no",
        ),
    )


def _is_left_out(
    exercise: Exercise, at: BodyPart, hurting: set[str], exercises: Mapping[str, Exercise], *, severe: bool
) -> bool:
    if exercise.id in hurting or _follows(exercise, hurting, exercises):
        return True
    complaints = _of_part("complaints_of_body_part", at)
    if {one.partition(":")[0] for one in exercise.unsuitable_for} & complaints:
        return True
    if exercise.family.value in _of_part("families_of_body_part", at):
        return True
    if not _concerns_legs(at, hurting, exercises, severe=severe):
        return False
    if severe:
        return loads_legs(exercise)
    jumps = exercise.impact is not Impact.NONE
    return jumps or (at is BodyPart.OTHER and _is_hard_on_legs(exercise))


def _concerns_legs(
    at: BodyPart, hurting: set[str], exercises: Mapping[str, Exercise], *, severe: bool
) -> bool:
    """Tell whether the legs or the back may hurt: an unnamed place may be anywhere that nothing rules out.

    Up to the upper limit an exercise of the arms alone rules it out.

    Source: J008
    """
    if at is not BodyPart.OTHER:
        return bool(_of_part("complaints_of_body_part", at))
    known = [exercises[id_] for id_ in hurting if id_ in exercises]
    return severe or not known or any(loads_legs(one) for one in known)


def _is_hard_on_legs(exercise: Exercise) -> bool:
    """Tell whether an exercise loads the legs heavily, or makes them very sore.

    Source: J008, J014
    """
    heavy = exercise.load_type is LoadType.HEAVY_LOAD or exercise.soreness >= number("very_sore")
    return exercise.leg_load and heavy


def _of_part(key: str, at: BodyPart) -> set[str]:
    return set(cast("dict[str, list[str]]", constant(key).value).get(at.value, ()))


def _follows(exercise: Exercise, hurting: set[str], exercises: Mapping[str, Exercise]) -> bool:
    """Tell whether it is a harder form of an exercise that hurt."""
    easier = exercises.get(exercise.regression or "")
    seen: set[str] = set()
    while easier is not None and easier.id not in seen:
        if easier.id in hurting:
            return True
        seen.add(easier.id)
        easier = exercises.get(easier.regression or "")
    return False
