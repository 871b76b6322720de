"""Which muscles are known, and which are leg muscles."""

from __future__ import annotations

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.muscle import GROUP_OF, LEG_MUSCLES, MUSCLES, MuscleGroup


def test_every_group_has_a_muscle() -> None:
    assert set(GROUP_OF.values()) == set(MuscleGroup)


def test_every_muscle_known_is_used_in_the_catalogue() -> None:
    used = {
        muscle for each in catalogue().values() for muscle in (*each.primary_muscles, *each.secondary_muscles)
    }
    assert used == MUSCLES


def test_leg_muscles_are_those_of_the_leg_groups() -> None:
    assert {"quadriceps", "soleus", "gluteus_medius", "hamstrings"} <= LEG_MUSCLES
    assert not {"trunk", "lats", "shoulder", "erectors", "plantar_fascia"} & LEG_MUSCLES
