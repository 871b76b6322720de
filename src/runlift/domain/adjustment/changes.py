"""What the runner told of the days to come: runs moved, added or left out, travel, races, body mass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.athlete.profile import Travel
from runlift.domain.diary.entry import (
    Away,
    BodyMass,
    RaceAdded,
    RaceCancelled,
    RunAdded,
    RunCancelled,
    RunMoved,
)
from runlift.domain.plan.race_days import rest_day
from runlift.domain.quantity import DateSpan, Finding, Severity
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.diary.diary import Diary, Recorded

NOWHERE = "away"


def changed_runs(plan: RunningPlan, changes: Diary) -> tuple[RunningPlan, tuple[Finding, ...]]:
    """Return the running plan with all changes of runs made in the order in which they were told.

    Args:
        plan: The runs as the running plan has them.
        changes: What was told since that plan was given.

    Returns:
        The running plan, and a finding for each change that does not fit it.
    """
    runs = {run.id: run for run in plan.runs() if run.kind is not RunKind.REST}
    findings: list[Finding] = []
    for each in changes.entries:
        findings += _change(runs, each, plan.days[0].date, plan.days[-1].date)
    return replace(plan, days=_days(plan, runs.values())), tuple(findings)


def changed_athlete(athlete: Athlete, changes: Diary) -> tuple[Athlete, tuple[Finding, ...]]:
    """Return the runner with travel, races and body mass as told since.

    Args:
        athlete: The runner as told in the athlete file.
        changes: What was told since that file was given.
    """
    masses = sorted(changes.of_kind(BodyMass), key=lambda one: one.date)
    athlete, findings = _with_travel(athlete, changes.of_kind(Away))
    return replace(
        athlete,
        races=_races(athlete.races, changes),
        body_mass_kg=masses[-1].mass_kg if masses else athlete.body_mass_kg,
    ), findings


def _change(runs: dict[str, Run], each: Recorded, first: date, last: date) -> Iterator[Finding]:
    entry = each.entry
    if isinstance(entry, RunCancelled | RunMoved) and entry.run not in runs:
        yield _unknown_run(entry.run)
    elif isinstance(entry, RunMoved | RunAdded) and not first <= entry.date <= last:
        yield _outside(entry.date, first, last)
    elif isinstance(entry, RunCancelled | RunMoved) and runs[entry.run].kind is RunKind.RACE:
        yield _race_stays(runs[entry.run])
    elif isinstance(entry, RunCancelled):
        del runs[entry.run]
    elif isinstance(entry, RaceCancelled):
        _leave_out(runs, entry.date)
    elif isinstance(entry, RunMoved):
        run = runs[entry.run]
        runs[run.id] = replace(run, date=entry.date, start=entry.start or run.start)
    elif isinstance(entry, RunAdded):
        runs[f"added/{each.id}"] = _added(each.id, entry)


def _leave_out(runs: dict[str, Run], day: date) -> None:
    """Leave out the race of a day, where the running plan has one."""
    for id_ in [run.id for run in runs.values() if run.date == day and run.kind is RunKind.RACE]:
        del runs[id_]


def _added(entry_id: str, entry: RunAdded) -> Run:
    return Run(
        id=f"added/{entry_id}",
        date=entry.date,
        kind=entry.kind,
        key=entry.key or entry.kind.is_key,
        title=entry.title,
        start=entry.start,
        distance_m=entry.distance_m,
        duration_s=entry.duration_s,
    )


def _days(plan: RunningPlan, runs: Iterable[Run]) -> tuple[RunningDay, ...]:
    """Return the days with their runs; one left without any is a rest day."""
    by_day: dict[date, list[Run]] = {}
    for run in runs:
        if run.kind is not RunKind.REST:
            by_day.setdefault(run.date, []).append(run)
    return tuple(
        replace(day, runs=tuple(by_day[day.date])) if day.date in by_day else rest_day(day.date)
        for day in plan.days
    )


def _races(races: Sequence[Race], changes: Diary) -> tuple[Race, ...]:
    by_day = {race.date: race for race in races}
    for each in changes.entries:
        if isinstance(each.entry, RaceAdded):
            by_day[each.entry.race.date] = each.entry.race
        elif isinstance(each.entry, RaceCancelled):
            by_day.pop(each.entry.date, None)
    return tuple(by_day[day] for day in sorted(by_day))


def _with_travel(athlete: Athlete, told: Sequence[Away]) -> tuple[Athlete, tuple[Finding, ...]]:
    known = {place.id for place in athlete.places}
    named = [place for away in told for place in (away.place, away.closed) if place]
    findings = tuple(_unknown_place(place) for place in dict.fromkeys(named) if place not in known)
    travel = list(athlete.travel)
    for away in told:
        if not away.closed or away.closed in known:
            place = away.place if away.place in known else _instead_of(away.closed, athlete.places)
            kept = [part for one in travel for part in _outside_span(one, away.span)]
            travel = [*kept, Travel(span=away.span, place=place, closed=away.closed)]
    travel.sort(key=lambda one: (one.span.start, one.span.end, one.place))
    return replace(athlete, places=_with_nowhere(athlete.places, travel), travel=tuple(travel)), findings


def _instead_of(closed: str, places: Sequence[Place]) -> str:
    """Return where the runner trains when one place is closed and no other was named: the first other one."""
    others = (place.id for place in places if closed and place.id not in {closed, NOWHERE})
    return next(others, NOWHERE)


def _outside_span(one: Travel, span: DateSpan) -> Iterator[Travel]:
    """Yield what is left of days away when others were told for a part of them."""
    if one.span.start < span.start:
        yield replace(one, span=DateSpan(start=one.span.start, end=min(one.span.end, span.start)))
    if one.span.end > span.end:
        yield replace(one, span=DateSpan(start=max(one.span.start, span.end), end=one.span.end))


def _with_nowhere(places: tuple[Place, ...], travel: Sequence[Travel]) -> tuple[Place, ...]:
    """Return the places, with one that has nothing when the runner is somewhere without kit."""
    if any(one.place == NOWHERE for one in travel) and all(place.id != NOWHERE for place in places):
        return (*places, Place(id=NOWHERE, equipment=Equipment()))
    return places


def _unknown_run(run_id: str) -> Finding:
    return _changes_nothing(
        "unknown_run",
        f"The running plan has no run {run_id!r} any more, so what was told of it changes nothing.",
        "Look at the runs with `runlift show`, and tell the change of the run that is there.",
    )


def _race_stays(run: Run) -> Finding:
    return _changes_nothing(
        "race_stays",
        f"The run of {run.date} is a race, which is neither moved nor left out like a run.",
        "Use `runlift change race` or `runlift change no-race`.",
    )


def _outside(day: date, first: date, last: date) -> Finding:
    return _changes_nothing(
        "run_outside_plan",
        f"{day} lies outside the running plan ({first} to {last}), so no run is put there.",
        "Give a longer running plan with `runlift replan --runs`.",
    )


def _unknown_place(place: str) -> Finding:
    return _changes_nothing(
        "unknown_place",
        f"The athlete has no place {place!r}.",
        "Tell the place in the athlete file and plan again with `runlift replan --athlete`.",
    )


def _changes_nothing(code: str, message: str, remedy: str) -> Finding:
    return Finding(severity=Severity.WARNING, code=code, message=message, remedy=remedy)
