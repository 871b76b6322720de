"""Days on which less is asked, from what the runner told: readiness, pain, illness, a break."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.adjustment.breaks import (
    NOTHING_KNOWN,
    KnownBreaks,
    breaks,
    legs_return_after_break,
    return_after_break,
)
from runlift.domain.adjustment.logged import last_worked
from runlift.domain.adjustment.pain import painful_days
from runlift.domain.adjustment.standing import seen_by_the_legs
from runlift.domain.diary.entry import Illness, IllnessKind, Readiness
from runlift.domain.evidence import evidence_of, number
from runlift.domain.plan.easing import Easing
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.plan.session import PlannedSession

DAY = timedelta(days=1)


def easings(  # noqa: PLR0913 - all that may ease a day
    diary: Diary,
    sessions: Sequence[PlannedSession],
    runs: Sequence[TimedRun],
    *,
    began: date,
    today: date,
    back: date | None = None,
    legs_back: date | None = None,
    known: KnownBreaks = NOTHING_KNOWN,
    legs: Collection[str] = (),
) -> tuple[Easing, ...]:
    """Return the days on which less is asked, since the season began.

    Args:
        diary: What was told.
        sessions: Sessions of the plan, those of the past with their outcomes.
        runs: Runs of the plan.
        began: First day of the season.
        today: The day it is.
        back: Day of the next session; None for the one that the plan has.
        legs_back: Day of the next session that loads the legs; None for the next one.
        known: Breaks that the version before knew.
        legs: Ids of the exercises that load the legs.
    """
    ill = illness_easings(diary, today=today)
    back = back or next_session(sessions, today=today)
    before = last_worked(diary, until=began - DAY)
    whole = tuple(breaks(sessions, ill, back=back, known=known.whole, before=before))
    seen = seen_by_the_legs(sessions, legs)
    of_legs = breaks(seen, ill, back=legs_back or back, known=known.legs, before=before)
    found = [
        *_readiness(diary, runs),
        *_pain(diary),
        *ill,
        *(return_after_break(one) for one in whole),
        *(legs_return_after_break(one) for one in of_legs if one not in whole),
    ]
    kept = (easing for easing in found if easing.until > began)
    return tuple(sorted(dict.fromkeys(kept), key=lambda each: (each.first, each.until, each.reason.rule)))


def next_session(sessions: Sequence[PlannedSession], *, today: date) -> date:
    """Return the day of the next session, today when none is planned."""
    return min((one.date for one in sessions if one.outcome is None and one.date >= today), default=today)


def next_leg_session(sessions: Sequence[PlannedSession], legs: Collection[str], *, today: date) -> date:
    """Return the day of the next session that loads the legs, that of the next one when none does.

    Args:
        sessions: Sessions of the plan.
        legs: Ids of the exercises that load the legs.
        today: The day it is.
    """
    loading = [one for one in sessions if not {each.exercise for each in one.exercises}.isdisjoint(legs)]
    ahead = [one for one in loading if one.outcome is None and one.date >= today]
    return next_session(ahead or sessions, today=today)


def illness_easings(diary: Diary, *, today: date) -> tuple[Easing, ...]:
    """Return the days without training because of illness, and the lighter ones after it."""
    return tuple(easing for one in diary.of_kind(Illness) for easing in _illness(one, today))


def _illness(one: Illness, today: date) -> Iterator[Easing]:
    """Rest while ill, with fever two days longer, then less for some days; who is still ill is asked again.

    Source: D101, J010
    """
    fever = one.kind is IllnessKind.FEVER_OR_CHEST
    cited = evidence_of("fever_days", "after_fever_sets") if fever else evidence_of("after_illness_days")
    if one.well_from is None:
        until = max(today, one.first) + number("open_illness_days") * DAY
        yield _rest(one.first, until, Reason.of("ill_until_told", cited))
        return
    back = one.well_from + (number("fever_days") if fever else 0) * DAY
    if back > one.first:
        kind = "fever" if fever else "other"
        yield _rest(one.first, back, Reason.of("rest_while_ill", cited, kind=kind))
    days = number("after_fever_days" if fever else "after_illness_days")
    yield Easing(
        first=back,
        until=back + days * DAY,
        sets_factor=number("after_fever_sets" if fever else "eased_sets"),
        rir_plus=number("eased_rir"),
        reason=Reason.of("lighter_after_illness", cited),
    )


def _rest(first: date, until: date, reason: Reason) -> Easing:
    return Easing(
        first=first,
        until=until,
        sets_factor=0.0,
        leg_stress_most=LegStress.NONE,
        no_sessions=True,
        reason=reason,
    )


def _readiness(diary: Diary, runs: Sequence[TimedRun]) -> Iterator[Easing]:
    """Ask less on a day of poor sleep or sore legs, and little of the legs when a key run is near.

    Source: D094, J015
    """
    for day, one in {one.date: one for one in diary.of_kind(Readiness)}.items():
        sore = (one.soreness or 0) >= number("soreness_high")
        tired = one.sleep_h is not None and one.sleep_h < number("sleep_low")
        if not (sore or tired):
            continue
        near = _has_key_run_after(day, runs)
        limit = LegStress.LIGHT if near and sore else LegStress.MODERATE if near else LegStress.HEAVY
        yield _lighter(day, 1, _poor_readiness(one, sore=sore, near=near), limit)


def _poor_readiness(one: Readiness, *, sore: bool, near: bool) -> Reason:
    cited = evidence_of("soreness_high", "sleep_low", "eased_sets")
    before = "yes" if near else "no"
    if sore:
        return Reason.of("sore_legs", cited, soreness=one.soreness or 0, key_run_near=before)
    return Reason.of("short_sleep", cited, sleep_hours=one.sleep_h or 0.0, key_run_near=before)


def _pain(diary: Diary) -> Iterator[Easing]:
    """Ask less in the days after pain above the level that may be worked through.

    Source: D094, J009
    """
    for day, level in painful_days(diary):
        reason = Reason.of("less_after_pain", evidence_of("pain_go_on", "pain_eased_days"), pain=level)
        yield _lighter(day, int(number("pain_eased_days")), reason, LegStress.HEAVY)


def _lighter(first: date, days: int, reason: Reason, limit: LegStress) -> Easing:
    return Easing(
        first=first,
        until=first + days * DAY,
        sets_factor=number("eased_sets"),
        rir_plus=number("eased_rir"),
        leg_stress_most=limit,
        reason=reason,
    )


def _has_key_run_after(day: date, runs: Sequence[TimedRun]) -> bool:
    reach = day + number("key_run_soon") * DAY
    return any(timed.run.key and day < timed.run.date <= reach for timed in runs)
