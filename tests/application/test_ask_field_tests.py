from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.application.ask_field_tests import Says, answer_test, begin_tests
from runlift.application.author import Author
from runlift.application.entry_id import field_test_entry
from runlift.application.error import InputError
from runlift.application.tell_field_test import tell_field_test
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.threshold import NOT_TOLD
from runlift.domain.diary.entry import BodyPart, FieldTestDone, Pain
from runlift.domain.plan.body import NOTHING_KNOWN, Body, Clearance, Go, OpenComplaint, Stage
from runlift.domain.plan.session import Side
from runlift.wording.screening import LIMIT_WORDS

if TYPE_CHECKING:
    from runlift.application.ask_field_tests import Battery
    from runlift.domain.diary.diary import Recorded

DAY = date(2027, 1, 4)
AUTHOR = Author(device="phone", now=datetime(2027, 1, 4, 18, tzinfo=UTC))
HURTS = Body(
    complaints=(OpenComplaint(complaint="pfp", first=DAY, stage=Stage.SORE, since=DAY, last_told=DAY),)
)
answers = st.lists(st.sampled_from(["", "0", "3", "12", "22", "b", "q", "?", "p 2", "p 4 knee", "x", "999"]))


def answered(*texts: str, body: Body = NOTHING_KNOWN, told: tuple[Recorded, ...] = ()) -> list[Battery]:
    """Answer as long as anything is asked; return the battery after each answer."""
    ids = count()
    steps = [begin_tests(told, body, NOT_TOLD, DAY)]
    for text in texts:
        if steps[-1].question is None:
            break
        steps.append(answer_test(steps[-1], text, AUTHOR, lambda: f"pain:{next(ids)}"))
    return steps


def recorded(steps: list[Battery]) -> tuple[Recorded, ...]:
    return tuple(each for step in steps for each in step.to_record)


def entry(test: str, left: float, right: float, day: date) -> Recorded:
    done = FieldTestDone(date=day, test=test, left=left, right=right)
    return AUTHOR.write(field_test_entry(test, day), done, {})


@given(texts=answers)
def test_no_answer_loses_what_was_told_or_asks_beyond_the_last_test(texts: list[str]) -> None:
    steps = answered("0", *texts)
    for before, after in pairwise(steps):
        kept = {each.test for each in after.told}
        assert {each.test for each in before.told} <= kept
        assert after.at <= len(after.tests)
        assert not (after.to_record and after.findings)
    again = begin_tests(recorded(steps), NOTHING_KNOWN, NOT_TOLD, DAY)
    assert again.told == steps[-1].told


@given(texts=answers)
def test_hops_are_never_taken_down_with_a_complaint_or_with_pain_now(texts: list[str]) -> None:
    hops = {id_ for id_, each in field_tests().items() if each.hops}
    for steps in (answered("0", *texts, body=HURTS), answered("3", *texts), answered("", *texts)):
        questions = [each.question for each in steps]
        assert not any(each and each.test and each.test.hops for each in questions)
        assert not {each.test for each in steps[-1].told} & hops


def test_left_right_and_pain_make_a_result() -> None:
    *_, last = answered("0", "22", "17,5", "1")
    (told,) = last.told
    assert (told.test, told.left, told.right, told.pain) == ("heel_raise", 22, 17.5, 1)
    assert last.question is not None
    assert last.question.place == 2


def test_leaving_and_coming_back_goes_on_after_what_was_told() -> None:
    steps = answered("0", "22", "17", "0", "30", "q")
    assert steps[-1].left
    *_, again = answered("0", told=recorded(steps))
    assert again.question is not None
    assert again.question.test is not None
    assert again.question.test.id == "single_leg_bridge"
    assert again.question.side is Side.LEFT


def test_back_goes_to_the_figure_before_and_to_the_test_before() -> None:
    *_, last = answered("0", "22", "b", "23", "17", "0", "b")
    assert last.question is not None
    assert last.question.before is not None
    assert last.question.before.left == 23
    *_, kept = answered("0", "22", "17", "0", "b", "")
    assert kept.says == (Says.AS_TOLD,)
    assert len(kept.told) == 1


def test_pain_above_two_stops_a_test_and_is_kept_with_its_place() -> None:
    *_, last = answered("0", "22", "p 4 left knee")
    assert last.told == ()
    assert last.says == (Says.STOP_TEST,)
    (pain,) = (each.entry for each in last.to_record)
    assert isinstance(pain, Pain)
    assert (pain.at, pain.side, pain.level) == (BodyPart.KNEE, Side.LEFT, 4)


def test_pain_up_to_two_is_told_with_the_result() -> None:
    *_, last = answered("0", "22", "p 2", "20")
    (told,) = last.told
    assert told.pain == 2


def test_any_pain_in_a_hop_ends_the_hops() -> None:
    to_the_hop = ["0", *[""] * 6]
    *_, last = answered(*to_the_hop, "p 1 shin")
    assert Says.STOP_HOPPING in last.says
    assert last.question is not None
    assert last.question.test is not None
    assert last.question.test.id == "side_plank"


def test_a_hop_asks_for_its_pain() -> None:
    *_, last = answered("0", *[""] * 6, "120", "118", "")
    assert [each.code for each in last.findings] == ["pain_not_told"]
    assert last.question is not None
    assert last.question.side is None


def test_much_pain_before_it_ends_the_tests_of_the_day() -> None:
    *_, last = answered("6")
    assert last.question is None
    assert last.says == (Says.NO_TESTS_TODAY,)


@pytest.mark.parametrize("wrong", ["abc", "-3", "1e3", "999", "p 11", "p 3 moon"])
def test_what_is_no_result_is_told_and_asked_again(wrong: str) -> None:
    *_, last = answered("0", wrong)
    assert last.findings
    assert last.question is not None
    assert last.question.side is Side.LEFT


def test_only_what_is_worth_doing_again_is_asked() -> None:
    week = DAY - timedelta(days=7)
    even, weak = entry("balance_reach", 60, 60, week), entry("heel_raise", 30, 22, week)
    asked = {each.id for each in begin_tests((even, weak), NOTHING_KNOWN, NOT_TOLD, DAY).tests}
    assert "heel_raise" in asked
    assert "balance_reach" not in asked
    assert "side_plank" in asked


def test_under_18_nothing_is_tested_to_the_limit() -> None:
    battery = begin_tests((), NOTHING_KNOWN, NOT_TOLD, DAY, minor=True)
    asked = set()
    battery = answer_test(battery, "0", AUTHOR, str)
    while (question := battery.question) is not None and question.test is not None:
        asked.add(question.test.id)
        battery = answer_test(battery, "", AUTHOR, str)
    assert asked == {id_ for id_, each in field_tests().items() if "keep_reserve" not in each.barred_by}
    assert "heel_raise" not in asked
    assert "knee_to_wall" in asked


@given(limit=st.sampled_from(sorted(LIMIT_WORDS)), texts=answers)
def test_what_a_limit_speaks_against_is_never_asked(limit: str, texts: list[str]) -> None:
    limited = Body(clearance=Clearance(outcome=Go.LIMITS, limits=(limit,)))
    questions = [each.question for each in answered("0", *texts, body=limited)]
    assert not any(each and each.test and limit in each.test.barred_by for each in questions)


def test_nothing_is_taken_down_before_somebody_was_asked() -> None:
    stopped = Body(clearance=Clearance(outcome=Go.ASK, asks=("fainting",)))
    done = FieldTestDone(date=DAY, test="knee_to_wall", left=10, right=10)
    with pytest.raises(InputError) as told:
        tell_field_test(done, stopped, {}, AUTHOR)
    assert [each.code for each in told.value.findings] == ["no_test_before_asking"]


def test_every_limit_of_a_test_is_one_of_the_answers_before_training() -> None:
    assert {limit for each in field_tests().values() for limit in each.barred_by} <= set(LIMIT_WORDS)
