"""Write an exercise out, set by set: ramp sets, working sets, both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number
from runlift.domain.exercise.exercise import Exercise, LoadType
from runlift.domain.plan.session import PrescribedExercise, PrescribedSet, Role, Side
from runlift.domain.prescription.contacts import contacts_by_set
from runlift.domain.prescription.rack import Loading, heaviest_within, loadings

if TYPE_CHECKING:
    from runlift.domain.athlete.place import Equipment
    from runlift.domain.prescription.situation import Situation
    from runlift.domain.prescription.work import Work

_SIDES = (Side.LEFT, Side.RIGHT)


def written(work: Work, sets: int, situation: Situation) -> PrescribedExercise:
    """Return the exercise with all its sets written out."""
    working = _contact_sets(work) if work.contacts is not None else [_working_set(work)] * sets
    ramp = ramp_sets(work, situation.equipment)
    return PrescribedExercise(
        exercise=work.exercise.id,
        role=work.role,
        sets=tuple(_by_sides([*ramp, *working], work.exercise, situation)),
        tempo=work.tempo,
        to_confirm=work.to_confirm,
        reasons=work.reasons,
    )


def ramp_sets(work: Work, equipment: Equipment) -> list[PrescribedSet]:
    """Return the sets that lead up to a load: half, seven tenths, 85 % of it, as far as the kit allows.

    A load that is new to the runner is met in sets of eight that stop at four in reserve.

    Source: F18, D052, P023.
    """
    if work.loading is None or work.reps is None or work.is_fast or not _needs_ramp(work):
        return []
    shares = cast("list[float]", constant("ramp_shares").value)
    reps = [int(count) for count in cast("list[float]", constant("ramp_reps").value)]
    chosen = list(zip(shares, reps, strict=True))
    if work.to_confirm:
        chosen = [
            (share, int(number("confirm_reps"))) for share in shares[: 2 if work.role is Role.MAIN else 1]
        ]
    rack = loadings(equipment, work.exercise)
    found: dict[float, PrescribedSet] = {}
    for share, count in chosen:
        loading = heaviest_within(rack, work.loading.total_kg * share / 100)
        if loading is not None and 0 < loading.total_kg < work.loading.total_kg:
            found.setdefault(loading.total_kg, _ramp_set(work, loading, count))
    return list(found.values())


def _needs_ramp(work: Work) -> bool:
    heavy = work.exercise.load_type is LoadType.HEAVY_LOAD and work.role is Role.MAIN
    return heavy or work.to_confirm


def _ramp_set(work: Work, loading: Loading, reps: int) -> PrescribedSet:
    return PrescribedSet(
        reps=reps,
        load_kg=loading.total_kg,
        implement=loading.implement,
        rir=number("confirm_rir") if work.to_confirm else None,
        rest_s=int(number("ramp_rest")),
        warm_up=True,
    )


def _working_set(work: Work) -> PrescribedSet:
    loading = work.loading
    return PrescribedSet(
        reps=work.reps,
        seconds=work.seconds,
        load_kg=loading.total_kg if loading is not None and loading.total_kg > 0 else None,
        implement=loading.implement if loading is not None else None,
        rir=work.rir,
        rest_s=work.dose.rest_s,
    )


def _contact_sets(work: Work) -> list[PrescribedSet]:
    sizes = contacts_by_set(work.exercise, work.contacts or 0, work.dose.most_sets)
    return [replace(_working_set(work), reps=None, contacts=size) for size in sizes]


def _by_sides(sets: list[PrescribedSet], exercise: Exercise, situation: Situation) -> list[PrescribedSet]:
    """Write out both sides of every set: the weak side first, and one set more for it.

    Source: A24, AS03
    """
    if not exercise.unilateral:
        return sets
    weak = situation.weak_sides.get(exercise.id)
    order = _SIDES if weak is None or weak.side is Side.LEFT else _SIDES[::-1]
    both = _both_sides(sets, order)
    more = int(number("weak_side_more_sets")) if weak is not None and situation.may_do_more else 0
    return both + [replace(_easier(sets[-1]), side=order[0])] * more


def _easier(one: PrescribedSet) -> PrescribedSet:
    """Return a set short enough of the limit to add no hard set to the week."""
    if one.reps is None:
        return one
    reserve = number("rir_trusted") + 1
    fewer = max(0, round(reserve - (reserve if one.rir is None else one.rir)))
    return replace(one, reps=max(1, one.reps - fewer), rir=max(reserve, one.rir or 0.0))


def _both_sides(sets: list[PrescribedSet], order: tuple[Side, Side]) -> list[PrescribedSet]:
    between = int(number("rest_between_sides"))
    sides = {
        one: (replace(one, side=order[0], rest_s=between), replace(one, side=order[1])) for one in set(sets)
    }
    return [side for one in sets for side in sides[one]]
