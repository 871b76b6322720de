from __future__ import annotations

import struct
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fit_writer import FitWriter, crc, fit_run

from runlift.formats.activity.fit_checksum import fit_checksum
from runlift.formats.activity.fit_scan import MOST_FILES, MOST_MESSAGES, scan_fit
from runlift.formats.activity.fit_tables import LAP, RECORD, WANTED, FitTables

heart_rates = st.none() | st.integers(0, 254)
distances = st.none() | st.integers(0, 4_000_000).map(lambda centimetres: centimetres / 100)


def tables(data: bytes) -> FitTables:
    scan = scan_fit(data, WANTED)
    return FitTables(data, scan.files[0])


def column(data: bytes, name: str) -> list[float | None]:
    values = tables(data).columns(RECORD, (name,))[name].tolist()
    return [None if value != value else value for value in values]  # noqa: PLR0124 - true of NaN alone


@given(st.binary(max_size=80))
def test_the_checksum_is_that_of_the_format(data: bytes) -> None:
    assert fit_checksum(data) == crc(data)


@given(st.lists(st.tuples(heart_rates, distances), min_size=1, max_size=20), st.sampled_from("<>"))
def test_what_was_written_is_read_in_either_order_of_bytes(
    rows: list[tuple[int | None, float | None]], order: str
) -> None:
    writer = FitWriter(order=order)
    for at, (heart_rate, distance) in enumerate(rows):
        writer.write("record", timestamp=1_000_000_000 + at, heart_rate=heart_rate, distance=distance)
    data = writer.data()
    assert scan_fit(data, WANTED).files[0].damage == ""
    assert column(data, "heart_rate") == [heart_rate for heart_rate, _ in rows]
    assert column(data, "distance") == [distance for _, distance in rows]


@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_messages_of_several_layouts_keep_the_order_of_the_file(with_distance: list[bool]) -> None:
    writer = FitWriter()
    for at, has in enumerate(with_distance):
        if has:
            writer.write("record", timestamp=1_000_000_000 + at, distance=float(at))
        else:
            writer.write("record", timestamp=1_000_000_000 + at)
    assert column(writer.data(), "timestamp") == [1_000_000_000.0 + at for at in range(len(with_distance))]


def test_fields_of_developers_are_passed_over() -> None:
    writer = FitWriter()
    for at in range(5):
        writer.write("record", developer=3, timestamp=1_000_000_000 + at, heart_rate=100 + at)
    assert column(writer.data(), "heart_rate") == [100, 101, 102, 103, 104]


def test_times_in_headers_go_on_from_the_last_whole_time() -> None:
    writer = FitWriter()
    writer.write("record", timestamp=1_000_000_030)
    local = writer.define("record", (("heart_rate", 1),))
    for seconds in (31, 2, 5, 5, 31, 0):  # the last five bits only, so that they roll over
        writer.body += bytes((0x80 | local << 5 | seconds, 120))
    base = 1_000_000_000 - 1_000_000_000 % 32
    whole = 1_000_000_030
    expected = [whole]
    for seconds in (31, 2, 5, 5, 31, 0):
        whole += (seconds - whole) % 32
        expected.append(whole)
    assert column(writer.data(), "timestamp") == expected
    assert base <= expected[0]


def test_speed_and_distance_packed_into_three_bytes_are_unpacked() -> None:
    writer = FitWriter()
    writer.body += bytes((0x40, 0, 0)) + struct.pack("<HB", RECORD, 1) + bytes((8, 3, 0x0D))
    for speed, distance in ((3.0, 4000), (3.5, 90), (None, None), (2.0, 300)):  # sixteenths, rolling over
        raw = 0xFFFFFF if speed is None or distance is None else round(speed * 100) | (distance & 0xFFF) << 12
        writer.body += b"\0" + raw.to_bytes(3, "little")
    speeds, along = tables(writer.data()).speed_and_distance()
    assert np.allclose(speeds, [3.0, 3.5, np.nan, 2.0], equal_nan=True)
    assert np.allclose(along * 16, [4000, 4096 + 90, np.nan, 4096 + 300], equal_nan=True)


@settings(max_examples=40)
@given(st.integers(0, 3_000))
def test_a_file_cut_anywhere_gives_the_records_before_the_cut(cut: int) -> None:
    whole = fit_run(minutes=1)
    records = column(whole, "timestamp")
    scan = scan_fit(whole[:cut], WANTED)
    if not scan.files:
        return
    kept = FitTables(whole[:cut], scan.files[0]).columns(RECORD, ("timestamp",))["timestamp"].tolist()
    assert kept == records[: len(kept)]
    assert scan.files[0].damage or cut >= len(whole) - 2


def test_damage_is_named() -> None:
    whole = fit_run(minutes=1)
    flipped = bytearray(whole)
    flipped[-40] ^= 0x10
    assert scan_fit(bytes(flipped), WANTED).files[0].damage == "checksum"
    assert scan_fit(whole[:-200], WANTED).files[0].damage == "truncated"
    assert scan_fit(whole + b"what follows", WANTED).damage == "no_header"
    assert scan_fit(whole + b"\0" * 9, WANTED).damage == ""
    undefined = FitWriter()
    undefined.write("record", timestamp=1_000_000_000)
    undefined.body += b"\x0b\0\0\0\0"
    assert scan_fit(undefined.data(), WANTED).files[0].damage == "undefined"


def test_a_recording_that_was_never_closed_is_read_to_its_end() -> None:
    whole = bytearray(fit_run(minutes=1))
    whole[4:8] = bytes(4)
    scan = scan_fit(bytes(whole[:-2]), WANTED)
    assert scan.files[0].damage == "truncated"
    assert len(column(bytes(whole[:-2]), "timestamp")) == 61


def test_a_stream_of_several_files_gives_each() -> None:
    scan = scan_fit(fit_run(minutes=1) + fit_run(minutes=2), WANTED)
    assert [sum(len(each.starts) for each in file.of(RECORD)) for file in scan.files] == [61, 121]


def test_no_more_files_than_anybody_writes_are_read() -> None:
    empty = struct.pack("<BBHI4sH", 14, 0x20, 2132, 0, b".FIT", 0) + b"\0\0"
    assert scan_fit(empty * (MOST_FILES + 1), WANTED).damage == "too_many"


@pytest.mark.parametrize("data", [b"", b".FIT", b"\x0e" * 14, b"\x0e\0\0\0\0\0\0\0.FIT"])
def test_a_few_bytes_are_no_reason_to_fail(data: bytes) -> None:
    scan_fit(data, WANTED)


def test_messages_without_fields_are_counted_and_cost_nothing() -> None:
    writer = FitWriter()
    writer.body += bytes((0x40, 0, 0)) + struct.pack("<HB", RECORD, 0) + b"\0" * 500_000
    writer.write("lap", timestamp=1_000_000_000)
    begins = process_time()
    found = tables(writer.data())
    assert process_time() - begins < 1.0
    assert (found.count(RECORD), found.count(LAP)) == (500_000, 1)


def test_no_more_messages_than_any_activity_has_are_read() -> None:
    for fields, message in ((b"", b"\0"), (bytes((3, 1, 2)), b"\0\x50")):
        writer = FitWriter()
        writer.body += bytes((0x40, 0, 0)) + struct.pack("<HB", RECORD, len(fields) // 3) + fields
        writer.body += message * (MOST_MESSAGES + 10)
        (file,) = scan_fit(writer.data(checksum=False), frozenset()).files
        assert file.damage == "too_many"
