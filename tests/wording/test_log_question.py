from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.logged_plan import author, session

from runlift.application.log_session import answer, begin
from runlift.application.set_amount import Measure
from runlift.application.set_answer import read_set_answer
from runlift.domain.athlete.profile import Units
from runlift.wording.log_question import EFFORT, FORMS, help_lines, question_words

if TYPE_CHECKING:
    from runlift.application.log_session import Interview

COMMANDS = {"Enter", "s", "x", "b", "t", "q"}


def after(*answers: str) -> Interview:
    interview = begin(session(), (), author(), units=Units.METRIC)
    for text in answers:
        interview = answer(interview, text, author())
    return interview


def asked(interview: Interview) -> str:
    assert interview.question is not None
    return question_words(interview.question, Units.METRIC)


def test_each_question_tells_what_enter_would_log() -> None:
    assert asked(after()) == "warm-up: Leg swing front-back"
    assert asked(after("")) == "lead-up set 1 of 1: 6 @ 8 kg, 4 in reserve"
    assert asked(after("", "", "8x16")) == "set 2 of 2: 10 @ 16 kg, 3 in reserve"
    assert asked(after(*[""] * 4)) == "set 1 of 2, left side: 8 @ 10 kg, 3 in reserve"
    assert asked(after(*[""] * 10)) == "set 1 of 2: 30 s"


def test_after_pain_the_question_says_that_enter_does_not_go_on() -> None:
    found = asked(after("", "", "p 7 knee"))
    assert found.startswith("set 2 of 2: 10 @ 14 kg, 3 in reserve. ")
    assert "pain 7 of 10 (knee) Enter leaves this exercise out" in found
    assert "knee" not in asked(after("", "", "p 7 knee", ""))
    assert "pain 7 of 10 Enter" in asked(after("", "", "p 7"))


def test_the_effort_is_asked_with_what_was_told_before() -> None:
    question = after(*[""] * 12).question
    assert question is not None
    assert question_words(question, Units.METRIC) == EFFORT
    assert question_words(replace(question, effort=7), Units.METRIC).endswith("[7]")


def test_every_form_of_the_help_is_understood() -> None:
    forms = [one for form, _ in FORMS if form not in COMMANDS for one in form.split(", ")]
    assert forms
    for form in forms:
        read_set_answer(form, Units.METRIC, Measure.REPS)
    example = help_lines()[-1].partition("put together: ")[2].rstrip(".")
    assert read_set_answer(example, Units.METRIC, Measure.REPS).details.note == "cold gym"


def test_every_command_of_the_help_does_something() -> None:
    for word in COMMANDS - {"Enter"}:
        assert after("", "", word) != replace(after("", ""), to_record=(), rest_s=0)
