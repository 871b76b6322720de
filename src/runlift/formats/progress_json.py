"""Progress as JSON values: amounts in kilograms, days as dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runlift.application.show_progress import ProgressReport
    from runlift.domain.diary.adherence import Adherence
    from runlift.domain.progress.balance import SideBalance, SideWork
    from runlift.domain.progress.body_mass import BodyMassProgress
    from runlift.domain.progress.consistency import Consistency
    from runlift.domain.progress.strength import LiftProgress, StrengthChange
    from runlift.domain.progress.week import Amounts, WeekFigures
    from runlift.domain.strength.estimate import StrengthEstimate

Document = dict[str, Any]
DECIMALS = 3


def progress_document(report: ProgressReport) -> Document:
    """Return progress as plain JSON values."""
    return {
        "date": report.today.isoformat(),
        "follows_plan": report.follows_plan,
        "weeks": [_week(each) for each in report.weeks],
        "consistency": _consistency(report.consistency),
        "strength": [_lift(each) for each in report.strength],
        "balance": [_balance(each) for each in report.balances],
        "body_mass": _body_mass(report.body_mass) if report.body_mass else None,
    }


def _week(week: WeekFigures) -> Document:
    return {
        "monday": week.monday.isoformat(),
        "done": _amounts(week.done),
        "prescribed": _amounts(week.asked) if week.asked else None,
        "sets_without_told_effort": week.untold,
        "sets_of_unknown_exercises": week.unknown,
    }


def _amounts(amounts: Amounts) -> Document:
    return {
        "hard_sets": amounts.sets,
        "hard_sets_by_muscle": {group.value: sets for group, sets in amounts.hard_sets.items()},
        "tonnage_kg": _rounded(amounts.tonnage_kg),
        "contacts": amounts.contacts,
    }


def _consistency(steady: Consistency) -> Document:
    return {
        "weeks_4": _adherence(steady.short),
        "weeks_12": _adherence(steady.long),
        "weeks_in_a_row": steady.in_a_row,
        "weeks": [
            {
                "monday": week.monday.isoformat(),
                **_adherence(week.kept),
                "beside": week.beside,
                "ahead": week.ahead,
            }
            for week in steady.weeks
        ],
    }


def _adherence(kept: Adherence) -> Document:
    share = None if kept.share is None else _rounded(kept.share)
    return {"planned": kept.planned, "done": kept.done, "excused": kept.excused, "share": share}


def _lift(lift: LiftProgress) -> Document:
    now = lift.now
    return {
        "exercise": now.lift.exercise,
        "side": now.lift.side.value,
        "measure": now.lift.measure.value,
        "band": now.lift.band,
        **_estimate(now),
        "sessions": now.sessions,
        "last_done": now.last_done.isoformat(),
        "change_4_weeks": _change(lift.short),
        "change_12_weeks": _change(lift.long),
        "path": [_estimate(each) for each in lift.path],
    }


def _estimate(found: StrengthEstimate) -> Document:
    return {
        "date": found.as_of.isoformat(),
        "estimate": _rounded(found.median),
        "low_80": _rounded(found.low_80),
        "high_80": _rounded(found.high_80),
    }


def _change(change: StrengthChange | None) -> Document | None:
    if change is None:
        return None
    return {
        "amount": _rounded(change.amount),
        "percent": None if change.percent is None else _rounded(change.percent),
        "low_80": _rounded(change.low_80),
        "high_80": _rounded(change.high_80),
        "is_clear": change.is_clear,
    }


def _balance(balance: SideBalance) -> Document:
    return {
        "exercise": balance.exercise,
        "unit": balance.unit.value,
        "left": _side(balance.left),
        "right": _side(balance.right),
        "difference_percent": _rounded(balance.difference),
        "lower": balance.lower.value if balance.lower else None,
        "verdict": balance.verdict.value,
    }


def _side(side: SideWork) -> Document:
    return {"sets": side.sets, "work": _rounded(side.amount)}


def _body_mass(progress: BodyMassProgress) -> Document:
    trend = progress.trend
    return {
        "now_kg": _rounded(progress.now_kg),
        "days": [{"date": day.isoformat(), "mass_kg": _rounded(mass)} for day, mass in progress.days],
        "trend_kg_per_week": trend
        and {"middle": _rounded(trend.weekly), "low": _rounded(trend.low), "high": _rounded(trend.high)},
        "expected_percent": list(progress.mass_expected),
        "expected_lean_mass_of_legs_percent": list(progress.lean_expected),
        "evidence": list(progress.evidence),
    }


def _rounded(amount: float) -> float:
    return round(amount, DECIMALS)
