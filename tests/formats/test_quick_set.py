from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.application.quick import QuickExercise, QuickSet
from runlift.application.set_amount import Amount, Measure
from runlift.application.set_words import BOTH_SIDES, UNNAMED_BAND, Load, SetDetails
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import BodyPart, SetKind
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Side
from runlift.formats.quick_set import LONGEST, read_quick, write_quick


def read(text: str, units: Units = Units.METRIC) -> QuickExercise:
    outcome = read_quick(text, units)
    assert outcome.findings == ()
    (exercise,) = outcome.exercises
    return exercise


def sets_of(text: str) -> list[tuple[int, str, float | None]]:
    return [
        (each.amount.value, each.amount.measure or "", each.load.load_kg if each.load else None)
        for each in read(text).sets
    ]


@pytest.mark.parametrize(
    ("text", "name", "sets"),
    [
        ("goblet squat 3x8 @ 16kg", "goblet squat", [(8, "", 16.0)] * 3),
        ("goblet squat 3 x 8 @ 16", "goblet squat", [(8, "", 16.0)] * 3),
        ("goblet squat 3 sets of 8 16 kg", "goblet squat", [(8, "", 16.0)] * 3),
        ("3x8 goblet squat @ 16", "goblet squat", [(8, "", 16.0)] * 3),
        ("goblet squat 12kg x 8 x 3", "goblet squat", [(8, "", 12.0)] * 3),
        ("deadlift 100kg x 5", "deadlift", [(5, "", 100.0)]),
        ("plank 3x45s", "plank", [(45, "seconds", None)] * 3),
        ("plank 1:30", "plank", [(90, "seconds", None)]),
        ("plank 45,45,30s", "plank", [(45, "seconds", None)] * 2 + [(30, "seconds", None)]),
        ("pogo 4x10 contacts", "pogo", [(10, "contacts", None)] * 4),
        ("bench press 8,8,7 @ 60", "bench press", [(8, "", 60.0), (8, "", 60.0), (7, "", 60.0)]),
        ("back squat 8@60, 8 @ 65, 7@70", "back squat", [(8, "", 60.0), (8, "", 65.0), (7, "", 70.0)]),
        ("deadlift 60kg x 8, 65kg x 7", "deadlift", [(8, "", 60.0), (7, "", 65.0)]),
        ("rdl 3x8 2x12kg", "rdl", [(8, "", 24.0)] * 3),
        ("press-ups 20", "press-ups", [(20, "", None)]),
        ("squat: 3x8 @ 16kg, rir 2", "squat", [(8, "", 16.0)] * 3),
        ("Drop jump 20 cm 3x5", "Drop jump 20 cm", [(5, "", None)] * 3),
        ("90/90 hip switch 2x8", "90/90 hip switch", [(8, "", None)] * 2),
        ("pull-up 3x5 bw+10kg", "pull-up", [(5, "", 10.0)] * 3),
    ],
)
def test_the_ways_people_write_sets(text: str, name: str, sets: list[tuple[int, str, float | None]]) -> None:
    assert read(text).name == name
    assert sets_of(text) == sets


def test_what_is_told_of_all_sets() -> None:
    details = read("side plank left 2x30s rpe 8 pain 3 hip note felt odd").details
    assert (details.sides, details.rir, details.pain, details.pain_at) == ((Side.LEFT,), 2, 3, BodyPart.HIP)
    assert details.note == "felt odd"
    assert read("clamshell 3x15 light band each side").details.band == "light"
    assert read("clamshell 3x15 light band each side").details.sides == BOTH_SIDES
    assert read("squat 3x8 @ 60 @8").details.rir == 2


def test_several_are_separated_by_a_semicolon() -> None:
    outcome = read_quick("squat 3x8 @ 16; plank 45s;", Units.METRIC)
    assert [each.name for each in outcome.exercises] == ["squat", "plank"]
    assert [each.at for each in outcome.exercises] == [0, 16]


def test_bare_loads_are_in_the_runners_units() -> None:
    (first, *_) = read("squat 3x8 @ 35", Units.IMPERIAL).sets
    assert first.load == Load(load_kg=15.876)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("squat 3xx8", '"squat 3xx8", column 7'),
        ("squat 60x8x3", '"squat 60x8x3", column 7'),
        ("goblet squat", '"goblet squat", column 13'),
        ("3x8", '"3x8", column 1'),
        ("squat 3x8 16kg wobble", '"squat 3x8 16kg wobble", column 16'),
        ("squat 99x8", '"squat 99x8", column 7'),
        ("squat 3x8 pain 12 knee", '"squat 3x8 pain 12 knee", column 16'),
        ("plank 45s; squat 3xx8", '"squat 3xx8", column 7'),
        ("", '"", column 1'),
        (" ; ; ", '"; ;", column 1'),
        ("squat 3x8 @ 16 12kg", '"squat 3x8 @ 16 12kg", column 16'),
        ("squat 8@60, 7@65 20kg", '"squat 8@60, 7@65 20kg", column 7'),
    ],
)
def test_what_is_not_understood_is_told_with_its_place_and_an_example(text: str, place: str) -> None:
    outcome = read_quick(text, Units.METRIC)
    (finding,) = outcome.findings
    assert finding.place == place
    assert finding.remedy


def test_a_text_that_is_far_too_long_is_not_read() -> None:
    assert read_quick("squat 3x8;" * LONGEST, Units.METRIC).findings[0].message == "It is too long"


NAMES = st.sampled_from(sorted(each.name for each in catalogue().values()))
LOADS = st.one_of(
    st.none(),
    st.just(Load(load_kg=None)),
    st.integers(1, 2000).map(lambda quarters: Load(load_kg=quarters / 4)),
    st.integers(1, 400).map(lambda halves: Load(load_kg=float(halves), per_hand=True)),
)
AMOUNTS = st.builds(
    Amount,
    value=st.integers(1, 500),
    measure=st.sampled_from([None, Measure.SECONDS, Measure.CONTACTS, Measure.REPS]),
)
NOTES = st.sampled_from(["", "felt good", "left knee, 3x8 @ best"])
DETAILS = st.builds(
    SetDetails,
    band=st.sampled_from(["", "light", UNNAMED_BAND, "extra-heavy"]),
    rir=st.sampled_from([None, 0, 2, 2.5]),
    kind=st.sampled_from([None, SetKind.FAILURE, SetKind.DROP, SetKind.WARM_UP]),
    sides=st.sampled_from([(), (Side.LEFT,), (Side.RIGHT,), BOTH_SIDES]),
    pain=st.just(4),
    pain_at=st.sampled_from([None, *BodyPart]),
    note=NOTES,
)
ALIKE = st.builds(
    lambda amount, count, load: (QuickSet(amount=amount, load=load),) * count,
    AMOUNTS,
    st.integers(1, 20),
    LOADS,
)
ONE_BY_ONE = st.builds(
    lambda values, load: tuple(QuickSet(amount=Amount(value=each), load=load) for each in values),
    st.lists(st.integers(1, 500), min_size=1, max_size=6),
    LOADS,
)
SERIES = st.builds(
    lambda pairs: tuple(
        QuickSet(amount=Amount(value=reps), load=Load(load_kg=load / 4)) for reps, load in pairs
    ),
    st.lists(st.tuples(st.integers(1, 500), st.integers(1, 2000)), min_size=1, max_size=5),
)
EXERCISES = st.builds(QuickExercise, name=NAMES, sets=ALIKE | ONE_BY_ONE | SERIES, details=DETAILS)


@given(EXERCISES)
def test_what_is_written_is_read_back(exercise: QuickExercise) -> None:
    assert read(write_quick(exercise)) == exercise


@given(st.text(max_size=80), st.sampled_from(Units))
def test_no_text_does_more_than_give_findings(text: str, units: Units) -> None:
    outcome = read_quick(text, units)
    assert outcome.exercises or outcome.findings
    assert all(each.sets and each.name for each in outcome.exercises)


WORDS = st.sampled_from(
    [
        "squat", "3x8", "3", "x", "8", "@", "16", "16kg", "2x12kg", "rir", "rpe", "left", "each side", "pain",
        "knee", "45s", "1:30", ",", ";", "note", "band", "light band", "bw", "+", "contacts", "sets of",
        "12kg x 8 x 3", "8@60, 7@65",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12), st.sampled_from(["", " "]))
def test_no_order_of_the_words_does_more_than_give_findings(words: list[str], between: str) -> None:
    for finding in read_quick(between.join(words), Units.METRIC).findings:
        assert finding.message
        assert finding.remedy
