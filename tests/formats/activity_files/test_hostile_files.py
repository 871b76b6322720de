"""Samples that are broken or made to explode end in a clear finding, and hold up nothing else."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.samples import SAMPLES, sample_files

from runlift.formats.activity_files.read_files import FILE_LIMITS, ActivityFiles
from runlift.formats.child_process.pool import WorkerPool

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.formats.activity_files.read_files import FileRead

MAKER = SAMPLES / "bombs" / "make_bombs.py"
pytestmark = [
    pytest.mark.samples,
    pytest.mark.skipif(not sample_files(), reason="the sample files are not beside the project"),
]


def read(folder: Path, inner: Path) -> list[FileRead]:
    with WorkerPool(FILE_LIMITS, workers=2) as pool:
        return list(ActivityFiles([folder], pool, folder=inner).read())


@pytest.fixture(scope="module")
def made_bombs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bombs")
    subprocess.run([sys.executable, MAKER, folder, "100000"], check=True, capture_output=True)
    return folder


def assert_all_is_told(reads: list[FileRead]) -> None:
    assert reads
    for each in reads:
        assert each.outcome.activities or each.outcome.findings
        for finding in each.outcome.findings:
            assert finding.message
            assert finding.remedy
            assert finding.place
            assert finding.code != "reader_failed"


def test_every_sample_ends_in_activities_or_a_clear_finding(tmp_path: Path) -> None:
    reads = read(SAMPLES, tmp_path)
    assert_all_is_told(reads)
    assert sum(len(each.outcome.activities) for each in reads) > 40


def test_no_made_bomb_takes_long_or_yields_anything(made_bombs: Path, tmp_path: Path) -> None:
    begins = time.monotonic()
    reads = read(made_bombs, tmp_path)
    assert time.monotonic() - begins < 30
    assert_all_is_told(reads)
    assert not [each.name for each in reads if each.outcome.activities]
    assert list(tmp_path.glob("*.zip")) == []
