from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.place import Barbell, Equipment, Machine
from runlift.domain.prescription.rack import heaviest_within, loadings, next_above

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.exercise.exercise import Exercise

plates = st.lists(
    st.tuples(st.sampled_from((1.25, 2.5, 5.0, 10.0, 15.0, 20.0)), st.integers(0, 8)),
    max_size=5,
    unique_by=lambda plate: plate[0],
)


@given(bar=st.sampled_from((10.0, 15.0, 20.0)), told=plates)
def test_a_bar_is_loaded_in_equal_pairs_that_are_there(bar: float, told: list[tuple[float, int]]) -> None:
    from runlift.domain.exercise.catalogue import catalogue  # noqa: PLC0415 - read once, on demand

    kit = Equipment(barbell=Barbell(bar_kg=bar, plates_kg=tuple(told)), items=("rack",))
    rack = loadings(kit, catalogue()["back_squat"])
    there = dict(told)
    assert rack[0].total_kg == bar
    assert [one.total_kg for one in rack] == sorted({one.total_kg for one in rack})
    for one in rack:
        side = one.implement.plates_per_side_kg
        assert one.total_kg == bar + 2 * sum(side)
        assert list(side) == sorted(side, reverse=True)
        assert all(2 * side.count(mass) <= there[mass] for mass in side)


def test_every_total_of_a_small_bar_is_found(exercises: Mapping[str, Exercise]) -> None:
    kit = Equipment(barbell=Barbell(bar_kg=20.0, plates_kg=((5.0, 4), (2.5, 2), (10.0, 1))))
    totals = [one.total_kg for one in loadings(kit, exercises["deadlift"])]
    assert totals == [20.0, 25.0, 30.0, 35.0, 40.0, 45.0]


def test_two_weights_held_need_a_pair(exercises: Mapping[str, Exercise]) -> None:
    kit = Equipment(dumbbells_kg=((8.0, 2), (10.0, 1), (12.0, 2)))
    assert [one.total_kg for one in loadings(kit, exercises["split_squat_db"])] == [16.0, 24.0]
    assert [one.total_kg for one in loadings(kit, exercises["goblet_squat"])] == [8.0, 10.0, 12.0]


def test_without_any_pair_one_weight_is_held(exercises: Mapping[str, Exercise]) -> None:
    kit = Equipment(kettlebells_kg=((12.0, 1), (16.0, 1)))
    rack = loadings(kit, exercises["split_squat_db"])
    assert [(one.total_kg, one.implement.count) for one in rack] == [(12.0, 1), (16.0, 1)]


@given(counts=st.lists(st.integers(1, 2), min_size=1, max_size=4))
def test_what_is_named_for_two_weights_is_never_asked_with_one(
    exercises: Mapping[str, Exercise], counts: list[int]
) -> None:
    dumbbells = tuple((float(4 + 2 * at), count) for at, count in enumerate(counts))
    for kit in (Equipment(dumbbells_kg=dumbbells), Equipment(kettlebells_kg=dumbbells)):
        squat = exercises["db_front_squat"]
        assert squat.can_be_done_with(kit.kinds()) is (2 in counts)
        assert [one.total_kg for one in loadings(kit, squat)] == [
            2 * kg for kg, there in dumbbells if there == 2
        ]
        assert exercises["goblet_squat"].can_be_done_with(kit.kinds())


def test_a_machine_has_its_own_steps(exercises: Mapping[str, Exercise]) -> None:
    kit = Equipment(machines=(Machine(id="leg_press", lightest_kg=20, heaviest_kg=50, step_kg=10),))
    assert [one.total_kg for one in loadings(kit, exercises["leg_press"])] == [20, 30, 40, 50]
    assert loadings(kit, exercises["leg_curl_machine"]) == ()


def test_bands_are_used_where_there_is_no_weight(exercises: Mapping[str, Exercise]) -> None:
    kit = Equipment(bands=("light", "heavy"))
    rack = loadings(kit, exercises["pallof_press"])
    assert [one.implement.name for one in rack] == ["light", "heavy"]
    assert all(one.total_kg == 0 for one in rack)


@given(limit=st.floats(0, 60))
def test_heaviest_within_and_next_above_meet_at_the_limit(limit: float) -> None:
    from runlift.domain.exercise.catalogue import catalogue  # noqa: PLC0415 - read once, on demand

    kit = Equipment(dumbbells_kg=((8.0, 2), (12.0, 2), (20.0, 2)))
    rack = loadings(kit, catalogue()["goblet_squat"])
    under, over = heaviest_within(rack, limit), next_above(rack, limit)
    assert under is None or under.total_kg <= limit
    assert over is None or over.total_kg > limit
    assert (under is None) == (limit < 8)
    assert (over is None) == (limit >= 20)
