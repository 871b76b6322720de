"""Ask a runner test by test how the field tests went.

The flow is pure, as that of logging a session: whoever prints the questions and reads the lines keeps the
`Battery`, hands it back with the next answer, and keeps `to_record` in the store before asking on. It can be
left at any moment: what was told on its day is not asked again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from runlift.application.author import latest_versions
from runlift.application.entry_id import field_test_entry
from runlift.application.error import InputError
from runlift.application.log_findings import not_understood
from runlift.application.set_words import WordError, Written, figure, read_pain
from runlift.application.tell import tell_pain
from runlift.application.tell_checks import error
from runlift.application.tell_field_test import (
    barred,
    hurt_while_hopping,
    is_kept_out,
    tell_field_test,
)
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.findings import findings_of
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import FieldTestDone, Pain
from runlift.domain.evidence import number, pair
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from runlift.application.author import Author
    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.assessment.threshold import Runner
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.body import Body
    from runlift.domain.quantity import Finding

SIDES = (Side.LEFT, Side.RIGHT)
HOW = 'write a number such as "22", or "p 4 knee" when it hurts; Enter leaves the test out, "?" shows all'
_FIGURE = re.compile(r"^\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*$")
_OUT_OF_TEN = re.compile(r"^\s*(\d{1,2})(?:\s*/\s*10)?\s*$")


class Says(StrEnum):
    """What is told after an answer, besides the next question."""

    HOPS_LEFT_OUT = "hops_left_out"  # something hurts, or nobody said that nothing does
    TESTS_LIMITED = "tests_limited"  # age or the answers before training speak against them
    TEST_LEFT_OUT = "test_left_out"
    AS_TOLD = "as_told"  # what was told before stays
    NOTHING_THAT_HURTS = "nothing_that_hurts"  # something hurts now: no test that loads it
    NO_TESTS_TODAY = "no_tests_today"  # something hurts too much now for any test
    STOP_TEST = "stop_test"  # it hurts too much for the result to count
    STOP_HOPPING = "stop_hopping"  # it hurt while hopping
    COUNTS_NOWHERE = "counts_nowhere"  # it hurt too much, told afterwards


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked now.

    Attributes:
        test: The test; None when it is asked whether anything hurts now.
        side: The side whose figure is asked; BOTH for a test of both at once; None when its pain is asked.
        place: Its place among the tests that are asked, from 1.
        before: What was told of the test on that day; Enter keeps it.
    """

    test: FieldTest | None = None
    side: Side | None = None
    place: int = 0
    before: FieldTestDone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Battery:
    """How far the field tests of a day have come.

    Attributes:
        day: The day on which they are done.
        body: What is known of the runner's body.
        tests: Those that are worth doing on that day, in order.
        held: Latest version of every entry, by id.
        at: Number of the test that is asked, from 0; -1 while it is asked whether anything hurts now.
        figures: Figures told of it so far.
        pain: Pain told of it so far.
        hops: Whether hops are asked.
        minor: Whether the runner is under 18.
        to_record: Entries that the last answer made.
        says: What is told after the last answer.
        findings: What was wrong with it.
        help_wanted: Whether the runner asked how to answer.
        left: Whether the runner left, to go on later.
    """

    day: date
    body: Body
    tests: tuple[FieldTest, ...]
    held: Mapping[str, Recorded]
    at: int = -1
    figures: tuple[float, ...] = ()
    pain: int | None = None
    hops: bool = True
    minor: bool = False
    to_record: tuple[Recorded, ...] = ()
    says: tuple[Says, ...] = ()
    findings: tuple[Finding, ...] = ()
    help_wanted: bool = False
    left: bool = False

    @property
    def question(self) -> Question | None:
        """What to ask now; None at the end, or when the runner left."""
        if self.left or self.at == len(self.tests):
            return None
        if self.at < 0:
            return Question()
        test, told = self.tests[self.at], len(self.figures)
        sides: tuple[Side, ...] = SIDES if test.one_sided else (Side.BOTH,)
        side = sides[told] if told < len(sides) else None
        before = next((each for each in self.told if each.test == test.id), None)
        return Question(test=test, side=side, place=self.at + 1, before=before)

    @property
    def told(self) -> tuple[FieldTestDone, ...]:
        """The tests of the day that were told, in order."""
        entries = (self.held.get(field_test_entry(each.id, self.day)) for each in self.tests)
        found = (each.entry for each in entries if each is not None and not each.withdrawn)
        return tuple(each for each in found if isinstance(each, FieldTestDone))


def begin_tests(
    recorded: Iterable[Recorded], body: Body, runner: Runner, day: date, *, minor: bool = False
) -> Battery:
    """Begin, or go on with what was left, with the tests that are worth doing on a day.

    Source: AS01, AS07
    """
    recorded = tuple(recorded)
    before = [each for each in Diary.of(recorded).of_kind(FieldTestDone) if each.date < day]
    later = {each.test.id for each in findings_of(before, runner, today=day) if each.retest > day}
    tests = tuple(each for id_, each in field_tests().items() if id_ not in later)
    return Battery(day=day, body=body, tests=tests, held=latest_versions(recorded), minor=minor)


def answer_test(battery: Battery, text: str, author: Author, new_id: Callable[[], str]) -> Battery:
    """Take an answer: go on to the next question, or stay with a finding when it is not understood.

    Raises:
        ValueError: There is no question left.
    """
    question = battery.question
    if question is None:
        raise ValueError("nothing is asked any more")
    battery = replace(battery, to_record=(), says=(), findings=(), help_wanted=False)
    command = _COMMANDS.get(text.strip().lower())
    try:
        return _answered(battery, question, text, author, new_id) if command is None else command(battery)
    except WordError as fault:
        return replace(battery, findings=(not_understood(fault, text),))
    except InputError as fault:
        return replace(battery, findings=fault.findings)


def tests_kept(battery: Battery, recorded: Iterable[Recorded]) -> Battery:
    """Take over the entries as the store kept them."""
    return replace(battery, held={**battery.held, **{each.id: each for each in recorded}})


def _answered(
    battery: Battery, question: Question, text: str, author: Author, new_id: Callable[[], str]
) -> Battery:
    if question.test is None:
        return _begun(battery, text)
    if not text.strip():
        return (
            _left_out(battery, question)
            if question.side is not None
            else _ended(battery, question.test, battery.pain, author)
        )
    level, pains = _pain_in(battery, question.test, text)
    if level is not None:
        battery = _with_pains(battery, pains, author, new_id)
        if question.side is not None:
            return _hurt(battery, question.test, level)
        return _ended(battery, question.test, level, author)
    if question.side is None:
        return _ended(battery, question.test, _out_of_ten(text), author)
    return _measured(battery, question.test, question.side, text, author)


def _begun(battery: Battery, text: str) -> Battery:
    """Go on after it was asked whether anything hurts now.

    Source: AS05, X33
    """
    pain = _out_of_ten(text)
    if pain is not None and pain > number("log_pain_told_to_stop"):
        return replace(battery, left=True, says=(Says.NO_TESTS_TODAY,))
    hurts = pain is not None and pain > number("field_test_pain_most")
    says = (Says.NOTHING_THAT_HURTS,) if hurts else ()
    return _next(replace(battery, hops=pain is not None and not hurts, says=says, at=-1))


def _left_out(battery: Battery, question: Question) -> Battery:
    return _next(replace(battery, says=(Says.TEST_LEFT_OUT if question.before is None else Says.AS_TOLD,)))


def _measured(battery: Battery, test: FieldTest, side: Side, text: str, author: Author) -> Battery:
    """Take the figure of a side."""
    battery = replace(battery, figures=(*battery.figures, _figure(test, text)))
    is_last = side is not Side.LEFT
    return _ended(battery, test, battery.pain, author) if is_last and battery.pain is not None else battery


def _pain_in(battery: Battery, test: FieldTest, text: str) -> tuple[int | None, tuple[Pain, ...]]:
    """Read `p 4 left knee`: the level, and the pain as an entry where its place is told."""
    written = Written(text)
    level, place, of_side = read_pain(written)
    if level is not None and written.rest.strip():
        raise WordError("Only the pain is told here", HOW, at=0, words=text.strip())
    if level is None or place is None:
        return level, ()
    side = next((each for each in SIDES if of_side.startswith(each.value)), Side.BOTH)
    return level, (Pain(date=battery.day, at=place, level=level, side=side, note=f"in the test {test.name}"),)


def _with_pains(
    battery: Battery, pains: Iterable[Pain], author: Author, new_id: Callable[[], str]
) -> Battery:
    entries = tuple(tell_pain(each, author, new_id) for each in pains)
    return replace(tests_kept(battery, entries), to_record=entries)


def _hurt(battery: Battery, test: FieldTest, level: int) -> Battery:
    """Stop a test that hurts; up to 2 of 10 it goes on, unless it is a hop.

    Source: AS05, A14
    """
    if test.hops and level > 0:
        return _next(replace(battery, hops=False, says=(Says.STOP_HOPPING,)))
    if level > number("field_test_pain_most"):
        return _next(replace(battery, says=(Says.STOP_TEST,)))
    return replace(battery, pain=max(level, battery.pain or 0))


def _ended(battery: Battery, test: FieldTest, pain: int | None, author: Author) -> Battery:
    """Take a test down, with the pain during it."""
    figures = battery.figures
    done = FieldTestDone(
        date=battery.day,
        test=test.id,
        left=figures[0] if test.one_sided else None,
        right=figures[-1] if test.one_sided else None,
        both=None if test.one_sided else figures[0],
        pain=pain,
    )
    entry = tell_field_test(done, battery.body, battery.held, author, minor=battery.minor)
    hurt = hurt_while_hopping(done)
    says = (Says.STOP_HOPPING,) if hurt else (Says.COUNTS_NOWHERE,) if is_kept_out(done) else ()
    battery = replace(tests_kept(battery, (entry,)), to_record=(*battery.to_record, entry), says=says)
    return _next(replace(battery, hops=battery.hops and not hurt))


def _next(battery: Battery) -> Battery:
    """Go to the next test that was not told and may be done."""
    told = {each.test for each in battery.told}
    ahead = battery.tests[battery.at + 1 :]
    left_out = list(takewhile(lambda test: test.id in told or _is_barred(battery, test), ahead))
    untold = [each for each in left_out if each.id not in told]
    says = dict.fromkeys(Says.HOPS_LEFT_OUT if each.hops else Says.TESTS_LIMITED for each in untold)
    at = battery.at + 1 + len(left_out)
    return replace(battery, at=at, figures=(), pain=None, says=(*battery.says, *says))


def _is_barred(battery: Battery, test: FieldTest) -> bool:
    return (test.hops and not battery.hops) or bool(barred(test, battery.body, minor=battery.minor))


def _back(battery: Battery) -> Battery:
    """Go back one question: to a figure of the same test, else to the test before."""
    if battery.figures:
        return replace(battery, figures=battery.figures[:-1])
    if battery.at < 0:
        return replace(battery, findings=(error("first_question", "Nothing comes before it", "go on"),))
    before = (at for at in reversed(range(battery.at)) if not _is_barred(battery, battery.tests[at]))
    return replace(battery, at=next(before, -1), pain=None)


def _leave(battery: Battery) -> Battery:
    return replace(battery, left=True)


def _help(battery: Battery) -> Battery:
    return replace(battery, help_wanted=True)


def _figure(test: FieldTest, text: str) -> float:
    found = _FIGURE.match(text)
    if found is None:
        raise WordError(f'"{text.strip()}" is no number', HOW, at=0, words=text.strip())
    told = figure(found[1])
    if told > test.most:
        limits = f"write 0 to {test.most:g} {test.unit}"
        raise WordError(f'"{text.strip()}" cannot be right', limits, at=0, words=text.strip())
    return told


def _out_of_ten(text: str) -> int | None:
    """Read a level of pain; None for Enter alone."""
    if not text.strip():
        return None
    found, (low, high) = _OUT_OF_TEN.match(text), pair("log_scale")
    if found is None or not low <= int(found[1]) <= high:
        remedy = f"write {low:g} (none) to {high:g}, or press Enter"
        raise WordError(f'"{text.strip()}" is no level of pain', remedy, at=0, words=text.strip())
    return int(found[1])


_COMMANDS: dict[str, Callable[[Battery], Battery]] = {
    "b": _back,
    "back": _back,
    "q": _leave,
    "quit": _leave,
    "stop": _leave,
    "?": _help,
    "h": _help,
    "help": _help,
}
