from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.application.set_amount import Amount, Measure
from runlift.application.set_answer import SetAnswer, read_effort_answer, read_set_answer
from runlift.application.set_words import BOTH_SIDES, Load, WordError
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import BodyPart, SetKind
from runlift.domain.plan.session import Side


def read(text: str, units: Units = Units.METRIC, measure: Measure = Measure.REPS) -> SetAnswer:
    return read_set_answer(text, units, measure)


def read_or_refuse(text: str) -> tuple[SetAnswer | None, WordError | None]:
    try:
        return read(text), None
    except WordError as fault:
        return None, fault


def reps(value: int) -> Amount:
    return Amount(value=value, measure=Measure.REPS)


@pytest.mark.parametrize(
    ("text", "amount", "load"),
    [
        ("8", reps(8), None),
        ("8x16", reps(8), Load(load_kg=16)),
        ("8 x 22,5 kg", reps(8), Load(load_kg=22.5)),
        ("8 @ 16", reps(8), Load(load_kg=16)),
        ("8@16kg", reps(8), Load(load_kg=16)),
        ("16kg", None, Load(load_kg=16)),
        ("@ 16", None, Load(load_kg=16)),
        ("2x12kg", None, Load(load_kg=24, per_hand=True)),
        ("8 @ 2x12", reps(8), Load(load_kg=24, per_hand=True)),
        ("8 @ 12 each hand", reps(8), Load(load_kg=24, per_hand=True)),
        ("2x12", reps(2), Load(load_kg=12)),
        ("8 bw", reps(8), Load(load_kg=None)),
        ("bw+10", None, Load(load_kg=10)),
        ("35lb", None, Load(load_kg=15.876)),
        ("8 reps", reps(8), None),
        ("45s", Amount(value=45, measure=Measure.SECONDS), None),
        ("1:30", Amount(value=90, measure=Measure.SECONDS), None),
        ("2 min", Amount(value=120, measure=Measure.SECONDS), None),
        ("10 contacts", Amount(value=10, measure=Measure.CONTACTS), None),
    ],
)
def test_amounts_and_loads(text: str, amount: Amount | None, load: Load | None) -> None:
    answer = read(text)
    assert (answer.amount, answer.details.load) == (amount, load)


def test_a_bare_number_counts_what_is_asked() -> None:
    assert read("30", measure=Measure.SECONDS).amount == Amount(value=30, measure=Measure.SECONDS)
    assert read("30x10", measure=Measure.SECONDS).amount == Amount(value=30, measure=Measure.SECONDS)


def test_a_bare_load_is_in_the_runners_units_and_a_unit_overrides_them() -> None:
    assert read("8x35", Units.IMPERIAL).details.load == Load(load_kg=15.876)
    assert read("8x35kg", Units.IMPERIAL).details.load == Load(load_kg=35)


@pytest.mark.parametrize(
    ("text", "rir"),
    [("r2", 2), ("r 2", 2), ("rir 2.5", 2.5), ("rpe 8", 2), ("8 @ 60 @9", 1), ("3 in reserve", 3)],
)
def test_reserve_and_effort_tell_the_same(text: str, rir: float) -> None:
    assert read(text).details.rir == rir


@pytest.mark.parametrize(
    ("text", "pain", "place", "note"),
    [
        ("p 4 knee", 4, BodyPart.KNEE, ""),
        ("pain 4/10 in the lower back", 4, BodyPart.BACK, ""),
        ("pain knee 4", 4, BodyPart.KNEE, ""),
        ("p4", 4, None, ""),
        ("p 3 r2", 3, None, ""),
        ("p 4 left knee", 4, BodyPart.KNEE, "left knee"),
        ("p 0 front of thigh n fine", 0, BodyPart.FRONT_OF_THIGH, "fine"),
    ],
)
def test_pain_is_told_with_its_place(text: str, pain: int, place: BodyPart | None, note: str) -> None:
    details = read(text).details
    assert (details.pain, details.pain_at, details.note) == (pain, place, note)


def test_a_note_takes_the_rest_of_the_line_as_it_is() -> None:
    assert read("8 r2 n Felt 4 @ best, P 3 knee").details.note == "Felt 4 @ best, P 3 knee"


def test_everything_can_be_told_at_once() -> None:
    details = read("6 @ 14 r1 f left p 3 shin n cold gym").details
    assert (details.rir, details.kind, details.sides) == (1, SetKind.FAILURE, (Side.LEFT,))
    assert (details.pain_at, details.note) == (BodyPart.SHIN, "cold gym")
    assert read("8 each side").details.sides == BOTH_SIDES


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("8 wobbly", 2, "wobbly"),
        ("3xx8", 0, "3xx8"),
        ("p 44 knee", 2, "44"),
        ("p 4 elbo", 4, "elbo"),
        ("8 @ 3x12", 2, "@ 3x12"),
        ("8 @ 900", 2, "@ 900"),
        ("9999", 0, "9999"),
        ("8 r 44", 4, "44"),
        ("0", 0, "0"),
    ],
)
def test_a_wrong_word_is_pointed_at(text: str, at: int, words: str) -> None:
    with pytest.raises(WordError) as fault:
        read(text)
    assert (fault.value.at, fault.value.words) == (at, words)
    assert fault.value.remedy


def test_a_place_of_pain_that_is_not_known_names_those_that_are() -> None:
    with pytest.raises(WordError) as fault:
        read("p 4 elbo")
    assert "knee" in fault.value.remedy


@pytest.mark.parametrize("text", ["8x16 @ 12", "8x16 12kg"])
def test_a_load_told_twice_is_refused(text: str) -> None:
    with pytest.raises(WordError, match="twice"):
        read(text)


@given(st.text(max_size=60))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    answer, fault = read_or_refuse(text)
    if fault is not None:
        assert 0 <= fault.at <= len(text)
        assert fault.remedy
    elif answer is not None:
        assert answer.amount is None or answer.amount.value > 0


WORDS = st.sampled_from(
    [
        "8",
        "x",
        "16",
        "kg",
        "@",
        "r",
        "2",
        "p",
        "knee",
        "n",
        "left",
        "rpe",
        "band",
        ",",
        ":",
        "45s",
        "bw",
        "+",
        "each",
    ]
)


@given(st.lists(WORDS, max_size=10), st.sampled_from(["", " "]))
def test_no_order_of_the_words_does_more_than_be_refused(words: list[str], between: str) -> None:
    answer, fault = read_or_refuse(between.join(words))
    assert (answer is None) is (fault is not None)


@pytest.mark.parametrize(
    ("text", "effort", "note"),
    [
        ("", None, ""),
        ("7", 7, ""),
        ("7/10", 7, ""),
        ("6,5 n slept badly", 6.5, "slept badly"),
        ("n fine", None, "fine"),
    ],
)
def test_effort_of_the_session(text: str, effort: float | None, note: str) -> None:
    assert read_effort_answer(text) == (effort, note)


@pytest.mark.parametrize("text", ["11", "hard", "7 knee", "-1"])
def test_effort_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(WordError):
        read_effort_answer(text)
