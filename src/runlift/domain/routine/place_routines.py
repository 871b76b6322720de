"""Put short routines on days: a week at a time, an exercise after the other, in the best choice of days."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.exercise.legs import loads_legs
from runlift.domain.plan.identity import uid_of
from runlift.domain.plan.routine import PlacedRoutine
from runlift.domain.plan.session import LegStress, Role
from runlift.domain.quantity import Reason
from runlift.domain.routine.asked import asked_routines
from runlift.domain.routine.slot import AFTER_RUN, BEFORE_RUN, slots_of
from runlift.domain.routine.week import RoutineWeek
from runlift.domain.routine.wish import wishes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.past import Past
    from runlift.domain.routine.around import Around
    from runlift.domain.routine.slot import Slot
    from runlift.domain.routine.wish import Wish

_DAY = timedelta(days=1)
_SECONDS_PER_MINUTE = 60


def place_routines(
    past: Past, around: Around, exercises: Mapping[str, Exercise], *, first_day: date, last_day: date
) -> tuple[PlacedRoutine, ...]:
    """Return the short routines on their days: those gone by as they were, those to come placed.

    Each week is filled by itself, an exercise after the other in the order given, those first that keep away
    from runs, since all others may join them. What the strength sessions of the week hold counts. What was on
    a day before stays there where it can.

    Args:
        past: What is given, eased, left out and limited, and where the version before had it.
        around: Runs, sessions, races, free hours and places.
        exercises: The catalogue by id.
        first_day: First day that may change.
        last_day: Last day planned, included.

    Source: CP008, CP020, CP021, CP022
    """
    given = (*past.routines, *asked_routines(around.athlete))
    found = wishes_of(given, exercises, around.athlete.dislikes)
    wishes = tuple(sorted(found, key=lambda wish: not wish.keeps_away))
    gone = [routine for routine in past.placed_routines if routine.date < first_day]
    days = [first_day + timedelta(days=ahead) for ahead in range((last_day - first_day).days + 1)]
    placed: list[PlacedRoutine] = []
    for monday, week in groupby(days if wishes else (), key=_monday_of):
        met = _met_before(monday, (*gone, *placed), around)
        placed += _week(list(week), wishes, met, past, around)
    return tuple(sorted((*gone, *placed), key=lambda routine: (routine.starts_at, routine.uid)))


def _week(
    days: list[date], wishes: tuple[Wish, ...], met: set[str], past: Past, around: Around
) -> Iterator[PlacedRoutine]:
    open_days = [day for day in days if around.is_open(day) and not _is_off(day, past)]
    gone = [each for each in past.placed_routines if _monday_of(days[0]) <= each.date < days[0]]
    week = RoutineWeek(
        slots={day: slots_of(day, around) for day in open_days},
        before_runs=sum(each.moment == BEFORE_RUN for each in gone),
    )
    for wish in wishes:
        in_sessions = _days_in_sessions(wish, _monday_of(days[0]), around)
        done = in_sessions | {each.date for each in gone if _holds(each, wish)}
        is_new = wish.exercise.id not in met
        week.take(
            wish,
            wish.item.per_week - len(done),
            had={each.date for each in past.placed_routines if _holds(each, wish)},
            suits=partial(
                _may_be_done,
                wish,
                busy=in_sessions,
                is_new=is_new,
                past=past,
                around=around,
            ),
        )
    for slot, held in week.filled.items():
        yield _routine(slot, held, past, around)


def _met_before(monday: date, routines: Sequence[PlacedRoutine], around: Around) -> set[str]:
    """Return the exercises that the runner has met before a week, as far as the plan knows."""
    met = {known.exercise for known in around.athlete.known_sets}
    met |= {item.exercise for each in routines if each.date < monday for item in each.items}
    return met | {one.exercise for each in around.sessions if each.date < monday for one in each.exercises}


def _is_off(day: date, past: Past) -> bool:
    """Tell whether nothing at all is asked on a day: illness, a red flag, answers before training."""
    return any(day in easing and (easing.no_sessions or easing.sets_factor == 0) for easing in past.easings)


def _days_in_sessions(wish: Wish, monday: date, around: Around) -> set[date]:
    """Return the days of a week on which a strength session holds an exercise, or a form next to it."""
    return {
        session.date
        for session in around.sessions
        if _monday_of(session.date) == monday
        and any(each.exercise in wish.forms and each.role is not Role.WARM_UP for each in session.exercises)
    }


def _holds(routine: PlacedRoutine, wish: Wish) -> bool:
    return any(item.exercise == wish.exercise.id for item in routine.items)


def _may_be_done(
    wish: Wish, slot: Slot, *, busy: set[date], is_new: bool, past: Past, around: Around
) -> bool:
    """Tell whether an exercise may be done at a moment: allowed, with the kit there, and far from key runs.

    Not on a day whose session holds it.
    """
    if slot.date in busy or any(each.forbids(wish.exercise.id, slot.date) for each in past.restrictions):
        return False
    rests = any(slot.date in each and each.leg_stress_most is LegStress.NONE for each in past.easings)
    if rests and loads_legs(wish.exercise):
        return False
    if not wish.exercise.can_be_done_with(slot.place.equipment.kinds()):
        return False
    if not wish.loads_legs:
        return True
    soon = is_new and around.is_soon_before_race(slot.date)
    return not soon and around.leaves_legs_fresh(slot.date, slot.ends)


def _routine(slot: Slot, held: list[Wish], past: Past, around: Around) -> PlacedRoutine:
    minutes = _minutes(held)
    begins = slot.ends - timedelta(minutes=minutes) if slot.moment == BEFORE_RUN else slot.begins
    return PlacedRoutine(
        uid=uid_of(around.athlete, f"{slot.date.isoformat()}/{slot.moment.replace('_', '-')}"),
        date=slot.date,
        start=begins.time(),
        minutes=minutes,
        moment=slot.moment,
        place=slot.place.id,
        items=tuple(wish.item for wish in held),
        run=slot.run,
        reasons=tuple(dict.fromkeys(_reasons(slot, held, past))),
    )


def _minutes(held: list[Wish]) -> int:
    step = int(number("routine_minutes_step"))
    minutes = sum(wish.seconds for wish in held) / _SECONDS_PER_MINUTE
    return step * ceil(minutes / step)


def _reasons(slot: Slot, held: list[Wish], past: Past) -> Iterator[Reason]:
    yield from (wish.reason for wish in held)
    if slot.moment == BEFORE_RUN:
        yield Reason.of("routine_before_easy_run", ("X36", "CP008"))
    elif slot.moment == AFTER_RUN:
        yield Reason.of("routine_after_run", ("F02", "F11", "CP020"))
    else:
        yield Reason.of("routine_away_from_runs", ("X36", "CO14", "CP021"))
    for wish in held:
        yield from (limit.reason for limit in past.limits if limit.holds(wish.exercise.id, slot.date))


def _monday_of(day: date) -> date:
    return day - day.weekday() * _DAY
