"""`runlift log`: ask set by set in the terminal what was done, and keep each answer at once."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from runlift.application.entry_id import session_entry
from runlift.application.find_session import followed_plan, session_to_log
from runlift.application.keep_entries import keep_entries
from runlift.application.log_session import answer, begin, kept
from runlift.application.session_under_way import session_under_way
from runlift.application.tell_checks import refuse, told_day
from runlift.cli.console import finding_line
from runlift.cli.ending import STOPPED
from runlift.cli.plan_in_force import say_what_is_held_against
from runlift.cli.recording import after_logging, author_now, open_desk
from runlift.cli.terminal import Terminal
from runlift.cli.week_table import exercise_line, exercise_lines
from runlift.domain.diary.entry import SessionDone, SetDone
from runlift.formats.printed_week import printed_exercise, session_headline
from runlift.wording.entry import entry_words, set_words
from runlift.wording.log_question import HOW_IN_SHORT, help_lines, question_words
from runlift.wording.names import counted, day_words

if TYPE_CHECKING:
    from datetime import date

    from runlift.application.log_session import Interview, Question
    from runlift.cli.recording import Desk
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for on the command line."""

    database: str | None
    who: str
    day: date | None = None
    session: str | None = None
    timer: bool = True


def log_session(wanted: Wanted) -> None:
    """Log a session set by set, from the first set that was not told.

    Raises:
        typer.Exit: The runner stopped, or nothing more can be read.
    """
    from runlift.cli.following import call_tests_to_mind

    desk = open_desk(wanted.database, wanted.who)
    plan, author = followed_plan(desk.plan), author_now()
    day = wanted.day or author.today
    refuse(told_day("--date", day, author.today))
    session = _session(desk, plan, day, wanted.session)
    interview = begin(session, desk.store.recorded(desk.who), author, units=desk.units, on=wanted.day)
    kind, timer = os.environ.get("TERM", ""), wanted.timer and interview.on is None
    say_what_is_held_against(desk.store, desk.who, plan, uid=session.uid)
    terminal = Terminal(sys.stdin, sys.stdout, kind=kind, timer=timer)
    _show_session(terminal, interview, day)
    try:
        interview = _ask_on(terminal, desk, interview)
    except KeyboardInterrupt:
        terminal.say()
        _say_left(terminal, desk)
        raise typer.Exit(STOPPED) from None
    if interview.question is not None:
        _say_left(terminal, desk)
        raise typer.Exit(STOPPED)
    if interview.left:
        _say_left(terminal, desk)
        return
    _say_ended(terminal, interview)
    after_logging(desk.store, desk.who)
    call_tests_to_mind(desk.store, desk.who, plan)


def _session(desk: Desk, plan: Plan, day: date, name: str | None) -> PlannedSession:
    """Return the session to log: the one named, else the one under way, else that of the day."""
    latest = desk.latest()
    begun = None if name else session_under_way(desk.store, desk.who, latest, day)
    return begun or session_to_log(plan, latest, day, name)


def _ask_on(terminal: Terminal, desk: Desk, interview: Interview) -> Interview:
    """Ask until everything is told, the runner leaves, or nothing more can be read."""
    shown: PrescribedExercise | None = None
    while (question := interview.question) is not None:
        shown = _show_exercise(terminal, interview, question, shown)
        terminal.say(
            f"  {question_words(question, interview.units)}{' (told before)' if question.corrects else ''}"
        )
        text = terminal.ask(interview.rest_s)
        if text is None:
            break
        interview = answer(interview, text, author_now())
        if interview.to_record:
            interview = kept(interview, keep_entries(desk.store, desk.who, interview.to_record))
        _say_told(terminal, interview)
    return interview


def _show_session(terminal: Terminal, interview: Interview, day: date) -> None:
    session, units = interview.session, interview.units
    moved = "" if session.date == day else f", planned for {day_words(session.date)}"
    terminal.say(f"{day_words(day)}{moved}: {session_headline(session)}")
    for line in exercise_lines(session, units):
        terminal.say(f"  {line}")
    terminal.say()
    terminal.say(HOW_IN_SHORT)
    told = sum(interview.is_told(step) for step in interview.steps)
    if told:
        terminal.say(f"{counted(len(interview.sets_done), 'set')} told before; this goes on after them.")


def _show_exercise(
    terminal: Terminal, interview: Interview, question: Question, shown: PrescribedExercise | None
) -> PrescribedExercise | None:
    """Print the heading of an exercise when it begins; return the exercise that is shown now."""
    if question.step is None:
        terminal.say()
        return None
    exercise = question.step.sets[0].exercise
    if exercise is shown:
        return shown
    terminal.say()
    if question.step.is_warm_up:
        return exercise
    exercises = [each for each in interview.session.exercises if not _is_warm_up(each, interview)]
    place = next(at for at, each in enumerate(exercises, start=1) if each is exercise)
    printed = printed_exercise(exercise, interview.units)
    terminal.say(f"{place} of {len(exercises)}  {exercise_line(printed)}")
    if printed.cue:
        terminal.say(f"  {printed.cue}")
    return exercise


def _is_warm_up(exercise: PrescribedExercise, interview: Interview) -> bool:
    return any(
        step.is_warm_up and any(each.exercise is exercise for each in step.sets) for step in interview.steps
    )


def _say_told(terminal: Terminal, interview: Interview) -> None:
    """Print what was taken down, what is doubtful, and help."""
    sets = [each for each in interview.to_record if isinstance(each.entry, SetDone)]
    left_out = [each for each in sets if each.withdrawn]
    done = [each.entry for each in sets if not each.withdrawn and isinstance(each.entry, SetDone)]
    if left_out:
        terminal.say(f"  skipped: {counted(len(left_out), 'set')}")
    elif len(done) == 1:
        terminal.say(f"  logged: {set_words(done[0], interview.units)}")
    elif done:
        terminal.say(f"  logged: {counted(len(done), 'set')}")
    for finding in interview.findings:
        terminal.say(f"  {finding_line(finding)}")
    for line in help_lines() if interview.help_wanted else ():
        terminal.say(f"    {line}")


def _say_left(terminal: Terminal, desk: Desk) -> None:
    terminal.say(f"What you told is kept. `runlift log{desk.option}` goes on where you left.")


def _say_ended(terminal: Terminal, interview: Interview) -> None:
    recorded = interview.held.get(session_entry(interview.session.uid))
    if recorded is not None and isinstance(recorded.entry, SessionDone):
        sets = counted(len(interview.sets_done), "set")
        terminal.say(f"Kept: {entry_words(recorded.entry, interview.units)}, {sets}.")
