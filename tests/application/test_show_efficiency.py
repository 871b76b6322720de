from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests import logged_plan
from tests.domain.progress.diaries import TODAY, recorded_of
from tests.domain.progress.easy_runs import run
from tests.fakes.fake_store import FakeStore

from runlift.application.show_efficiency import EfficiencyReport, show_efficiency
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import Entry, Illness, IllnessKind
from runlift.domain.progress.efficiency import LeftOut

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

NOW = datetime(2027, 3, 3, 20, tzinfo=UTC)


def report_of(*told: Entry, plan: Plan | None = None, weeks: int = 12) -> EfficiencyReport:
    store = FakeStore()
    store.record("me", recorded_of(told))
    if plan is not None:
        store.keep_plan("me", plan, after=0, made_at=NOW, cause="followed")
    return show_efficiency(store, "me", today=TODAY, weeks=weeks)


def test_no_recorded_run_is_nothing_to_show() -> None:
    assert report_of().is_empty


def test_a_run_of_these_weeks_is_shown_in_its_week() -> None:
    report = report_of(run(TODAY), run(TODAY - timedelta(weeks=1)), run(TODAY - timedelta(weeks=12)))
    assert not report.is_empty
    assert [len(report.runs_of(monday)) for monday in report.mondays] == [0] * 10 + [1, 1]
    assert (report.units, report.phases) == (Units.METRIC, {})


def test_the_plan_tells_phases_and_units() -> None:
    plan = logged_plan.plan(TODAY, Units.IMPERIAL)
    report = report_of(run(TODAY), plan=plan)
    assert report.units is Units.IMPERIAL
    assert report.phases == {week.monday: week.phase for week in plan.weeks if week.monday in report.mondays}
    assert report.phases


def test_a_run_while_ill_is_not_compared() -> None:
    first, well = TODAY - timedelta(days=1), TODAY + timedelta(days=3)
    ill = Illness(first=first, kind=IllnessKind.FEVER_OR_CHEST, well_from=well)
    report = report_of(run(TODAY), ill)
    assert report.found.left_out == {LeftOut.ILL: 1}
