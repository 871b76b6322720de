"""What a result is held against: the norm of age and sex where both are told, else a fixed figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, evidence_of, number
from runlift.domain.plan.body import WeakLink

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.diary.entry import FieldTestDone

PERCENT = 100
PAIR = 2
NORMED = "heel_raise"
_COLUMNS = {"male": 1, "female": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """What norms ask of the runner.

    Attributes:
        age: Age [years]; None when not told.
        sex: `female`, `male` or empty.
    """

    age: int | None = None
    sex: str = ""


NOT_TOLD = Runner()


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What a result is held against.

    Attributes:
        figure: Beyond it a result is weak, in the unit of the test.
        norm: The norm it is a share of; None for a fixed figure.
        evidence: Rows it rests on.
    """

    figure: float
    norm: float | None
    evidence: tuple[str, ...]


def threshold_of(test: FieldTest, runner: Runner) -> Threshold | None:
    """Return what a result of a test is held against, None where no figure is known.

    Source: A02a, A03, AS04
    """
    norm = _norm(runner) if test.id == NORMED else None
    if norm is not None:
        share = number("norm_share_weak") / PERCENT
        return Threshold(figure=norm * share, norm=norm, evidence=evidence_of("heel_raise_norm"))
    if test.low is None:
        return None
    cited = ("A03",) if test.id == NORMED else test.evidence
    return Threshold(figure=test.low, norm=None, evidence=cited)


def worst_of(test: FieldTest, done: FieldTestDone) -> float | None:
    """Return the worse side of a result."""
    figures = [each for each in (done.left, done.right, done.both) if each is not None]
    worst = max if test.less_is_better else min
    return worst(figures, default=None)


def is_weak(test: FieldTest, done: FieldTestDone, runner: Runner) -> bool:
    """Tell whether a result is beyond what it is held against."""
    worst, threshold = worst_of(test, done), threshold_of(test, runner)
    if worst is None or threshold is None:
        return False
    return worst >= threshold.figure if test.less_is_better else worst < threshold.figure


def weak_link(test: FieldTest, results: Sequence[FieldTestDone], runner: Runner) -> WeakLink | None:
    """Return what was weak in the last two tests, None when either was not.

    Args:
        test: The test.
        results: Its results that count, one a day, in order of days.
        runner: Who did it.

    Source: AS01, AS04
    """
    last, threshold = results[-2:], threshold_of(test, runner)
    if len(last) < PAIR or threshold is None or not all(is_weak(test, one, runner) for one in last):
        return None
    if (last[1].date - last[0].date).days > number("field_test_pair_days"):
        return None
    return WeakLink(
        shown_by=test.id,
        first=last[1].date,
        until=_until(last[1].date),
        result=worst_of(test, last[1]) or 0.0,
        threshold=threshold.figure,
        sex=runner.sex if threshold.norm is not None else "",
    )


def _until(day: date) -> date:
    return day + timedelta(weeks=number("weak_link_weeks"))


def _norm(runner: Runner) -> float | None:
    """Return the norm of the runner's age and sex, None where either is not told or beyond the table."""
    column = _COLUMNS.get(runner.sex)
    if column is None or runner.age is None or runner.age >= number("heel_raise_norm_until"):
        return None
    table = cast("list[list[float]]", constant("heel_raise_norm").value)
    return next((row[column] for row in reversed(table) if runner.age >= row[0]), None)
