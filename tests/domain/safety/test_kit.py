from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.place import Barbell, Equipment, Machine
from runlift.domain.plan.session import Implement
from runlift.domain.safety.kit import has_kit, loads, mismatch

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker


def test_dumbbells_make_as_many_as_there_are(make: Maker) -> None:
    assert loads(Implement(kind="dumbbell"), make.kit) == (4, 8, 12, 20)
    assert loads(Implement(kind="dumbbell", count=2), make.kit) == (8, 16, 24)
    assert loads(Implement(kind="kettlebell"), make.kit) == (16,)
    assert loads(Implement(kind="kettlebell", count=2), make.kit) == ()


def test_plates_go_on_in_pairs() -> None:
    bar = Barbell(bar_kg=20, plates_kg=((2.5, 4), (10, 3)))
    assert loads(Implement(kind="barbell"), Equipment(barbell=bar)) == (20, 25, 30, 40, 45, 50)
    assert loads(Implement(kind="trap_bar"), Equipment(trap_bar=bar)) == (20, 25, 30, 40, 45, 50)
    assert loads(Implement(kind="barbell", count=2), Equipment(barbell=bar)) == ()
    assert loads(Implement(kind="trap_bar"), Equipment(barbell=bar)) == ()


def test_machines_step_up_to_the_heaviest() -> None:
    row = Machine(id="row", lightest_kg=5, heaviest_kg=16, step_kg=5)
    fixed = Machine(id="calf", lightest_kg=30, heaviest_kg=60, step_kg=0)
    kit = Equipment(machines=(row, fixed))
    assert loads(Implement(kind="machine:row"), kit) == (5, 10, 15)
    assert loads(Implement(kind="machine:calf"), kit) == (30,)
    assert loads(Implement(kind="machine"), kit) == (5, 10, 15, 30)
    assert loads(Implement(kind="machine:leg_press"), kit) == ()
    assert loads(Implement(kind="sandbag"), kit) == ()


def test_any_machine_serves_every_machine_exercise(make: Maker) -> None:
    any_machine = Equipment(machines=(Machine(id="any", lightest_kg=5, heaviest_kg=10, step_kg=5),))
    assert has_kit(make.catalogue["leg_press"], any_machine)
    assert loads(Implement(kind="machine:leg_press"), any_machine) == (5, 10)
    assert not has_kit(make.catalogue["leg_press"], Equipment())
    assert not has_kit(make.catalogue["barbell_squat"], any_machine)


@pytest.mark.parametrize(
    ("kit", "enough"),
    [
        (Equipment(), False),
        (Equipment(dumbbells_kg=((8, 1),)), True),
        (Equipment(kettlebells_kg=((8, 1),)), True),
        (Equipment(dumbbells_kg=((8, 0),)), False),
    ],
)
def test_one_kind_of_a_group_is_enough(make: Maker, kit: Equipment, *, enough: bool) -> None:
    assert has_kit(make.catalogue["row"], kit) == enough


def test_every_group_must_be_met(make: Maker) -> None:
    assert has_kit(make.catalogue["barbell_squat"], make.kit)
    assert not has_kit(make.catalogue["barbell_squat"], replace(make.kit, items=()))


def test_a_load_is_what_its_implement_weighs(make: Maker) -> None:
    pair = Implement(kind="dumbbell", count=2, each_kg=8)
    assert not mismatch(make.one(8, 16, implement=pair), make.kit)
    assert mismatch(make.one(8, 8, implement=pair), make.kit)
    assert mismatch(make.one(8, 8, implement=None), make.kit)
    assert mismatch(make.one(8, 8, implement=replace(pair, each_kg=None)), make.kit)
    assert mismatch(make.one(8, implement=pair), make.kit)
    assert not mismatch(make.one(8), make.kit)


def test_plates_named_are_there_and_add_up(make: Maker) -> None:
    assert not mismatch(make.bar(8, 32.5, 5.0, 1.25), make.kit)
    assert mismatch(make.bar(8, 32.5, 5.0), make.kit)
    assert mismatch(make.bar(8, 60, 10.0, 10.0), make.kit)
    assert mismatch(make.bar(8, 36, 8.0), make.kit)
    assert mismatch(make.bar(8, 20), Equipment())
    odd = Implement(kind="dumbbell", each_kg=8, plates_per_side_kg=(1.0,))
    assert mismatch(make.one(8, 8, implement=odd), make.kit)


def test_a_bar_that_is_not_there_holds_no_plates(make: Maker) -> None:
    machine = Implement(kind="trap_bar", each_kg=20.0)
    assert mismatch(make.one(8, 20, implement=machine), make.kit)


def test_a_band_is_one_that_is_there_and_weighs_nothing(make: Maker) -> None:
    light = Implement(kind="band", name="light")
    assert not mismatch(make.one(8, implement=light), make.kit)
    assert mismatch(make.one(8, implement=replace(light, name="heavy")), make.kit)
    assert mismatch(make.one(8, 5, implement=light), make.kit)


@given(
    plates=st.lists(
        st.tuples(st.sampled_from((1.25, 2.5, 5.0, 10.0, 20.0)), st.integers(min_value=0, max_value=6)),
        max_size=5,
        unique_by=lambda plate: plate[0],
    )
)
def test_every_bar_load_can_be_taken_apart_into_pairs(plates: list[tuple[float, int]]) -> None:
    bar = Barbell(bar_kg=20, plates_kg=tuple(plates))
    most = 20 + sum(mass * (count // 2 * 2) for mass, count in plates)
    found = loads(Implement(kind="barbell"), Equipment(barbell=bar))
    assert found[0] == 20
    assert found[-1] == most
    assert {20 + most - load for load in found} == set(found)


@pytest.mark.parametrize(
    ("kind", "kit"),
    [
        ("band", Equipment(bands=("light",))),
        ("trap_bar", Equipment(trap_bar=Barbell(bar_kg=25.0, plates_kg=()))),
        ("machine", Equipment(machines=(Machine(id="row", lightest_kg=5.0, heaviest_kg=50.0, step_kg=5.0),))),
        ("rack", Equipment(items=("rack",))),
    ],
)
def test_each_kind_of_kit_is_there_only_where_it_is_owned(make: Maker, kind: str, kit: Equipment) -> None:
    exercise = replace(make.catalogue["squat"], id="needs_it", equipment=((kind,),))
    assert has_kit(exercise, kit)
    assert not has_kit(exercise, Equipment())


def test_a_pair_is_two_of_one_weight(make: Maker) -> None:
    for kind in ("dumbbell", "kettlebell"):
        carry = replace(make.catalogue["carry"], equipment=((f"{kind}_pair",),))
        for there, served in ((1, False), (2, True), (3, True)):
            owned = ((8.0, there), (12.0, 1))
            pair = Equipment(dumbbells_kg=owned) if kind == "dumbbell" else Equipment(kettlebells_kg=owned)
            assert has_kit(carry, pair) == served


def test_a_machine_may_step_by_less_than_a_kilogram() -> None:
    row = Machine(id="row", lightest_kg=10, heaviest_kg=11, step_kg=0.5)
    assert loads(Implement(kind="machine:row"), Equipment(machines=(row,))) == (10, 10.5, 11)
    whole = replace(row, step_kg=1.0)
    assert loads(Implement(kind="machine:row"), Equipment(machines=(whole,))) == (10, 11)


def test_a_hundredth_of_a_kilogram_is_the_same_load(make: Maker) -> None:
    kit = Equipment(machines=(Machine(id="row", lightest_kg=0.0, heaviest_kg=10.0, step_kg=10.0),))
    held = Implement(kind="machine:row", each_kg=0.01)
    assert not mismatch(make.one(10, 0.01, implement=held), kit)
    assert mismatch(make.one(10, 0.02, implement=replace(held, each_kg=0.02)), kit)
