"""Breaks: how long nothing was lifted, and what that costs until strength is back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, evidence_of, number
from runlift.domain.plan.done import done_at
from runlift.domain.plan.easing import Easing
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import PlannedSession

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Days between two sessions in which others were missed, or the runner was ill.

    Attributes:
        last: Day of the last session before it.
        back: Day of the first session after it, done or still to come.
    """

    last: date
    back: date

    @property
    def days(self) -> int:
        """How long it lasted [days]."""
        return (self.back - self.last).days


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBreaks:
    """Breaks that a version of the plan knew: by their last day, the first on which they could end.

    Attributes:
        whole: Breaks of all strength work.
        legs: Breaks of leg work alone.
    """

    whole: Mapping[date, date] = field(default_factory=dict)
    legs: Mapping[date, date] = field(default_factory=dict)


NOTHING_KNOWN = KnownBreaks()


def known_breaks(easings: Iterable[Easing], *, first_day: date) -> KnownBreaks:
    """Return the breaks that a version of the plan knew.

    Args:
        easings: Days on which that version asked less.
        first_day: First day that it could change.
    """
    found = tuple(easings)
    whole = _known(found, "return_after_break", first_day)
    return KnownBreaks(whole=whole, legs=whole | _known(found, "legs_return_after_break", first_day))


def _known(easings: Iterable[Easing], rule: str, first_day: date) -> dict[date, date]:
    returns = [one for one in easings if one.reason.rule == rule]
    return {one.first - int(one.reason.figures["days"]) * DAY: min(one.first, first_day) for one in returns}


def breaks(
    sessions: Sequence[PlannedSession],
    ill: Sequence[Easing],
    *,
    back: date,
    known: Mapping[date, date] | None = None,
    before: date | None = None,
) -> Iterator[Break]:
    """Yield every break, the one that may end on `back` last.

    What the plan itself leaves free, after a race for instance, is no break, nor are up to seven days in
    which a session was missed: strength is hardly lost, and one of two sessions a week lets grow too. A
    session that was missed and is made up lies ahead again and does not tell of it any more, so that a break
    once known stays one.

    Args:
        sessions: Sessions of the past with their outcomes.
        ill: Days on which nothing was trained because of illness.
        back: Day of the next session.
        known: Breaks that the version before knew, as `known_breaks` tells.
        before: Last day on which something was lifted before the season; None for never.

    Source: D096, J011
    """
    known = known or {}
    days = {done_at(one).date() for one in sessions if one.outcome and one.outcome.result.is_trained}
    trained = sorted(days | ({before} if before else set()))
    missed = [one.date for one in sessions if one.outcome and not one.outcome.result.is_trained]
    for last, then in pairwise([*trained, back]):
        long = (then - last).days >= number("break_from")
        was_missed = long and any(last < day < then for day in missed)
        was_ill = any(easing.no_sessions and easing.first < then and easing.until > last for easing in ill)
        was_known = long and last in known and then >= known[last]
        if was_missed or was_ill or was_known:
            yield Break(last=last, back=then)


def load_after_break(days: int) -> float:
    """Return the share of the load that is left after so many days without lifting [days].

    Source: D097, D098, D099, D100
    """
    return _of_row("break_load", days)


def sets_after_break(days: int) -> float:
    """Return the share of the sets of the first session after so many days without lifting [days].

    Source: D096, D097, D098, D099, D100
    """
    return _of_row("break_sets", days)


def after_break(progress: Progress, days: int) -> Progress:
    """Return where an exercise stands after a break: lighter, and free to catch up.

    Source: D097, D098, D099, D100
    """
    share = load_after_break(days)
    if share >= 1:
        return progress
    return replace(
        progress,
        load_kg=progress.load_kg * share,
        highest_kg=progress.highest_kg * share,
        reps=max(1, round(progress.reps * share))
        if progress.reps and not progress.load_kg
        else progress.reps,
        seconds=max(min(progress.seconds, int(number("seconds_step"))), round(progress.seconds * share)),
        at_end=False,
        careful=True,
    )


def legs_return_after_break(one: Break) -> Easing:
    """Ease the first session after days in which the rest was trained and the legs were not.

    Source: D096, D097, D098, D099, D100
    """
    return replace(
        return_after_break(one),
        reason=Reason.of(
            "legs_return_after_break",
            evidence_of("break_load", "break_sets", "break_rir"),
            days=one.days,
            load_percent=round(load_after_break(one.days) * 100),
            sets_percent=round(sets_after_break(one.days) * 100),
        ),
    )


def return_after_break(one: Break) -> Easing:
    """Ease the first session after a break, or two weeks after a long one; after the longest, the legs too.

    Source: D096, D097, D098, D099, D100
    """
    long = one.days >= number("break_reentry_from")
    longest = one.days >= number("break_restart_from")
    length = number("break_reentry_days") if long else 1
    return Easing(
        first=one.back,
        until=one.back + length * DAY,
        sets_factor=sets_after_break(one.days),
        rir_plus=number("break_rir"),
        leg_stress_most=LegStress.LIGHT if longest else LegStress.HEAVY,
        reason=Reason.of(
            "return_after_break",
            evidence_of("break_load", "break_sets", "break_rir"),
            days=one.days,
            load_percent=round(load_after_break(one.days) * 100),
            sets_percent=round(sets_after_break(one.days) * 100),
        ),
    )


def _of_row(key: str, days: int) -> float:
    table = cast("list[list[float]]", constant(key).value)
    return next((share for least, share in reversed(table) if days >= least), 1.0)
