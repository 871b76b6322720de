"""Turn what is wrong with an athlete file into findings with line and remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import pair
from runlift.domain.quantity import Finding, Severity
from runlift.formats.athlete_shape import METRIC_OF_UNIT, SECTIONS, keys_of
from runlift.formats.nearest_word import did_you_mean
from runlift.formats.toml_lines import nearest_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

_TYPE_WORDS: Mapping[str, str] = {
    "string_type": "a text in quotes",
    "int_type": "a whole number, without quotes",
    "float_type": "a number, without quotes",
    "bool_type": "true or false, without quotes",
    "list_type": "a list in square brackets",
    "tuple_type": "a pair in square brackets, such as [20, 2]",
    "model_type": "a table of its own keys",
    "date_type": "a date such as 2027-04-11",
    "too_long": "shorter",
    "string_too_long": "shorter",
    "string_too_short": "at least one letter long",
    "string_pattern_mismatch": "one word of letters, digits, - and _",
    "finite_number": "a finite number",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
}
_MEANT = {  # what people write for a key of another name
    "age": "birth_year",
    "born": "birth_year",
    "weight": "body_mass_kg",
    "weight_kg": "body_mass_kg",
    "weight_lb": "body_mass_lb",
    "experience": "lifting",
    "gender": "sex",
    "mileage": "weekly_mi",
    "id": "name",
    "start_date": "from",
    "end_date": "to",
    "climb_m": "ascent_m",
    "elevation_m": "ascent_m",
}
QUANTITIES = {  # keys whose values are weighed against what is usual
    "body_mass": "body_mass",
    "dumbbells": "hand_weight",
    "kettlebells": "hand_weight",
    "plates": "plate",
    "bar": "bar",
    "lightest": "machine",
    "heaviest": "machine",
    "step": "machine",
    "weekly": "weekly_distance",
    "longest_run": "longest_run",
    "distance": "race_distance",
    "load": "known_set_load",
}
_TWIN = {"kg": "lb", "lb": "kg", "km": "mi", "mi": "km"}
_UNIT_WORDS = {"kg": "kilograms", "lb": "pounds", "km": "kilometres", "mi": "miles"}
_LONGEST_SHOWN = 40  # characters of a value that a message repeats
_METRES_PER_KM = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to tell about one place of the file.

    Attributes:
        severity: How much it weighs.
        code: Stable identifier.
        message: One plain sentence on what is wrong.
        path: Keys and list positions that lead to the place.
        remedy: One plain sentence on what to do.
    """

    severity: Severity
    code: str
    message: str
    path: tuple[str | int, ...]
    remedy: str = ""

    def finding(self, name: str, lines: Mapping[tuple[str | int, ...], int]) -> Finding:
        """Place the remark in the file."""
        line = self.line(lines)
        return Finding(
            severity=self.severity,
            code=self.code,
            message=self.message,
            place=name if line == 0 else f"{name}, line {line}",
            remedy=self.remedy,
        )

    def line(self, lines: Mapping[tuple[str | int, ...], int]) -> int:
        """Return the line of the file; 0 when the remark is on the whole file."""
        return nearest_line(lines, self.path) or 0


def remark_on_shape(error: ErrorDetails) -> Remark:
    """Turn one complaint about the shape of the file into a remark."""
    kind, path = error["type"], error["loc"]
    if kind == "extra_forbidden":
        code, message, remedy = "unknown_key", *_unknown_key(path)
    elif kind == "missing":
        code, message, remedy = "missing_key", *_missing_key(path)
    elif kind in _BOUNDS:
        code, message, remedy = "impossible_value", *_out_of_bounds(error)
    elif kind in _TYPE_WORDS:
        code = "wrong_type"
        message = f"{written(path)} must be {_TYPE_WORDS[kind]}; it is {_shown(error['input'])}"
        remedy = f"make it {_TYPE_WORDS[kind]}"
    else:
        code = kind if kind in {"unknown_value", "not_understood"} else "wrong_value"
        told = error.get("ctx", {})
        message = f"{written(path)}: {told.get('message', error['msg'])}"
        remedy = str(told.get("remedy", ""))
    return Remark(severity=Severity.ERROR, code=code, message=message, path=path, remedy=remedy)


def written(path: tuple[str | int, ...]) -> str:
    """Name a place of the file as its reader would: the innermost key and which of a list."""
    keys = [key for key in path if isinstance(key, str)]
    last = path[-1] if path else ""
    return f"{keys[-1]}, entry {last + 1}" if isinstance(last, int) and keys else str(last)


def section_of(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the innermost section around a place of the file."""
    keys = tuple(key for key in path if isinstance(key, str))
    while keys and keys not in SECTIONS:
        keys = keys[:-1]
    return keys


def header(section: tuple[str, ...]) -> str:
    """Write a section as its header in the file."""
    name = ".".join(section)
    return f"[[{name}]]" if section in {("place",), ("travel",), ("race",), ("known_set",)} else f"[{name}]"


def other_unit(key: str, value: float) -> str:
    """Ask whether a value out of the usual is in another unit; empty when that explains nothing."""
    stem, _, unit = key.rpartition("_")
    quantity = QUANTITIES.get(stem)
    if quantity is None or unit not in _TWIN:
        return ""
    low, high = pair(f"{quantity}_usual")
    twin = _TWIN[unit]
    if low <= value * METRIC_OF_UNIT[twin] <= high:
        return f"if these are {_UNIT_WORDS[twin]}, write {stem}_{twin} = {value:g}"
    if unit == "km" and low <= value / _METRES_PER_KM <= high:
        return f"if these are metres, write {key} = {value / _METRES_PER_KM:g}"
    return ""


def _unknown_key(path: tuple[str | int, ...]) -> tuple[str, str]:
    key = str(path[-1])
    section = section_of(path[:-1])
    where = f"in {header(section)}" if section else "at the top of the file"
    message = f'"{key[:_LONGEST_SHOWN]}" is not a key {where}'
    known = keys_of(section)
    with_unit = [f'"{other}"' for other in known if other.rpartition("_")[0] == key]
    if with_unit:
        remedy = f"did you mean {' or '.join(with_unit)}?"
    else:
        remedy = did_you_mean(_MEANT.get(key, key), known)
    if not remedy:
        homes = [header(other) for other in SECTIONS if other and key in keys_of(other)]
        remedy = f"it belongs in {homes[0]}" if homes else f"known keys: {', '.join(known)}"
    return message, remedy


def _missing_key(path: tuple[str | int, ...]) -> tuple[str, str]:
    if path == ("athlete",):
        return (
            "[athlete] is missing",
            'begin with [athlete] and at least lifting = "none", "novice" or "experienced"',
        )
    if isinstance(path[-1], int):
        return f"{written(path[:-1])}: a pair needs two numbers", "write mass and count, such as [20, 2]"
    return f"{path[-1]} is missing in {header(section_of(path[:-1]))}", f"add {path[-1]} = ..."


def _out_of_bounds(error: ErrorDetails) -> tuple[str, str]:
    path, value = error["loc"], cast("float", error["input"])
    which, words = _BOUNDS[error["type"]]
    keys = [key for key in path if isinstance(key, str)]
    message = f"{written(path)} is {_shown(value)}, which is impossible"
    bound = f"give {words} {error['ctx'][which]:g}"
    suspicion = other_unit(keys[-1], value)
    return message, f"{bound}; {suspicion}" if suspicion else bound


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
