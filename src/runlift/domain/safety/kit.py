"""What the weights at a place can make: real dumbbells, plates in pairs, machine settings."""

from __future__ import annotations

from functools import cache
from math import floor
from typing import TYPE_CHECKING

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from runlift.domain.athlete.place import Barbell, Equipment, Machine
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import Implement, PrescribedSet

MACHINE = "machine"
ANY_MACHINE = "machine:any"


def has_kit(exercise: Exercise, kit: Equipment) -> bool:
    """Whether every group of kit that an exercise needs is met by one kind of it."""
    there = _kinds(kit)
    return all(any(_is_there(kind, there) for kind in group) for group in exercise.equipment)


def loads(implement: Implement, kit: Equipment) -> tuple[float, ...]:
    """Return every load that this many of this implement can make at a place, lightest first [kg]."""
    if implement.kind in {"dumbbell", "kettlebell"}:
        owned = kit.dumbbells_kg if implement.kind == "dumbbell" else kit.kettlebells_kg
        return tuple(sorted({mass * implement.count for mass, there in owned if there >= implement.count}))
    if implement.kind in {"barbell", "trap_bar"}:
        bar = _bar(implement.kind, kit)
        return _bar_loads(bar) if bar and implement.count == 1 else ()
    return tuple(sorted({load for machine in _serving(implement.kind, kit) for load in _settings(machine)}))


def mismatch(one: PrescribedSet, kit: Equipment) -> bool:
    """Whether a set's load cannot be made, or is not what its implement weighs."""
    implement = one.implement
    if implement is None:
        return one.load_kg is not None
    if implement.kind == "band":
        return implement.name not in kit.bands or one.load_kg is not None
    told = one.load_kg
    if told is None or implement.each_kg is None or not _same(told, implement.each_kg * implement.count):
        return True
    return not any(_same(told, load) for load in loads(implement, kit)) or not _plates_fit(implement, kit)


def _kinds(kit: Equipment) -> frozenset[str]:
    kinds = [*kit.items, *(f"{MACHINE}:{machine.id}" for machine in kit.machines)]
    owned = (
        ("dumbbell", any(there for _, there in kit.dumbbells_kg)),
        ("kettlebell", any(there for _, there in kit.kettlebells_kg)),
        ("dumbbell_pair", any(there >= 2 for _, there in kit.dumbbells_kg)),  # noqa: PLR2004  a pair
        ("kettlebell_pair", any(there >= 2 for _, there in kit.kettlebells_kg)),  # noqa: PLR2004  a pair
        ("barbell", kit.barbell is not None),
        ("trap_bar", kit.trap_bar is not None),
        ("band", bool(kit.bands)),
        (MACHINE, bool(kit.machines)),
    )
    return frozenset([*kinds, *(kind for kind, there in owned if there)])


def _is_there(kind: str, there: frozenset[str]) -> bool:
    return kind in there or (kind.startswith(f"{MACHINE}:") and ANY_MACHINE in there)


def _serving(kind: str, kit: Equipment) -> list[Machine]:
    if kind != MACHINE and not kind.startswith(f"{MACHINE}:"):
        return []
    return [one for one in kit.machines if kind in {MACHINE, f"{MACHINE}:{one.id}"} or one.id == "any"]


def _settings(machine: Machine) -> list[float]:
    if machine.step_kg <= 0:
        return [machine.lightest_kg]
    steps = floor(
        (machine.heaviest_kg - machine.lightest_kg) / machine.step_kg + number("checked_load_tolerance")
    )
    return [machine.lightest_kg + step * machine.step_kg for step in range(steps + 1)]


@cache
def _bar_loads(bar: Barbell) -> tuple[float, ...]:
    made = {bar.bar_kg}
    for plate, there in bar.plates_kg:
        made |= {load + 2 * plate * pairs for load in made for pairs in range(1, there // 2 + 1)}
    return tuple(sorted({round(load, 3) for load in made}))


def _plates_fit(implement: Implement, kit: Equipment) -> bool:
    """Whether the plates named are there in pairs and add up with the bar."""
    named = implement.plates_per_side_kg
    bar = _bar(implement.kind, kit)
    if bar is None:
        return not named
    enough = all(_owned(bar, plate) >= 2 * named.count(plate) for plate in named)
    return enough and _same(implement.each_kg or 0.0, bar.bar_kg + 2 * sum(named))


def _bar(kind: str, kit: Equipment) -> Barbell | None:
    return {"barbell": kit.barbell, "trap_bar": kit.trap_bar}.get(kind)


def _owned(bar: Barbell, plate: float) -> int:
    return sum(there for mass, there in bar.plates_kg if _same(mass, plate))


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= number("checked_load_tolerance")
