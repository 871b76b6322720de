"""What a complaint leaves out and limits: the marks of the catalogue, each exercise in each stage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from runlift.domain.complaint.complaint import complaints
from runlift.domain.evidence import constant, evidence_of
from runlift.domain.exercise.exercise import Impact, LoadType
from runlift.domain.exercise.legs import loads_bones, loads_legs
from runlift.domain.plan.body import Lock, Stage
from runlift.domain.plan.easing import Easing, Limit, Restriction
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.body import OpenComplaint

LASTING = date(2999, 12, 31)  # until something else is told
DEEP = "limit_depth"
RESERVE = "keep_reserve"


def easings_for(found: Iterable[OpenComplaint], *, began: date) -> tuple[Easing, ...]:
    """Return the days on which nothing is trained because of a red flag: all, until a clearance is told.

    Source: X37, CP009
    """
    return tuple(
        Easing(
            first=max(one.since, began),
            until=LASTING,
            sets_factor=0.0,
            leg_stress_most=LegStress.NONE,
            no_sessions=True,
            reason=_reason("complaint_red_flag", one, ("X37", "CP009")),
        )
        for one in found
        if one.lock is Lock.RED_FLAG
    )


def restrictions_for(
    found: Iterable[OpenComplaint], exercises: Mapping[str, Exercise]
) -> tuple[Restriction, ...]:
    """Return the exercises that complaints leave out now, each with why, the gravest reason first."""
    return tuple(
        Restriction(exercises=tuple(sorted(left_out)), first=one.since, until=None, reason=reason)
        for one in found
        for reason, left_out in _left_out(one, exercises)
        if left_out
    )


def limits_for(found: Iterable[OpenComplaint], exercises: Mapping[str, Exercise]) -> tuple[Limit, ...]:
    """Return the exercises that complaints allow with a limit: how deep, how high, with what support."""
    return tuple(limit for one in found if one.lock is Lock.NONE for limit in _limits(one, exercises))


def _left_out(one: OpenComplaint, exercises: Mapping[str, Exercise]) -> Iterator[tuple[Reason, list[str]]]:
    if one.lock is not Lock.NONE or one.severe:
        rests = loads_bones if one.lock is Lock.BONE else loads_legs
        cited = ("CP009", "CP010", "X33", "X34")
        reason = _reason("complaint_legs_rest", one, cited, lock=one.lock.value or "severe")
        yield reason, [each.id for each in exercises.values() if rests(each)]
    marked = [each.id for each in exercises.values() if is_marked(each, one)]
    yield _reason("complaint_leaves_out", one, evidence_of("complaint_marks_left_out")), marked
    if one.too_much:
        limited = [each.id for each in exercises.values() if any(_limits_of(each, one))]
        yield _reason("complaint_too_much", one, ("CP011", "X33")), limited
    jumps = (
        [each.id for each in exercises.values() if each.impact is not Impact.NONE] if no_jumps(one) else []
    )
    yield _reason("complaint_no_jumps", one, evidence_of("complaint_jumps_left_out")), jumps


def is_marked(exercise: Exercise, one: OpenComplaint) -> bool:
    """Tell whether the catalogue leaves an exercise out for a complaint in its stage.

    Source: CP004, CP006
    """
    for words in _marks(exercise, one):
        last = _last_stage(words)
        if last is not None and one.stage <= last:
            return True
        if words == DEEP and one.stage <= Stage.SORE and _is_too_deep(exercise, one):
            return True
    return False


def no_jumps(one: OpenComplaint) -> bool:
    """Tell whether jumps are left out.

    Source: CP005
    """
    last = cast("dict[str, str]", constant("complaint_jumps_left_out").value).get(one.complaint, "settling")
    return one.stage <= _stage_named(last)


def _limits(one: OpenComplaint, exercises: Mapping[str, Exercise]) -> Iterator[Limit]:
    if one.too_much:
        return
    by_words: dict[str, list[str]] = {}
    for exercise in exercises.values():
        if is_marked(exercise, one) or (no_jumps(one) and exercise.impact is not Impact.NONE):
            continue
        for words in dict.fromkeys(_limits_of(exercise, one)):
            by_words.setdefault(words, []).append(exercise.id)
    reserve = complaints()[one.complaint].reserve_least
    for words, ids in sorted(by_words.items()):
        reason = _reason("complaint_limits", one, evidence_of("complaint_marks_left_out"), how=words)
        yield Limit(
            exercises=tuple(sorted(ids)),
            how=words,
            first=one.since,
            until=None,
            reason=reason,
            reserve_least=reserve if words == RESERVE else None,
        )


def _limits_of(exercise: Exercise, one: OpenComplaint) -> Iterator[str]:
    """Yield what limits an exercise until its complaint is building; some come back with more reserve."""
    if one.stage >= Stage.BUILDING:
        return
    for words in _marks(exercise, one):
        if _last_stage(words) is None:
            yield words
        elif complaints()[one.complaint].reserve_least is not None:
            yield RESERVE


def _marks(exercise: Exercise, one: OpenComplaint) -> Iterator[str]:
    """Yield the words after the colon of the marks that are of a complaint, empty where a mark has none."""
    also = cast("dict[str, list[str]]", constant("complaint_marks_of").value).get(one.complaint, [])
    for mark in exercise.unsuitable_for:
        complaint, _, words = mark.partition(":")
        if complaint == one.complaint or complaint in also:
            yield words


def _last_stage(words: str) -> Stage | None:
    """Return the last stage in which a mark leaves an exercise out; None when it limits how it is done."""
    named = cast("dict[str, str]", constant("complaint_marks_left_out").value).get(words)
    return None if named is None else _stage_named(named)


def _is_too_deep(exercise: Exercise, one: OpenComplaint) -> bool:
    always = cast("list[str]", constant("complaint_deep_left_out").value)
    on_one_leg = exercise.unilateral and exercise.load_type is LoadType.LOAD
    return on_one_leg or exercise.load_type is LoadType.HEAVY_LOAD or one.complaint in always


def _stage_named(word: str) -> Stage:
    return Stage[word.upper()]


def _reason(rule: str, one: OpenComplaint, evidence: tuple[str, ...], **more: str) -> Reason:
    own = complaints()[one.complaint].evidence
    cited = tuple(dict.fromkeys((own, *evidence)))
    return Reason.of(rule, cited, complaint=one.complaint, side=one.side.value, stage=one.stage.word, **more)
