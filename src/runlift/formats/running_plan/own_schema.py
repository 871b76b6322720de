"""The project's own documented plan file, `runlift.running-plan/1`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.quantity import METRES_PER_MILE
from runlift.domain.running.entry import DistanceUnit, PlanEntry
from runlift.domain.running.layout import FIRST_MONDAY, DayOrder, PlanDraft, in_week
from runlift.domain.running.plan import RunKind, RunPart
from runlift.formats.fields import Fields, scaled
from runlift.formats.running_plan.amounts import LONGEST_DISTANCE_M, LONGEST_DURATION_S, unit_of_words
from runlift.formats.running_plan.dates import EARLIEST_YEAR, LATEST_YEAR, weekday_of
from runlift.formats.running_plan.outcome import error, is_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift.domain.quantity import Finding
    from runlift.formats.document import Document, Path
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest

SCHEMA = "runlift.running-plan/1"
KIND_PREFIX = "runlift:"
MOST_WEEKS = 110
MOST_REPEATS = 200

_METRES = {"distance_km": 1000.0, "distance_mi": METRES_PER_MILE, "distance_m": 1.0}
_SECONDS = {"duration_min": 60.0, "duration_s": 1.0}


def is_own_schema(value: object) -> bool:
    """Tell whether a document says that it is one of ours."""
    return isinstance(value, dict) and str(value.get("schema", "")).startswith("runlift.running-plan/")


def read_own_schema(document: Document, request: PlanRequest) -> Drafted:
    """Read a document of our own schema."""
    return _OwnSchema(document, request).draft()


class _OwnSchema:
    """One reading of such a document, gathering what does not fit."""

    def __init__(self, document: Document, request: PlanRequest) -> None:
        self._document = document
        self._request = request
        self._findings: list[Finding] = []
        self._root = self._fields((), document.value)

    def draft(self) -> Drafted:
        """Read the whole document."""
        self._root.word("schema", {SCHEMA})
        unit = self._root.word("unit", {unit.value for unit in DistanceUnit})
        name = self._root.text("name")
        self._root.text("note")
        dated, in_weeks = list(self._dated()), list(self._in_weeks())
        self._root.report_unknown()
        if bool(dated) == bool(in_weeks):
            self._findings.append(self._days_or_weeks(both=bool(dated)))
        if any(map(is_error, self._findings)):
            return tuple(self._findings)
        entries = dated or in_weeks
        return PlanDraft(
            entries=tuple(entries),
            order=DayOrder.DATED if dated else DayOrder.IN_WEEKS,
            first_day=min(entry.date for entry in dated) if dated else FIRST_MONDAY,
            last_day=max(entry.date for entry in entries),
            unit=DistanceUnit(unit) if unit else unit_of_words(entry.title for entry in entries),
            name=name or self._request.name,
            findings=tuple(self._findings),
        )

    def _dated(self) -> Iterator[PlanEntry]:
        for path, item in self._items("days", self._root.get("days")):
            day = self._fields(path, item)
            on = day.day("date")
            if on is None or not EARLIEST_YEAR <= on.year <= LATEST_YEAR:
                self._missing_date(day)
            else:
                yield from self._runs((*path, "runs"), day.get("runs"), on)
            day.report_unknown()

    def _in_weeks(self) -> Iterator[PlanEntry]:
        for week, (path, item) in enumerate(self._items("weeks", self._root.get("weeks"))):
            days = self._fields(path, item)
            days.text("note")
            for key in item if isinstance(item, dict) else ():
                if (weekday := weekday_of(key)) is not None:
                    yield from self._runs((*path, key), days.get(key), in_week(week, weekday))
            days.report_unknown()

    def _items(self, key: str, value: object) -> Iterator[tuple[Path, object]]:
        if value is None:
            return
        if not isinstance(value, list) or len(value) > MOST_WEEKS * 7:
            self._root.wrong(key, f"a list of at most {MOST_WEEKS} weeks or as many days")
            return
        for position, item in enumerate(value):
            yield (key, position), item

    def _runs(self, path: Path, value: object, on: date) -> Iterator[PlanEntry]:
        """Read a day: nothing, a title, one run or a list of them."""
        if value is None:
            return
        runs = value if isinstance(value, list) else [value]
        for position, run in enumerate(runs):
            yield self._run((*path, position) if isinstance(value, list) else path, run, on)

    def _run(self, path: Path, value: object, on: date) -> PlanEntry:
        if not isinstance(value, dict | list):
            return PlanEntry(date=on, title=str(value).strip(), place=self._document.place(path))
        run = self._fields(path, value)
        kind = run.word("kind", {kind.value for kind in RunKind})
        entry = PlanEntry(
            date=on,
            title=run.text("title") if "title" in run else kind or "run",
            note=run.text("note"),
            start=run.clock("start"),
            distance_m=_first(run, _METRES, LONGEST_DISTANCE_M),
            duration_s=_first(run, _SECONDS, LONGEST_DURATION_S),
            source_kind=f"{KIND_PREFIX}{kind}" if kind else "",
            source_id=run.text("id"),
            place=run.place(),
            key=run.flag("key"),
            movable=run.flag("movable"),
        )
        parts = tuple(self._part((*path, "parts", n), part) for n, part in self._parts(run))
        run.report_unknown()
        return replace(entry, parts=parts)

    def _parts(self, run: Fields) -> Iterator[tuple[int, object]]:
        value = run.get("parts")
        if isinstance(value, list):
            yield from enumerate(value)
        elif value is not None:
            run.wrong("parts", "a list of parts")

    def _part(self, path: Path, value: object) -> RunPart:
        part = self._fields(path, value)
        read = RunPart(
            repeats=round(part.number("repeats", MOST_REPEATS) or 1),
            distance_m=_first(part, _METRES, LONGEST_DISTANCE_M),
            duration_s=_first(part, _SECONDS, LONGEST_DURATION_S),
            intensity=part.text("intensity"),
            recovery=part.text("recovery"),
        )
        part.report_unknown()
        return read

    def _fields(self, path: Path, value: object) -> Fields:
        """Take a mapping; anything else is told and read as an empty one."""
        if not isinstance(value, dict):
            self._findings.append(
                error(
                    "wrong_value",
                    "A mapping of keys and values must stand here.",
                    "Write it as docs/running-plan-format.md shows.",
                    self._document.place(path),
                )
            )
            value = {}
        return Fields(self._document, path, value, self._findings)

    def _missing_date(self, day: Fields) -> None:
        self._findings.append(
            error(
                "wrong_value",
                f"A day needs a `date` between the years {EARLIEST_YEAR} and {LATEST_YEAR}.",
                "Write the date as 2026-03-02.",
                day.place(),
            )
        )

    def _days_or_weeks(self, *, both: bool) -> Finding:
        told = "both `days` and `weeks`" if both else "no runs, neither under `days` nor under `weeks`"
        return error("no_days", f"The plan has {told}.", "Give either `days` or `weeks`.", self._request.name)


def _first(fields: Fields, units: dict[str, float], most: float) -> float | None:
    """Read an amount in the first of the units that is stated."""
    found = [
        scaled(amount, factor)
        for key, factor in units.items()
        if (amount := fields.number(key, most / factor)) is not None
    ]
    return found[0] if found else None
