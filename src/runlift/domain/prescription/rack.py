"""What can be loaded with the real kit of a place: every reachable total, lightest first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from runlift.domain.plan.session import Implement

if TYPE_CHECKING:
    from runlift.domain.athlete.place import Barbell, Equipment, Machine
    from runlift.domain.exercise.exercise import Exercise

_GRAMS = 3  # digits kept of a mass [kg]
HALF_GRAM = 0.0005  # so that a rounded weight counts as equal to itself [kg]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """A total that can be picked up or set.

    Attributes:
        total_kg: External load in all [kg]; 0 for a band.
        implement: What makes it up.
    """

    total_kg: float
    implement: Implement


@lru_cache(maxsize=4096)
def loadings(equipment: Equipment, exercise: Exercise) -> tuple[Loading, ...]:
    """Return all that can be loaded for the exercise here, lightest first; bands by strength.

    Machines, free weights and bands cannot be compared, so only the first of them there is used; a single
    weight stands in for a pair only where there is no pair at all.
    """
    kinds = tuple(kind for group in exercise.equipment for kind in group)
    found = [loading for kind in kinds for loading in _of_kind(equipment, kind, exercise.weights_held)]
    machines = [one for one in found if one.implement.kind.startswith("machine")]
    weights = machines or [one for one in found if one.total_kg > 0]
    if not weights:
        return tuple(found)
    pairs = [one for one in weights if one.implement.count >= exercise.weights_held or _is_whole(one)]
    first: dict[float, Loading] = {}
    for one in pairs or weights:
        first.setdefault(one.total_kg, one)
    return tuple(first[total] for total in sorted(first))


def heaviest_within(rack: tuple[Loading, ...], most_kg: float) -> Loading | None:
    """Return the heaviest loading that is not above the limit, or None when all are."""
    within = [loading for loading in rack if loading.total_kg <= most_kg]
    return within[-1] if within else None


def next_above(rack: tuple[Loading, ...], load_kg: float) -> Loading | None:
    """Return the lightest loading that is heavier, or None at the end of the rack."""
    return next((loading for loading in rack if loading.total_kg > load_kg), None)


def _is_whole(loading: Loading) -> bool:
    """Whether it is lifted as one piece, such as a bar or a machine."""
    return loading.implement.kind not in {"dumbbell", "kettlebell"}


def _of_kind(equipment: Equipment, kind: str, held: int) -> list[Loading]:
    bars = {"barbell": equipment.barbell, "trap_bar": equipment.trap_bar}
    pieces = {"dumbbell": equipment.dumbbells_kg, "kettlebell": equipment.kettlebells_kg}
    piece = kind.removesuffix("_pair")
    if piece in pieces:
        owned = pieces[piece] if piece == kind else tuple(one for one in pieces[piece] if one[1] >= held)
        return _pieces(piece, owned, held)
    bar = bars.get(kind)
    if bar is not None:
        return list(_bar(kind, bar))
    if kind == "band":
        return [_band(name) for name in equipment.bands]
    return [
        loading
        for machine in equipment.machines
        if kind == f"machine:{machine.id}" or (machine.id == "any" and kind.startswith("machine"))
        for loading in _machine(kind, machine)
    ]


def _band(name: str) -> Loading:
    return Loading(total_kg=0.0, implement=Implement(kind="band", name=name))


def _pieces(kind: str, pieces: tuple[tuple[float, int], ...], held: int) -> list[Loading]:
    enough = [mass for mass, count in pieces if count >= held]
    held = held if enough else 1  # a runner without a pair holds one weight with both hands
    masses = enough or [mass for mass, count in pieces if count >= 1]
    return [
        Loading(
            total_kg=round(mass * held, _GRAMS),
            implement=Implement(kind=kind, count=held, each_kg=mass),
        )
        for mass in sorted(set(masses))
    ]


@lru_cache(maxsize=256)
def _bar(kind: str, bar: Barbell) -> tuple[Loading, ...]:
    sides: dict[float, tuple[float, ...]] = {0.0: ()}
    for mass, count in sorted(bar.plates_kg, reverse=True):
        for side_kg, plates in sorted(sides.items()):
            for pairs in range(1, count // 2 + 1):
                total = round(side_kg + pairs * mass, _GRAMS)
                more = (*plates, *(mass,) * pairs)
                if total not in sides or len(more) < len(sides[total]):
                    sides[total] = more
    made = ((round(bar.bar_kg + 2 * side_kg, _GRAMS), plates) for side_kg, plates in sorted(sides.items()))
    return tuple(
        Loading(total_kg=total, implement=Implement(kind=kind, each_kg=total, plates_per_side_kg=plates))
        for total, plates in made
    )


@lru_cache(maxsize=256)
def _machine(kind: str, machine: Machine) -> tuple[Loading, ...]:
    steps = round((machine.heaviest_kg - machine.lightest_kg) / machine.step_kg)
    masses = (round(machine.lightest_kg + step * machine.step_kg, _GRAMS) for step in range(steps + 1))
    return tuple(
        Loading(total_kg=mass, implement=Implement(kind=kind, each_kg=mass))
        for mass in masses
        if 0 < mass <= machine.heaviest_kg
    )
