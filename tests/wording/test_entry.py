from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import diary_strategies

from runlift.domain.athlete.profile import Race, RacePriority, Units
from runlift.domain.diary.entry import (
    Away,
    BodyMass,
    BodyPart,
    Illness,
    IllnessKind,
    Pain,
    RaceAdded,
    RaceCancelled,
    Readiness,
    RunAdded,
    RunCancelled,
    RunDone,
    RunMoved,
    SessionDone,
    SessionState,
    SetDone,
    SetKind,
)
from runlift.domain.plan.session import Side
from runlift.domain.quantity import DateSpan
from runlift.domain.running.plan import RunKind
from runlift.wording.entry import entry_words

if TYPE_CHECKING:
    from runlift.domain.diary.entry import Entry

DAY = date(2027, 2, 16)
NOON = datetime(2027, 2, 16, 12)
SQUAT = SetDone(session="s", position=1, exercise="goblet_squat", done_at=NOON, reps=8, load_kg=16, rir=2)
HALF = Race(date=DAY, name="Town half", priority=RacePriority.A, distance_m=21_100)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (SQUAT, "Goblet squat 8 @ 16 kg, 2 in reserve"),
        (
            SetDone(
                session="s",
                position=1,
                exercise="side_plank",
                done_at=NOON,
                seconds=45,
                side=Side.LEFT,
                kind=SetKind.FAILURE,
                pain=4,
                pain_at=BodyPart.FRONT_OF_THIGH,
                note="ow",
            ),
            'Side plank 45 s, left side, to failure, pain 4/10 front of thigh, "ow"',
        ),
        (
            SetDone(
                session="s", position=1, exercise="", name="Curl (Cable)", done_at=NOON, reps=8, band="light"
            ),
            "Curl (Cable) 8, with light band",
        ),
        (
            SetDone(session="s", position=1, exercise="pogo", done_at=NOON, contacts=10),
            "Two-leg pogo 10 contacts",
        ),
        (SessionDone(session="s", starts_at=NOON, effort=7), "session done, effort 7/10"),
        (
            SessionDone(session="s", starts_at=NOON, state=SessionState.SKIPPED, note="late"),
            'session not done, "late"',
        ),
        (
            RunDone(starts_at=NOON, distance_m=10_000, duration_s=3300, kind=RunKind.EASY, effort=4),
            "easy run, 10 km in 55 min, effort 4/10",
        ),
        (RunDone(starts_at=NOON, duration_s=3300), "run, 55 min"),
        (Readiness(date=DAY, sleep_h=5.5, soreness=7, stress=3), "slept 5.5 h, soreness 7/10, stress 3/10"),
        (
            Illness(first=DAY, kind=IllnessKind.OTHER),
            "ill from Tue 16 Feb with a cold or the like, not yet well",
        ),
        (
            Pain(date=DAY, at=BodyPart.KNEE, level=4, exercise="reverse_lunge", side=Side.LEFT),
            "left knee pain 4/10 after Reverse lunge",
        ),
        (BodyMass(date=DAY, mass_kg=61.5), "body mass 61.5 kg"),
        (RunMoved(run="r1", date=DAY, start=time(18)), "run moved to Tue 16 Feb 18:00: Easy 9 km"),
        (RunCancelled(run="r2"), "run left out: r2"),
        (
            RunAdded(date=DAY, kind=RunKind.TEMPO, key=True, distance_m=8000),
            "added on Tue 16 Feb: tempo 8 km, key run",
        ),
        (
            Away(span=DateSpan(start=DAY, end=date(2027, 2, 19)), closed="gym", place="home"),
            "gym closed Tue 16 Feb to Thu 18 Feb, kit of home",
        ),
        (Away(span=DateSpan(start=DAY, end=date(2027, 2, 19))), "away Tue 16 Feb to Thu 18 Feb, no kit"),
        (RaceAdded(race=HALF), "race on Tue 16 Feb: Town half, 21.1 km, priority A"),
        (RaceCancelled(date=DAY), "no race on Tue 16 Feb"),
    ],
)
def test_what_was_told_is_one_line(entry: Entry, words: str) -> None:
    assert entry_words(entry, runs={"r1": "Easy 9 km"}) == words


def test_imperial_readers_get_their_units() -> None:
    assert entry_words(SQUAT, Units.IMPERIAL) == "Goblet squat 8 @ 35.3 lb, 2 in reserve"
    assert entry_words(BodyMass(date=DAY, mass_kg=62.14), Units.IMPERIAL) == "body mass 137 lb"


@given(diary_strategies.entries, st.sampled_from(Units))
def test_whatever_can_be_told_has_words(entry: Entry, units: Units) -> None:
    assert isinstance(entry_words(entry, units), str)
