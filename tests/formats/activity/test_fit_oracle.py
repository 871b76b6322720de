"""Every value that both read is the same as that of fitdecode, on every sample file."""

from __future__ import annotations

import os
import warnings
from datetime import datetime
from typing import TYPE_CHECKING, Any

import fitdecode
import numpy as np
import pytest
from tests.samples import sample_files

from runlift.formats.activity.fit_scan import scan_fit
from runlift.formats.activity.fit_tables import EPOCH_S, LAP, RECORD, SESSION, SET, WANTED, FitTables

if TYPE_CHECKING:
    from pathlib import Path

FILES = sample_files(".fit")
# fitdecode takes a second for 6,000 records; the whole of every file is compared when asked for.
BYTES_COMPARED = None if os.environ.get("RUNLIFT_WHOLE_SAMPLES") == "1" else 100_000
NUMBERS = {
    "record": (
        RECORD,
        (
            "timestamp", "distance", "speed", "enhanced_speed", "altitude", "enhanced_altitude", "heart_rate",
            "cadence", "fractional_cadence", "stance_time", "vertical_oscillation", "temperature",
            "position_lat", "position_long",
        ),
    ),
    "session": (
        SESSION,
        (
            "timestamp", "start_time", "total_elapsed_time", "total_timer_time", "total_distance",
            "total_ascent", "total_descent", "avg_heart_rate", "max_heart_rate", "avg_cadence",
            "avg_stance_time", "avg_vertical_oscillation", "avg_temperature",
        ),
    ),
    "lap": (LAP, ("timestamp", "start_time", "total_timer_time", "total_distance", "avg_heart_rate")),
    "set": (SET, ("start_time", "duration", "repetitions", "weight")),
}  # fmt: skip
ALSO_CALLED = {"avg_running_cadence": "avg_cadence"}


def by_fitdecode(data: bytes, *, expanded: bool = False) -> list[dict[str, list[dict[str, Any]]]]:
    """The messages of each file of a stream, by kind, up to the first fault.

    Values that are taken out of another field come only when asked for.
    """
    files: list[dict[str, list[dict[str, Any]]]] = []
    options = {
        "check_crc": fitdecode.CrcCheck.DISABLED,
        "error_handling": fitdecode.ErrorHandling.IGNORE,
    }
    try:
        with fitdecode.FitReader(data, **options) as reader:
            for frame in reader:
                if isinstance(frame, fitdecode.FitHeader):
                    files.append({name: [] for name in NUMBERS})
                elif isinstance(frame, fitdecode.FitDataMessage) and frame.name in NUMBERS:
                    values: dict[str, Any] = {}
                    for each in frame.fields:
                        if expanded or not each.is_expanded or each.name == "timestamp":
                            values[ALSO_CALLED.get(each.name, each.name)] = each.value
                    files[-1][frame.name].append(values)
    except fitdecode.FitError:
        pass
    return files


def plain(value: object) -> float:
    if isinstance(value, datetime):
        return value.timestamp() - EPOCH_S
    if isinstance(value, tuple):
        value = value[0] if value else None
    return float(value) if isinstance(value, int | float) else float("nan")


@pytest.mark.samples
@pytest.mark.skipif(not FILES, reason="the sample files are not beside the project")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_value_is_that_of_fitdecode(path: Path) -> None:
    data = path.read_bytes()[:BYTES_COMPARED]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = by_fitdecode(data)
    scan = scan_fit(data, WANTED)
    ours = [FitTables(data, file) for file in scan.files]
    with_messages = [file for file in theirs if any(file.values())]
    with_tables = [tables for tables in ours if any(tables.count(number) for number, _ in NUMBERS.values())]
    assert len(with_tables) == len(with_messages)
    compared = 0
    for tables, messages in zip(with_tables, with_messages, strict=True):
        for name, (number, fields) in NUMBERS.items():
            assert tables.count(number) == len(messages[name])
            for field, values in tables.columns(number, fields).items():
                expected = np.array([plain(each.get(field)) for each in messages[name]])
                compared += int(np.count_nonzero(np.isfinite(expected)))
                np.testing.assert_array_equal(values, expected, err_msg=f"{name}.{field}")
    assert compared or not any(any(file.values()) for file in theirs)


@pytest.mark.samples
@pytest.mark.skipif(not FILES, reason="the sample files are not beside the project")
def test_packed_speed_and_distance_are_those_of_fitdecode() -> None:
    (path,) = [each for each in FILES if each.name == "tests__files__compressed-speed-distance.fit"]
    data = path.read_bytes()
    (messages,) = by_fitdecode(data, expanded=True)
    speed, distance = FitTables(data, scan_fit(data, WANTED).files[0]).speed_and_distance()
    expected = [[plain(each.get(name)) for each in messages["record"]] for name in ("speed", "distance")]
    np.testing.assert_allclose(speed, expected[0])
    np.testing.assert_allclose(distance, expected[1])
    assert np.isfinite(distance).sum() > 700
