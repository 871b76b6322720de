"""Muscles the catalogue names, and the groups they belong to."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class MuscleGroup(StrEnum):
    """Groups of muscles whose hard sets are counted together."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    SHIN_AND_FOOT = "shin_and_foot"
    ADDUCTORS = "adductors"
    HIP_FLEXORS = "hip_flexors"
    TRUNK = "trunk"
    PUSH = "push"
    PULL = "pull"
    GRIP = "grip"
    JOINT = "joint"  # a joint or a band of tissue that mobility work names


_MEMBERS: Mapping[MuscleGroup, tuple[str, ...]] = MappingProxyType(
    {
        MuscleGroup.QUADRICEPS: ("quadriceps", "vastus_lateralis"),
        MuscleGroup.HAMSTRINGS: ("hamstrings",),
        MuscleGroup.GLUTES: (
            "gluteus_maximus",
            "gluteus_medius",
            "gluteus_minimus",
            "hip_external_rotators",
            "hip_rotators",
            "piriformis",
            "tensor_fasciae_latae",
        ),
        MuscleGroup.CALVES: ("gastrocnemius", "soleus"),
        MuscleGroup.SHIN_AND_FOOT: (
            "flexor_hallucis_longus",
            "foot",
            "foot_intrinsics",
            "peroneals",
            "tibialis_anterior",
            "tibialis_posterior",
            "toe_flexors",
        ),
        MuscleGroup.ADDUCTORS: ("adductors",),
        MuscleGroup.HIP_FLEXORS: ("hip_flexors", "iliopsoas", "rectus_femoris"),
        MuscleGroup.TRUNK: (
            "erectors",
            "obliques",
            "quadratus_lumborum",
            "rectus_abdominis",
            "transversus",
            "trunk",
        ),
        MuscleGroup.PUSH: ("pectorals", "shoulder", "triceps"),
        MuscleGroup.PULL: (
            "biceps",
            "lats",
            "lower_traps",
            "rear_deltoid",
            "rotator_cuff",
            "traps",
            "upper_back",
            "upper_traps",
        ),
        MuscleGroup.GRIP: ("grip",),
        MuscleGroup.JOINT: (
            "ankle_joint",
            "hip_joint",
            "lumbar_spine",
            "plantar_fascia",
            "spine",
            "thoracic_spine",
        ),
    },
)

LEG_GROUPS = frozenset(
    {
        MuscleGroup.QUADRICEPS,
        MuscleGroup.HAMSTRINGS,
        MuscleGroup.GLUTES,
        MuscleGroup.CALVES,
        MuscleGroup.SHIN_AND_FOOT,
        MuscleGroup.ADDUCTORS,
        MuscleGroup.HIP_FLEXORS,
    },
)
"""Groups that running uses, and whose tiredness a run feels."""

GROUP_OF: Mapping[str, MuscleGroup] = MappingProxyType(
    {muscle: group for group, muscles in _MEMBERS.items() for muscle in muscles},
)
"""The group of every muscle known."""

MUSCLES = frozenset(GROUP_OF)
LEG_MUSCLES = frozenset(muscle for muscle, group in GROUP_OF.items() if group in LEG_GROUPS)
