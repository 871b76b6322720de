"""Running efficiency as JSON values: metres of a heartbeat, speeds in metres a second, days as dates."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from runlift.formats.progress_json import DECIMALS

if TYPE_CHECKING:
    from runlift.application.show_efficiency import EfficiencyReport
    from runlift.domain.progress.efficiency import EfficiencyTrend, RunEfficiency
    from runlift.domain.progress.trend import Trend

Document = dict[str, Any]


def efficiency_document(report: EfficiencyReport) -> Document:
    """Return running efficiency as plain JSON values."""
    found = report.found
    return {
        "date": report.today.isoformat(),
        "since": report.mondays[0].isoformat(),
        "heart_rate_at_rest": found.rest,
        "heart_rate_at_rest_is_assumed": found.rest_is_assumed,
        "runs": [_run(each) for each in found.runs],
        "left_out": {why.value: count for why, count in found.left_out.items()},
        "trend_percent": _trend(found.trend) if found.trend else None,
        "days_missing": found.runs_missing,
        "changed_beside": {beside.value: _weekly(each) for beside, each in found.beside.items()},
        "phases": [
            {"monday": day.isoformat(), "phase": phase.value} for day, phase in sorted(report.phases.items())
        ],
    }


def _run(run: RunEfficiency) -> Document:
    steady = {name: value for name, value in asdict(run.steady).items() if name != "lack"}
    return {
        "date": run.date.isoformat(),
        "metres_per_beat": round(run.efficiency, DECIMALS),
        "counts_in_trend": not run.is_warm,
        "steady": steady,
    }


def _trend(trend: EfficiencyTrend) -> Document:
    return {
        "weeks": trend.weeks,
        "middle": round(trend.percent, DECIMALS),
        "low_95": round(trend.low, DECIMALS),
        "high_95": round(trend.high, DECIMALS),
        "is_clear": trend.is_clear,
        "days": trend.path.days,
    }


def _weekly(trend: Trend) -> Document:
    return {
        "weekly": round(trend.weekly, DECIMALS),
        "low_95": round(trend.low, DECIMALS),
        "high_95": round(trend.high, DECIMALS),
    }
