"""What the runner corrected in a plan, kept beside it as YAML: `<plan>.corrections.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.quantity import METRES_PER_MILE, Finding, Severity
from runlift.domain.running.entry import Correction
from runlift.domain.running.plan import RunKind
from runlift.formats.fields import Fields, scaled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from runlift.formats.document import Document, Path

SCHEMA = "runlift.corrections/1"
SUFFIX = ".corrections.yaml"
MAX_BYTES = 1_000_000
MOST_A_DAY = 20
LONGEST_DISTANCE_M = 500_000.0
LONGEST_DURATION_S = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCorrections:
    """What came of reading a corrections file.

    Attributes:
        corrections: Those that can be read, by date and number.
        findings: What is wrong with others.
    """

    corrections: tuple[Correction, ...]
    findings: tuple[Finding, ...]


def corrections_name(plan_name: str) -> str:
    """Name the corrections file of a plan file."""
    return f"{plan_name}{SUFFIX}"


def read_corrections(data: bytes, *, name: str, days: Collection[date] | None = None) -> ReadCorrections:
    """Read a corrections file.

    Args:
        data: The file.
        name: Its name, for places.
        days: Days of the plan; a correction of another day is reported and left out. None to take all.
    """
    document = _document(data, name)
    if isinstance(document, Finding):
        return ReadCorrections(corrections=(), findings=(document,))
    findings: list[Finding] = []
    root = _fields(document, (), document.value, findings)
    root.word("schema", {SCHEMA})
    items = root.get("corrections")
    root.report_unknown()
    if not isinstance(items, list):
        root.wrong("corrections", "a list of corrections")
        items = []
    read = [
        _correction(_fields(document, ("corrections", n), item, findings)) for n, item in enumerate(items)
    ]
    known = [
        found for found in read if found is not None and _is_in_plan(found, days, findings, document, name)
    ]
    return ReadCorrections(corrections=_sorted(known), findings=tuple(findings))


def _document(data: bytes, name: str) -> Document | Finding:
    from runlift.formats.yaml_document import read_yaml  # noqa: PLC0415 - slow to import, and most plans need none

    if len(data) > MAX_BYTES:
        return _unreadable("The corrections file is far larger than any plan needs.", name)
    try:
        return read_yaml(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return _unreadable("The corrections file is not text.", name)


def _fields(document: Document, path: Path, value: object, findings: list[Finding]) -> Fields:
    if not isinstance(value, dict):
        findings.append(_unreadable("A mapping of keys and values must stand here.", document.place(path)))
        value = {}
    return Fields(document, path, value, findings)


def _correction(told: Fields) -> Correction | None:
    """Read one correction; one with anything wrong is left out, since half of it could mislead."""
    before = len(told.findings)
    day, number = told.day("date"), told.number("number", MOST_A_DAY)
    title, kind = told.text("title"), told.word("kind", {kind.value for kind in RunKind})
    distance_m = _amount(told, {"distance_km": 1000.0, "distance_mi": METRES_PER_MILE, "distance_m": 1.0})
    duration_s = _amount(told, {"duration_min": 60.0, "duration_s": 1.0})
    key, movable = told.flag("key"), told.flag("movable")
    broken = len(told.findings) > before
    told.report_unknown()
    if day is None and not broken:
        told.wrong("date", "the date of the day it corrects, such as 2026-03-02")
    if day is None or broken:
        return None
    return Correction(
        date=day,
        number=round(number or 1),
        title=title,
        kind=RunKind(kind) if kind else None,
        key=key,
        distance_m=distance_m,
        duration_s=duration_s,
        movable=movable,
    )


def _amount(told: Fields, units: Mapping[str, float]) -> float | None:
    most = LONGEST_DURATION_S if "duration_s" in units else LONGEST_DISTANCE_M
    read = [(told.number(key, most / factor), factor) for key, factor in units.items()]
    return next((scaled(amount, factor) for amount, factor in read if amount is not None), None)


def _is_in_plan(
    found: Correction, days: Collection[date] | None, findings: list[Finding], document: Document, name: str
) -> bool:
    if days is None or found.date in days:
        return True
    items = document.value["corrections"] if isinstance(document.value, dict) else []
    place = next(
        (
            document.place(("corrections", n, "date"))
            for n, item in enumerate(items)
            if isinstance(item, dict) and item.get("date") == found.date.isoformat()
        ),
        name,
    )
    findings.append(
        Finding(
            severity=Severity.WARNING,
            code="correction_of_no_day",
            message=f"The plan has no day {found.date}; its correction was not used.",
            place=place,
            remedy="Remove the correction or correct its date.",
        )
    )
    return False


def _sorted(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    return tuple(sorted(corrections, key=lambda found: (found.date, found.number)))


def dump_corrections(corrections: Iterable[Correction]) -> bytes:
    """Write corrections as YAML; the same corrections give the same bytes."""
    import yaml  # noqa: PLC0415 - as above

    document = {"schema": SCHEMA, "corrections": [_told(found) for found in _sorted(corrections)]}
    return bytes(yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110).encode())


def _told(found: Correction) -> dict[str, object]:
    told = {
        "kind": found.kind.value if found.kind else None,
        "key": found.key,
        "distance_m": found.distance_m,
        "duration_s": found.duration_s,
        "movable": found.movable,
    }
    stated = {key: value for key, value in told.items() if value is not None}
    return {"date": found.date.isoformat(), "number": found.number, "title": found.title} | stated


def _unreadable(message: str, place: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="unreadable_corrections",
        message=message,
        place=place,
        remedy="Correct the file, or remove it and correct the plan again.",
    )
