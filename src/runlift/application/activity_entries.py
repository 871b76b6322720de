"""Recorded activities as entries of the diary."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.application.map_names import LEFT_OPEN, name_key
from runlift.domain.activity.kind import RunFigures, guess_kind
from runlift.domain.activity.steady import Lack, SteadyPart
from runlift.domain.diary.entry import RunDone, SessionDone, SetDone
from runlift.domain.diary.run_record import RunRecord
from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime, tzinfo

    from runlift.domain.activity.activity import Activity, WatchSet
    from runlift.domain.activity.habits import Habits
    from runlift.domain.activity.kind import KindGuess

LONGEST_NAME = 200
SESSION_SOURCE = "watch"
RECORDED = "Recorded: "
UNKNOWN_NAME = "Unknown exercise (watch)"


def local_start(activity: Activity, zone: tzinfo) -> tuple[datetime, float]:
    """Return when it began on the runner's clock, without zone, and what that is ahead of UTC [s].

    Args:
        activity: The activity.
        zone: Zone of the runner, where the activity does not tell its own.
    """
    offset = activity.utc_offset
    if offset is None:
        offset = activity.starts_at.astimezone(zone).utcoffset() or timedelta()
    local = (activity.starts_at + offset).replace(tzinfo=None, microsecond=0)
    return local, offset.total_seconds()


def run_done(activity: Activity, habits: Habits, zone: tzinfo) -> RunDone:
    """Return a run as an entry of the diary, with its kind guessed."""
    starts_at, offset_s = local_start(activity, zone)
    guess = kind_of(activity, habits)
    is_sure = guess.confidence >= number("confidence_figures")
    return RunDone(
        starts_at=starts_at,
        distance_m=_rounded(activity.distance_m, 1),
        duration_s=_rounded(activity.duration_s, 1),
        kind=guess.kind if is_sure else None,
        record=RunRecord(
            sources=(trace_of(activity),),
            utc_offset_s=offset_s,
            moving_s=_rounded(activity.moving_s, 1),
            elapsed_s=_rounded(activity.elapsed_s, 1),
            ascent_m=_rounded(activity.ascent_m, 0),
            descent_m=_rounded(activity.descent_m, 0),
            flat_distance_m=_rounded(activity.flat_distance_m, 1),
            heart_rate=_rounded(activity.heart_rate, 1),
            heart_rate_max=_rounded(activity.heart_rate_max, 0),
            cadence=_rounded(activity.cadence, 1),
            ground_contact_ms=_rounded(activity.ground_contact_ms, 1),
            vertical_oscillation_mm=_rounded(activity.vertical_oscillation_mm, 1),
            temperature_c=_rounded(activity.temperature_c, 1),
            kind_sure=guess.confidence if is_sure else None,
            steady=_steady(activity.steady),
            indoor=activity.indoor,
            partial=activity.partial,
        ),
    )


def _steady(part: SteadyPart | None) -> SteadyPart:
    """Return the steady part of a run in figures that are worth keeping."""
    if part is None:
        return SteadyPart(lack=Lack.NO_RECORD)
    return SteadyPart(
        lack=part.lack,
        seconds=_rounded(part.seconds, 0),
        speed=_rounded(part.speed, 3),
        heart_rate=_rounded(part.heart_rate, 1),
        drift=_rounded(part.drift, 1),
        temperature_c=_rounded(part.temperature_c, 1),
        cadence=_rounded(part.cadence, 1),
        ground_contact_ms=_rounded(part.ground_contact_ms, 1),
        vertical_oscillation_mm=_rounded(part.vertical_oscillation_mm, 1),
        level_assumed=part.level_assumed,
    )


def kind_of(activity: Activity, habits: Habits) -> KindGuess:
    """Return what kind of run an activity was, as far as can be guessed."""
    distance = activity.flat_distance_m or activity.distance_m
    lasting = activity.moving_s or activity.duration_s
    figures = RunFigures(
        distance_m=activity.distance_m,
        moving_s=lasting,
        speed=distance / lasting if distance and lasting else None,
        heart_rate=activity.heart_rate,
        shape=activity.shape,
        title=activity.title,
    )
    return guess_kind(figures, habits)


def trace_of(activity: Activity) -> str:
    """Return where an activity comes from, in one line: format, digest, name."""
    source = activity.source
    return f"{source.format.value} {source.digest} {source.name[-LONGEST_NAME:]}"


def session_done(activity: Activity, session: str, zone: tzinfo) -> SessionDone:
    """Return a strength session as an entry of the diary."""
    starts_at, _ = local_start(activity, zone)
    lasting = activity.elapsed_s or activity.duration_s
    return SessionDone(
        session=session,
        starts_at=starts_at,
        title=activity.title[:LONGEST_NAME] or "Strength",
        ends_at=starts_at + timedelta(seconds=round(lasting)) if lasting else None,
        note=f"{RECORDED}{trace_of(activity)}",
        source=activity.source.maker[:LONGEST_NAME] or SESSION_SOURCE,
    )


def recorded_digests(session: SessionDone) -> tuple[str, ...]:
    """Return the digests of the files that a session comes from."""
    lines = [line.removeprefix(RECORDED) for line in session.note.splitlines() if line.startswith(RECORDED)]
    return tuple(line.split(" ", 2)[1] for line in lines if line.count(" "))


def sets_done(activity: Activity, session: str, zone: tzinfo, names: Mapping[str, str]) -> Iterator[SetDone]:
    """Yield the sets of a strength session; their exercise is open until the runner confirms the name.

    Args:
        activity: The session.
        session: Its id in the diary.
        zone: Zone of the runner.
        names: Exercise ids that the runner confirmed for names, by key of the name.
    """
    starts_at, _ = local_start(activity, zone)
    for position, each in enumerate(activity.sets, start=1):
        name = watch_name(each)
        confirmed = names.get(name_key(name), "")
        ends_after = round(each.starts_after_s + each.duration_s)
        yield SetDone(
            session=session,
            position=position,
            exercise="" if confirmed == LEFT_OPEN else confirmed,
            done_at=starts_at + timedelta(seconds=ends_after),
            name=name,
            reps=each.reps,
            seconds=round(each.duration_s) if each.reps is None else None,
            load_kg=_rounded(each.load_kg, 2),
            note=_doubt(each),
        )


def watch_name(each: WatchSet) -> str:
    """Return the name under which the exercise of a set is confirmed."""
    return f"{each.guesses[0].capitalize()[:LONGEST_NAME]} (watch)" if each.guesses else UNKNOWN_NAME


def _doubt(each: WatchSet) -> str:
    """Tell what else the exercise may have been."""
    others = ", ".join(each.guesses[1:])
    return f"The watch guesses; it may also be {others}." if others else ""


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits) + 0.0
