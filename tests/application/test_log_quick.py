from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from tests.fakes.fake_store import FakeStore
from tests.logged_plan import SQUAT, TODAY, author, session

from runlift.application.author import latest_versions
from runlift.application.entry_id import session_entry, unplanned_session
from runlift.application.error import InputError
from runlift.application.log_quick import MeantExercise, log_quick
from runlift.application.log_session import answer, begin
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import SessionDone, SessionState, SetDone, SetKind
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Side
from runlift.formats.exercise_name import find_exercise
from runlift.formats.quick_set import read_quick

if TYPE_CHECKING:
    from datetime import date

WHO = "ada"
SESSION = session()


@dataclass
class Teller:
    """Somebody who tells sets in one line."""

    store: FakeStore = field(default_factory=FakeStore)
    minutes: int = 0
    numbers: count[int] = field(default_factory=count)

    def say(self, text: str, *, on: date | None = None, effort: float | None = None) -> list[str]:
        """Tell, and return the codes of what is answered."""
        self.minutes += 1
        told = read_quick(text, Units.METRIC)
        assert not told.findings
        at_hand = [each.exercise for each in SESSION.exercises]
        meant = [
            MeantExercise(exercise=catalogue()[find_exercise(each.name, at_hand=at_hand).exercise], told=each)
            for each in told.exercises
        ]
        logged = log_quick(
            meant,
            [SESSION] if on in {None, TODAY} else [],
            latest_versions(self.store.recorded(WHO)),
            author(minutes=self.minutes),
            lambda: f"new-{next(self.numbers)}",
            units=Units.METRIC,
            on=on,
            effort=effort,
        )
        receipt = self.store.record(WHO, logged.entries)
        assert not receipt.refused
        return [each.code for each in logged.findings]

    @property
    def diary(self) -> Diary:
        return Diary.of(self.store.recorded(WHO))

    @property
    def sets(self) -> tuple[SetDone, ...]:
        return self.diary.of_kind(SetDone)

    def session_done(self, uid: str) -> SessionDone:
        (found,) = (each for each in self.diary.of_kind(SessionDone) if each.session == uid)
        return found


def test_sets_fill_those_planned_for_the_day() -> None:
    teller = Teller()
    teller.say("squat 2x8 @ 16 rir 2")
    assert {each.id for each in teller.diary.entries} == {
        f"set:{SESSION.uid}:goblet_squat:1",
        f"set:{SESSION.uid}:goblet_squat:2",
        session_entry(SESSION.uid),
    }
    assert [(each.reps, each.load_kg, each.rir) for each in teller.sets] == [(8, 16, 2)] * 2
    assert teller.session_done(SESSION.uid).state is SessionState.OPEN


@pytest.mark.parametrize(
    ("text", "loads", "codes"),
    [
        ("squat 6,5 rir 0", [14, 14], ["load_as_planned"]),
        ("squat 3x6", [14, 14, 14], ["load_as_planned"]),
        ("squat 2x8 bodyweight", [None, None], []),
        ("squat 1x8 warm-up", [8], ["load_as_planned"]),
        ("plank 30", [None], []),
    ],
)
def test_a_load_left_out_is_the_planned_one(text: str, loads: list[float | None], codes: list[str]) -> None:
    teller = Teller()
    assert teller.say(text) == codes
    assert [each.load_kg for each in teller.sets] == loads


def test_a_band_left_out_is_the_planned_one_and_one_that_is_told_stays() -> None:
    for text, band in (("band pull apart 15", "light"), ("band pull apart 15 heavy band", "heavy")):
        teller = Teller()
        assert teller.say(text) == []
        assert [each.band for each in teller.sets] == [band]


def test_nothing_is_known_of_a_load_that_no_plan_asks_for() -> None:
    teller = Teller()
    assert teller.say("squat 2x8", on=TODAY - timedelta(days=1)) == []
    assert [each.load_kg for each in teller.sets] == [None, None]


def test_the_interview_goes_on_after_what_was_told_in_one_line() -> None:
    teller = Teller()
    teller.say("squat 2x8 @ 16")
    interview = begin(SESSION, teller.store.recorded(WHO), author(minutes=9), units=Units.METRIC)
    interview = answer(interview, "", author(minutes=10))  # the warm-up
    interview = answer(interview, "", author(minutes=11))  # the lead-up set
    assert interview.question is not None
    assert interview.question.step is not None
    assert interview.question.step.sets[0].exercise.exercise == "db_row"


def test_sets_beyond_the_planned_ones_are_added_to_the_session() -> None:
    teller = Teller()
    teller.say("squat 3x8 @ 16")
    teller.say("squat 10 @ 12")
    assert {each.session for each in teller.sets} == {SESSION.uid}
    assert Counter(
        each.id.startswith("new-") for each in teller.diary.entries if isinstance(each.entry, SetDone)
    ) == {
        False: len(SQUAT.sets) - 1,
        True: 2,
    }
    positions = [each.position for each in teller.sets]
    assert len(set(positions)) == len(positions)


def test_what_was_left_out_is_not_filled() -> None:
    teller = Teller()
    interview = begin(SESSION, (), author(), units=Units.METRIC)
    for text in ("", "", "x"):
        interview = answer(interview, text, author(minutes=1))
        teller.store.record(WHO, interview.to_record)
    teller.say("squat 10 @ 12")
    assert teller.sets[-1].session == SESSION.uid
    assert "new-0" in {each.id for each in teller.diary.entries}


def test_both_sides_are_written_out_where_the_exercise_has_sides() -> None:
    teller = Teller()
    teller.say("row 2x8 @ 10")
    assert Counter(each.side for each in teller.sets) == {Side.LEFT: 2, Side.RIGHT: 2}
    teller.say("split squat 1x8 left")
    assert teller.sets[-1].side is Side.LEFT
    teller.say("side plank 1x30s", on=TODAY - timedelta(days=1))
    assert Counter(each.side for each in teller.sets if each.exercise == "side_plank") == {
        Side.LEFT: 1,
        Side.RIGHT: 1,
    }


def test_a_bare_number_counts_what_the_exercise_is_counted_in() -> None:
    teller = Teller()
    teller.say("plank 45; pogo 4x10")
    assert [each.seconds for each in teller.sets if each.exercise == "plank"] == [45]
    assert [each.contacts for each in teller.sets if each.exercise == "pogo"] == [10] * 4


def test_an_exercise_beside_the_plan_makes_an_unplanned_session_of_the_day() -> None:
    teller = Teller()
    teller.say("pogo 2x10 contacts")
    done = teller.session_done(unplanned_session(TODAY))
    assert (done.state, done.starts_at, done.ends_at) == (
        SessionState.DONE,
        author(minutes=1).wall,
        author(minutes=1).wall,
    )
    teller.say("pull-up 5")
    assert teller.session_done(unplanned_session(TODAY)).ends_at == author(minutes=2).wall
    assert [each.position for each in teller.sets] == [1, 2, 3]


def test_a_past_day_keeps_its_own_date() -> None:
    yesterday = TODAY - timedelta(days=1)
    teller = Teller()
    teller.say("squat 8 @ 16", on=yesterday)
    assert teller.sets[0].done_at.date() == yesterday
    assert teller.sets[0].session == unplanned_session(yesterday)


def test_the_effort_ends_the_session() -> None:
    teller = Teller()
    teller.say("squat 2x8 @ 16", effort=7)
    done = teller.session_done(SESSION.uid)
    assert (done.state, done.effort) == (SessionState.DONE, 7)
    teller.say("plank 30s")
    assert teller.session_done(SESSION.uid) == done


def test_the_last_of_the_planned_sets_ends_the_session() -> None:
    teller = Teller()
    teller.say("leg swing front-back 8; squat 6 @ 8 warm-up; squat 2x10 @ 14; row 2x8 @ 10; rdl 8 @ 2x12")
    teller.say("band pull-apart 15 light band; plank 30s")
    assert teller.session_done(SESSION.uid).state is SessionState.OPEN
    teller.say("plank 30s")
    assert teller.session_done(SESSION.uid).state is SessionState.DONE
    kinds = Counter(each.kind for each in teller.sets)
    assert kinds[SetKind.WARM_UP] == 3


def test_a_session_that_was_not_to_be_done_is_begun_after_all() -> None:
    teller = Teller()
    skipped = SessionDone(session=SESSION.uid, starts_at=SESSION.starts_at, state=SessionState.SKIPPED)
    teller.store.record(WHO, [author().write(session_entry(SESSION.uid), skipped, {})])
    teller.say("squat 8 @ 16")
    assert teller.session_done(SESSION.uid).state is SessionState.OPEN


def test_pain_and_note_stand_with_the_last_set() -> None:
    teller = Teller()
    teller.say("squat 2x8 @ 16 pain 4 knee note heels up")
    by_position = sorted(teller.sets, key=lambda each: each.position)
    assert [(each.pain, each.note) for each in by_position] == [(None, ""), (4, "heels up")]


def test_a_doubtful_load_is_told_how_it_was_taken() -> None:
    assert Teller().say("rdl 8 @ 12") == ["both_hands_together"]
    assert Teller().say("rdl 8 @ 2x12") == []
    assert Teller().say("plank 30s @ 8") == ["taken_as_load"]
    assert Teller().say("squat 8 @ 8") == []


@pytest.mark.parametrize("text", ["squat 600", "pogo 1x5000"])
def test_amounts_are_checked_once_it_is_known_what_is_counted(text: str) -> None:
    with pytest.raises(InputError) as fault:
        Teller().say(text)
    assert fault.value.findings[0].code == "out_of_range"


def test_an_effort_that_cannot_be_is_refused() -> None:
    with pytest.raises(InputError, match="--effort"):
        Teller().say("squat 8", effort=11)


def test_two_sessions_of_a_day_each_get_their_own_exercises() -> None:
    plank_only = replace(SESSION, uid="other", exercises=SESSION.exercises[-1:])
    squat_only = replace(SESSION, exercises=SESSION.exercises[:2])
    told = read_quick("goblet squat 8 @ 16; plank 30s", Units.METRIC).exercises
    meant = [
        MeantExercise(exercise=catalogue()[key], told=each)
        for key, each in zip(("goblet_squat", "plank"), told, strict=True)
    ]
    logged = log_quick(meant, [plank_only, squat_only], {}, author(), lambda: "x", units=Units.METRIC)
    sets = [each.entry for each in logged.entries if isinstance(each.entry, SetDone)]
    assert [each.session for each in sets] == [SESSION.uid, "other"]
