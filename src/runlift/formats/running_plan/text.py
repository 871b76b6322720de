"""Plans pasted as plain text, one line a day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from runlift.domain.running.entry import PlanEntry
from runlift.domain.running.layout import DayOrder, PlanDraft
from runlift.formats.running_plan.amounts import unit_of_words
from runlift.formats.running_plan.dates import WEEKDAY, weekday_of, written_day
from runlift.formats.running_plan.misspelt_day import mended_weekday
from runlift.formats.running_plan.outcome import error, note, warning
from runlift.formats.running_plan.sessions import split_sessions, start_and_words
from runlift.formats.running_plan.text_dates import date_marks
from runlift.formats.running_plan.text_findings import lines_not_used, misspelt_weekdays
from runlift.formats.running_plan.undated import DayMark, place_marks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.quantity import Finding
    from runlift.formats.running_plan.dates import WrittenDay
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest

MOST_LINES = 10_000
LONGEST_LINE = 1_000

_BULLET = re.compile(r"\A\s*(?:[-*\u2022\u2013\u00b7]|#{1,6}|\d{1,2}[.)](?=\s+[A-Za-z]))\s+")
_WEEK = re.compile(
    r"\s*(?:week|wk)\s*(?:#\s*)?(?P<number>\d{1,3})?(?:\s+of\s+\d{1,3}\b)?\s*(?P<rest>.*)\Z", re.IGNORECASE
)
_WEEK_OF = re.compile(r"(?:of|commencing|starting|beginning|[-:(\u2013]|\s)*", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?P<name>{WEEKDAY})\b\.?", re.IGNORECASE)
_NUMBERED_DAY = re.compile(r"day\s*#?(?P<number>\d{1,3})\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s:|\u2013\u2014,-]*(?:[-:|\u2013\u2014]\s*)?")
_TRAINING = re.compile(
    r"\A[\s\W]*\d+(?:[.,]\d+)?(?:\s|\Z)|\d\s*(?:km|k|mi|miles?|m|min|minutes|h|x)\b|\d\s*'"
    r"|\b(?:rest|off|easy|run|runs|jog|long|tempo|intervals?|hills?|recovery|race|cross|xt|strength|fartlek"
    r"|strides|parkrun|shake-?out|track|yoga|swim|bike|steady|threshold|medium|progression)\b",
    re.IGNORECASE,
)
_IN_A_HEADING = re.compile(
    r"\d\s*x\s*\d|\b(?:run|long|tempo|intervals?|easy|race|hills?|parkrun|rest)\b.*\d|\d.*\b(?:run|long|tempo|easy)\b",
    re.IGNORECASE,
)
_OF_A_WEEK = re.compile(r"\b(?:weeks?|total|mileage|volume|phase|block|runs)\b", re.IGNORECASE)
_PROGRAM = re.compile(r"[{};=<>\\]|\w\(")  # what stands in programs and tables, and not in plans


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDay:
    """A line of the text: how it tells its day, and what is left of it.

    Attributes:
        line: Its number in the file.
        words: The words after the day.
        written: The date it begins with, or None.
        weekday: The weekday it begins with, from Monday 0, or None.
        number: The number of the day it begins with, or None.
        week: Number of the week heading above it, or None.
        heading: The date in the week heading right above it, or None.
        indented: Whether it is a bullet or indented, and so may belong to the line before.
        mended: Its weekday as misspelt and by its name, when its spelling was mended.
    """

    line: int
    words: str
    written: WrittenDay | None = None
    weekday: int | None = None
    number: int | None = None
    week: int | None = None
    heading: WrittenDay | None = None
    indented: bool = False
    mended: tuple[str, str] | None = None

    @property
    def has_day(self) -> bool:
        """Whether the line tells its day itself."""
        return self.written is not None or self.weekday is not None or self.number is not None


def read_text(text: str, request: PlanRequest) -> Drafted:
    """Read pasted text, one line a day."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        return (_too_long(len(lines)),)
    days, headings = _text_days(lines)
    if not any(day.has_day for day in days):
        return _without_days(days, request)
    days = [day if day.has_day else _mended(day) for day in days]
    first = next(n for n, day in enumerate(days) if day.has_day)
    title = " ".join(day.words for day in days[:first])[:120]
    unused = sorted([*headings, *(day.line for day in days[1:first]), *_further_lines(days[first:])])
    drafted = _with_days(title, days[first:], request)
    mended = [(day.line, *day.mended) for day in days if day.mended is not None]
    told = (*misspelt_weekdays(mended, request), *lines_not_used(unused, request))
    if not isinstance(drafted, PlanDraft):
        return (*drafted, *told)
    return replace(drafted, findings=(*drafted.findings, *told))


def _text_days(lines: Sequence[str]) -> tuple[list[TextDay], list[int]]:
    """Take the lines as days, and name the lines of headings that hold training of their own."""
    week: int | None = None
    heading: WrittenDay | None = None
    weeks_seen = 0
    days: list[TextDay] = []
    headings: list[int] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip(" \t-=_*#\u2022\u2013\u00a0"):
            continue
        found = _WEEK.match(_BULLET.sub("", line, count=1))
        if found and _is_heading(found):
            weeks_seen += 1
            week = int(found["number"]) if found["number"] else weeks_seen
            heading = written_day(found["rest"][_end(_WEEK_OF, found["rest"]) :])
            if _IN_A_HEADING.search(found["rest"]) and not _OF_A_WEEK.search(found["rest"]):
                headings.append(number)
            continue
        days.append(replace(text_day(line[:LONGEST_LINE], number), week=week, heading=heading))
        heading = None
    return days, headings


def _mended(day: TextDay) -> TextDay:
    """Read a line anew that begins with a misspelt weekday."""
    found = mended_weekday(day.words)
    if found is None:
        return day
    name, length = found
    read = _day_of(name + day.words[length:], day.line)
    misspelt = day.words[:length].rstrip(".")
    if not read.has_day:
        return day
    return replace(read, week=day.week, heading=day.heading, indented=day.indented, mended=(misspelt, name))


def _further_lines(days: Sequence[TextDay]) -> list[int]:
    """Name the lines that can only tell more of the line before."""
    return [
        day.line
        for before, day in pairwise(days)
        if _tells_more(day) and (before.words or not before.has_day)
    ]


def _tells_more(day: TextDay) -> bool:
    return not day.has_day and not day.indented


def _is_heading(found: re.Match[str]) -> bool:
    """Tell a heading from a day's words such as `Week 3 long run 20 km`."""
    rest = found["rest"]
    begins = _end(_WEEK_OF, rest)
    return bool(found["number"]) or written_day(rest[begins:]) is not None


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def text_day(line: str, number: int) -> TextDay:
    """Read how a line tells its day."""
    expanded = line.replace("\u00a0", " ")
    bullet = _BULLET.match(expanded)
    begin = bullet.end() if bullet else len(expanded) - len(expanded.lstrip())
    words = expanded[begin:].rstrip().strip("*_") if bullet else expanded.strip().strip("*_")
    indented = bool(bullet) or expanded[:1] in {" ", "\t"}
    return replace(_day_of(words, number), indented=indented)


def _day_of(words: str, number: int) -> TextDay:
    written = written_day(words)
    if written is not None and _is_date(words, written):
        return TextDay(line=number, words=_after(words, written.length), written=written)
    if found := _NUMBERED_DAY.match(words):
        return TextDay(line=number, words=_after(words, found.end()), number=int(found["number"]))
    found = _WEEKDAY.match(words)
    if found and not re.match(r"\s*(?:night|morning)?\s+(?:and|or|to|is|was)\b", words[found.end() :]):
        return _named_day(words, found, number)
    return TextDay(line=number, words=words)


def _named_day(words: str, found: re.Match[str], number: int) -> TextDay:
    """Read `Mon`, or `Mon (2 Mar)` with its date in brackets."""
    weekday = weekday_of(found["name"])
    rest = words[found.end() :].lstrip(" ,(")
    written = written_day(rest)
    if written is not None and words[found.end() :].lstrip(" ,")[:1] == "(":
        after = rest[written.length :].lstrip(") ")
        return TextDay(line=number, words=_after(after, 0), written=replace(written, weekday=weekday))
    return TextDay(line=number, words=_after(words, found.end()), weekday=weekday)


def _is_date(words: str, written: WrittenDay) -> bool:
    """Tell a date from words that only look like one, such as `10-12 mi` or `3/4 mile`."""
    whole = written.year is not None or written.weekday is not None or not written.in_doubt
    return whole or words[written.length :].lstrip()[:1] in {":", "-", "\u2013", "|"}


def _after(words: str, position: int) -> str:
    rest = words[position:]
    return rest[_end(_SEPARATOR, rest) :].strip().strip("*_").strip()


def _with_days(title: str, days: Sequence[TextDay], request: PlanRequest) -> Drafted:
    """Lay lines on their days; a line without one belongs to the line before."""
    if any(day.written is not None or day.heading is not None for day in days):
        found = date_marks(days, request)
        if not isinstance(found, tuple):
            return (found,)
        return _draft(title, days, found, DayOrder.DATED, min(found), request)
    marks = [
        DayMark(week=day.week, weekday=day.weekday, number=day.number, continues=not day.has_day)
        for day in days
    ]
    placed = place_marks(marks)
    return _draft(title, days, placed.days, placed.order, placed.first_day, request)


def _without_days(days: Sequence[TextDay], request: PlanRequest) -> Drafted:
    """Give each line the next day, when the lines read like training at all."""
    training = [day for day in days if _TRAINING.search(day.words) and not _PROGRAM.search(day.words)]
    if not days or len(training) * 3 < len(days) * 2:
        return (_not_a_plan(),)
    placed = place_marks([DayMark(week=day.week) for day in days])
    drafted = _draft("", days, placed.days, placed.order, placed.first_day, request)
    if not isinstance(drafted, PlanDraft):
        return drafted
    return replace(drafted, findings=(*drafted.findings, _days_counted(len(days))))


def _draft(
    title: str,
    days: Sequence[TextDay],
    dates: Sequence[date],
    order: DayOrder,
    first_day: date,
    request: PlanRequest,
) -> Drafted:
    entries: list[PlanEntry] = []
    for day, on in zip(days, dates, strict=True):
        _add(entries, day, on, request)
    if not entries:
        return (_not_a_plan(),)
    return PlanDraft(
        entries=tuple(entries),
        order=order,
        first_day=first_day,
        last_day=max(dates),
        unit=unit_of_words(day.words for day in days),
        name=title or request.name,
        findings=_weekday_findings(days, dates, request) if order is DayOrder.DATED else (),
    )


def _add(entries: list[PlanEntry], day: TextDay, on: date, request: PlanRequest) -> None:
    """Add the sessions of a line, or its words to the entry it belongs to."""
    if _tells_more(day) and entries and entries[-1].date == on:
        entries[-1] = replace(entries[-1], note="\n".join(filter(None, (entries[-1].note, day.words))))
        return
    for title, more in split_sessions(day.words):
        clock, words = start_and_words(title)
        entries.append(
            PlanEntry(date=on, title=words, note=more, start=clock, place=request.at_line(day.line))
        )


def _weekday_findings(
    days: Sequence[TextDay], dates: Sequence[date], request: PlanRequest
) -> tuple[Finding, ...]:
    wrong = [
        (day, on)
        for day, on in zip(days, dates, strict=True)
        if day.written is not None and day.written.weekday not in {None, on.weekday()}
    ]
    return tuple(_wrong_weekday(on, request.at_line(day.line)) for day, on in wrong[:1])


def _too_long(count: int) -> Finding:
    return error(
        "text_too_long",
        f"The text has {count:,} lines; no more than {MOST_LINES:,} are read.",
        "Give only the plan.",
    )


def _not_a_plan() -> Finding:
    return error(
        "no_days",
        "No line of the text could be read as a day of a plan.",
        "Begin each line with its day, such as: Mon 2 Mar: 8 km easy.",
    )


def _days_counted(count: int) -> Finding:
    return note(
        "days_counted",
        f"The text names no days, so its {count} lines were taken as {count} days in a row.",
        "Begin each line with its day if that is not meant.",
    )


def _wrong_weekday(on: date, place: str) -> Finding:
    return warning(
        "weekday_does_not_fit",
        f"{on} is a {on:%A}, but the plan names another weekday; the date was taken.",
        "Correct the date or the weekday, or give the year with the date.",
        place,
    )
