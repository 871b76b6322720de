"""Plan to `plan.json`: the same plan always gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from runlift.formats.plan_json.athlete_part import athlete_document
from runlift.formats.plan_json.shape import SCHEMA
from runlift.wording.names import exercise_name

if TYPE_CHECKING:
    from datetime import datetime

    from runlift.domain.plan.body import (
        AcceptedWarning,
        Body,
        Clearance,
        OpenComplaint,
        WeakLink,
        WeakSide,
    )
    from runlift.domain.plan.easing import Easing, Focus, Limit, Restriction
    from runlift.domain.plan.outcome import ExerciseOutcome, SessionOutcome
    from runlift.domain.plan.plan import Given, Plan, PlanWeek, Proof, TimedRun, Unmet
    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.routine import PlacedRoutine, Routine
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet
    from runlift.domain.quantity import Reason

Document = dict[str, Any]


def dump_plan(plan: Plan) -> bytes:
    """Write a plan as UTF-8 JSON, keys in the order of the schema, each run and session on its own line."""
    parts = (f"{_text(key)}: {_lines(value)}" for key, value in plan_document(plan).items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def plan_document(plan: Plan) -> Document:
    """Return a plan as plain JSON values."""
    zone = ZoneInfo(plan.time_zone)
    placed = [_placed_routine(each, zone) for each in plan.placed_routines]
    return {
        "schema": SCHEMA,
        "first_day": plan.first_day.isoformat(),
        "time_zone": plan.time_zone,
        "athlete": athlete_document(plan.athlete),
        "runs": [_run(timed, zone) for timed in plan.runs],
        "rest_days": [day.isoformat() for day in plan.rest_days],
        "weeks": [_week(week) for week in plan.weeks],
        "sessions": [_session(session, zone) for session in plan.sessions],
        "unmet": [_unmet(unmet) for unmet in plan.unmet],
        "warnings": [asdict(finding) for finding in plan.warnings],
        "proof": _proof(plan.proof),
        "inputs": [asdict(entry) for entry in plan.inputs],
        "began": plan.began.isoformat(),
        "easings": [_easing(easing) for easing in plan.easings],
        "restrictions": [_restriction(restriction) for restriction in plan.restrictions],
        "limits": [_limit(each) for each in plan.limits],
        "focuses": [_focus(each) for each in plan.focuses],
        "routines": [_routine(each) for each in plan.routines],
        "body": _body(plan.body),
        "lifts": [asdict(lift) for lift in plan.lifts],
        **({"placed_routines": placed} if placed else {}),
        **({"given": _given(plan.given, zone)} if plan.given else {}),
    }


def _given(given: Given, zone: ZoneInfo) -> Document:
    return {
        "athlete": athlete_document(given.athlete),
        "runs": [_run(timed, zone) for timed in given.runs],
        "rest_days": [day.isoformat() for day in given.rest_days],
        "since": given.since.isoformat(),
        "outdated": list(given.outdated),
    }


def reason_document(reason: Reason) -> Document:
    """Return a reason as plain JSON values."""
    return {"rule": reason.rule, "evidence": list(reason.evidence), "numbers": dict(reason.numbers)}


def _lines(value: object) -> str:
    """Return a list with an entry a line, so that two plans can be compared line by line."""
    if not isinstance(value, list) or not value:
        return _text(value)
    return "[\n" + ",\n".join(_text(entry) for entry in value) + "\n]"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _moment(local: datetime, zone: ZoneInfo) -> str:
    return local.replace(tzinfo=zone).isoformat(timespec="minutes")


def _run(timed: TimedRun, zone: ZoneInfo) -> Document:
    run = timed.run
    return {
        "id": run.id,
        "date": run.date.isoformat(),
        "start": _moment(timed.starts_at, zone),
        "end": _moment(timed.ends_at, zone),
        "kind": run.kind.value,
        "key": run.key,
        "title": run.title,
        "distance_m": run.distance_m,
        "duration_s": run.duration_s,
        "parts": [asdict(part) for part in run.parts],
        "confidence": run.confidence,
        "movable": run.movable,
        "note": run.note,
        "stated_start": run.start.isoformat() if run.start else None,
        "start_assumed": timed.start_assumed,
        "minutes_assumed": timed.minutes_assumed,
        "buffered_long_run": timed.buffered_long_run,
    }


def _week(week: PlanWeek) -> Document:
    return {
        "monday": week.monday.isoformat(),
        "phase": week.phase.value,
        "deload": week.deload,
        "sessions_wanted": week.sessions_wanted,
        "run_distance_m": week.run_distance_m,
        "reasons": [reason_document(reason) for reason in week.reasons],
    }


def _session(session: PlannedSession, zone: ZoneInfo) -> Document:
    return {
        "uid": session.uid,
        "date": session.date.isoformat(),
        "start": _moment(session.starts_at, zone),
        "end": _moment(session.ends_at, zone),
        "minutes": session.minutes,
        "kind": session.kind.value,
        "phase": session.phase.value,
        "place": session.place,
        "leg_stress": session.leg_stress.word,
        "intensive_plyometrics": session.intensive_plyometrics,
        "unaccustomed": session.unaccustomed,
        "exercises": [_exercise(exercise) for exercise in session.exercises],
        "ten_minutes": [_exercise(exercise) for exercise in session.ten_minutes],
        "reasons": [reason_document(reason) for reason in session.reasons],
        "was_at": _local(session.was_at),
        "outcome": None if session.outcome is None else _outcome(session.outcome),
    }


def _outcome(outcome: SessionOutcome) -> Document:
    return {
        "result": outcome.result.value,
        "start": _local(outcome.starts_at),
        "end": _local(outcome.ends_at),
        "exercises": [_exercise_outcome(each) for each in outcome.exercises],
    }


def _exercise_outcome(outcome: ExerciseOutcome) -> Document:
    return {
        "exercise_id": outcome.exercise,
        "result": outcome.result.value,
        "sets": [_set(each) for each in outcome.sets],
        "stands": _progress(outcome.stands),
        "in_a_row": outcome.in_a_row,
        "reasons": [reason_document(reason) for reason in outcome.reasons],
    }


def _progress(progress: Progress | None) -> Document | None:
    return None if progress is None else asdict(progress)


def _local(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")


def _easing(easing: Easing) -> Document:
    return {
        "first": easing.first.isoformat(),
        "until": easing.until.isoformat(),
        "sets_factor": easing.sets_factor,
        "rir_least": easing.rir_least,
        "rir_plus": easing.rir_plus,
        "leg_stress_most": easing.leg_stress_most.word,
        "no_sessions": easing.no_sessions,
        "reason": reason_document(easing.reason),
    }


def _restriction(restriction: Restriction) -> Document:
    return {
        "exercises": list(restriction.exercises),
        "first": restriction.first.isoformat(),
        "until": restriction.until and restriction.until.isoformat(),
        "reason": reason_document(restriction.reason),
    }


def _limit(limit: Limit) -> Document:
    return {
        "exercises": list(limit.exercises),
        "how": limit.how,
        "first": limit.first.isoformat(),
        "until": limit.until and limit.until.isoformat(),
        "reserve_least": limit.reserve_least,
        "reason": reason_document(limit.reason),
    }


def _focus(focus: Focus) -> Document:
    return {
        "exercises": list(focus.exercises),
        "first": focus.first.isoformat(),
        "until": focus.until and focus.until.isoformat(),
        "reason": reason_document(focus.reason),
        "share_percent": focus.share_percent,
    }


def _routine(routine: Routine) -> Document:
    return {
        "moment": routine.moment,
        "items": [asdict(item) for item in routine.items],
        "reason": reason_document(routine.reason),
    }


def _placed_routine(routine: PlacedRoutine, zone: ZoneInfo) -> Document:
    return {
        "uid": routine.uid,
        "date": routine.date.isoformat(),
        "start": _moment(routine.starts_at, zone),
        "end": _moment(routine.ends_at, zone),
        "minutes": routine.minutes,
        "moment": routine.moment,
        "place": routine.place,
        "items": [asdict(item) for item in routine.items],
        "run": routine.run,
        "reasons": [reason_document(reason) for reason in routine.reasons],
    }


def _clearance(clearance: Clearance) -> Document:
    return {
        "outcome": clearance.outcome.value,
        "told": clearance.told and clearance.told.isoformat(),
        "asks": list(clearance.asks),
        "because": list(clearance.because),
        "limits": list(clearance.limits),
        "told_under_18": clearance.told_under_18 and clearance.told_under_18.isoformat(),
    }


def _accepted(one: AcceptedWarning) -> Document:
    return {"rule": one.rule, "reason": one.reason, "by": one.by, "since": one.since.isoformat()}


def _body(body: Body) -> Document:
    return {
        "clearance": _clearance(body.clearance),
        "complaints": [_complaint(each) for each in body.complaints],
        "accepted": [_accepted(each) for each in body.accepted],
        "weak_sides": [_weak_side(each) for each in body.weak_sides],
        "weak_links": [_weak_link(each) for each in body.weak_links],
    }


def _weak_side(one: WeakSide) -> Document:
    return {
        "shown_by": one.shown_by,
        "side": one.side.value,
        "exercises": list(one.exercises),
        "first": one.first.isoformat(),
        "until": one.until.isoformat(),
        "percent": one.percent,
        "in_training": one.in_training,
    }


def _weak_link(one: WeakLink) -> Document:
    return {**asdict(one), "first": one.first.isoformat(), "until": one.until.isoformat()}


def _complaint(one: OpenComplaint) -> Document:
    return {
        "complaint": one.complaint,
        "side": one.side.value,
        "first": one.first.isoformat(),
        "stage": one.stage.word,
        "since": one.since.isoformat(),
        "last_told": one.last_told.isoformat(),
        "lock": one.lock.value,
        "severe": one.severe,
        "too_much": one.too_much,
        "red_flags": list(one.red_flags),
    }


def _exercise(exercise: PrescribedExercise) -> Document:
    return {
        "exercise_id": exercise.exercise,
        "name": exercise_name(exercise.exercise),
        "role": exercise.role.value,
        "sets": [_set(each) for each in exercise.sets],
        "tempo": exercise.tempo,
        "new": exercise.new,
        "to_confirm": exercise.to_confirm,
        "reasons": [reason_document(reason) for reason in exercise.reasons],
        "leads_to": _progress(exercise.leads_to),
    }


def _set(each: PrescribedSet) -> Document:
    return {
        "reps": each.reps,
        "seconds": each.seconds,
        "contacts": each.contacts,
        "load_kg": each.load_kg,
        "implement": None if each.implement is None else asdict(each.implement),
        "rir": each.rir,
        "rest_s": each.rest_s,
        "side": each.side.value,
        "warm_up": each.warm_up,
    }


def _unmet(unmet: Unmet) -> Document:
    return {
        "week": unmet.week.isoformat(),
        "kind": unmet.kind.value,
        "rules": list(unmet.rules),
        "relaxations": [asdict(relaxation) for relaxation in unmet.relaxations],
        "reason": reason_document(unmet.reason),
    }


def _proof(proof: Proof) -> Document:
    return {
        "status": proof.status,
        "objective": proof.objective,
        "bound": proof.bound,
        "bill": [asdict(charge) for charge in proof.bill],
        "seconds": proof.seconds,
    }
