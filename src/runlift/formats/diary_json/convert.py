"""Entries of the diary to JSON and back: `load_recorded(dump_recorded(x))` is `x`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from runlift.application.error import InputError
from runlift.domain.activity.steady import SteadyPart
from runlift.domain.athlete.profile import Race
from runlift.domain.diary import entry as told
from runlift.domain.diary.diary import Recorded
from runlift.domain.diary.run_record import RunRecord
from runlift.domain.quantity import DateSpan, Finding, Severity
from runlift.formats.diary_json import shape

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_FINDINGS = 10
REMEDY = "Mend this value; everything else is kept as it is."

_WORDS: Mapping[type, str] = MappingProxyType(
    {
        told.SetDone: "set",
        told.SessionDone: "session",
        told.RunDone: "run",
        told.Readiness: "readiness",
        told.Illness: "illness",
        told.Pain: "pain",
        told.ComplaintTold: "complaint",
        told.ScreeningTold: "screening",
        told.WarningAccepted: "warning_accepted",
        told.FieldTestDone: "field_test",
        told.BodyMass: "body_mass",
        told.RunMoved: "run_moved",
        told.RunAdded: "run_added",
        told.RunCancelled: "run_cancelled",
        told.Away: "away",
        told.RaceAdded: "race_added",
        told.RaceCancelled: "race_cancelled",
    }
)
_KINDS = {word: kind for kind, word in _WORDS.items()}
_PARTS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "set": shape.SetDonePart,
        "session": shape.SessionDonePart,
        "run": shape.RunDonePart,
        "readiness": shape.ReadinessPart,
        "illness": shape.IllnessPart,
        "pain": shape.PainPart,
        "complaint": shape.ComplaintToldPart,
        "screening": shape.ScreeningToldPart,
        "warning_accepted": shape.WarningAcceptedPart,
        "field_test": shape.FieldTestDonePart,
        "body_mass": shape.BodyMassPart,
        "run_moved": shape.RunMovedPart,
        "run_added": shape.RunAddedPart,
        "run_cancelled": shape.RunCancelledPart,
        "away": shape.AwayPart,
        "race_added": shape.RaceAddedPart,
        "race_cancelled": shape.RaceCancelledPart,
    }
)
_OWN_KIND = {"set": "set_kind", "run": "run_kind", "run_added": "run_kind", "illness": "illness_kind"}
_INNER: Mapping[str, type] = MappingProxyType(
    {"race": Race, "span": DateSpan, "record": RunRecord, "steady": SteadyPart}
)
_DAY_FIELDS = ("date", "first", "done_at", "starts_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedOutcome:
    """An entry that was read, or what is wrong with it."""

    recorded: Recorded | None
    findings: tuple[Finding, ...] = ()


def entry_word(entry: told.Entry) -> str:
    """Return the word for what kind of entry it is."""
    return _WORDS[type(entry)]


def columns_of(word: str) -> tuple[str, ...]:
    """Return the keys of a kind of entry but `kind`; those inside a value have its key before them."""
    return tuple(name for name in _columns(_PARTS[word]) if name != "kind")


def _columns(part: type[BaseModel]) -> list[str]:
    columns: list[str] = []
    for name, field in part.model_fields.items():
        told = (field.annotation, *get_args(field.annotation))
        inner = next((each for each in told if isinstance(each, type) and issubclass(each, BaseModel)), None)
        columns += [name] if inner is None else [f"{name}_{each}" for each in _columns(inner)]
    return columns


def entry_day(entry: told.Entry) -> date | None:
    """Return the day an entry speaks of, None where it names none."""
    if isinstance(entry, told.Away):
        return entry.span.start
    if isinstance(entry, told.RaceAdded):
        return entry.race.date
    day = next((getattr(entry, name) for name in _DAY_FIELDS if hasattr(entry, name)), None)
    return day.date() if isinstance(day, datetime) else day


def recorded_findings(recorded: Recorded) -> tuple[Finding, ...]:
    """Return what is wrong with an entry that was made in the program, nothing when it can be kept."""
    try:
        part_of(recorded)
    except ValidationError as fault:
        return _findings(fault, recorded.id)
    return ()


def recorded_document(recorded: Recorded) -> dict[str, Any]:
    """Return an entry as JSON values.

    Raises:
        InputError: A value is out of its range; the findings name it.
    """
    try:
        return part_of(recorded).model_dump(mode="json")
    except ValidationError as fault:
        raise InputError(_findings(fault, recorded.id)) from fault


def dump_recorded(recorded: Recorded) -> str:
    """Return an entry as one line of JSON, the same for entries that are equal.

    Raises:
        InputError: A value is out of its range; the findings name it.
    """
    try:
        return part_of(recorded).model_dump_json()
    except ValidationError as fault:
        raise InputError(_findings(fault, recorded.id)) from fault


def load_recorded(data: str | bytes, *, place: str) -> RecordedOutcome:
    """Read an entry from JSON.

    Args:
        data: The JSON text.
        place: What findings call it, such as a file and a line.
    """
    try:
        part = shape.RecordedPart.model_validate_json(data)
    except ValidationError as fault:
        return RecordedOutcome(recorded=None, findings=_findings(fault, place))
    return RecordedOutcome(recorded=recorded_of(part))


def part_of(recorded: Recorded) -> shape.RecordedPart:
    """Return an entry in the shape of its JSON.

    Raises:
        pydantic.ValidationError: A value is out of its range.
    """
    document = {**_fields(recorded), "entry": _entry_document(recorded.entry)}
    return shape.RecordedPart.model_validate(document)


def _entry_document(entry: told.Entry) -> dict[str, Any]:
    word = entry_word(entry)
    return {"kind": word, **{_key(word, name): value for name, value in _fields(entry).items()}}


def recorded_of(part: shape.RecordedPart) -> Recorded:
    """Return the entry of a shape that was read."""
    return Recorded(**{**_fields_of_part(part), "entry": _entry(part.entry)})


def _entry(part: shape.EntryPart) -> told.Entry:
    kind = _KINDS[part.kind]
    values = _fields_of_part(part)
    told_values = {each.name: values[_key(part.kind, each.name)] for each in fields(kind)}
    entry: told.Entry = kind(**told_values)
    return entry


def _key(word: str, name: str) -> str:
    """Return the key of a field; `kind` is taken by the word that tells entries apart."""
    return _OWN_KIND[word] if name == "kind" else name


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401  any dataclass of the diary
    named = ((each.name, getattr(value, each.name)) for each in fields(value))
    return {name: _fields(each) if _is_inner(name, each) else each for name, each in named}


def _fields_of_part(part: BaseModel) -> dict[str, Any]:
    return {
        name: _INNER[name](**_fields_of_part(value)) if _is_inner(name, value) else value
        for name, value in part
    }


def _is_inner(name: str, value: object) -> bool:
    return name in _INNER and value is not None


def _findings(fault: ValidationError, place: str) -> tuple[Finding, ...]:
    faults = fault.errors(include_url=False, include_context=False, include_input=False)
    return tuple(
        Finding(
            severity=Severity.ERROR,
            code="entry_invalid",
            message=f"{_path(each['loc'])}: {each['msg'].removeprefix('Value error, ').removesuffix('.')}.",
            place=place,
            remedy=REMEDY,
        )
        for each in faults[:MOST_FINDINGS]
    )


def _path(steps: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in steps if step != "entry") or "the entry"
