"""`runlift assess`: field tests told, shown and explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from runlift.application.ask_field_tests import begin_tests
from runlift.application.call_to_mind import body_for_tests, is_minor
from runlift.application.tell_checks import error, refuse, told_day
from runlift.application.tell_field_test import (
    asked_first,
    hurt_while_hopping,
    is_kept_out,
    named_test,
    tell_field_test,
)
from runlift.bootstrap import current_day, write_field_tests
from runlift.cli.asking_tests import ask_tests
from runlift.cli.console import console, print_json
from runlift.cli.recording import author_now, open_desk, take_down
from runlift.domain.adjustment.body import body_of
from runlift.domain.assessment.asymmetry import limb_symmetry_index
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.findings import counted_results, findings_of
from runlift.domain.assessment.opposite import ratios
from runlift.domain.assessment.threshold import Runner, threshold_of
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import FieldTestDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.wording.assessment import (
    DRAWN,
    HURT,
    NO_FORECAST,
    STOP_HOPPING,
    how_words,
    result_words,
    side_words,
    test_words,
    weak_side_words,
    whole_words,
)
from runlift.wording.names import counted, day_words
from runlift.wording.notice import NOTICE

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from runlift.cli.recording import Desk
    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.assessment.findings import TestFinding
    from runlift.domain.plan.body import WeakSide
    from runlift.domain.quantity import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A test as typed; all are asked when none is named."""

    test: str | None = None
    left: float | None = None
    right: float | None = None
    both: float | None = None
    pain: int | None = None
    on: date | None = None
    note: str = ""


def assess(wanted: Wanted, *, who: str, database: str | None) -> None:
    """Take down one test, or ask all of them one by one."""
    desk, author = open_desk(database, who), author_now()
    body, day = body_for_tests(_diary(desk), today=author.today), wanted.on or author.today
    minor = is_minor(_diary(desk), desk.plan, today=author.today)
    if wanted.test is None:
        refuse([*told_day("--on", day, author.today), *_no_test_named(wanted), *asked_first(body)])
        battery = begin_tests(desk.store.recorded(desk.who), body, _runner(desk, day), day, minor=minor)
        ask_tests(desk, battery, lambda done: _lines_after(desk, done, author.today))
        return
    told = _told(wanted, named_test(wanted.test), day)
    take_down(desk, [tell_field_test(told, body, desk.latest(), author, minor=minor)])
    if hurt_while_hopping(told):
        console().print(STOP_HOPPING, markup=False)
    if is_kept_out(told):
        console().print(HURT, markup=False)
    else:
        _print_found(desk, told.test, author.today)
    console().print(NO_FORECAST, markup=False)


def print_tests(test: str | None, *, as_json: bool) -> None:
    """Say how each test is done."""
    shown = [named_test(test)] if test else list(field_tests().values())
    if as_json:
        print_json([{"test": each.name, "unit": each.unit, "how": how_words(each)} for each in shown])
        return
    for each in shown:
        sides = "--left N --right N" if each.one_sided else "--both N"
        console().print(f"{each.name} ({each.unit}; again after {each.retest_weeks} weeks)", markup=False)
        console().print(f"  {how_words(each)}", markup=False)
        console().print(f"  Tell it: runlift assess {each.name} {sides}", markup=False)
    console().print(DRAWN, markup=False)
    console().print(NO_FORECAST, markup=False)
    console().print(NOTICE, markup=False)


def write_drawings(folder: Path) -> None:
    """Write a drawing of each test."""
    written = write_field_tests(folder)
    typer.echo(f"{counted(len(written), 'drawing')} written to {folder}; any browser shows them.")


def print_findings_of_tests(test: str | None, *, who: str, database: str | None, as_json: bool) -> None:
    """Show results, how the sides differ, and what follows."""
    desk, today = open_desk(database, who), current_day()
    only = named_test(test).id if test else None
    found = [each for each in _found(desk, today) if only in {None, each.test.id}]
    if as_json:
        print_json([_document(each, _runner(desk, today)) for each in found])
        return
    if not found:
        typer.echo("No test is told yet: runlift assess --list says how each is done.")
    for each in found:
        _print_finding(each, _runner(desk, today), today)
    _print_ratios(desk, today)
    for weak in _in_training(desk, today) if only is None else ():
        console().print(weak_side_words(weak), markup=False)
    console().print(NO_FORECAST, markup=False)


def _no_test_named(wanted: Wanted) -> list[Finding]:
    """Tell that a result without a test cannot be taken down."""
    if (wanted.left, wanted.right, wanted.both, wanted.pain, wanted.note) == (None, None, None, None, ""):
        return []
    return [
        error("no_test_named", "No test is named", "name it: runlift assess heel-raise --left 22 --right 18")
    ]


def _lines_after(desk: Desk, told: FieldTestDone, today: date) -> list[str]:
    """Return what a result that was just told shows; nothing when it counts nowhere."""
    found = None if is_kept_out(told) else _found_of(desk, told.test, today)
    return [] if found is None else _lines(found, _runner(desk, today), today)


def _print_found(desk: Desk, test: str, today: date) -> None:
    found = _found_of(desk, test, today)
    if found is not None:
        _print_finding(found, _runner(desk, today), today)


def _print_finding(found: TestFinding, runner: Runner, today: date) -> None:
    out = console()
    out.print(f"{test_words(found.test.id)}", markup=False)
    for each in found.results:
        out.print(f"  {day_words(each.date)}: {result_words(each)}", markup=False)
    for line in _lines(found, runner, today):
        out.print(f"  {line}", markup=False)


def _lines(found: TestFinding, runner: Runner, today: date) -> list[str]:
    """Return what a test shows: its sides, its figures, and when to do it again."""
    due = "now" if found.retest <= today else f"from {day_words(found.retest)}"
    words = (side_words(found), whole_words(found, threshold_of(found.test, runner)))
    return [*(each for each in words if each), f"Worth doing again {due}."]


def _print_ratios(desk: Desk, today: date) -> None:
    tests = _diary(desk).of_kind(FieldTestDone)
    for each in ratios(field_tests(), counted_results(tests, today=today)):
        words = f"{day_words(each.date)}: {test_words(each.id)}, ratio {each.value:.2f}"
        console().print(f"{words}; the back is the weaker one from {each.most:g}.", markup=False)


def _document(found: TestFinding, runner: Runner) -> dict[str, Any]:
    last, difference, threshold = found.last, found.difference, threshold_of(found.test, runner)
    both = last.left is not None and last.right is not None
    return {
        "test": found.test.name,
        "unit": found.test.unit,
        "results": [
            {"date": each.date, "left": each.left, "right": each.right, "both": each.both, "pain": each.pain}
            for each in found.results
        ],
        "asymmetry_percent": difference and round(difference.percent, 1),
        "limb_symmetry_index": round(limb_symmetry_index(last.left or 0.0, last.right or 0.0), 1)
        if both
        else None,
        "sides": found.sides.value,
        "weak_side": found.shown and found.shown.side.value,
        "whole": found.whole.value,
        "threshold": threshold and threshold.figure,
        "norm": threshold and threshold.norm,
        "evidence": found.test.evidence,
        "again_from": found.retest,
    }


def _found(desk: Desk, today: date) -> tuple[TestFinding, ...]:
    return findings_of(_diary(desk).of_kind(FieldTestDone), _runner(desk, today), today=today)


def _in_training(desk: Desk, today: date) -> list[WeakSide]:
    """Return the weak sides that training shows, which a plan made today takes in."""
    if desk.plan is None:
        return []
    body = body_of(_diary(desk), desk.plan.athlete, catalogue(), today=today)
    return [each for each in body.weak_sides if each.in_training]


def _found_of(desk: Desk, test: str, today: date) -> TestFinding | None:
    return next((each for each in _found(desk, today) if each.test.id == test), None)


def _diary(desk: Desk) -> Diary:
    return Diary.of(desk.store.recorded(desk.who))


def _runner(desk: Desk, today: date) -> Runner:
    if desk.plan is None:
        return Runner()
    return Runner(age=desk.plan.athlete.age_on(today), sex=desk.plan.athlete.sex)


def _told(wanted: Wanted, test: FieldTest, day: date) -> FieldTestDone:
    return FieldTestDone(
        date=day,
        test=test.id,
        left=wanted.left,
        right=wanted.right,
        both=wanted.both,
        pain=wanted.pain,
        note=wanted.note,
    )
