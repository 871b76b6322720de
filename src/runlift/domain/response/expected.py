"""What a season's strength work can be expected to do to running economy by a day, and how sure that is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, flag, number
from runlift.domain.quantity import Reason
from runlift.domain.response.gain import Gain, gain_of
from runlift.domain.response.measurement import Deviation, Measured, prior, updated
from runlift.domain.response.method import Method
from runlift.domain.response.season_dose import Adherence, adherence_of, doses_of
from runlift.domain.response.validation import interval_reach

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runlift.domain.plan.plan import Plan
    from runlift.domain.response.gain import Dose

_PERCENT = 100
_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedChange:
    """The change of running economy to expect on a day.

    Attributes:
        day: The day.
        change: Change of the oxygen cost of running, negative better [%].
        low: Better end of the interval [%].
        high: Other end of the interval, never below no change [%].
        share: Share of the full effect that is reached, 0 to 1.
        sessions: Sessions before the day by what they are, those ahead by the share expected to be done.
        adherence: How much of what is planned is taken to be done.
        reasons: Why.
    """

    day: date
    change: float
    low: float
    high: float
    share: float
    sessions: Mapping[Method, float]
    adherence: Adherence
    reasons: tuple[Reason, ...]


def expected_change(
    plan: Plan, day: date, *, adherence: float | None = None, measured: Sequence[Measured] = ()
) -> ExpectedChange | None:
    """Return the change of economy to expect on a day; None when no session before it has any effect.

    Args:
        plan: The plan, with what became of its sessions.
        day: The day.
        adherence: Share of the sessions to come that will be done, 0 to 1; None when not told.
        measured: What the runner measured since the season began; what is measured after the day is left out.
    """
    kept = adherence_of(plan, adherence)
    doses = doses_of(plan, kept)
    gain = gain_of(doses, before=day)
    if gain.kept_on is None:
        return None
    known = [each for each in measured if each.day <= day]
    runner = updated(prior(), [(each.change - _mean(doses, each.day), each.sd) for each in known])
    change = _mean(doses, day) + runner.mean
    low, high = _interval(change, runner)
    sessions = _sessions(doses, day)
    return ExpectedChange(
        day=day,
        change=change,
        low=low,
        high=high,
        share=gain.on(day),
        sessions=sessions,
        adherence=kept,
        reasons=tuple(_reasons(gain, day, sessions, runner if known else None)),
    )


def _mean(doses: Sequence[Dose], day: date) -> float:
    """Return the change of the mean runner [%]."""
    return number("economy_change_mean") * gain_of(doses, before=day).on(day)


def _interval(change: float, runner: Deviation) -> tuple[float, float]:
    """Return the interval, which always holds no change.

    Source: RM15, RM16.
    """
    reach = interval_reach() * runner.sd
    low, high = change - reach, change + reach
    return (min(low, 0.0), max(high, 0.0)) if flag("expected_holds_no_change") else (low, high)


def _sessions(doses: Sequence[Dose], day: date) -> Mapping[Method, float]:
    counted: Counter[Method] = Counter()
    for dose in doses:
        if dose.day < day:
            counted[dose.method] += dose.share  # type: ignore[assignment]
    return {method: counted[method] for method in Method if counted[method]}


def _reasons(
    gain: Gain, day: date, sessions: Mapping[Method, float], runner: Deviation | None
) -> list[Reason]:
    reasons = [_of_trials(), _of_sessions(gain, day, sessions)]
    if Method.LIGHT in sessions:
        reasons.append(_of_light_work(sessions))
    if gain.on(day) < gain.level:
        reasons.append(_of_fading(gain, day))
    if runner is not None:
        reasons.append(_of_measurements(runner))
    return [*reasons, _of_no_change()]


def _of_trials() -> Reason:
    percent = -number("economy_change_mean")
    return Reason.of("economy_in_trials", (*evidence_of("economy_change_mean"), "D017"), percent=percent)


def _of_sessions(gain: Gain, day: date, sessions: Mapping[Method, float]) -> Reason:
    counted = sum(share for method, share in sessions.items() if method is not Method.NO_LEGS)
    return Reason.of(
        "sessions_bring_the_effect",
        evidence_of("economy_sessions_scale", "economy_factor_tested"),
        sessions=round(counted),
        percent=round(_PERCENT * gain.on(day)),
    )


def _of_light_work(sessions: Mapping[Method, float]) -> Reason:
    return Reason.of(
        "light_work_counts_less",
        evidence_of("economy_factor_light", "strength_load_floor", "economy_contacts_least"),
        sessions=round(sessions[Method.LIGHT]),
        percent=round(_PERCENT * Method.LIGHT.factor),
    )


def _of_fading(gain: Gain, day: date) -> Reason:
    weeks = (day - (gain.kept_on or day)).days // _WEEK_DAYS
    evidence = evidence_of("economy_kept_weeks", "economy_fading_weeks")
    return Reason.of("economy_fades", evidence, weeks=weeks)


def _of_measurements(runner: Deviation) -> Reason:
    evidence = evidence_of("economy_test_error", "race_sd", "economy_sd_between_persons")
    return Reason.of("own_measurements_count", evidence, points=round(runner.mean, 1))


def _of_no_change() -> Reason:
    return Reason.of("no_change_is_within", evidence_of("expected_holds_no_change", "expected_interval"))
