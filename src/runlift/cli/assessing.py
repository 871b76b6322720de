"""`runlift assess`: field tests told, shown and explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from runlift.application.error import InputError
from runlift.application.tell_checks import error, refuse
from runlift.application.tell_field_test import (
    hurt_while_hopping,
    is_kept_out,
    may_hop,
    named_test,
    tell_field_test,
)
from runlift.bootstrap import current_day, write_field_tests
from runlift.cli.console import console, print_findings, print_json
from runlift.cli.recording import author_now, open_desk, take_down
from runlift.domain.assessment.asymmetry import limb_symmetry_index
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.findings import counted_results, findings_of
from runlift.domain.assessment.opposite import ratios
from runlift.domain.assessment.threshold import Runner, threshold_of
from runlift.domain.complaint.course import open_complaints
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import FieldTestDone
from runlift.domain.evidence import number
from runlift.domain.plan.body import Body
from runlift.wording.assessment import (
    DRAWN,
    HURT,
    NO_FORECAST,
    STOP_HOPPING,
    how_words,
    result_words,
    side_words,
    test_words,
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
    body = Body(complaints=open_complaints(_diary(desk), today=author.today))
    if wanted.test is None:
        told = _asked(body, wanted.on or author.today)
    else:
        test = named_test(wanted.test)
        told = [_told(wanted, test, wanted.on or author.today)]
    entries = [tell_field_test(each, body, desk.latest(), author) for each in told]
    if not entries:
        typer.echo("Nothing was told.")
        return
    take_down(desk, entries)
    for each in told:
        _say_what_follows(desk, each, author.today)
    typer.echo(NO_FORECAST)


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
    console().print(NO_FORECAST, markup=False)


def _say_what_follows(desk: Desk, told: FieldTestDone, today: date) -> None:
    if hurt_while_hopping(told):
        typer.echo(STOP_HOPPING)
    if is_kept_out(told):
        typer.echo(HURT)
        return
    found = next((each for each in _found(desk, today) if each.test.id == told.test), None)
    if found is not None:
        _print_finding(found, _runner(desk, today), today)


def _print_finding(found: TestFinding, runner: Runner, today: date) -> None:
    out = console()
    out.print(f"{test_words(found.test.id)}", markup=False)
    for each in found.results:
        out.print(f"  {day_words(each.date)}: {result_words(each)}", markup=False)
    for line in (side_words(found), whole_words(found, threshold_of(found.test, runner))):
        if line:
            out.print(f"  {line}", markup=False)
    due = "now" if found.retest <= today else f"from {day_words(found.retest)}"
    out.print(f"  Worth doing again {due}.", markup=False)


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


def _asked(body: Body, day: date) -> list[FieldTestDone]:
    """Ask every test one by one; an empty answer leaves one out."""
    typer.echo(NO_FORECAST)
    typer.echo(NOTICE)
    pain = _number("Does anything hurt now? 0 to 10")
    hops = pain is not None and pain <= number("field_test_pain_most")
    told = []
    for test in field_tests().values():
        if test.hops and (not hops or may_hop(test, body)):
            typer.echo(f"{test_words(test.id)}: left out, because something hurts or was not told.")
            continue
        done = _ask_one(test, day)
        told += [] if done is None else [done]
        if done is not None and hurt_while_hopping(done):
            hops = False
    return told


def _ask_one(test: FieldTest, day: date) -> FieldTestDone | None:
    typer.echo(f"\n{test_words(test.id)}: {how_words(test)}")
    names = ("left", "right") if test.one_sided else ("both",)
    figures = {name: _number(f"{name} [{test.unit}], Enter to leave it out") for name in names}
    if any(figure is None for figure in figures.values()):
        return None
    pain = _number("Pain during it, 0 to 10")
    return FieldTestDone(
        date=day,
        test=test.id,
        left=figures.get("left"),
        right=figures.get("right"),
        both=figures.get("both"),
        pain=None if pain is None else round(pain),
    )


def _number(question: str) -> float | None:
    while True:
        text = typer.prompt(question, default="", show_default=False).strip().replace(",", ".")
        if not text:
            return None
        try:
            return _figure(text)
        except InputError as fault:
            print_findings(fault.findings)


def _figure(text: str) -> float:
    if not text.replace(".", "", 1).isdecimal():
        refuse([error("no_number", f'"{text}" is no number', "write a number such as 22")])
    return float(text)
