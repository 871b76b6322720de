"""The messages of a FIT file: found in one pass, their fields read for many messages at once.

A watch writes a message a second, nearly all of one layout. So the pass only notes where each message of a
layout begins, and a field is then taken out of all of them in one step. What a damaged file still holds up to
the damage is kept.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from runlift.formats.activity.fit_checksum import fit_checksum
from runlift.formats.activity.fit_types import BASE_TYPES, BYTES, FIELD_OF_TIME

if TYPE_CHECKING:
    from collections.abc import Container

    from numpy.typing import NDArray

    from runlift.formats.activity.fit_types import BaseType

SHORTEST_HEADER = 12
SIGNATURE = b".FIT"
MOST_MESSAGES = 2_000_000
MOST_FILES = 1_000
CHECKSUM_BYTES = 2
UNKNOWN_SIZE = 0xFFFF_FFFF

COMPRESSED, DEFINITION, DEVELOPER, LOCAL = 0x80, 0x40, 0x20, 0x0F
COMPRESSED_LOCAL, COMPRESSED_SECONDS = 0x03, 0x1F
_TIMES = {"<": struct.Struct("<I"), ">": struct.Struct(">I")}
_NO_TIME = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlace:
    """Where a field lies in a message.

    Attributes:
        start: Bytes before it.
        size: Bytes it takes.
        base: How its numbers are written.
    """

    start: int
    size: int
    base: BaseType


@dataclass(slots=True, kw_only=True)
class Layout:
    """Messages of one definition.

    Attributes:
        number: What kind of message.
        size: Bytes of a message without its header.
        order: `<` or `>`: which byte of a number comes first.
        fields: Where each field lies, by its number.
        wanted: Whether the places of its messages are noted.
        starts: Where each message begins in the file.
        places: Place of each message among all of the file.
        compressed: Time of a message that has it in its header, by position in `starts`.
    """

    number: int
    size: int
    order: str
    fields: dict[int, FieldPlace]
    wanted: bool
    starts: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    compressed: dict[int, int] = field(default_factory=dict)

    def column(self, data: NDArray[np.uint8], number: int) -> NDArray[np.float64] | None:
        """Return the raw numbers of a field, one row a message, NaN where invalid; None without the field."""
        place = self.fields.get(number)
        if place is None or place.base.dtype is None or not self.starts:
            return None
        at = np.asarray(self.starts)[:, None] + np.arange(place.start, place.start + place.size)
        numbers = np.ascontiguousarray(data[at]).view(f"{self.order}{place.base.dtype}")
        valid = numbers != place.base.invalid if place.base.invalid is not None else np.isfinite(numbers)
        return np.where(valid, numbers.astype(np.float64), np.nan)

    def texts(self, data: bytes, number: int) -> list[bytes]:
        """Return the bytes of a field, one entry a message; empty ones without the field."""
        place = self.fields.get(number)
        if place is None:
            return [b""] * len(self.starts)
        return [data[start + place.start : start + place.start + place.size] for start in self.starts]


@dataclass(slots=True, kw_only=True)
class FitFile:
    """One of the files that a FIT stream may hold one after the other.

    Attributes:
        layouts: Its messages, by definition.
        damage: What is wrong with it, `truncated`, `undefined`, `checksum`, or `too_many`; empty when sound.
        at: Where reading ended.
    """

    layouts: list[Layout] = field(default_factory=list)
    damage: str = ""
    at: int = 0

    def of(self, number: int) -> list[Layout]:
        """Return the layouts of a kind of message that have any."""
        return [each for each in self.layouts if each.number == number and each.starts]


@dataclass(frozen=True, slots=True, kw_only=True)
class FitScan:
    """What a FIT stream holds.

    Attributes:
        data: The bytes.
        files: Its files, those without any message left out.
        damage: What is wrong after the last of them: `no_header`, `too_many`; empty when nothing is.
    """

    data: bytes
    files: tuple[FitFile, ...]
    damage: str = ""


def is_fit(data: bytes, at: int = 0) -> bool:
    """Tell whether a FIT header begins here."""
    return data[at + 8 : at + 12] == SIGNATURE and data[at] >= SHORTEST_HEADER


def scan_fit(data: bytes, wanted: Container[int]) -> FitScan:
    """Find the messages of a FIT stream.

    Args:
        data: The stream.
        wanted: Numbers of the kinds of message whose places are noted.
    """
    files: list[FitFile] = []
    at = count = 0
    while at < len(data) and count < MOST_FILES:
        if not is_fit(data, at):
            return FitScan(
                data=data, files=tuple(files), damage="" if _is_padding(data[at:]) else "no_header"
            )
        count += 1
        file, at = _file(data, at, wanted)
        if file.layouts or file.damage:
            files.append(file)
    return FitScan(data=data, files=tuple(files), damage="too_many" if at < len(data) else "")


def _is_padding(rest: bytes) -> bool:
    return not rest.strip(b"\0")


def _file(data: bytes, at: int, wanted: Container[int]) -> tuple[FitFile, int]:
    """Scan one file; return it and where the next one may begin."""
    body = at + data[at]
    (told,) = struct.unpack_from("<I", data, at + 4)
    end = body + told
    is_open = told in {0, UNKNOWN_SIZE} and not is_fit(data, body + CHECKSUM_BYTES)
    if is_open and len(data) > body + CHECKSUM_BYTES:  # a recording that was never closed
        end = len(data)
    file = _Scan(data, wanted).read(body, min(end, len(data)))
    if not file.damage and (end > len(data) or is_open):
        file.damage = "truncated"
    after = end + CHECKSUM_BYTES
    if not file.damage and after <= len(data):
        (expected,) = struct.unpack_from("<H", data, end)
        file.damage = "" if expected == fit_checksum(data[at:end]) else "checksum"
    return file, min(after, len(data))


class _Scan:
    """One pass over the body of a file."""

    def __init__(self, data: bytes, wanted: Container[int]) -> None:
        self._data = data
        self._wanted = wanted
        self._file = FitFile()
        self._last: tuple[int, Layout] | None = None  # the last message that holds a time
        self._time = 0

    def read(self, at: int, end: int) -> FitFile:
        """Read from `at` up to `end`."""
        data, layouts, place = self._data, {}, 0
        file = self._file
        while at < end and place < MOST_MESSAGES:
            head = data[at]
            if head & (COMPRESSED | DEFINITION) == DEFINITION:
                layout, at = self._definition(at, end)
                if layout is None:
                    break
                layouts[head & LOCAL] = layout
                continue
            local = head & LOCAL if head < COMPRESSED else head >> 5 & COMPRESSED_LOCAL
            layout = layouts.get(local)
            if layout is None or at + 1 + layout.size > end:
                file.damage = "undefined" if layout is None else "truncated"
                break
            if head >= COMPRESSED:
                self._compressed(layout, head & COMPRESSED_SECONDS)
            elif FIELD_OF_TIME in layout.fields:
                self._last = (at + 1, layout)
            if not layout.size and head < COMPRESSED:  # nothing in it: a row of them is taken at once
                most = min(end, at + MOST_MESSAGES - place)
                after = most - len(data[at:most].lstrip(data[at : at + 1]))
                self._note_empty(layout, at, after, place)
                place, at = place + after - at, after
                continue
            if layout.wanted:
                layout.starts.append(at + 1)
                layout.places.append(place)
            at += 1 + layout.size
            place += 1
        if place >= MOST_MESSAGES and at < end:
            file.damage = "too_many"
        file.at = at
        return file

    def _definition(self, at: int, end: int) -> tuple[Layout | None, int]:
        """Read a definition; None when the file ends within it."""
        data = self._data
        told = data[at + 5] if at + 5 < end else 0
        after = at + 6 + 3 * told
        if at + 5 >= end or after > end:
            self._file.damage = "truncated"
            return None, at
        order = ">" if data[at + 2] else "<"
        (number,) = struct.unpack_from(f"{order}H", data, at + 3)
        fields, size = _fields(data[at + 6 : after])
        if data[at] & DEVELOPER:
            count = data[after] if after < end else 0
            sizes = data[after + 2 : after + 1 + 3 * count : 3]
            after, size = after + 1 + 3 * count, size + sum(sizes)
        if after > end:
            self._file.damage = "truncated"
            return None, at
        layout = Layout(number=number, size=size, order=order, fields=fields, wanted=number in self._wanted)
        self._file.layouts.append(layout)
        return layout, after

    @staticmethod
    def _note_empty(layout: Layout, at: int, after: int, place: int) -> None:
        """Note messages that are nothing but their headers."""
        if layout.wanted:
            layout.starts.extend(range(at + 1, after + 1))
            layout.places.extend(range(place, place + after - at))

    def _compressed(self, layout: Layout, seconds: int) -> None:
        """Note the time of a message whose header holds its last five bits."""
        if self._last is not None:
            start, timed = self._last
            (told,) = _TIMES[timed.order].unpack_from(self._data, start + timed.fields[FIELD_OF_TIME].start)
            self._time = self._time if told == _NO_TIME else told
            self._last = None
        self._time += (seconds - self._time) & COMPRESSED_SECONDS
        layout.compressed[len(layout.starts)] = self._time


def _fields(told: bytes) -> tuple[dict[int, FieldPlace], int]:
    """Return where each field of a definition lies, and the size of its messages."""
    fields: dict[int, FieldPlace] = {}
    start = 0
    for at in range(0, len(told), 3):
        number, size, base_number = told[at : at + 3]
        base = BASE_TYPES.get(base_number, BYTES)
        if base.size and size % base.size:
            base = BYTES
        if size and (number != FIELD_OF_TIME or size >= _TIMES["<"].size):
            fields.setdefault(number, FieldPlace(start=start, size=size, base=base))
        start += size
    return fields, start
