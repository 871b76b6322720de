"""`runlift screen`: the questions before training and what they change."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from runlift.application.tell_checks import error, refuse
from runlift.application.tell_screening import tell_allowed, tell_screening, withdraw_screening
from runlift.bootstrap import told_before
from runlift.cli.arguments import read_date
from runlift.cli.console import console, print_json
from runlift.cli.recording import after_logging, author_now, open_desk, take_down
from runlift.domain.diary.entry import ScreeningTold
from runlift.domain.plan.body import Go
from runlift.domain.screening.clearance import are_old, clearance_of
from runlift.domain.screening.question import questions
from runlift.wording.citation import citation_words
from runlift.wording.notice import NOTICE
from runlift.wording.screening import ASKED, LIMIT_WORDS, OUTCOMES, advice_words, changes_words

if TYPE_CHECKING:
    from datetime import date

KNOWN_QUESTIONNAIRE = (
    "These questions are our own; the questionnaire that professionals use is the PAR-Q+, and our order of "
    "asking follows the American College of Sports Medicine."
)
_FOLLOW_UPS = {"due": "pregnant", "birth": "gave_birth"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Answers, as typed."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    all_others_no: bool
    due: date | None
    birth: date | None
    watched_by: str

    @property
    def is_anything(self) -> bool:
        """Whether any answer is given."""
        return bool(self.yes or self.no or self.all_others_no)


def answer(wanted: Wanted, *, who: str, database: str | None) -> None:
    """Take down answers given or asked, and print what they come to."""
    desk, author = open_desk(database, who), author_now()
    told = _given(wanted, author.today) if wanted.is_anything else _asked(wanted, author.today)
    take_down(desk, [tell_screening(told, desk.latest(), author)])
    print_clearance(who=who, database=database, as_json=False)


def tell_cleared(by: str, day: date | None, *, who: str, database: str | None) -> None:
    """Take down that somebody allowed training."""
    desk, author = open_desk(database, who), author_now()
    take_down(desk, [tell_allowed(day or author.today, by, desk.latest(), author)])
    print_clearance(who=who, database=database, as_json=False)


def withdraw(*, who: str, database: str | None) -> None:
    """Take all answers back."""
    desk, author = open_desk(database, who), author_now()
    desk.store.record(who, withdraw_screening(desk.latest(), author))
    typer.echo("All answers are taken back.")
    after_logging(desk.store, who)


def print_clearance(*, who: str, database: str | None, as_json: bool) -> None:
    """Print what the answers come to today."""
    today = author_now().today
    found = clearance_of(told_before(database, who), today=today)
    if as_json:
        print_json(
            {
                "outcome": found.outcome.value,
                "told": found.told and found.told.isoformat(),
                "asks": list(found.asks),
                "because": list(found.because),
                "limits": list(found.limits),
            }
        )
        return
    out = console()
    out.print(f"{OUTCOMES[found.outcome]}.")
    if found.outcome is Go.UNSCREENED:
        out.print("Answer the questions before training with `runlift screen`.", markup=False)
    elif found.told and are_old(found.told, today):
        out.print(f"The answers of {found.told} are old: answer again with `runlift screen`.", markup=False)
    for each in found.asks:
        out.print(f"  {ASKED[each]} {advice_words(questions()[each])}", markup=False)
    for each in found.because:
        out.print(f"  {ASKED[each]} Changes: {changes_words(questions()[each])}", markup=False)
    if found.told_under_18 is not None:
        out.print(f"  {ASKED['under_18']} Changes: {changes_words(questions()['under_18'])}", markup=False)
    if found.limits and found.outcome is not Go.ASK:
        out.print(f"Limits: {', '.join(LIMIT_WORDS[each] for each in found.limits)}.")
    if found.outcome is Go.ASK:
        out.print("Once it was allowed: runlift screen --cleared-by NAME", markup=False)
    out.print(NOTICE)


def print_questions() -> None:
    """Print every question, what a yes changes and the row behind it."""
    out = console()
    out.print(KNOWN_QUESTIONNAIRE)
    for each in questions().values():
        out.print(f"{each.id}: {ASKED[each.id]}", markup=False)
        out.print(f"  Yes: {changes_words(each)} [{each.evidence}]", markup=False)
    for row in dict.fromkeys(each.evidence for each in questions().values()):
        out.print(citation_words(row), markup=False)


def _given(wanted: Wanted, today: date) -> ScreeningTold:
    others = tuple(each for each in questions() if each not in wanted.yes and each not in wanted.no)
    return ScreeningTold(
        date=today,
        yes=wanted.yes,
        no=(*wanted.no, *(others if wanted.all_others_no else ())),
        due=wanted.due,
        birth=wanted.birth,
        watched_by=wanted.watched_by,
    )


def _asked(wanted: Wanted, today: date) -> ScreeningTold:
    """Ask every question in the terminal; Enter leaves one open."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        refuse([error("no_answers", "Nothing is answered", "give --yes ID, --no ID or --all-others-no")])
    typer.echo(KNOWN_QUESTIONNAIRE)
    typer.echo("Answer y or n; Enter leaves a question open, and where it matters that counts as doubtful.")
    answers = {each: _asked_one(ASKED[each]) for each in questions()}
    yes = tuple(each for each, answered in answers.items() if answered == "y")
    dates = {name: _asked_day(name) if each in yes else None for name, each in _FOLLOW_UPS.items()}
    watched = wanted.watched_by
    if "under_18" in yes and not watched:
        watched = typer.prompt("Who looks over your training?", default="", show_default=False)
    return ScreeningTold(
        date=today,
        yes=yes,
        no=tuple(each for each, answered in answers.items() if answered == "n"),
        due=wanted.due or dates["due"],
        birth=wanted.birth or dates["birth"],
        watched_by=watched,
    )


def _asked_one(words: str) -> str:
    while True:
        answered: str = typer.prompt(words, default="", show_default=False).strip().lower()[:1]
        if answered in {"y", "n", ""}:
            return answered


def _asked_day(name: str) -> date | None:
    words = {"due": "When is the child due?", "birth": "When was the child born?"}
    text: str = typer.prompt(f"{words[name]} (YYYY-MM-DD)", default="", show_default=False).strip()
    return read_date(text) if text else None
