"""A season followed in a database, written in every format, and read back by others, set by set."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
import vobject  # type: ignore[import-untyped]
from tests.formats.workout_fit.reading_back import assert_holds_every_set, read_back

from runlift.bootstrap import open_store
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import SetDone
from runlift.domain.plan.session import Role
from runlift.formats.plan_json import load_plan
from runlift.wording.names import exercise_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedSet

WEEKS_BEFORE = 3
LOGGED = 3
ANSWERS = 120  # more than any session asks for; an empty one takes what was asked
DOSE = re.compile(
    r"(?P<sets>\d+) \N{MULTIPLICATION SIGN} (?P<amount>\d+)(?: s| contacts?)?"
    r"(?P<sides> each side)?(?: @ (?P<load>[\d.]+) kg)?"
)
MEASURES = ("reps", "seconds", "contacts", "load_kg", "rir")
Sets = Counter[tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A plan that is followed.

    Attributes:
        run: Runs a command with the database.
        database: Where it is kept.
        first: The plan as it was at first.
        plan: The plan as it is now.
    """

    run: Callable[..., None]
    database: Path
    first: Plan
    plan: Plan

    @property
    def begin(self) -> date:
        """The first day of the season."""
        return self.plan.weeks[0].monday

    @property
    def done(self) -> tuple[SetDone, ...]:
        """The sets done."""
        return sets_in(self.database)


def sets_in(database: Path, who: str = "me") -> tuple[SetDone, ...]:
    found = Diary.of(open_store(str(database)).recorded(who)).of_kind(SetDone)
    return tuple(sorted(found, key=lambda each: (each.done_at, each.session, each.position)))


@pytest.fixture
def followed(runlift: Runlift, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Followed:
    """A season that began three weeks ago, with its first sessions logged as asked."""
    database = tmp_path / "diary.db"
    today = date.today()  # noqa: DTZ011  the runner's own day
    monday = today - timedelta(days=today.weekday(), weeks=WEEKS_BEFORE)
    example = (examples / "athlete-example.toml").read_text(encoding="utf-8")
    athlete = tmp_path / "athlete.toml"
    athlete.write_text(example[: example.index("[[travel]]")], encoding="utf-8")
    runs = examples / "plans" / "ten-kilometres-grid-miles.csv"

    def run(*words: str | Path) -> None:
        ended = runlift(*words, "--database", str(database))
        assert ended.code == 0, ended.err

    begin = ("--start", str(monday), "--from", str(monday))
    assert runlift("plan", runs, "--athlete", athlete, *begin, "--out", tmp_path / "season").code == 0
    run("follow", tmp_path / "season")
    first = read_plan(tmp_path / "season" / "plan.json")
    for session in first.sessions[:LOGGED]:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n" * ANSWERS))
        run("log", "--date", str(session.date), "--no-timer")
    run("current", "--out", tmp_path / "now")
    return Followed(run=run, database=database, first=first, plan=read_plan(tmp_path / "now" / "plan.json"))


def read_plan(path: Path) -> Plan:
    plan = load_plan(path.read_bytes(), name=path.name).plan
    assert plan is not None
    return plan


def amount_of(one: PrescribedSet | SetDone) -> float | None:
    return next((each for each in (one.contacts, one.reps, one.seconds) if each is not None), None)


def asked_in(session: PlannedSession) -> Sets:
    """The sets of a session, those left out that lead up to others."""
    return Counter(
        (amount_of(one), one.load_kg)
        for exercise in session.exercises
        for one in exercise.sets
        if exercise.role is Role.WARM_UP or not one.warm_up
    )


def told_in(text: str) -> Sets:
    """The sets that words such as `3 x 8 each side @ 16 kg` tell, up to the ten-minute version."""
    told: Sets = Counter()
    for dose in DOSE.finditer(" ".join(text.split()).split("Only ten minutes")[0]):
        sides = 2 if dose["sides"] == " each side" else 1
        load = None if dose["load"] is None else float(dose["load"])
        told[int(dose["amount"]), load] += sides * int(dose["sets"])
    return told


def test_a_season_is_written_in_every_format_and_read_back_set_by_set(
    followed: Followed, tmp_path: Path
) -> None:
    assert len(followed.plan.sessions) > LOGGED + 10
    assert len(followed.done) > LOGGED * 10
    assert_workouts(followed, followed.first, tmp_path / "first", tmp_path / "season")
    assert_workouts(followed, followed.plan, tmp_path / "workouts")
    assert_calendar(followed, tmp_path / "own.ics")
    assert_paper(followed, tmp_path / "plan.pdf")
    assert_tables(followed, tmp_path / "export")


def assert_workouts(followed: Followed, plan: Plan, folder: Path, *asked: Path) -> None:
    """Every session that is not yet over has a file for a watch, equal set by set when read by fitdecode."""
    followed.run("workouts", *asked, "--out", folder, "--from", str(followed.begin), "--steps", "200")
    files = {path.name: path for path in folder.glob("*-strength.fit")}
    to_come = [session for session in plan.sessions if session.outcome is None]
    assert len(files) == len(to_come)
    for session in to_come:
        path = files[f"{session.date}-{session.start:%H%M}-strength.fit"]
        assert_holds_every_set(session, read_back(path.read_bytes()))


def assert_calendar(followed: Followed, path: Path) -> None:
    """Another parser finds each session at its hour, with its sets in words."""
    followed.run("calendar", "--out", path)
    (calendar,) = vobject.readComponents(path.read_text(encoding="utf-8"))
    events = {event.uid.value: event for event in calendar.vevent_list}
    assert len(events) == len(followed.plan.sessions) + len(followed.plan.runs)
    for session in followed.plan.sessions:
        event = events[session.uid]
        assert (event.dtstart.value, event.dtend.value) == (session.starts_at, session.ends_at)
        assert told_in(event.description.value) == asked_in(session)


def assert_paper(followed: Followed, path: Path) -> None:
    """A page for each week and each session, with every set; read where there is a reader of PDF."""
    followed.run("print", "--out", path, "--from", str(followed.begin))
    reader = shutil.which("pdftotext")
    if reader is None:
        return
    read = subprocess.run([reader, "-raw", path, "-"], check=True, capture_output=True, encoding="utf-8")
    pages = read.stdout.split("\f")
    assert sum(page.startswith("Week of ") for page in pages) == len(followed.plan.weeks)
    printed = [page for page in pages if "Done, a box a set" in page]
    assert [told_in(page) for page in printed] == [asked_in(each) for each in followed.plan.sessions]


def assert_tables(followed: Followed, folder: Path) -> None:
    """The long table tells every set asked for and done; other apps' columns bring the sets done back."""
    followed.run("export", "--out", folder)
    rows = list(csv.DictReader(io.StringIO((folder / "tidy.csv").read_text(encoding="utf-8"))))
    planned = {
        (session.uid, exercise.exercise, str(number), measure): value
        for session in followed.plan.sessions
        for exercise in session.exercises
        for number, one in enumerate(exercise.sets, start=1)
        for measure in MEASURES
        if (value := getattr(one, measure)) is not None
    }
    done = {
        (one.session, one.exercise, str(one.position), measure): value
        for one in followed.done
        for measure in MEASURES
        if (value := getattr(one, measure)) is not None
    }
    assert observed(rows, "planned") == planned
    assert observed(rows, "done") == done
    for app in ("hevy", "strong"):
        followed.run("import-lifts", folder / f"{app}.csv", "--who", app)
        assert lifted(sets_in(followed.database, app)) == lifted(followed.done)


def observed(rows: list[dict[str, str]], source: str) -> dict[tuple[str, ...], float]:
    """What a long table tells of sets, by session, exercise, number and measure."""
    return {
        (row["of"], row["exercise_id"], row["set"], row["measure"]): float(row["value"])
        for row in rows
        if row["source"] == source and row["exercise_id"]
    }


def lifted(done: tuple[SetDone, ...]) -> Counter[tuple[object, ...]]:
    """Sets as another app knows them: on their day, by name and kind, with amount and load."""
    return Counter(
        (one.done_at.date(), one.name or exercise_name(one.exercise), one.kind, amount_of(one), one.load_kg)
        for one in done
    )
