"""Take down changes of what is to come: runs, days away, places that are closed, races."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.application.entry_id import no_race_entry, race_entry, run_cancelled_entry, run_moved_entry
from runlift.application.runs_now import run_on
from runlift.application.tell_checks import day_ahead, error, fitting_note, refuse, within
from runlift.domain.diary.entry import Away, RaceAdded, RaceCancelled, RunAdded, RunCancelled, RunMoved
from runlift.domain.quantity import DateSpan
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, time

    from runlift.application.author import Author
    from runlift.application.runs_now import RunNow
    from runlift.domain.athlete.profile import Race
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.plan import Plan
    from runlift.domain.quantity import Finding

METRES_PER_KM = 1000
SECONDS_PER_MINUTE = 60


def move_run(
    plan: Plan,
    latest: Mapping[str, Recorded],
    author: Author,
    *,
    day: date,
    new_day: date,
    start: time | None = None,
    which: int | None = None,
) -> Recorded:
    """Take down that a run is run on another day, or at another hour.

    Raises:
        InputError: The day has no such run, or the new day cannot be right.
    """
    run = run_on(plan, latest, day, which)
    refuse([*day_ahead("NEW_DATE", new_day, author.today), *_beyond(plan, new_day), *_of_a_race(run)])
    if run.added is not None:
        return author.write(
            run.entry, replace(run.added, date=new_day, start=start or run.added.start), latest
        )
    return author.write(run_moved_entry(run.id), RunMoved(run=run.id, date=new_day, start=start), latest)


def add_run(plan: Plan | None, added: RunAdded, author: Author, new_id: Callable[[], str]) -> Recorded:
    """Take down a run that the running plan does not have.

    Raises:
        InputError: A value cannot be right.
    """
    km = None if added.distance_m is None else added.distance_m / METRES_PER_KM
    minutes = None if added.duration_s is None else added.duration_s / SECONDS_PER_MINUTE
    refuse(
        [
            *day_ahead("DATE", added.date, author.today),
            *(_beyond(plan, added.date, "DATE") if plan else ()),
            *within("--km", km, "race_distance_possible"),
            *within("--minutes", minutes, "log_run_minutes_possible"),
            *fitting_note(added.title, "--title"),
            *_of_no_run(added.kind),
            *_without_length(km, minutes),
        ]
    )
    return author.write(new_id(), added, {})


def cancel_run(
    plan: Plan, latest: Mapping[str, Recorded], author: Author, *, day: date, which: int | None = None
) -> Recorded:
    """Take down that a run is left out.

    Raises:
        InputError: The day has no such run.
    """
    run = run_on(plan, latest, day, which)
    refuse(_of_a_race(run))
    if run.added is not None:
        return author.write(run.entry, run.added, latest, withdrawn=True)
    return author.write(run_cancelled_entry(run.id), RunCancelled(run=run.id), latest)


def go_away(
    plan: Plan | None,
    author: Author,
    new_id: Callable[[], str],
    *,
    first: date,
    last: date,
    place: str = "",
    closed: str = "",
    note: str = "",
) -> Recorded:
    """Take down days on which only one place is there, or one place is not.

    Args:
        plan: The plan, which knows the places; None when none is followed.
        author: Who writes, and when.
        new_id: Makes the id of the entry.
        first: First day.
        last: Last day.
        place: Id of the place that is there instead; empty where there is nothing.
        closed: Id of the place that is closed; empty when the runner is away from all.
        note: The runner's own words.

    Raises:
        InputError: The days cannot be right, or a place is not known.
    """
    named = [(name, "--instead" if closed else "--place") for name in (place,) if name]
    named += [(closed, "PLACE")] if closed else []
    refuse(
        [
            *_span(first, last, author.today),
            *(each for name, where in named for each in _unknown_place(plan, name, where)),
            *([_closed_instead(place)] if closed and closed == place else []),
            *fitting_note(note),
        ]
    )
    span = DateSpan(start=first, end=last + timedelta(days=1))
    return author.write(new_id(), Away(span=span, place=place, closed=closed, note=note), {})


def add_race(race: Race, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take down a race; it takes the place of one on the same day.

    Raises:
        InputError: A value cannot be right.
    """
    refuse(
        [
            *day_ahead("DATE", race.date, author.today),
            *within("--km", race.distance_m / METRES_PER_KM, "race_distance_possible"),
            *within("--ascent-m", race.ascent_m, "climb_possible"),
            *within("--descent-m", race.descent_m, "climb_possible"),
            *fitting_note(race.name, "--name"),
        ]
    )
    return author.write(race_entry(race.date), RaceAdded(race=race), latest)


def cancel_race(plan: Plan | None, latest: Mapping[str, Recorded], author: Author, *, day: date) -> Recorded:
    """Take down that the race of a day is not run.

    Raises:
        InputError: The day has no race.
    """
    races = sorted(_race_days(plan, latest))
    known = ", ".join(each.isoformat() for each in races if each >= author.today)
    remedy = f"your races are on {known}" if known else "no race is told"
    missing = [] if day in races else [error("no_race_that_day", f"No race is on {day}", remedy, "DATE")]
    refuse([*day_ahead("DATE", day, author.today), *missing])
    return author.write(no_race_entry(day), RaceCancelled(date=day), latest)


def _race_days(plan: Plan | None, latest: Mapping[str, Recorded]) -> set[date]:
    """Return the days that have a race, as told last."""
    days: set[date] = set()
    if plan is not None:
        days |= {race.date for race in plan.athlete.races}
        days |= {timed.run.date for timed in plan.runs if timed.run.kind is RunKind.RACE}
    for each in sorted(latest.values(), key=lambda each: each.recorded_at):
        if isinstance(each.entry, RaceAdded) and not each.withdrawn:
            days.add(each.entry.race.date)
        elif isinstance(each.entry, RaceCancelled) and not each.withdrawn:
            days.discard(each.entry.date)
    return days


def _beyond(plan: Plan, day: date, place: str = "NEW_DATE") -> Iterator[Finding]:
    last = max((week.monday + timedelta(days=6) for week in plan.weeks), default=day)
    if day > last:
        yield error(
            "after_the_plan", f"{day} is after the end of the plan", f"give a day up to {last}", place
        )


def _of_a_race(run: RunNow) -> Iterator[Finding]:
    if run.kind is RunKind.RACE:
        yield error(
            "race_is_no_run",
            f"{run.date} is a race",
            'use "runlift change no-race" and "runlift change race", which plan the season anew',
            "DATE",
        )


def _of_no_run(kind: RunKind) -> Iterator[Finding]:
    if kind is RunKind.RACE:
        yield error("race_is_no_run", "A race is told apart", 'use "runlift change race"', "--kind")
    elif kind in {RunKind.REST, RunKind.STRENGTH}:
        yield error("no_kind_of_run", f'"{kind.value}" is no run', "give easy, long, tempo ...", "--kind")


def _without_length(km: float | None, minutes: float | None) -> Iterator[Finding]:
    if km is None and minutes is None:
        yield error("nothing_told", "Neither distance nor time is told", "give --km, --miles or --minutes")


def _span(first: date, last: date, today: date) -> Iterator[Finding]:
    if last < first:
        yield error("ends_before_it_begins", f"{last} is before {first}", "give the first day first", "LAST")
    elif last < today:
        yield error("day_past", f"{last} is past", "only days to come change the plan", "LAST")
    else:
        yield from within("FIRST to LAST", (last - first).days + 1, "log_days_possible")


def _unknown_place(plan: Plan | None, name: str, where: str) -> Iterator[Finding]:
    places = [place.id for place in plan.athlete.places] if plan else [name]
    if name not in places:
        yield error(
            "unknown_place", f'"{name}" is not one of your places', f"write one of {', '.join(places)}", where
        )


def _closed_instead(place: str) -> Finding:
    return error("closed_instead", f'"{place}" cannot stand in for itself', "name another place", "--instead")
