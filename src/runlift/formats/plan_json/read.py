"""`plan.json` to plan: everything checked, every fault told with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from runlift.domain.plan.body import (
    AcceptedWarning,
    Body,
    Clearance,
    OpenComplaint,
    Stage,
    WeakLink,
    WeakSide,
)
from runlift.domain.plan.easing import Easing, Focus, Limit, Restriction
from runlift.domain.plan.outcome import ExerciseOutcome, SessionOutcome
from runlift.domain.plan.plan import (
    Charge,
    Given,
    Input,
    Plan,
    PlanWeek,
    Proof,
    Relaxation,
    TimedRun,
    Unmet,
)
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.routine import PlacedRoutine, Routine, RoutineItem
from runlift.domain.plan.session import (
    Implement,
    KeptLift,
    LegStress,
    PlannedSession,
    PrescribedExercise,
    PrescribedSet,
)
from runlift.domain.quantity import Finding, Reason, Severity
from runlift.domain.running.plan import Run
from runlift.domain.running.plan import RunPart as RunStructure
from runlift.formats.plan_json.athlete_part import athlete_of
from runlift.formats.plan_json.shape import SCHEMA, PlanFile

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete
    from runlift.formats.plan_json import shape

REMEDY = "Make the plan again with `runlift plan`, or mend the file at this place."
MOST_FINDINGS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOutcome:
    """A plan that was read, or what is wrong with the file."""

    plan: Plan | None
    findings: tuple[Finding, ...]


def load_plan(data: bytes, *, name: str) -> PlanOutcome:
    """Read a plan from the bytes of `plan.json`."""
    try:
        file = PlanFile.model_validate_json(data)
    except ValidationError as fault:
        return PlanOutcome(plan=None, findings=_findings(fault, name))
    try:
        athlete = athlete_of(file.athlete)
        given = _given(file.given) if file.given else None
    except ValidationError as fault:
        return PlanOutcome(plan=None, findings=_findings(fault, name, within="athlete."))
    except (ValueError, LookupError, OverflowError) as fault:
        return PlanOutcome(plan=None, findings=(_finding(name, "athlete", str(fault)),))
    return PlanOutcome(plan=replace(_plan(file, athlete), given=given), findings=())


def _findings(fault: ValidationError, name: str, *, within: str = "") -> tuple[Finding, ...]:
    """Tell the first faults of the file, each with the way to its place."""
    told = fault.errors(include_url=False, include_context=False, include_input=False)
    return tuple(
        _finding(name, within + ".".join(str(step) for step in error["loc"]), _message(error["msg"]))
        for error in told[:MOST_FINDINGS]
    )


def _message(words: str) -> str:
    return words.removeprefix("Value error, ").removesuffix(".")


def _finding(name: str, path: str, message: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="plan_file_invalid",
        message=f"This is not a valid {SCHEMA} file: {message}.",
        place=f"{name}, {path}" if path else name,
        remedy=REMEDY,
    )


def _plan(file: PlanFile, athlete: Athlete) -> Plan:
    return Plan(
        first_day=file.first_day,
        time_zone=file.time_zone,
        athlete=athlete,
        runs=tuple(_timed_run(part) for part in file.runs),
        rest_days=file.rest_days,
        weeks=tuple(_week(part) for part in file.weeks),
        sessions=tuple(_session(part) for part in file.sessions),
        unmet=tuple(_unmet(part) for part in file.unmet),
        warnings=tuple(Finding(**dict(part)) for part in file.warnings),
        proof=_proof(file.proof),
        inputs=tuple(Input(name=part.name, sha256=part.sha256) for part in file.inputs),
        began=file.began or file.first_day,
        easings=tuple(_easing(part) for part in file.easings),
        restrictions=tuple(_restriction(part) for part in file.restrictions),
        limits=tuple(_limit(part) for part in file.limits),
        focuses=tuple(_focus(part) for part in file.focuses),
        routines=tuple(_routine(part) for part in file.routines),
        placed_routines=tuple(_placed_routine(part) for part in file.placed_routines),
        body=_body(file.body),
        lifts=tuple(KeptLift(**dict(part)) for part in file.lifts),
    )


def _given(part: shape.GivenPart) -> Given:
    return Given(
        athlete=athlete_of(part.athlete),
        runs=tuple(_timed_run(each) for each in part.runs),
        rest_days=part.rest_days,
        since=part.since,
        outdated=part.outdated,
    )


def _limit(part: shape.LimitPart) -> Limit:
    return Limit(**{**dict(part), "reason": _reason(part.reason)})


def _focus(part: shape.FocusPart) -> Focus:
    return Focus(**{**dict(part), "reason": _reason(part.reason)})


def _routine(part: shape.RoutinePart) -> Routine:
    return Routine(
        moment=part.moment,
        items=_items(part.items),
        reason=_reason(part.reason),
    )


def _placed_routine(part: shape.PlacedRoutinePart) -> PlacedRoutine:
    return PlacedRoutine(
        uid=part.uid,
        date=part.date,
        start=part.start.time().replace(tzinfo=None),
        minutes=part.minutes,
        moment=part.moment,
        place=part.place,
        items=_items(part.items),
        run=part.run,
        reasons=_reasons(part.reasons),
    )


def _items(parts: tuple[shape.RoutineItemPart, ...]) -> tuple[RoutineItem, ...]:
    return tuple(RoutineItem(**dict(item)) for item in parts)


def _body(part: shape.BodyPart) -> Body:
    return Body(
        clearance=Clearance(**dict(part.clearance)),
        complaints=tuple(_complaint(each) for each in part.complaints),
        accepted=tuple(AcceptedWarning(**dict(each)) for each in part.accepted),
        weak_sides=tuple(WeakSide(**dict(each)) for each in part.weak_sides),
        weak_links=tuple(WeakLink(**dict(each)) for each in part.weak_links),
    )


def _complaint(part: shape.ComplaintPart) -> OpenComplaint:
    return OpenComplaint(**{**dict(part), "stage": Stage[part.stage.upper()]})


def _reason(part: shape.ReasonPart) -> Reason:
    return Reason(rule=part.rule, evidence=part.evidence, numbers=tuple(part.numbers.items()))


def _reasons(parts: tuple[shape.ReasonPart, ...]) -> tuple[Reason, ...]:
    return tuple(_reason(part) for part in parts)


def _timed_run(part: shape.RunPart) -> TimedRun:
    run = Run(
        id=part.id,
        date=part.date,
        kind=part.kind,
        key=part.key,
        title=part.title,
        start=part.stated_start,
        distance_m=part.distance_m,
        duration_s=part.duration_s,
        parts=tuple(RunStructure(**dict(piece)) for piece in part.parts),
        confidence=part.confidence,
        movable=part.movable,
        note=part.note,
    )
    return TimedRun(
        run=run,
        start=part.start.time().replace(tzinfo=None),
        minutes=part.minutes_between,
        start_assumed=part.start_assumed,
        minutes_assumed=part.minutes_assumed,
        buffered_long_run=part.buffered_long_run,
    )


def _week(part: shape.WeekPart) -> PlanWeek:
    return PlanWeek(
        monday=part.monday,
        phase=part.phase,
        deload=part.deload,
        sessions_wanted=part.sessions_wanted,
        run_distance_m=part.run_distance_m,
        reasons=_reasons(part.reasons),
    )


def _session(part: shape.SessionPart) -> PlannedSession:
    return PlannedSession(
        uid=part.uid,
        date=part.date,
        start=part.start.time().replace(tzinfo=None),
        minutes=part.minutes,
        kind=part.kind,
        phase=part.phase,
        place=part.place,
        leg_stress=LegStress[part.leg_stress.upper()],
        intensive_plyometrics=part.intensive_plyometrics,
        unaccustomed=part.unaccustomed,
        exercises=tuple(_exercise(each) for each in part.exercises),
        ten_minutes=tuple(_exercise(each) for each in part.ten_minutes),
        reasons=_reasons(part.reasons),
        was_at=part.was_at,
        outcome=None if part.outcome is None else _outcome(part.outcome),
    )


def _outcome(part: shape.OutcomePart) -> SessionOutcome:
    return SessionOutcome(
        result=part.result,
        starts_at=part.start,
        ends_at=part.end,
        exercises=tuple(_exercise_outcome(each) for each in part.exercises),
    )


def _exercise_outcome(part: shape.ExerciseOutcomePart) -> ExerciseOutcome:
    return ExerciseOutcome(
        exercise=part.exercise_id,
        result=part.result,
        sets=tuple(_set(each) for each in part.sets),
        stands=_progress(part.stands),
        in_a_row=part.in_a_row,
        reasons=_reasons(part.reasons),
    )


def _progress(part: shape.ProgressPart | None) -> Progress | None:
    return None if part is None else Progress(**dict(part))


def _easing(part: shape.EasingPart) -> Easing:
    stress = LegStress[part.leg_stress_most.upper()]
    return Easing(**{**dict(part), "leg_stress_most": stress, "reason": _reason(part.reason)})


def _restriction(part: shape.RestrictionPart) -> Restriction:
    return Restriction(**{**dict(part), "reason": _reason(part.reason)})


def _exercise(part: shape.ExercisePart) -> PrescribedExercise:
    return PrescribedExercise(
        exercise=part.exercise_id,
        role=part.role,
        sets=tuple(_set(each) for each in part.sets),
        tempo=part.tempo,
        new=part.new,
        to_confirm=part.to_confirm,
        reasons=_reasons(part.reasons),
        leads_to=_progress(part.leads_to),
    )


def _set(part: shape.SetPart) -> PrescribedSet:
    implement = None if part.implement is None else Implement(**dict(part.implement))
    return PrescribedSet(**{**dict(part), "implement": implement})


def _unmet(part: shape.UnmetPart) -> Unmet:
    return Unmet(
        week=part.week,
        kind=part.kind,
        rules=part.rules,
        relaxations=tuple(Relaxation(**dict(each)) for each in part.relaxations),
        reason=_reason(part.reason),
    )


def _proof(part: shape.ProofPart) -> Proof:
    bill = tuple(Charge(**dict(each)) for each in part.bill)
    return Proof(
        status=part.status, objective=part.objective, bound=part.bound, bill=bill, seconds=part.seconds
    )
