"""Reading a plan file: from bytes to entries on their dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.layout import DayOrder, PlanDraft, lay_out
from runlift.formats.plain_words import plain_words
from runlift.formats.running_plan.csv_days import read_day_table
from runlift.formats.running_plan.csv_grid import read_grid
from runlift.formats.running_plan.detect import PlanFormat, decoded, foreign_file, plan_format
from runlift.formats.running_plan.outcome import Outcome, PlanRequest, error, is_error, note, warning
from runlift.formats.running_plan.schedule import read_json_plan, read_yaml_plan
from runlift.formats.running_plan.text import read_text
from runlift.formats.running_plan.time_to_run import read_time_to_run_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from runlift.domain.running.entry import DistanceUnit, PlanEntries
    from runlift.formats.running_plan.outcome import Drafted

LONGEST_PLAN = timedelta(days=800)
MOST_ENTRIES = 4_000
LONGEST_TITLE = 400  # characters
LONGEST_NOTE = 2_000  # characters
BEFORE_TODAY = timedelta(days=365)  # how far back a calendar of many years is looked at

_TABLES = frozenset({PlanFormat.WEEK_GRID, PlanFormat.TIME_TO_RUN_TABLE})
_ANY_DAY = date(2000, 1, 1)  # where it does not matter in which year the days of a plan lie
_SEVERITIES = tuple(Severity)


def read_plan_entries(
    data: bytes,
    *,
    name: str,
    today: date,
    start: date | None = None,
    race_date: date | None = None,
    time_zone: str | None = None,
    unit: DistanceUnit | None = None,
) -> Outcome:
    """Read a running plan in any of the known formats, in this process and without limits.

    Args:
        data: The file.
        name: Its name, for places and as a hint at the format.
        today: Today, for dates without a year.
        start: First day, for plans without dates.
        race_date: Day of the race, for plans without dates.
        time_zone: IANA name of the zone that UTC times are turned into.
        unit: The runner's own unit, where the plan leaves the choice.
    """
    request = PlanRequest(
        name=name, today=today, start=start, race_date=race_date, time_zone=time_zone, unit=unit
    )
    drafted = _drafted(data, request)
    if not isinstance(drafted, PlanDraft):
        return outcome(None, drafted, name)
    drafted = _within_a_season(_bounded(drafted), request)
    laid = lay_out(drafted, start=start, race_date=race_date)
    if isinstance(laid, Finding):
        return outcome(None, (laid, *drafted.findings), name)
    return outcome(laid, (*laid.findings, *_dates_not_used(drafted, request)), name)


def is_running_plan(data: bytes, *, name: str) -> bool:
    """Tell whether a file has the form of a running plan, in this process and without limits.

    A table made for plans is told by its header, also where it is empty; all else by the days read of it.
    """
    if foreign_file(data, name) is not None:
        return False
    text = decoded(data)
    found = plan_format(text, name)
    if isinstance(found, Finding) or found in _TABLES:
        return found in _TABLES
    return isinstance(_READERS[found](text, PlanRequest(name=name, today=_ANY_DAY)), PlanDraft)


def outcome(entries: PlanEntries | None, findings: Iterable[Finding], name: str) -> Outcome:
    """Join entries and findings: errors first, each at least naming the file, no entries beside an error."""
    told = sorted(
        (replace(found, message=plain_words(found.message), place=found.place or name) for found in findings),
        key=lambda found: _SEVERITIES.index(found.severity),
    )
    usable = None if any(map(is_error, told)) else entries
    return Outcome(entries=replace(usable, findings=tuple(told)) if usable else None, findings=tuple(told))


def _drafted(data: bytes, request: PlanRequest) -> Drafted:
    foreign = foreign_file(data, request.name)
    if foreign is not None:
        return (foreign,)
    text = decoded(data)
    found = plan_format(text, request.name)
    return (found,) if isinstance(found, Finding) else _READERS[found](text, request)


def _read_calendar(text: str, request: PlanRequest) -> Drafted:
    from runlift.formats.running_plan.ics import read_calendar  # noqa: PLC0415 - its library takes long to import

    return read_calendar(text, request)


_READERS: dict[PlanFormat, Callable[[str, PlanRequest], Drafted]] = {
    PlanFormat.CALENDAR: _read_calendar,
    PlanFormat.JSON: read_json_plan,
    PlanFormat.YAML: read_yaml_plan,
    PlanFormat.DAY_TABLE: read_day_table,
    PlanFormat.WEEK_GRID: read_grid,
    PlanFormat.TIME_TO_RUN_TABLE: read_time_to_run_table,
    PlanFormat.TEXT: read_text,
}


def _bounded(draft: PlanDraft) -> PlanDraft:
    """Cut what no reader after this one should have to carry or to fear."""
    entries = tuple(
        replace(
            entry,
            title=plain_words(entry.title[:LONGEST_TITLE]),
            note=plain_words(entry.note[:LONGEST_NOTE]),
        )
        for entry in draft.entries[:MOST_ENTRIES]
    )
    more = (_too_many_entries(len(draft.entries)),) if len(draft.entries) > MOST_ENTRIES else ()
    name = plain_words(draft.name)
    return replace(draft, entries=entries, name=name, findings=(*draft.findings, *more))


def _within_a_season(draft: PlanDraft, request: PlanRequest) -> PlanDraft:
    """Keep of a plan that spans years the part that is asked for."""
    if draft.last_day - draft.first_day <= LONGEST_PLAN:
        return draft
    first = _season_start(draft, request)
    kept = tuple(entry for entry in draft.entries if first <= entry.date <= first + LONGEST_PLAN)
    if draft.order is not DayOrder.DATED or not kept:
        return replace(draft, findings=(*draft.findings, _too_long(draft)))
    days = [entry.date for entry in kept]
    left_out = len(draft.entries) - len(kept)
    return replace(
        draft,
        entries=kept,
        first_day=min(days),
        last_day=max(days),
        findings=(*draft.findings, _part_read(min(days), max(days), left_out)),
    )


def _season_start(draft: PlanDraft, request: PlanRequest) -> date:
    if request.start is not None:
        return max(request.start, draft.first_day)
    return max(min(request.today - BEFORE_TODAY, draft.last_day - LONGEST_PLAN), draft.first_day)


def _dates_not_used(draft: PlanDraft, request: PlanRequest) -> Iterable[Finding]:
    """Tell that a plan with its own dates does not follow the dates asked for."""
    if draft.order is not DayOrder.DATED:
        return
    if request.start is not None and not draft.first_day <= request.start <= draft.last_day:
        yield _own_dates("start", request.start, draft)
    if request.race_date is not None and not draft.first_day <= request.race_date <= draft.last_day:
        yield _own_dates("race", request.race_date, draft)


def _own_dates(what: str, asked: date, draft: PlanDraft) -> Finding:
    return warning(
        "plan_has_its_own_dates",
        f"The {what} asked for is {asked}, but the plan states its own dates, "
        f"{draft.first_day} to {draft.last_day}.",
        "Correct that date, or give the plan of that season.",
    )


def _too_long(draft: PlanDraft) -> Finding:
    return error(
        "plan_too_long",
        f"The plan goes from {draft.first_day} to {draft.last_day}, longer than {LONGEST_PLAN.days} days.",
        "Look for a date with a wrong year, or give one season of the plan.",
    )


def _too_many_entries(count: int) -> Finding:
    return error(
        "plan_too_long",
        f"The plan has {count:,} entries; no more than {MOST_ENTRIES:,} are read.",
        "Give only the running plan of one season.",
    )


def _part_read(first: date, last: date, left_out: int) -> Finding:
    return note(
        "part_of_the_plan_read",
        f"The file spans years; only {first} to {last} was read and {left_out} entries were left out.",
        "Look for a date with a wrong year, or give the season's first day with --start.",
    )
