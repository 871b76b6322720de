"""What to tell the runner about the kit and about what was assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.exercise.exercise import Exercise, LoadType
from runlift.domain.prescription.candidates import candidates
from runlift.domain.prescription.needs import slot_of
from runlift.domain.prescription.progression import can_be_loaded
from runlift.domain.prescription.rack import loadings
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.selection import Option
    from runlift.domain.prescription.situation import Situation
    from runlift.domain.prescription.work import Work

_TOO_HEAVY = "lightest_weight_too_heavy"


def findings_of_runner(athlete: Athlete, sessions: tuple[Situation, ...]) -> tuple[Finding, ...]:
    """Return what was assumed about the runner and the places."""
    found = []
    if athlete.body_mass_kg is None and any(one.equipment.kinds() for one in sessions):
        found.append(
            Finding(
                severity=Severity.NOTE,
                code="no_body_mass",
                message="Body mass is not told, so every first load is the lightest there is.",
                remedy="Tell body_mass_kg in the athlete file.",
            )
        )
    told = {place.id for place in athlete.places}
    unknown = sorted({one.placed.place for one in sessions} - told) if told else []
    found.extend(_unknown_place(place) for place in unknown)
    return tuple(found)


def findings_of_kit(
    exercises: Mapping[str, Exercise], group: tuple[Situation, ...], ledger: Ledger
) -> tuple[Finding, ...]:
    """Return one note on the lifts whose lightest weight here is heavier than a careful start."""
    heavy = lifts_too_heavy(exercises, group[0], ledger)
    return (_too_heavy(heavy, group[0].placed.place),) if heavy else ()


def lifts_too_heavy(
    exercises: Mapping[str, Exercise], situation: Situation, ledger: Ledger
) -> tuple[Exercise, ...]:
    """Return the lifts whose lightest weight here is heavier than a careful start."""
    return tuple(
        exercise
        for exercise in candidates(exercises, situation, ledger)
        if slot_of(exercise) is not None
        and exercise.load_type in {LoadType.LOAD, LoadType.HEAVY_LOAD}
        and loadings(situation.equipment, exercise)
        and not can_be_loaded(exercise, situation, ledger.progress.get(exercise.id))
    )


def findings_of_end(chosen: tuple[Option, ...], situation: Situation) -> list[Finding]:
    """Return what to tell where an exercise has outgrown the kit."""
    return [
        kit_too_light(option.work.exercise, situation)
        for option in chosen
        if any(reason.rule == "kit_too_light" for reason in option.work.reasons)
        and not _has_heavier_form(option.work, situation)
    ]


def _has_heavier_form(work: Work, situation: Situation) -> bool:
    """Whether another form of the same lift, such as one with two dumbbells, can be loaded more here."""
    slot, load = slot_of(work.exercise), work.loading
    if slot is None or load is None:
        return False
    return any(
        (rack := loadings(situation.equipment, one)) and rack[-1].total_kg > load.total_kg
        for one in situation.doable
        if slot_of(one) == slot and one.leg_load is work.exercise.leg_load
    )


def kit_too_light(exercise: Exercise, situation: Situation) -> Finding:
    """Return that an exercise has outgrown the kit of a place."""
    return Finding(
        severity=Severity.NOTE,
        code="kit_too_light",
        message=f"{exercise.name} has outgrown the weights at {situation.placed.place!r}: "
        "still more repetitions would train endurance, so it stays where it is.",
        place=situation.placed.place,
        remedy="A heavier weight, or one between two that are far apart, lets it grow again.",
    )


def session_left_out(situation: Situation) -> Finding:
    """Return that nothing could be prescribed for a session."""
    return Finding(
        severity=Severity.WARNING,
        code="session_left_out",
        message=f"The session of {situation.placed.date.isoformat()} is left out: "
        "nothing the runner is used to can be done there then.",
        place=situation.placed.place,
        remedy="Tell the exercises that are done already as known sets, or more kit or minutes.",
    )


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without repetition, in the order of their first telling.

    A weight too heavy to begin with is told once for a place, in its first and longest list.
    """
    once: dict[object, Finding] = {}
    for finding in findings:
        key = (finding.code, finding.place) if finding.code == _TOO_HEAVY else finding
        once.setdefault(key, finding)
    return tuple(once.values())


def _unknown_place(place: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="unknown_place",
        message=f"The place {place!r} is not described, so nothing is taken to be there.",
        remedy="Describe the place and its kit in the athlete file.",
    )


def _too_heavy(heavy: tuple[Exercise, ...], place: str) -> Finding:
    names = ", ".join(sorted(exercise.name for exercise in heavy))
    return Finding(
        severity=Severity.NOTE,
        code=_TOO_HEAVY,
        message=f"The lightest weight there is above a careful start for: {names}. Easier forms are chosen.",
        place=place,
        remedy="A lighter weight, or a set already done told as a known set, opens them.",
    )
