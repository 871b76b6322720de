"""Words the catalogue may use for kit, complaints and the categories of the FIT format."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ANY_MACHINE = "machine:any"
"""A place that only says "machines" is taken to have the one an exercise asks for."""

PAIRS = frozenset({"dumbbell_pair", "kettlebell_pair"})
"""Two dumbbells or kettlebells of one mass."""

WEIGHTS = frozenset({"dumbbell", "kettlebell", "barbell", "trap_bar"}) | PAIRS
"""Kit whose mass is the load."""

MACHINES = frozenset(
    f"machine:{kind}"
    for kind in (
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
)

KIT = (
    WEIGHTS
    | MACHINES
    | {
        "ab_wheel",
        "balance_pad",
        "band",
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
    }
)

COMPLAINTS = frozenset(
    {
        "achilles_ins",
        "achilles_mid",
        "ankle",
        "ankle_instability",
        "bsi",
        "calf_strain",
        "gtps",
        "hamstring_strain",
        "hip_flexor",
        "itbs",
        "lbp",
        "mtss",
        "pfp",
        "pht",
        "plantar",
    },
)

LEAVE_OUT = ""
"""The way a complaint limits an exercise when none is named: leave it out."""

LIMITS = frozenset(
    {
        LEAVE_OUT,
        "acute",
        "early",
        "flare",
        "groin_pain",
        "irritable",
        "leg_pain_worse",
        "limit_depth",
        "low_height",
        "no_deep_stretch",
        "no_drop_below_level",
        "no_hip_drop",
        "off_bone",
        "pillow_between_knees",
        "stay_off_knee",
        "stay_off_sit_bone",
        "stay_off_trochanter",
        "use_90_to_45",
        "use_floor",
    },
)

FIT_CATEGORIES: Mapping[str, int] = MappingProxyType(
    {
        "bench_press": 0,
        "calf_raise": 1,
        "cardio": 2,
        "carry": 3,
        "chop": 4,
        "core": 5,
        "crunch": 6,
        "deadlift": 8,
        "hip_raise": 10,
        "hip_stability": 11,
        "hip_swing": 12,
        "hyperextension": 13,
        "leg_curl": 15,
        "leg_raise": 16,
        "lunge": 17,
        "olympic_lift": 18,
        "plank": 19,
        "plyo": 20,
        "pull_up": 21,
        "push_up": 22,
        "row": 23,
        "shoulder_press": 24,
        "shoulder_stability": 25,
        "squat": 28,
        "warm_up": 31,
    },
)
"""Exercise categories of the FIT profile by name, with their numbers."""
