from __future__ import annotations

import pytest

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.strength.body_part import body_part


@pytest.mark.parametrize(
    ("exercise", "on_machine", "moved"),
    [
        ("goblet_squat", False, 35.0),
        ("rdl_db", False, 21.0),
        ("db_bench", False, 7.0),
        ("db_row", False, 3.5),
        ("cable_row", True, 0.0),
        ("plank", False, 0.0),
    ],
)
def test_the_share_of_the_body_that_moves_is_the_table(
    exercise: str,
    on_machine: bool,  # noqa: FBT001  one column of the table above
    moved: float,
) -> None:
    assert body_part(catalogue()[exercise], 70, on_machine=on_machine) == pytest.approx(moved)


def test_no_body_is_counted_when_its_mass_is_not_known() -> None:
    assert body_part(catalogue()["goblet_squat"], None, on_machine=False) == 0
