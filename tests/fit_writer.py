"""Writes small FIT files as watches do, for tests, benches and fuzzing."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
POLYNOMIAL = 0xA001
# Base types by their letters in `struct`.
BASES = {"B": 0x02, "b": 0x01, "H": 0x84, "h": 0x83, "I": 0x86, "i": 0x85, "E": 0x00, "s": 0x07}
INVALID = {"B": 0xFF, "b": 0x7F, "H": 0xFFFF, "h": 0x7FFF, "I": 0xFFFF_FFFF, "i": 0x7FFF_FFFF, "E": 0xFF}
# Messages: number, and for each field its number, base type, scale and offset.
FIELDS: dict[str, tuple[int, dict[str, tuple[int, str, float, float]]]] = {
    "file_id": (
        0,
        {"type": (0, "E", 1, 0), "manufacturer": (1, "H", 1, 0), "time_created": (4, "I", 1, 0)},
    ),
    "sport": (12, {"sport": (0, "E", 1, 0), "sub_sport": (1, "E", 1, 0)}),
    "session": (
        18,
        {
            "timestamp": (253, "I", 1, 0),
            "start_time": (2, "I", 1, 0),
            "sport": (5, "E", 1, 0),
            "sub_sport": (6, "E", 1, 0),
            "total_elapsed_time": (7, "I", 1000, 0),
            "total_timer_time": (8, "I", 1000, 0),
            "total_distance": (9, "I", 100, 0),
            "avg_heart_rate": (16, "B", 1, 0),
            "total_ascent": (22, "H", 1, 0),
            "sport_profile_name": (110, "s", 1, 0),
        },
    ),
    "lap": (
        19,
        {
            "timestamp": (253, "I", 1, 0),
            "start_time": (2, "I", 1, 0),
            "total_timer_time": (8, "I", 1000, 0),
            "total_distance": (9, "I", 100, 0),
        },
    ),
    "record": (
        20,
        {
            "timestamp": (253, "I", 1, 0),
            "position_lat": (0, "i", 2**31 / 180, 0),
            "position_long": (1, "i", 2**31 / 180, 0),
            "altitude": (2, "H", 5, 500),
            "heart_rate": (3, "B", 1, 0),
            "cadence": (4, "B", 1, 0),
            "distance": (5, "I", 100, 0),
            "speed": (6, "H", 1000, 0),
            "temperature": (13, "b", 1, 0),
            "vertical_oscillation": (39, "H", 10, 0),
            "stance_time": (41, "H", 10, 0),
        },
    ),
    "activity": (
        34,
        {"timestamp": (253, "I", 1, 0), "local_timestamp": (5, "I", 1, 0), "num_sessions": (1, "H", 1, 0)},
    ),
    "field_description": (
        206,
        {
            "developer_data_index": (0, "B", 1, 0),
            "field_definition_number": (1, "B", 1, 0),
            "field_name": (3, "s", 1, 0),
        },
    ),
    "set": (
        225,
        {
            "timestamp": (254, "I", 1, 0),
            "duration": (0, "I", 1000, 0),
            "repetitions": (3, "H", 1, 0),
            "weight": (4, "H", 16, 0),
            "set_type": (5, "B", 1, 0),
            "start_time": (6, "I", 1, 0),
            "category": (7, "H", 1, 0),
            "category_subtype": (8, "H", 1, 0),
        },
    ),
}
Value = float | None | str | tuple[float | None, ...]


def crc(data: bytes) -> int:
    """The checksum of the format, bit by bit."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (POLYNOMIAL if value & 1 else 0)
    return value


def fit_time(moment: datetime) -> int:
    return round((moment - EPOCH).total_seconds())


@dataclass
class FitWriter:
    """A FIT file under way.

    Attributes:
        order: `<` or `>`: which byte of a number comes first.
        body: What was written.
    """

    order: str = "<"
    body: bytearray = field(default_factory=bytearray)
    locals: dict[tuple[str, tuple[tuple[str, int], ...]], int] = field(default_factory=dict)

    def define(self, name: str, sizes: tuple[tuple[str, int], ...], *, developer: int = 0) -> int:
        """Write a definition, with so many bytes of a developer's fields; return its local number."""
        local = self.locals.setdefault((name, sizes), len(self.locals) % 16)
        number, fields = FIELDS[name]
        head = 0x40 | local | (0x20 if developer else 0)
        self.body += struct.pack(f"{self.order}BBBHB", head, 0, self.order == ">", number, len(sizes))
        for each, size in sizes:
            self.body += bytes((fields[each][0], size, BASES[fields[each][1]]))
        if developer:
            self.body += bytes((1, 7, developer, 0))
        return local

    def write(self, name: str, *, developer: int = 0, **values: Value) -> None:
        """Write a message, and its definition where that is new."""
        packed = {each: self._pack(name, each, value) for each, value in values.items()}
        sizes = tuple((each, len(data)) for each, data in packed.items())
        known = (name, sizes) in self.locals
        local = self.locals[name, sizes] if known else self.define(name, sizes, developer=developer)
        self.body += bytes([local]) + b"".join(packed.values()) + b"\x99" * developer

    def _pack(self, name: str, each: str, value: Value) -> bytes:
        _, base, scale, offset = FIELDS[name][1][each]
        if isinstance(value, str):
            return value.encode() + b"\0"
        values = value if isinstance(value, tuple) else (value,)
        letter = "B" if base == "E" else base
        raw = [INVALID[base] if one is None else round((one + offset) * scale) for one in values]
        return struct.pack(f"{self.order}{len(raw)}{letter}", *raw)

    def records(self, columns: dict[str, np.ndarray]) -> None:
        """Write many records of one layout at once; NaN where there is none."""
        fields = FIELDS["record"][1]
        size = {"B": 1, "b": 1, "H": 2, "h": 2, "I": 4, "i": 4}
        sizes = tuple((each, size[fields[each][1]]) for each in columns)
        local = self.define("record", sizes)
        types = [("head", "u1"), *((each, f"{self.order}{_kind(fields[each][1])}") for each in columns)]
        rows = np.empty(len(next(iter(columns.values()))), dtype=types)
        rows["head"] = local
        for each, values in columns.items():
            _, base, scale, offset = fields[each]
            known = np.isfinite(values)
            rows[each] = np.where(
                known, np.rint((np.where(known, values, 0) + offset) * scale), INVALID[base]
            )
        self.body += rows.tobytes()

    def data(self, *, checksum: bool = True) -> bytes:
        """Return the file."""
        head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(self.body), b".FIT")
        head += struct.pack("<H", crc(head) if checksum else 0)
        whole = head + bytes(self.body)
        return whole + struct.pack("<H", _fast_crc(whole) if checksum else 0)


def _kind(base: str) -> str:
    return {"B": "u1", "b": "i1", "H": "u2", "h": "i2", "I": "u4", "i": "i4"}[base]


def _fast_crc(data: bytes) -> int:
    from runlift.formats.activity.fit_checksum import fit_checksum  # noqa: PLC0415 - held to `crc` in its own test

    return fit_checksum(data)


START = datetime(2026, 11, 20, 7, 12, tzinfo=UTC)
RUNNING, CYCLING, TRAINING = 1, 2, 10
TREADMILL, STRENGTH = 1, 20


def fit_run(  # noqa: PLR0913 - one for each thing that a watch may tell
    *,
    start: datetime = START,
    minutes: float = 50,
    speed: float | np.ndarray = 3.2,
    heart_rate: float | None = 148,
    climb: float = 0.0,
    temperature: float = 11,
    sport: int = RUNNING,
    sub_sport: int = 0,
    offset: timedelta | None = timedelta(hours=1),
    positions: bool = True,
    session: bool = True,
    seed: int = 1,
) -> bytes:
    """Write a run of a second a record; `climb` is the rise at the top of one long hill [m]."""
    seconds = round(minutes * 60)
    random = np.random.default_rng(seed)
    at = np.arange(seconds + 1, dtype=float)
    speeds = np.broadcast_to(speed, at.shape) + random.normal(0, 0.05, at.shape)
    distance = np.concatenate(([0.0], np.cumsum(speeds[1:])))
    writer = FitWriter()
    begin = fit_time(start)
    writer.write("file_id", type=4, manufacturer=1, time_created=begin)
    columns = {
        "timestamp": begin + at,
        "distance": distance,
        "speed": speeds,
        "altitude": 200 + climb * np.sin(np.pi * at / seconds),
        "cadence": np.full_like(at, 84),
        "temperature": np.full_like(at, temperature),
        "vertical_oscillation": np.full_like(at, 92.5),
        "stance_time": np.full_like(at, 248.0),
    }
    if heart_rate is not None:
        columns["heart_rate"] = np.rint(heart_rate + 4 * np.sin(at / 90))
    if positions:
        columns["position_lat"] = 48.0 + distance / 111_195
        columns["position_long"] = np.full_like(at, 11.5)
    writer.records(columns)
    end, length = begin + seconds, float(distance[-1])
    if session:
        writer.write("lap", timestamp=end, start_time=begin, total_timer_time=seconds, total_distance=length)
        writer.write(
            "session",
            timestamp=end,
            start_time=begin,
            sport=sport,
            sub_sport=sub_sport,
            total_elapsed_time=seconds,
            total_timer_time=seconds,
            total_distance=length,
        )
        if offset is not None:
            local = end + offset.total_seconds()
            writer.write("activity", timestamp=end, local_timestamp=local, num_sessions=1)
    return writer.data()


def fit_strength(*, start: datetime = START) -> bytes:
    """Write a strength session of three sets with rests, as a watch does: guesses, and zero for no weight."""
    writer = FitWriter()
    begin = fit_time(start)
    writer.write("file_id", type=4, manufacturer=1, time_created=begin)
    sets = (
        (0, 40, 1, 10, 24.0, (28, 17, 65534), (37, None, None)),
        (40, 60, 0, None, None, (None, None, None), (None, None, None)),
        (100, 35, 1, 8, 0.0, (17, 28, 65534), (None, None, None)),
        (200, 50, 1, 1, None, (65534, 65534, 65534), (None, None, None)),
    )
    for after, lasting, kind, reps, weight, category, subtype in sets:
        writer.write(
            "set",
            timestamp=begin,
            duration=lasting,
            repetitions=reps,
            weight=weight,
            set_type=kind,
            start_time=begin + after,
            category=category,
            category_subtype=subtype,
        )
    writer.write(
        "session",
        timestamp=begin,
        start_time=begin,
        sport=TRAINING,
        sub_sport=STRENGTH,
        total_elapsed_time=1800,
        total_timer_time=1800,
        avg_heart_rate=110,
        sport_profile_name="Strength",
    )
    writer.write("activity", timestamp=begin + 1800, local_timestamp=begin + 1800 + 3600, num_sessions=1)
    return writer.data()
