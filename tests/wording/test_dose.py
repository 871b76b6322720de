from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Units
from runlift.domain.plan.session import Implement, PrescribedExercise, PrescribedSet, Role, Side
from runlift.wording.dose import dose_words, implement_words, ramp_words

PAIR = Implement(kind="dumbbell", count=2, each_kg=8.0)
BAR = Implement(kind="barbell", each_kg=45.0, plates_per_side_kg=(10.0, 2.5))


def exercise(*sets: PrescribedSet, tempo: str = "") -> PrescribedExercise:
    return PrescribedExercise(exercise="squat", role=Role.MAIN, sets=sets, tempo=tempo)


def both_sides(count: int, **values: object) -> tuple[PrescribedSet, ...]:
    rests = {Side.LEFT: 20, Side.RIGHT: 120}
    return tuple(
        PrescribedSet(**{"side": side, "rest_s": rests[side], **values})  # type: ignore[arg-type]  # any set
        for _ in range(count)
        for side in (Side.LEFT, Side.RIGHT)
    )


def test_a_dose_reads_as_lifters_say_it() -> None:
    sets = both_sides(3, reps=8, load_kg=16.0, implement=PAIR, rir=3.0)
    assert dose_words(exercise(*sets)) == (
        "3 × 8 each side @ 16 kg (two 8 kg dumbbells), 3 in reserve, rest 2 min"  # noqa: RUF001  as printed
    )


def test_the_rest_told_is_the_one_before_the_next_set_and_not_the_change_of_sides() -> None:
    assert dose_words(exercise(*both_sides(2, seconds=30))).endswith("rest 2 min")


def test_sides_that_differ_are_told_apart() -> None:
    sets = (
        PrescribedSet(reps=8, side=Side.LEFT),
        PrescribedSet(reps=10, side=Side.RIGHT),
        PrescribedSet(reps=8, side=Side.LEFT),
        PrescribedSet(reps=10, side=Side.RIGHT),
    )
    assert dose_words(exercise(*sets)) == "2 × 8 left side; 2 × 10 right side"  # noqa: RUF001  as printed


def test_a_bar_tells_its_plates_on_each_side() -> None:
    words = dose_words(exercise(PrescribedSet(reps=5, load_kg=45.0, implement=BAR, rir=2.0, rest_s=150)))
    assert "5 @ 45 kg (bar with 10 + 2.5 kg on each side), 2 in reserve, rest 2 min 30 s" in words


def test_an_empty_bar_is_called_empty() -> None:
    assert implement_words(Implement(kind="trap_bar", each_kg=20.0)) == "empty trap bar"


def test_a_machine_is_named_after_its_load() -> None:
    machine = Implement(kind="machine:leg_press", each_kg=60.0)
    words = dose_words(exercise(PrescribedSet(reps=8, load_kg=60.0, implement=machine)))
    assert words == "1 × 8 @ 60 kg on the leg press machine"  # noqa: RUF001  as printed


def test_any_machine_is_just_a_machine() -> None:
    assert implement_words(Implement(kind="machine:any", each_kg=10.0)) == "machine"


def test_a_band_is_told_by_its_name() -> None:
    band = Implement(kind="band", name="medium")
    assert dose_words(exercise(PrescribedSet(reps=12, implement=band))).endswith("12 with medium band")


def test_one_dumbbell_is_its_own_load() -> None:
    one = Implement(kind="dumbbell", each_kg=12.0)
    assert dose_words(exercise(PrescribedSet(reps=8, load_kg=12.0, implement=one))).endswith(
        "8 @ 12 kg dumbbell"
    )


def test_a_load_without_implement_is_still_told() -> None:
    assert dose_words(exercise(PrescribedSet(reps=8, load_kg=12.0))).endswith("8 @ 12 kg")


def test_contacts_seconds_and_tempo_are_told() -> None:
    assert dose_words(exercise(PrescribedSet(contacts=20))).endswith("20 contacts")
    assert dose_words(exercise(PrescribedSet(seconds=90))).endswith("90 s")
    assert dose_words(exercise(PrescribedSet(reps=8), tempo="3-0-1")).endswith("8, tempo 3-0-1")


def test_loads_are_told_in_pounds_to_those_who_read_pounds() -> None:
    sets = (PrescribedSet(reps=5, load_kg=45.359237, implement=BAR),)
    words = dose_words(exercise(*sets), Units.IMPERIAL)
    assert "@ 100 lb (bar with 22 + 5.5 lb on each side)" in words
    assert "kg" not in words


def test_ramp_sets_stand_apart_from_the_working_sets() -> None:
    machine = Implement(kind="machine:leg_press", each_kg=20.0)
    ramp = PrescribedSet(reps=5, load_kg=20.0, implement=machine, warm_up=True)
    working = PrescribedSet(reps=8, load_kg=40.0, implement=machine)
    made = exercise(ramp, working)
    assert ramp_words(made) == "5 @ 20 kg"
    assert dose_words(made) == "1 × 8 @ 40 kg on the leg press machine"  # noqa: RUF001  as printed


def test_ramp_sets_that_confirm_a_load_tell_the_reserve() -> None:
    ramp = PrescribedSet(reps=8, load_kg=20.0, rir=4.0, warm_up=True)
    assert ramp_words(exercise(ramp, PrescribedSet(reps=8))) == "8 @ 20 kg, 4 in reserve"


def test_a_warm_up_exercise_tells_its_sets_as_its_dose() -> None:
    made = exercise(*both_sides(1, reps=8, warm_up=True))
    assert dose_words(made).startswith("1 × 8 each side")  # noqa: RUF001  as printed
    assert not ramp_words(made)


@given(
    reps=st.integers(1, 30),
    sets=st.integers(1, 6),
    rir=st.sampled_from([None, 1.0, 2.5]),
    units=st.sampled_from(Units),
)
def test_every_dose_is_one_line_that_begins_with_sets_and_repetitions(
    reps: int, sets: int, rir: float | None, units: Units
) -> None:
    words = dose_words(exercise(*both_sides(sets, reps=reps, rir=rir, load_kg=16.0, implement=PAIR)), units)
    assert words.startswith(f"{sets} × {reps} each side @ ")  # noqa: RUF001  as printed
    assert "\n" not in words
