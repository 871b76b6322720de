"""What was told, in one line: `Goblet squat 8 @ 16 kg, 2 in reserve`, `knee pain 4/10 after Pogo`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import (
    Away,
    BodyMass,
    ComplaintTold,
    FieldTestDone,
    Illness,
    IllnessKind,
    Pain,
    RaceAdded,
    RaceCancelled,
    Readiness,
    RunAdded,
    RunCancelled,
    RunDone,
    RunMoved,
    ScreeningTold,
    SessionDone,
    SessionState,
    SetDone,
    SetKind,
    WarningAccepted,
)
from runlift.domain.plan.session import Side
from runlift.wording.assessment import result_words
from runlift.wording.check_words import CHECK_WORDS
from runlift.wording.complaint import complaint_words
from runlift.wording.names import (
    counted,
    day_words,
    distance_words,
    exercise_name,
    load_words,
    minutes_words,
    seconds_words,
    spaced,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runlift.domain.diary.entry import BodyPart, Entry

SECONDS_PER_MINUTE = 60
ILLNESSES = {
    IllnessKind.FEVER_OR_CHEST: "fever or something on the chest",
    IllnessKind.OTHER: "a cold or the like",
}
STATES = {SessionState.OPEN: "begun", SessionState.DONE: "done", SessionState.SKIPPED: "not done"}
SET_KINDS = {
    SetKind.FAILURE: "to failure",
    SetKind.DROP: "drop set",
    SetKind.WARM_UP: "warm-up",
    SetKind.WORK: "",
}
NO_BAND_NAME = "band"


def entry_words(entry: Entry, units: Units = Units.METRIC, *, runs: Mapping[str, str] | None = None) -> str:
    """Return what was told in one line, without its day.

    Args:
        entry: What was told.
        units: What the runner reads.
        runs: What planned runs are called, by id.
    """
    if isinstance(entry, SetDone):
        name = entry.name if not entry.exercise else exercise_name(entry.exercise)
        return f"{name} {set_words(entry, units)}"
    if isinstance(entry, SessionDone):
        return _session_words(entry)
    if isinstance(entry, RunDone | RunAdded | RunMoved | RunCancelled):
        return _run_words(entry, units, runs or {})
    if isinstance(entry, Away | RaceAdded | RaceCancelled):
        return _change_words(entry, units)
    if isinstance(entry, ComplaintTold | ScreeningTold | WarningAccepted | FieldTestDone):
        return _body_words(entry)
    return _feeling_words(entry, units)


def set_words(done: SetDone, units: Units = Units.METRIC) -> str:
    """Return how a set went, such as `8 @ 16 kg, 2 in reserve, left side, pain 4/10 knee`."""
    load = "" if done.load_kg is None else f" @ {load_words(done.load_kg, units)}"
    reserve = "" if done.rir is None else f"{done.rir:g} in reserve"
    side = "" if done.side is Side.BOTH else f"{done.side.value} side"
    parts = (f"{amount_words(done)}{load}", _band(done.band), reserve, side, SET_KINDS[done.kind])
    pain = "" if done.pain is None else pain_words(done.pain, done.pain_at)
    return _joined((*parts, pain, _quoted(done.note)))


def amount_words(done: SetDone) -> str:
    """Return how much was done, such as `8`, `45 s` or `10 contacts`."""
    if done.reps is not None:
        return f"{done.reps}"
    if done.seconds is not None:
        return seconds_words(done.seconds)
    return "a set" if done.contacts is None else f"{done.contacts} contacts"


def pain_words(level: int, at: BodyPart | None) -> str:
    """Return pain such as `pain 4/10 knee`."""
    return f"pain {level}/10" + (f" {part_words(at)}" if at else "")


def part_words(part: BodyPart) -> str:
    """Return a place of the body as people write it."""
    return spaced(part.value)


def _session_words(entry: SessionDone) -> str:
    what = "other session" if entry.title == "" and entry.session.startswith("unplanned") else "session"
    effort = "" if entry.effort is None else f"effort {entry.effort:g}/10"
    return _joined((f"{entry.title or what} {STATES[entry.state]}", effort, _quoted(entry.note)))


def _run_words(
    entry: RunDone | RunAdded | RunMoved | RunCancelled, units: Units, runs: Mapping[str, str]
) -> str:
    if isinstance(entry, RunCancelled):
        return f"run left out: {runs.get(entry.run, entry.run)}"
    if isinstance(entry, RunMoved):
        start = f" {entry.start:%H:%M}" if entry.start else ""
        return f"run moved to {day_words(entry.date)}{start}: {runs.get(entry.run, entry.run)}"
    kind = entry.kind.value if entry.kind else "run"
    length = _length(entry.distance_m, entry.duration_s, units)
    if isinstance(entry, RunAdded):
        key = "key run" if entry.key else ""
        return _joined((f"added on {day_words(entry.date)}: {entry.title or kind} {length}", key))
    effort = "" if entry.effort is None else f"effort {entry.effort:g}/10"
    name = kind if entry.kind is None else f"{kind} run"
    return _joined((name, length, effort, _quoted(entry.note)))


def _length(distance_m: float | None, duration_s: float | None, units: Units) -> str:
    distance = distance_words(distance_m, units) if distance_m is not None else ""
    minutes = minutes_words(round(duration_s / SECONDS_PER_MINUTE)) if duration_s is not None else ""
    return f"{distance} in {minutes}" if distance and minutes else distance or minutes


def _change_words(entry: Away | RaceAdded | RaceCancelled, units: Units) -> str:
    if isinstance(entry, RaceCancelled):
        return f"no race on {day_words(entry.date)}"
    if isinstance(entry, RaceAdded):
        race = entry.race
        distance = distance_words(race.distance_m, units)
        words = _joined((race.name, distance, f"priority {race.priority.value}"))
        return f"race on {day_words(race.date)}: {words}"
    last = entry.span.end - timedelta(days=1)
    days = f"{day_words(entry.span.start)} to {day_words(last)}"
    what = f"{entry.closed} closed" if entry.closed else "away"
    instead = f"kit of {entry.place}" if entry.place else "" if entry.closed else "no kit"
    return _joined((f"{what} {days}", instead, _quoted(entry.note)))


def _feeling_words(entry: Readiness | Illness | Pain | BodyMass, units: Units) -> str:
    if isinstance(entry, BodyMass):
        return f"body mass {load_words(entry.mass_kg, units)}"
    if isinstance(entry, Illness):
        well = f"well from {day_words(entry.well_from)}" if entry.well_from else "not yet well"
        return _joined(
            (f"ill from {day_words(entry.first)} with {ILLNESSES[entry.kind]}", well, _quoted(entry.note))
        )
    if isinstance(entry, Pain):
        side = "" if entry.side is Side.BOTH else f"{entry.side.value} "
        after = f" after {exercise_name(entry.exercise)}" if entry.exercise else ""
        morning = "the morning after" if entry.next_morning else ""
        what = f"{side}{part_words(entry.at)} pain {entry.level}/10{after}"
        return _joined((what, morning, _quoted(entry.note)))
    sleep = "" if entry.sleep_h is None else f"slept {entry.sleep_h:g} h"
    soreness = "" if entry.soreness is None else f"soreness {entry.soreness}/10"
    stress = "" if entry.stress is None else f"stress {entry.stress}/10"
    return _joined((sleep, soreness, stress, _quoted(entry.note)))


def _body_words(entry: ComplaintTold | ScreeningTold | WarningAccepted | FieldTestDone) -> str:
    if isinstance(entry, WarningAccepted):
        return _accepted_words(entry)
    if isinstance(entry, ComplaintTold):
        return _complaint_words(entry)
    if isinstance(entry, FieldTestDone):
        return _joined((result_words(entry), _quoted(entry.note)))
    answers = f"questions before training: {len(entry.yes)} yes, {len(entry.no)} no"
    allowed = f"allowed {day_words(entry.cleared_from)} by {entry.cleared_by}" if entry.cleared_from else ""
    return _joined((answers, allowed))


def _complaint_words(entry: ComplaintTold) -> str:
    answers = "" if entry.answered else "first questions not answered"
    flags = f"{counted(len(entry.red_flags), 'red flag')}" if entry.red_flags else ""
    cleared = f"cleared {day_words(entry.cleared_from)} by {entry.cleared_by}" if entry.cleared_from else ""
    over = f"over from {day_words(entry.over_from)}" if entry.over_from else ""
    where = complaint_words(entry.complaint, entry.side) + (f" ({part_words(entry.at)})" if entry.at else "")
    return _joined((f"complaint: {where}", answers, flags, cleared, over, _quoted(entry.note)))


def _band(band: str) -> str:
    if not band:
        return ""
    return f"with {band}" if band.endswith(NO_BAND_NAME) else f"with {band} band"


def _accepted_words(entry: WarningAccepted) -> str:
    warning = CHECK_WORDS.get(entry.rule, entry.rule)
    return f"gone on with by {entry.by} despite the warning that {warning}: {_quoted(entry.reason)}"


def _quoted(note: str) -> str:
    return f'"{note}"' if note else ""


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
