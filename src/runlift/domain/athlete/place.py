"""A place to train at, its opening hours and its real kit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import time

    from runlift.domain.quantity import Weekday

HOME = "home"
PAIR = 2

MACHINES = (
    "any",
    "back_extension",
    "cable",
    "calf",
    "hip_abduction",
    "lat_pulldown",
    "leg_curl",
    "leg_extension",
    "leg_press",
    "row",
)
ITEMS = (
    "ab_wheel",
    "balance_pad",
    "bench",
    "box",
    "foam_roller",
    "foot_anchor",
    "pull_up_bar",
    "rack",
    "skipping_rope",
    "sliders",
    "stairs",
    "step",
    "stick",
    "table",
    "towel",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """When a place is open on one weekday; half-open."""

    weekday: Weekday
    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Barbell:
    """A bar with its plates.

    Attributes:
        bar_kg: Mass of the empty bar [kg].
        plates_kg: Plates by mass [kg], each with how many there are; loaded in equal pairs.
    """

    bar_kg: float
    plates_kg: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A weight machine.

    Attributes:
        id: Kind of machine: `leg_press`, `leg_curl`, `leg_extension`, `cable`, `calf`, `back_extension`,
            `lat_pulldown`, `row`, `hip_abduction`, or `any`.
        lightest_kg: Lightest setting [kg].
        heaviest_kg: Heaviest setting [kg].
        step_kg: Smallest step [kg].
    """

    id: str
    lightest_kg: float
    heaviest_kg: float
    step_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """The kit at one place, with its real weights.

    Attributes:
        dumbbells_kg: Each dumbbell mass [kg] with how many of it there are (2 makes a pair).
        kettlebells_kg: Each kettlebell mass [kg] with how many there are.
        barbell: Bar and plates, or None.
        trap_bar: Trap bar and plates, or None.
        machines: Weight machines.
        bands: Names of bands from lightest to strongest, e.g. `light`, `medium`, `heavy`.
        items: Everything else by name: `box`, `step`, `foam_roller`, `pull_up_bar`, `bench`, `rack`,
            `ab_wheel`, `sliders`, `skipping_rope`, `foot_anchor`, `stairs`, `table`, `towel`, `stick`,
            `balance_pad`.
    """

    dumbbells_kg: tuple[tuple[float, int], ...] = ()
    kettlebells_kg: tuple[tuple[float, int], ...] = ()
    barbell: Barbell | None = None
    trap_bar: Barbell | None = None
    machines: tuple[Machine, ...] = ()
    bands: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    def kinds(self) -> frozenset[str]:
        """The kinds of kit here, in the words of the exercise catalogue.

        A machine counts as `machine` and as `machine:<id>`; a machine `any` serves every machine exercise.
        """
        kinds = set(self.items)
        kinds |= {f"machine:{machine.id}" for machine in self.machines}
        for kind, there in (
            ("dumbbell", self.dumbbells_kg),
            ("kettlebell", self.kettlebells_kg),
            ("dumbbell_pair", any(count >= PAIR for _, count in self.dumbbells_kg)),
            ("kettlebell_pair", any(count >= PAIR for _, count in self.kettlebells_kg)),
            ("barbell", self.barbell),
            ("trap_bar", self.trap_bar),
            ("machine", self.machines),
            ("band", self.bands),
        ):
            if there:
                kinds.add(kind)
        return frozenset(kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where strength work is done.

    Attributes:
        id: Short name the windows and travel refer to.
        equipment: Its kit.
        hours: Opening hours; empty means always open.
    """

    id: str
    equipment: Equipment
    hours: tuple[OpeningHours, ...] = ()
