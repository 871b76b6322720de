from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.fake_store import FakeStore
from tests.logged_plan import (
    DEADLIFT,
    EXERCISES,
    ROW,
    SETS,
    SQUAT,
    TEN_MINUTES,
    TODAY,
    author,
    session,
)

from runlift.application.keep_entries import keep_entries
from runlift.application.log_session import Interview, answer, begin, kept
from runlift.application.log_steps import sets_to_do
from runlift.bootstrap import make_plan, read_athlete, read_running_plan
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import BodyPart, Pain, SessionDone, SessionState, SetDone, SetKind
from runlift.domain.plan.session import Side
from runlift.domain.quantity import Severity

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

WHO = "ada"
SESSION = session()
ANSWERS = st.one_of(
    st.sampled_from(
        [
            "",
            "8",
            "8x16",
            "8 @ 2x12",
            "r2",
            "16kg",
            "p 4 knee",
            "n tired",
            "s",
            "x",
            "b",
            "t",
            "q",
            "?",
            "left",
        ]
    ),
    st.text(max_size=12),
)


@dataclass
class Logger:
    """Somebody who logs with a store, as the command does, a minute an answer."""

    store: FakeStore = field(default_factory=FakeStore)
    units: Units = Units.METRIC
    on: date | None = None
    minutes: int = 0
    interview: Interview = field(init=False)

    def __post_init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        recorded = self.store.recorded(WHO)
        self.interview = begin(SESSION, recorded, author(minutes=self.minutes), units=self.units, on=self.on)

    def say(self, *answers: str) -> Logger:
        for text in answers:
            self.minutes += 1
            self.interview = answer(self.interview, text, author(minutes=self.minutes))
            entries = keep_entries(self.store, WHO, self.interview.to_record)
            self.interview = kept(self.interview, entries)
        return self

    @property
    def sets(self) -> tuple[SetDone, ...]:
        found = Diary.of(self.store.recorded(WHO)).of_kind(SetDone)
        return tuple(sorted(found, key=lambda each: each.position))

    @property
    def done(self) -> SessionDone:
        (found,) = Diary.of(self.store.recorded(WHO)).of_kind(SessionDone)
        return found

    @property
    def asked(self) -> tuple[str, int, Side]:
        question = self.interview.question
        assert question is not None
        assert question.step is not None
        todo = question.step.sets[0]
        return todo.exercise.exercise, todo.number, todo.prescribed.side

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.interview.findings]


def test_enter_alone_logs_everything_as_it_was_prescribed() -> None:
    logger = Logger().say(*[""] * 12, "7")
    asked = [each for exercise in EXERCISES for each in exercise.sets]
    assert len(logger.sets) == SETS
    for done, each in zip(logger.sets, asked, strict=True):
        assert (done.reps, done.seconds, done.load_kg, done.rir) == (
            each.reps,
            each.seconds,
            each.load_kg,
            each.rir,
        )
        assert done.side is each.side
    assert logger.interview.question is None
    assert (logger.done.state, logger.done.effort, logger.done.place) == (SessionState.DONE, 7, "gym")
    assert logger.done.ends_at == author(minutes=13).wall


def test_the_warm_up_is_asked_as_a_whole_and_each_set_after_it_alone() -> None:
    logger = Logger()
    assert logger.interview.question is not None
    assert logger.interview.question.step is not None
    assert len(logger.interview.question.step.sets) == 2
    logger.say("")
    assert [each.kind for each in logger.sets] == [SetKind.WARM_UP] * 2
    assert logger.asked == ("goblet_squat", 1, Side.BOTH)


def test_sets_of_the_warm_up_are_not_counted_one_by_one() -> None:
    logger = Logger().say("8x16")
    assert logger.codes == ["warm_up_as_a_whole"]
    assert not logger.sets


def test_lead_up_sets_are_no_working_sets() -> None:
    logger = Logger().say("", "", "")
    assert [each.kind for each in logger.sets[2:]] == [SetKind.WARM_UP, SetKind.WORK]


def test_each_side_is_asked_by_itself() -> None:
    logger = Logger().say("", "", "", "")
    assert logger.asked == ("db_row", 1, Side.LEFT)
    logger.say("8")
    assert logger.asked == ("db_row", 1, Side.RIGHT)
    logger.say("7")
    assert [(each.side, each.reps) for each in logger.sets[-2:]] == [(Side.LEFT, 8), (Side.RIGHT, 7)]


def test_the_other_side_than_the_one_asked_is_refused() -> None:
    logger = Logger().say("", "", "", "", "7 right")
    assert logger.codes == ["other_side"]
    assert logger.say("7 left").sets[-1].reps == 7


def test_what_differs_is_told_and_the_rest_stays_as_prescribed() -> None:
    logger = Logger().say("", "", "8 @ 16 r2 p 4 knee n heels came up")
    done = logger.sets[-1]
    assert (done.reps, done.load_kg, done.rir) == (8, 16, 2)
    assert (done.pain, done.pain_at, done.note) == (4, BodyPart.KNEE, "heels came up")


def test_the_amount_stays_as_prescribed_where_only_the_reserve_is_told() -> None:
    logger = Logger().say("", "", "8", "r1")
    assert (logger.sets[-1].reps, logger.sets[-1].rir) == (SQUAT.sets[-1].reps, 1)


def test_a_load_that_was_changed_is_kept_for_the_later_sets_alike() -> None:
    logger = Logger().say("", "12kg", "16kg", "")
    assert [each.load_kg for each in logger.sets[2:]] == [12, 16, 16]  # the lead-up set is none of its like
    logger.say("12kg", "")
    assert [each.load_kg for each in logger.sets[-2:]] == [12, 12]  # from the left side to the right


def test_loads_are_in_the_runners_own_units() -> None:
    done = Logger(units=Units.IMPERIAL).say("", "", "8x35").sets[-1]
    assert done.load_kg == pytest.approx(15.876)


def test_a_load_told_for_two_weights_is_told_how_it_was_taken() -> None:
    logger = Logger().say("", *[""] * 7, "8x12")
    assert logger.codes == ["both_hands_together"]
    assert logger.sets[-1].load_kg == 12
    assert logger.say("b", "@ 2x12").sets[-1].load_kg == DEADLIFT.sets[0].load_kg


def test_a_band_can_be_changed() -> None:
    logger = Logger().say("", *[""] * 8, "12 medium band")
    assert (logger.sets[-1].reps, logger.sets[-1].band) == (12, "medium")


def test_a_held_set_is_told_in_seconds() -> None:
    logger = Logger().say("", *[""] * 9, "25", "1:10")
    assert [each.seconds for each in logger.sets[-2:]] == [25, 70]


def test_a_set_left_out_is_no_set_and_is_not_asked_again() -> None:
    logger = Logger().say("", "", "s")
    assert len(logger.sets) == 3
    logger.begin()
    assert logger.asked == ("goblet_squat", 2, Side.BOTH)


def test_the_rest_of_an_exercise_can_be_left_out() -> None:
    logger = Logger().say("", "", "", "", "", "x")
    assert logger.asked[0] == "rdl_db"
    assert [each.side for each in logger.sets if each.exercise == "db_row"] == [Side.LEFT]


def test_the_ten_minute_version_leaves_out_what_it_does_not_hold() -> None:
    logger = Logger().say("t")
    assert logger.asked[0] == "goblet_squat"
    logger.say("", "", "", "4")
    short = [each.exercise for exercise in TEN_MINUTES for each in [exercise] * len(exercise.sets)]
    assert [each.exercise for each in logger.sets] == short
    assert logger.done.state is SessionState.DONE


def test_going_back_corrects_a_set_and_then_goes_on() -> None:
    logger = Logger().say("", "", "", "", "b")
    assert logger.asked == ("goblet_squat", 2, Side.BOTH)
    before = logger.sets[-1]
    logger.say("6")
    assert logger.sets[-1].reps == 6
    assert logger.sets[-1].done_at == before.done_at
    assert logger.asked == ("db_row", 1, Side.LEFT)
    history = logger.store.history(WHO, f"set:{SESSION.uid}:goblet_squat:2")
    assert [each.revision for each in history] == [1, 2]


def test_going_back_and_accepting_changes_nothing() -> None:
    logger = Logger().say("", "", "8", "b")
    count = len(logger.store.recorded(WHO))
    logger.say("")
    assert len(logger.store.recorded(WHO)) == count
    assert logger.sets[-1].reps == 8


def test_going_back_can_leave_out_what_was_logged_and_log_what_was_left_out() -> None:
    logger = Logger().say("", "s", "b", "5")
    assert logger.sets[-1].reps == 5
    logger.say("b", "s")
    assert len(logger.sets) == 2


def test_there_is_nothing_before_the_first_step() -> None:
    assert Logger().say("b").codes == ["first_set"]


@pytest.mark.parametrize("word", ["s", "x", "t"])
def test_words_about_sets_mean_nothing_once_all_are_told(word: str) -> None:
    assert Logger().say(*[""] * 12, word).codes == ["only_at_a_set"]


@pytest.mark.parametrize("level", [4, 7])
def test_pain_above_the_limit_ends_the_exercise_and_enter_goes_on_without_it(level: int) -> None:
    logger = Logger().say("", "", f"p {level} knee")
    assert logger.codes == ["pain_ends_exercise"]
    assert logger.asked == ("goblet_squat", 2, Side.BOTH)
    logger.say("")
    assert logger.asked[0] == "db_row"
    assert [each.exercise for each in logger.sets].count(
        "goblet_squat"
    ) == 2  # the lead-up set, and what hurt


def test_much_pain_of_a_leg_leaves_out_what_else_loads_the_legs_but_not_the_arms() -> None:
    logger = Logger().say("", "", "p 7 knee")
    while logger.interview.question is not None:
        logger.say("")
    assert {each.exercise for each in logger.sets[4:]} == {"db_row", "band_pull_apart", "plank"}


@pytest.mark.parametrize("text", ["p 7 knee", "n hurts", "r2", "12kg"])
def test_after_pain_no_set_is_taken_as_done_unless_it_is_said_how_much(text: str) -> None:
    logger = Logger().say("", "", "p 7 knee")
    count = len(logger.sets)
    assert logger.say(text).codes == ["say_how_much"]
    assert len(logger.sets) == count
    assert logger.say("4").sets[-1].reps == 4


def test_pain_still_speaks_against_an_exercise_when_the_session_is_gone_on_with() -> None:
    logger = Logger().say("", "", "p 7 knee", "q")
    logger.begin()
    assert logger.say("").asked[0] == "db_row"


def test_pain_that_may_be_worked_with_changes_nothing() -> None:
    logger = Logger().say("", "", "p 3 knee")
    assert logger.codes == []
    logger.say("")
    assert logger.sets[-1].exercise == "goblet_squat"


def test_a_set_told_before_stays_when_it_is_looked_at_again_after_pain() -> None:
    logger = Logger().say("", "", "9 p 7 knee", "b", "")
    assert (logger.sets[-1].reps, logger.sets[-1].pain) == (9, 7)


def test_pain_told_by_itself_on_the_day_counts_while_the_session_is_done() -> None:
    yesterday = TODAY - timedelta(days=1)
    for day, on, asked in ((TODAY, None, "db_row"), (yesterday, yesterday, "goblet_squat")):
        store = FakeStore()
        store.record(WHO, [author().write("pain:1", Pain(date=day, at=BodyPart.KNEE, level=7), {})])
        assert Logger(store, on=on).say("", "").asked[0] == asked


def test_a_rest_follows_a_set_as_prescribed_but_not_a_correction() -> None:
    logger = Logger().say("", "")
    assert logger.interview.rest_s == SQUAT.sets[0].rest_s
    logger.say("", "", "")
    assert logger.interview.rest_s == ROW.sets[0].rest_s
    logger.say("b", "7")
    assert logger.interview.rest_s == 0


def test_what_is_not_understood_is_asked_again_with_the_place() -> None:
    logger = Logger().say("", "", "8 wobbly")
    (finding,) = logger.interview.findings
    assert finding.severity is Severity.ERROR
    assert "wobbly" in finding.message
    assert finding.place == "column 3"
    assert logger.asked == ("goblet_squat", 1, Side.BOTH)


def test_leaving_and_coming_back_goes_on_at_the_first_set_not_told() -> None:
    logger = Logger().say("", "", "", "q")
    assert logger.interview.left
    assert logger.interview.question is None
    assert logger.done.state is SessionState.OPEN
    began = logger.done.starts_at
    logger.begin()
    assert logger.asked == ("goblet_squat", 2, Side.BOTH)
    logger.say(*[""] * 9, "")
    assert logger.done.starts_at == began


def test_a_session_that_is_done_can_be_opened_again_to_correct_it() -> None:
    logger = Logger().say(*[""] * 12, "7 n good")
    ended = logger.done.ends_at
    logger.begin()
    question = logger.interview.question
    assert question is not None
    assert (question.step, question.effort) == (None, 7)
    logger.say("b", "20", "")
    assert logger.sets[-1].seconds == 20
    assert (logger.done.effort, logger.done.note, logger.done.ends_at) == (7, "good", ended)


def test_a_session_of_which_all_was_left_out_is_not_done() -> None:
    logger = Logger().say(*["x"] * 6, "")
    assert logger.done.state is SessionState.SKIPPED
    assert not logger.sets


def test_a_session_of_a_past_day_gets_times_of_that_day() -> None:
    yesterday = TODAY - timedelta(days=1)
    logger = Logger(on=yesterday).say(*[""] * 12, "6")
    times = [each.done_at for each in logger.sets]
    assert times == sorted(times)
    assert {each.date() for each in times} == {yesterday}
    assert logger.done.ends_at is not None
    assert logger.done.ends_at - logger.done.starts_at == timedelta(minutes=SESSION.minutes)


def test_every_answer_is_kept_before_the_next_question() -> None:
    logger = Logger()
    for number in range(1, 13):
        logger.say("")
        told = [step for step in logger.interview.steps if logger.interview.is_told(step)]
        assert len(told) == number
        assert len(logger.sets) == sum(len(step.sets) for step in told)


@settings(deadline=None)
@given(st.lists(ANSWERS, max_size=25))
def test_whatever_is_answered_nothing_told_is_lost_and_it_can_be_gone_on_with(answers: list[str]) -> None:
    logger = Logger()
    for text in answers:
        if logger.interview.question is None:
            break
        logger.say(text)
    again = begin(SESSION, logger.store.recorded(WHO), author(minutes=99), units=Units.METRIC)
    assert again.sets_done == logger.interview.sets_done == logger.sets
    if logger.interview.at is None:
        assert again.place == logger.interview.place


@settings(deadline=None)
@given(st.lists(ANSWERS, max_size=20))
def test_saying_the_same_twice_is_saying_it_once(answers: list[str]) -> None:
    once, twice = Logger(), Logger()
    for text in answers:
        if once.interview.question is None:
            break
        once.say(text)
        twice.say(text)
        assert twice.store.record(WHO, twice.interview.to_record).added == ()
    assert once.sets == twice.sets


def test_an_interview_that_is_over_takes_no_answer() -> None:
    with pytest.raises(ValueError, match="asked"):
        Logger().say("q", "8")


def test_the_ten_minute_version_holds_only_sets_of_the_whole_session(examples: Path) -> None:
    athlete = read_athlete(examples / "athlete-example.toml", today=TODAY)
    runs = read_running_plan(examples / "plans" / "half-marathon-all-day.ics", today=TODAY)
    first = runs.plan.days[0].date
    sessions = make_plan(athlete, runs, first_day=first).sessions
    assert sessions
    for each in sessions:
        whole = {todo.id: todo.prescribed for todo in sets_to_do(each.uid, each.exercises)}
        for todo in sets_to_do(each.uid, each.ten_minutes):
            assert whole[todo.id].load_kg == todo.prescribed.load_kg
            assert whole[todo.id].reps == todo.prescribed.reps
