"""Ask a runner set by set what was done of a session.

The flow is pure: whoever prints the questions and reads the lines keeps the `Interview`, hands it back with
the next answer, and keeps `to_record` in the store before asking on. Whatever was kept is known when the
interview begins again, so it can be left at any moment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from runlift.application.author import latest_versions
from runlift.application.entry_id import session_entry
from runlift.application.log_findings import (
    first_set,
    no_ten_minutes,
    not_understood,
    only_at_a_set,
    pain_ends,
)
from runlift.application.log_pain import pain_against
from runlift.application.log_steps import held_set, is_left_out, left_out, sets_to_do, steps_of
from runlift.application.log_suggestion import suggested, told
from runlift.application.set_answer import read_effort_answer
from runlift.application.set_words import WordError
from runlift.domain.diary.entry import SessionDone, SessionState, SetDone
from runlift.domain.quantity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from runlift.application.author import Author
    from runlift.application.log_steps import SetToDo, Step
    from runlift.domain.athlete.profile import Units
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.quantity import Finding, Reason

SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked now.

    Attributes:
        step: The set or the warm-up that is asked; None when the effort of the session is.
        suggested: What Enter alone records of the step.
        corrects: Whether it was told before.
        hurts: Pain that speaks against the set, None without any: Enter alone then leaves its exercise out.
        effort: Effort told before; None when it was not.
    """

    step: Step | None
    suggested: tuple[SetDone, ...] = ()
    corrects: bool = False
    hurts: Reason | None = None
    effort: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """How far the logging of a session has come.

    Attributes:
        session: The session.
        units: What the runner writes.
        steps: What is asked, in order.
        held: Latest version of every entry told of the session, by id, also of those taken back.
        began: Local time at which it began.
        on: The day it was done on, when that is past; None while it is being done.
        at: Number of the step that the runner went back to; None for the first that was not told.
        to_record: Entries that the last answer made.
        findings: What to tell about the last answer.
        rest_s: Rest that follows what was told last [s].
        help_wanted: Whether the runner asked how to answer.
        left: Whether the runner left, to go on later.
        ended: Whether everything is told.
    """

    session: PlannedSession
    units: Units
    steps: tuple[Step, ...]
    held: Mapping[str, Recorded]
    began: datetime
    on: date | None = None
    at: int | None = None
    to_record: tuple[Recorded, ...] = ()
    findings: tuple[Finding, ...] = ()
    rest_s: int = 0
    help_wanted: bool = False
    left: bool = False
    ended: bool = False

    @property
    def place(self) -> int:
        """Number of the step that is asked, from 0; the count of all when each is told."""
        if self.at is not None:
            return self.at
        untold = (number for number, step in enumerate(self.steps) if not self.is_told(step))
        return next(untold, len(self.steps))

    @property
    def question(self) -> Question | None:
        """What to ask now; None at the end, or when the runner left."""
        if self.left or self.ended:
            return None
        if self.place == len(self.steps):
            session = self.session_done
            return Question(step=None, effort=session.effort if session else None)
        step = self.steps[self.place]
        return Question(
            step=step,
            suggested=tuple(suggested(each, self.steps, self.held, self.began) for each in step.sets),
            corrects=self.is_told(step),
            hurts=None if step.is_warm_up or self.is_told(step) else self.pain_against(step),
        )

    @property
    def session_done(self) -> SessionDone | None:
        """How the session went, as far as it is told."""
        recorded = self.held.get(session_entry(self.session.uid))
        if recorded is None or recorded.withdrawn or not isinstance(recorded.entry, SessionDone):
            return None
        return recorded.entry

    @property
    def sets_done(self) -> tuple[SetDone, ...]:
        """The sets that were done, in order."""
        told = (each.entry for each in self.held.values() if not each.withdrawn)
        done = (each for each in told if isinstance(each, SetDone) and each.session == self.session.uid)
        return tuple(sorted(done, key=lambda each: each.position))

    def pain_against(self, step: Step) -> Reason | None:
        """Return the pain told of this session or its day that speaks against a step."""
        day = self.began.date() if self.on is None else None
        exercise = step.sets[0].exercise.exercise
        return pain_against(exercise, self.held.values(), session=self.session.uid, day=day)

    def is_told(self, step: Step) -> bool:
        """Whether each set of a step was told, done or left out."""
        return all(self._is_told(each) for each in step.sets)

    def _is_told(self, todo: SetToDo) -> bool:
        recorded = self.held.get(todo.id)
        return held_set(recorded) is not None or is_left_out(recorded)


def begin(
    session: PlannedSession,
    recorded: Iterable[Recorded],
    author: Author,
    *,
    units: Units,
    on: date | None = None,
) -> Interview:
    """Begin, or go on with what was left.

    Args:
        session: The session.
        recorded: Every version of every entry of the runner's diary.
        author: Who writes, and when.
        units: What the runner writes.
        on: The day it was done on; today when None.
    """
    past = on if on is not None and on < author.today else None
    began = author.wall if past is None else datetime.combine(past, session.start)
    interview = Interview(
        session=session,
        units=units,
        steps=steps_of(session),
        held=latest_versions(recorded),
        began=began,
        on=past,
    )
    done = interview.session_done
    return (
        interview
        if done is None or done.state is SessionState.SKIPPED
        else replace(interview, began=done.starts_at)
    )


def answer(interview: Interview, text: str, author: Author) -> Interview:
    """Take an answer: go on to the next question, or stay with a finding when it is not understood.

    Raises:
        ValueError: There is no question left.
    """
    question = interview.question
    if question is None:
        raise ValueError("nothing is asked any more")
    interview = replace(interview, to_record=(), findings=(), rest_s=0, help_wanted=False)
    command = _COMMANDS.get(text.strip().lower())
    try:
        if command is not None:
            return command(interview, question, author)
        if question.step is None:
            return _end(interview, question, text, author)
        return _tell(interview, question, text, author)
    except WordError as error:
        return replace(interview, findings=(not_understood(error, text),))


def kept(interview: Interview, recorded: Iterable[Recorded]) -> Interview:
    """Take over the entries as the store kept them."""
    return replace(interview, held={**interview.held, **{each.id: each for each in recorded}})


def _tell(interview: Interview, question: Question, text: str, author: Author) -> Interview:
    """Record what was done of a step."""
    step = question.step
    if step is None:
        raise ValueError("no set is asked")
    if question.hurts is not None and not text.strip():
        return _leave_out_exercise(interview, question, author)
    done, findings = told(step, question.suggested, text, interview.units, hurts=question.hurts is not None)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return replace(interview, findings=findings)
    entries = [
        entry
        for todo, each in zip(step.sets, done, strict=True)
        if (entry := _set_entry(interview, todo, each, author)) is not None
    ]
    recorded = _recorded(interview, entries, author)
    return replace(
        recorded,
        findings=(*findings, *_about_pain(recorded, step, done[0])),
        rest_s=0 if question.corrects else step.sets[-1].prescribed.rest_s,
        at=None,
    )


def _about_pain(interview: Interview, step: Step, done: SetDone) -> Iterator[Finding]:
    """Yield what pain told with a set means for what is left of its exercise."""
    if done.pain is not None and interview.pain_against(step) is not None:
        yield pain_ends(done.pain)


def _set_entry(interview: Interview, todo: SetToDo, done: SetDone, author: Author) -> Recorded | None:
    """Return the entry of a set; None when it was told so before."""
    before = held_set(interview.held.get(todo.id))
    if before == done:
        return None
    done_at = _time_of(interview, todo, author) if before is None else before.done_at
    return author.write(todo.id, replace(done, done_at=done_at), interview.held)


def _leave_out_set(interview: Interview, question: Question, author: Author) -> Interview:
    if question.step is None:
        return replace(interview, findings=(only_at_a_set("s"),))
    return _leave_out(interview, question.step.sets, author)


def _leave_out_exercise(interview: Interview, question: Question, author: Author) -> Interview:
    """Leave out the set that is asked and all of its exercise that are not told."""
    if question.step is None:
        return replace(interview, findings=(only_at_a_set("x"),))
    asked = question.step.sets[0].exercise
    others = (each for step in interview.steps if not interview.is_told(step) for each in step.sets)
    sets = (*question.step.sets, *(each for each in others if each.exercise is asked))
    return _leave_out(interview, tuple(dict.fromkeys(sets)), author)


def _shorten(interview: Interview, question: Question, author: Author) -> Interview:
    """Leave out what the ten-minute version does not hold."""
    if question.step is None:
        return replace(interview, findings=(only_at_a_set("t"),))
    short = {each.id for each in sets_to_do(interview.session.uid, interview.session.ten_minutes)}
    if not short:
        return replace(interview, findings=(no_ten_minutes(),))
    untold = (each for step in interview.steps if not interview.is_told(step) for each in step.sets)
    return _leave_out(interview, tuple(each for each in untold if each.id not in short), author)


def _leave_out(interview: Interview, sets: tuple[SetToDo, ...], author: Author) -> Interview:
    entries = [
        author.write(
            each.id, left_out(each, _time_of(interview, each, author)), interview.held, withdrawn=True
        )
        for each in sets
        if not is_left_out(interview.held.get(each.id))
    ]
    return replace(_recorded(interview, entries, author), at=None)


def _back(interview: Interview, _question: Question, _author: Author) -> Interview:
    if interview.place == 0:
        return replace(interview, findings=(first_set(),))
    return replace(interview, at=interview.place - 1)


def _leave(interview: Interview, _question: Question, _author: Author) -> Interview:
    return replace(interview, left=True)


def _help(interview: Interview, _question: Question, _author: Author) -> Interview:
    return replace(interview, help_wanted=True)


def _end(interview: Interview, question: Question, text: str, author: Author) -> Interview:
    """Record how the whole session was."""
    effort, note = read_effort_answer(text)
    before = interview.session_done or _opened(interview)
    done = replace(
        before,
        state=SessionState.DONE if interview.sets_done else SessionState.SKIPPED,
        ends_at=before.ends_at or _end_of(interview, author),
        effort=question.effort if effort is None else effort,
        note=note or before.note,
    )
    entries = [] if done == interview.session_done else [_session_entry(interview, done, author)]
    return replace(_with(interview, entries), ended=True)


def _recorded(interview: Interview, entries: list[Recorded], author: Author) -> Interview:
    """Take down entries, and with the first of them that the session has begun."""
    before = interview.session_done
    if entries and (before is None or before.state is SessionState.SKIPPED):
        entries = [_session_entry(interview, _opened(interview), author), *entries]
    return _with(interview, entries)


def _with(interview: Interview, entries: list[Recorded]) -> Interview:
    return replace(kept(interview, entries), to_record=tuple(entries))


def _opened(interview: Interview) -> SessionDone:
    return SessionDone(
        session=interview.session.uid,
        starts_at=interview.began,
        state=SessionState.OPEN,
        place=interview.session.place,
    )


def _session_entry(interview: Interview, done: SessionDone, author: Author) -> Recorded:
    return author.write(session_entry(interview.session.uid), done, interview.held)


def _time_of(interview: Interview, todo: SetToDo, author: Author) -> datetime:
    """Return the time at which a set ends; on a past day they are spread over the planned length."""
    if interview.on is None:
        return author.wall
    count = sum(len(step.sets) for step in interview.steps)
    seconds = interview.session.minutes * SECONDS_PER_MINUTE * todo.position // count
    return interview.began + timedelta(seconds=seconds)


def _end_of(interview: Interview, author: Author) -> datetime:
    if interview.on is None:
        return author.wall
    return interview.began + timedelta(minutes=interview.session.minutes)


_COMMANDS: dict[str, Callable[[Interview, Question, Author], Interview]] = {
    "s": _leave_out_set,
    "skip": _leave_out_set,
    "x": _leave_out_exercise,
    "b": _back,
    "back": _back,
    "t": _shorten,
    "q": _leave,
    "quit": _leave,
    "?": _help,
    "h": _help,
    "help": _help,
}
