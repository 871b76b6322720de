"""`runlift why` and `runlift why-not`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runlift.application.error import InputError
from runlift.application.explain_day import explain_day
from runlift.cli.console import console, print_json, working_on
from runlift.cli.week_table import day_lines
from runlift.domain.quantity import Finding, Severity
from runlift.formats.plan_json import reason_document
from runlift.wording.citation import citation_words
from runlift.wording.names import long_day_words, points_words
from runlift.wording.reason import reason_words
from runlift.wording.rule import rule_words
from runlift.wording.told import limit_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from runlift.application.explain_day import DayAnswer
    from runlift.cli.plan_at_hand import PlanAtHand
    from runlift.domain.placement.placement import SlotAnswer
    from runlift.domain.quantity import Reason


def print_day(at_hand: PlanAtHand, day: date, *, as_json: bool) -> None:
    """Print why a day is as it is."""
    plan = at_hand.plan
    answer = explain_day(plan, day)
    if answer.week is None:
        raise InputError([_outside(at_hand.place, day)])
    if as_json:
        print_json(_day_document(answer))
        return
    out = console()
    out.print(f"[bold]{long_day_words(day)}[/bold]")
    for line in (*day_lines(answer, plan), *limit_words(plan, today=day)):
        out.print(line, markup=False)
    _print_sources(_reasons(answer))


def print_slot(at_hand: PlanAtHand, day: date, clock: time | None, *, as_json: bool) -> None:
    """Print what a slot would cost, or which rule forbids it."""
    from runlift.application.explain_slot import explain_slot

    plan = at_hand.plan
    if explain_day(plan, day).week is None:
        raise InputError([_outside(at_hand.place, day)])
    with working_on("Placing the season again for the slot asked about"):
        answers = explain_slot(plan, day, clock)
    if as_json:
        print_json({"date": day.isoformat(), "answers": [_slot_document(answer) for answer in answers]})
        return
    out = console()
    if not answers:
        out.print(f"The week of {long_day_words(day)} asks for no strength session.")
    for answer in answers:
        _print_answer(answer)
    _print_sources(reason for answer in answers for reason in answer.forbidden_by)


def _print_answer(answer: SlotAnswer) -> None:
    out = console()
    out.print(f"[bold]{long_day_words(answer.date)}, {answer.start:%H:%M}[/bold] (session {answer.demand})")
    if answer.forbidden_by:
        for reason in answer.forbidden_by:
            out.print(f"  forbidden: {reason_words(reason)}", markup=False)
    elif answer.extra_cost is None:
        out.print("  allowed by itself, but no season can use it beside its neighbours")
    elif answer.extra_cost == 0:
        out.print("  costs nothing more: this slot is as good as the best")
    else:
        out.print(f"  costs {points_words(answer.extra_cost)} more than the best season:")
    for rule, cost in answer.extra_bill:
        sign = "+" if cost > 0 else "-"
        out.print(f"    {sign}{points_words(abs(cost))}  {rule_words(rule)}", markup=False)


def _print_sources(reasons: Iterable[Reason]) -> None:
    cited = dict.fromkeys(row for reason in reasons for row in reason.evidence)
    if cited:
        console().print("Sources:")
    for row in cited:
        console().print(f"  {citation_words(row)}", markup=False)


def _reasons(answer: DayAnswer) -> list[Reason]:
    found = [*answer.week.reasons] if answer.week else []
    for session in answer.sessions:
        found += session.reasons
        found += [reason for each in session.exercises for reason in each.reasons]
    return found + [reason for routine in answer.routines for reason in routine.reasons]


def _worded(reason: Reason) -> dict[str, Any]:
    return {**reason_document(reason), "words": reason_words(reason)}


def _day_document(answer: DayAnswer) -> dict[str, Any]:
    return {
        "date": answer.date.isoformat(),
        "rest": answer.rest,
        "phase": answer.week.phase.value if answer.week else None,
        "week_reasons": [_worded(reason) for reason in (answer.week.reasons if answer.week else ())],
        "runs": [
            {"id": timed.run.id, "kind": timed.run.kind.value, "key": timed.run.key, "title": timed.run.title}
            for timed in answer.runs
        ],
        "sessions": [
            {
                "uid": session.uid,
                "start": session.start.isoformat("minutes"),
                "kind": session.kind.value,
                "reasons": [_worded(reason) for reason in session.reasons],
                "exercises": [
                    {"exercise_id": each.exercise, "reasons": [_worded(reason) for reason in each.reasons]}
                    for each in session.exercises
                ],
            }
            for session in answer.sessions
        ],
        "routines": [
            {
                "uid": routine.uid,
                "start": routine.start.isoformat("minutes"),
                "minutes": routine.minutes,
                "moment": routine.moment,
                "exercises": [item.exercise for item in routine.items],
                "reasons": [_worded(reason) for reason in routine.reasons],
            }
            for routine in answer.routines
        ],
        "unmet": [{"kind": unmet.kind.value, "rules": list(unmet.rules)} for unmet in answer.unmet],
    }


def _slot_document(answer: SlotAnswer) -> dict[str, Any]:
    return {
        "date": answer.date.isoformat(),
        "time": answer.start.isoformat("minutes"),
        "session": answer.demand,
        "forbidden_by": [_worded(reason) for reason in answer.forbidden_by],
        "extra_cost": answer.extra_cost,
        "extra_bill": [{"rule": rule, "cost": cost} for rule, cost in answer.extra_bill],
    }


def _outside(place: str, day: date) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="day_outside_plan",
        message=f"{day} lies outside the plan.",
        place=place,
        remedy="See its weeks with `runlift show`.",
    )
