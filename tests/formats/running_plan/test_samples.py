from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest

from runlift.formats.running_plan.limits import read_limited

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = Path(os.environ.get("RUNLIFT_SAMPLES", ROOT.parent / "shared" / "samples"))
FOLDERS = ("malformed", "bombs", "plans-time-to-run")
FILES = sorted(path for folder in FOLDERS for path in (SAMPLES / folder).rglob("*") if path.is_file())


@pytest.mark.samples
@pytest.mark.skipif(not FILES, reason="the sample files are not beside the project")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sample_ends_in_entries_or_a_clear_error_within_ten_seconds(path: Path) -> None:
    begins = time.monotonic()
    outcome = read_limited(
        path.read_bytes(), name=path.name, today=date(2026, 11, 22), race_date=date(2027, 4, 11)
    )
    assert time.monotonic() - begins < 10
    assert (outcome.entries is None) == (bool(outcome.findings) and outcome.findings[0].severity == "error")
    assert all(found.message and found.remedy and found.place for found in outcome.findings)
