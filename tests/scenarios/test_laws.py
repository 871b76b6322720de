"""Laws that hold for every whole plan."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from runlift.application.groundwork import lay_groundwork
from runlift.application.make_plan import make_plan
from runlift.application.settle_season import place_sessions
from runlift.bootstrap import read_athlete, read_running_plan
from runlift.domain.athlete.profile import FreeWindow
from runlift.domain.quantity import Weekday
from runlift.formats.plan_json import dump_plan

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.running.plan import RunningPlan

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST_DAY = date(2026, 12, 21)
SHIFT = timedelta(days=364)  # whole weeks, so that every day keeps its name
ZONE = "UTC"  # without summer time, which does not begin on the same day of each year
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ARGUMENTS = (
    *("plan", str(EXAMPLES / "plans" / "marathon-16-weeks.ics")),
    *("--athlete", str(EXAMPLES / "athlete-example.toml"), "--from", FIRST_DAY.isoformat(), "--weeks", "0"),
)


@pytest.fixture(scope="module")
def athlete() -> Athlete:
    return read_athlete(EXAMPLES / "athlete-example.toml", today=FIRST_DAY).athlete


@pytest.fixture(scope="module")
def runs() -> RunningPlan:
    return read_running_plan(EXAMPLES / "plans" / "marathon-16-weeks.ics", today=FIRST_DAY).plan


def planned(athlete: Athlete, runs: RunningPlan, first_day: date = FIRST_DAY) -> dict[str, Any]:
    plan = make_plan(athlete, runs, first_day=first_day, time_zone=ZONE).plan
    document: dict[str, Any] = json.loads(dump_plan(plan))
    return document


def later(athlete: Athlete) -> Athlete:
    """The same runner a year on, and as many years old."""
    return replace(
        athlete,
        birth_year=(athlete.birth_year or 0) + 1,
        races=tuple(replace(race, date=race.date + SHIFT) for race in athlete.races),
        travel=tuple(
            replace(trip, span=replace(trip.span, start=trip.span.start + SHIFT, end=trip.span.end + SHIFT))
            for trip in athlete.travel
        ),
    )


def later_runs(runs: RunningPlan) -> RunningPlan:
    days = tuple(
        replace(
            day,
            date=day.date + SHIFT,
            runs=tuple(replace(run, date=run.date + SHIFT) for run in day.runs),
        )
        for day in runs.days
    )
    return replace(runs, days=days)


def moved(text: str) -> str:
    return DATE.sub(lambda found: (date.fromisoformat(found[0]) + SHIFT).isoformat(), text)


def without(document: dict[str, Any], *keys: str) -> dict[str, Any]:
    """Leave out keys wherever they are."""

    def left(value: Any) -> Any:  # noqa: ANN401  any JSON value
        if isinstance(value, dict):
            return {key: left(each) for key, each in value.items() if key not in keys}
        return [left(each) for each in value] if isinstance(value, list) else value

    kept: dict[str, Any] = left(document)
    return kept


def test_moving_all_dates_moves_the_plan(athlete: Athlete, runs: RunningPlan) -> None:
    now = without(planned(athlete, runs), "uid", "id", "birth_year", "message", "place")
    then = planned(later(athlete), later_runs(runs), FIRST_DAY + SHIFT)
    assert json.loads(moved(json.dumps(now))) == without(then, "uid", "id", "birth_year", "message", "place")


def test_another_name_changes_nothing_but_the_name_and_the_ids(athlete: Athlete, runs: RunningPlan) -> None:
    one, other = (planned(replace(athlete, name=name), runs) for name in ("Ada", "Jörg Ünal"))
    assert one["athlete"]["athlete"]["name"] != other["athlete"]["athlete"]["name"]
    assert without(one, "uid", "athlete") == without(other, "uid", "athlete")


def test_another_time_zone_changes_no_local_time(athlete: Athlete, runs: RunningPlan) -> None:
    here = make_plan(athlete, runs, first_day=FIRST_DAY, time_zone="Europe/Berlin").plan
    there = make_plan(athlete, runs, first_day=FIRST_DAY, time_zone="Pacific/Auckland").plan
    assert here == replace(there, time_zone="Europe/Berlin")


@pytest.mark.parametrize("days", [tuple(Weekday)[:3], tuple(Weekday)[3:], tuple(Weekday)])
def test_more_free_time_never_makes_the_best_placement_worse(
    athlete: Athlete, runs: RunningPlan, days: tuple[Weekday, ...]
) -> None:
    ground = lay_groundwork(athlete, runs, first_day=FIRST_DAY)
    more = tuple(
        FreeWindow(weekday=day, start=time(5), end=time(23), place="home", preferred=False) for day in days
    )
    wider = replace(ground, athlete=replace(ground.athlete, windows=(*ground.athlete.windows, *more)))
    before, after = place_sessions(ground).placement, place_sessions(wider).placement
    assert after.proof.objective <= before.proof.objective
    assert after.proof.objective == after.proof.bound


def test_the_same_input_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "runlift.cli.main", *ARGUMENTS, "--out", str(tmp_path / seed)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for seed in ("1", "2")
    ]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / s).iterdir()} for s in ("1", "2"))
    assert len(one) == len(("plan.json", "plan.ics", "plan.html", "plan.md", "season.svg"))
    assert one == other
