"""Measure the import of a folder of real-sized activities, and how much hostile files hold it up.

Makes activities of about an hour at a record a second (most FIT, some GPX and TCX), imports them into a new
diary with the real command, and prints what that took. Then a smaller folder is imported alone and with every
hostile file there is, and a few files are read by fitdecode for comparison.

Examples:
    python bench/import_activities.py
    python bench/import_activities.py --files 300
"""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import sys
from argparse import ArgumentParser
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from time import perf_counter

import fitdecode
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.fit_writer import fit_run
from tests.samples import SAMPLES, sample_files
from tests.xml_activities import gpx_run, tcx_run

FIRST = datetime(2018, 1, 1, 6, tzinfo=UTC)
GPX_EVERY, TCX_EVERY = 20, 25
COMPARED = 3
HOSTILE_BESIDE = 300


def main() -> int:
    """Run it."""
    parser = ArgumentParser()
    parser.add_argument("--files", type=int, default=3_000)
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        size, records = _make(root / "all", wanted.files)
        print(f"{wanted.files} files, {size / 1e6:,.0f} MB, {records:,} records")
        seconds, busy = _import(root / "all", root / "all.db")
        rate = f"{wanted.files / seconds:.0f} files and {records / seconds:,.0f} records a second"
        print(f"imported in {seconds:.1f} s on the clock, {busy:.1f} s of processor time: {rate}")
        again, _ = _import(root / "all", root / "all.db")
        print(f"imported again, nothing new: {again:.1f} s")
        _compare_with_fitdecode(sorted((root / "all").glob("*.fit"))[:COMPARED])
        if sample_files():
            _measure_hostile(root, min(HOSTILE_BESIDE, wanted.files))
    return 0


def _make(folder: Path, count: int) -> tuple[int, int]:
    """Write the activities; return their bytes and records."""
    folder.mkdir()
    random = np.random.default_rng(7)
    size = records = 0
    for number in range(count):
        start = FIRST + timedelta(days=number)
        minutes = float(np.clip(random.normal(60, 20), 20, 180))
        data, ending, held = _activity(number, start, minutes, float(random.normal(3.0, 0.2)))
        (folder / f"{number:05}.{ending}").write_bytes(data)
        size, records = size + len(data), records + held
    return size, records


def _activity(number: int, start: datetime, minutes: float, speed: float) -> tuple[bytes, str, int]:
    seconds = round(minutes * 60)
    if number % GPX_EVERY == 0:
        return gzip.compress(gpx_run(start=start, points=seconds, every=1, speed=speed)), "gpx.gz", seconds
    if number % TCX_EVERY == 0:
        points = seconds // 4
        data = tcx_run(start=start, laps=4, points=points, every=1, speed=speed, positions=True)
        return data, "tcx", 4 * points
    data = fit_run(start=start, minutes=minutes, speed=speed, climb=40, seed=number)
    return data, "fit", seconds + 1


def _import(folder: Path, database: Path) -> tuple[float, float]:
    """Import a folder; return the time on the clock and the processor time of all processes [s]."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begins = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "runlift.cli.main", "import", str(folder), "--database", str(database)],
        check=True,
        capture_output=True,
    )
    seconds = perf_counter() - begins
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _compare_with_fitdecode(files: list[Path]) -> None:
    begins = perf_counter()
    records = 0
    for path in files:
        with fitdecode.FitReader(path.read_bytes(), check_crc=fitdecode.CrcCheck.DISABLED) as reader:
            records += sum(isinstance(f, fitdecode.FitDataMessage) and f.name == "record" for f in reader)
    rate = records / (perf_counter() - begins)
    print(f"fitdecode alone, one processor, nothing made of it: {rate:,.0f} records a second")


def _measure_hostile(root: Path, count: int) -> None:
    """Import good files alone and beside every hostile one, and print how much longer that takes."""
    good, mixed = root / "good", root / "mixed"
    for folder in (good, mixed):
        folder.mkdir()
        for path in sorted((root / "all").iterdir())[:count]:
            os.link(path, folder / path.name)
    maker = SAMPLES / "bombs" / "make_bombs.py"
    subprocess.run([sys.executable, maker, mixed / "made"], check=True, capture_output=True)
    hostile = [*sample_files(folder="malformed"), *sample_files(folder="bombs")]
    for number, path in enumerate(hostile):
        with suppress(OSError):
            copyfile(path, mixed / f"{number:05}-{path.name}")
    alone, alone_busy = _import(good, root / "good.db")
    beside, beside_busy = _import(mixed, root / "mixed.db")
    extra = len(hostile) + len(list((mixed / "made").iterdir()))
    print(
        f"{count} good files alone {alone:.1f} s, beside {extra} hostile ones {beside:.1f} s: "
        f"{beside / alone:.2f} times; {alone_busy:.1f} s and {beside_busy:.1f} s of processor time"
    )


if __name__ == "__main__":
    sys.exit(main())
