"""The questions of logging a session, and how to answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.diary.entry import BodyPart
from runlift.domain.plan.session import Side
from runlift.wording.entry import set_words
from runlift.wording.names import exercise_name

if TYPE_CHECKING:
    from runlift.application.log_session import Question
    from runlift.domain.athlete.profile import Units

EFFORT = "How hard was the whole session, 0 (nothing) to 10 (all you had)?"
HOW_IN_SHORT = (
    'Enter: done as written. Else write what you did, such as "8", "8x16" or "s" to skip. "?" shows all.'
)
FORMS = (
    ("Enter", "done as written"),
    ("8", "8 repetitions (seconds or contacts where these are asked)"),
    ("8x16", "8 repetitions with 16 in all; 2x12kg is a weight of 12 kg in each hand"),
    ("8 @ 16 r2", "the same with 2 repetitions left in reserve; rpe 8 says it too, f means to failure"),
    ("16kg, 35lb, bw", "another load, or none"),
    ("light band", "another band"),
    ("p 4 knee", "pain of 4 out of 10, and where"),
    ("n it felt easy", "a note, up to the end of the line"),
    ("s", "skip this set"),
    ("x", "skip what is left of this exercise"),
    ("b", "back one set, to correct it"),
    ("t", "the ten-minute version: skip what it does not hold"),
    ("q", "leave; runlift log goes on where you left"),
)
LONGEST_FORM = max(len(form) for form, _ in FORMS)


def help_lines() -> list[str]:
    """Return every form of an answer, one a line."""
    return [
        *(f"{form:<{LONGEST_FORM}}  {meaning}" for form, meaning in FORMS),
        "What you leave out stays as written, and forms can be put together: 6 @ 14 r1 p 3 shin n cold gym.",
    ]


def question_words(question: Question, units: Units) -> str:
    """Return what is asked, such as `set 2 of 3, left side: 8 @ 16 kg, 2 in reserve`."""
    if question.step is None:
        before = "" if question.effort is None else f" [{question.effort:g}]"
        return f"{EFFORT}{before}"
    if question.step.is_warm_up:
        return f"warm-up: {', '.join(_exercises(question))}"
    todo = question.step.sets[0]
    kind = "lead-up set" if todo.prescribed.warm_up else "set"
    side = "" if todo.prescribed.side is Side.BOTH else f", {todo.prescribed.side.value} side"
    suggested = question.suggested[0]
    words = set_words(suggested, units)
    for told in (", left side", ", right side", ", warm-up"):
        words = words.replace(told, "")
    return f"{kind} {todo.number} of {todo.of}{side}: {words}{_left_out_by(question)}"


def _left_out_by(question: Question) -> str:
    """Say that Enter does not go on with what pain speaks against."""
    if question.hurts is None:
        return ""
    told = question.hurts.figures
    place = "" if told["part"] == BodyPart.OTHER else f" ({told['part']})"
    return (
        f". After pain {told['pain']} of 10{place} Enter leaves this exercise out; "
        'write what you did, like "8", only if you did it'
    )


def _exercises(question: Question) -> list[str]:
    sets = question.step.sets if question.step else ()
    return [exercise_name(each) for each in dict.fromkeys(one.exercise.exercise for one in sets)]
