"""Read changed bytes of every kind that `runlift import` takes; fail on any exception that is not declared.

Starts from small files of our own, and from the sample files where they are. With `--guided` the coverage of
the code leads the changes, which needs the package `atheris` in the environment.

Examples:
    python bench/fuzz_activities.py --inputs 200000
    python bench/fuzz_activities.py --seed 7 --input 1234       (one input again, with its traceback)
    python bench/fuzz_activities.py --guided --inputs 100000
"""

from __future__ import annotations

import gzip
import io
import json
import random
import sys
import tempfile
import traceback
import zipfile
from argparse import ArgumentParser
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.fit_writer import fit_run, fit_strength
from tests.samples import sample_files
from tests.strava_tables import FULL, GERMAN, RUN
from tests.xml_activities import gpx_run, tcx_run

from runlift.application.author import Author
from runlift.application.import_activities import ActivityImport
from runlift.formats.activity.outcome import ActivityOutcome
from runlift.formats.activity.reading import read_activities
from runlift.formats.activity.wire import outcome_document
from runlift.formats.archive.apple_health import read_apple_health
from runlift.formats.archive.garmin_summary import read_garmin_summaries
from runlift.formats.archive.strava import read_strava_table
from runlift.formats.archive.zip_members import UNPACKING_FAULTS, list_members, open_member
from runlift.formats.diary_json import dump_recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from runlift.formats.archive.strava import StravaTable

CHUNK = 200
AUTHOR = Author(device="fuzz", now=datetime(2026, 12, 1, tzinfo=UTC))
PROGRESS_EVERY = 20_000
LARGEST_SAMPLE = 12_000
LONGEST_S = 5.0
EXAMPLES_TOLD = 5
MOST_CHANGES = 12
SHARES = {"activity": 70, "strava": 8, "garmin": 7, "apple": 7, "archive": 8}
APPLE = (
    b'<?xml version="1.0"?><!DOCTYPE HealthData []><HealthData><Record value="1"/>'
    b'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30.5" durationUnit="min"'
    b' startDate="2025-03-01 09:00:00 +0100" endDate="2025-03-01 09:31:00 +0100">'
    b'<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.02" unit="km"/>'
    b'<MetadataEntry key="HKElevationAscended" value="4500 cm"/></Workout></HealthData>'
)
GARMIN = json.dumps(
    [
        {
            "summarizedActivitiesExport": [
                {"activityId": 1, "activityType": "running", "startTimeGmt": 1.7e12, "distance": 6e5}
            ]
        }
    ]
).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an input: its number, what it was made of, how long it took, and the fault if any."""

    number: int
    kind: str
    seconds: float
    fault: str = ""


def main() -> int:
    """Run it."""
    parser = ArgumentParser()
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--input", type=int)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--guided", action="store_true")
    wanted = parser.parse_args()
    if wanted.guided:
        return _guided(wanted.inputs)
    if wanted.input is not None:
        kind, data = made(wanted.seed, wanted.input)
        print(f"{kind}, {len(data)} bytes")
        READERS[kind](data)
        return 0
    begins = perf_counter()
    with ProcessPoolExecutor(wanted.workers) as workers:
        outcomes = workers.map(partial(tried, wanted.seed), range(wanted.inputs), chunksize=CHUNK)
        return _report(outcomes, begins)


def tried(seed: int, number: int) -> Outcome:
    """Make an input and read it."""
    kind, data = made(seed, number)
    begins = process_time()
    fault = ""
    try:
        READERS[kind](data)
    except Exception as raised:  # noqa: BLE001 - whatever it is, it is what is looked for
        where = traceback.extract_tb(raised.__traceback__)[-1]
        fault = f"{type(raised).__name__}: {raised} ({Path(where.filename).name}, line {where.lineno})"
    return Outcome(number=number, kind=kind, seconds=process_time() - begins, fault=fault)


def made(seed: int, number: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of an input, the same for the same numbers."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - inputs are to come again by their numbers
    (kind,) = chance.choices(list(SHARES), weights=list(SHARES.values()))
    whole = chance.choice([each for its_kind, each in seeds() if its_kind == kind])
    data = bytearray(whole)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        _change(data, chance)
    return kind, bytes(data)


def _change(data: bytearray, chance: random.Random) -> None:
    """Change something: a byte, a number, a piece left out, said twice, or taken from elsewhere."""
    if not data:
        data += bytes(chance.randrange(256) for _ in range(8))
        return
    at = chance.randrange(len(data))
    match chance.randrange(7):
        case 0:
            data[at] = chance.randrange(256)
        case 1:
            data[at] ^= 1 << chance.randrange(8)
        case 2:
            data[at : at + 4] = chance.choice(
                (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0")
            )
        case 3:
            del data[at : at + chance.randint(1, 64)]
        case 4:
            data[at:at] = data[at : at + chance.randint(1, 200)]
        case 5:
            _, other = chance.choice(seeds())
            start = chance.randrange(len(other))
            data[at : at + 32] = other[start : start + chance.randint(1, 64)]
        case _:
            del data[at:]


@cache
def seeds() -> Sequence[tuple[str, bytes]]:
    """Return what the inputs are made of."""
    fit, gpx, tcx = fit_run(minutes=0.5), gpx_run(points=12), tcx_run(points=5)
    own = [
        ("activity", fit),
        ("activity", fit_strength()),
        ("activity", fit + fit_strength()),
        ("activity", gpx),
        ("activity", tcx),
        ("activity", gzip.compress(gpx, mtime=0)),
        ("strava", (FULL + RUN).encode()),
        ("strava", GERMAN.encode()),
        ("garmin", GARMIN),
        ("apple", APPLE),
        ("archive", _archive(fit, gpx)),
    ]
    suffixes = (".fit", ".gpx", ".tcx")
    files = [path for path in sample_files(*suffixes) if path.stat().st_size <= LARGEST_SAMPLE]
    return (*own, *(("activity", path.read_bytes()) for path in files))


def _archive(fit: bytes, gpx: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in (("activities/1.fit", fit), ("2.gpx", gpx)):
            made.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _of_table(table: StravaTable | None) -> ActivityOutcome:
    return ActivityOutcome(activities=tuple(row.activity for row in table.rows) if table else ())


def _read_archive(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        file.write(data)
        file.flush()
        path = Path(file.name)
        for member in list_members(path).members:
            try:
                with open_member(path, member.index) as stream:
                    stream.read(1 << 20)
            except UNPACKING_FAULTS:
                continue


def _kept(outcome: ActivityOutcome) -> None:
    """Make entries of activities and write them as they would be kept, which no value may hinder."""
    importing = ActivityImport((), AUTHOR, UTC, names={}, unknown_as_run=True)
    for activity in outcome.activities:
        importing.take(activity)
    importing.finish()
    for recorded in importing.flush():
        dump_recorded(recorded)
    json.dumps(outcome_document(outcome, with_track=True), allow_nan=True)


READERS: dict[str, Callable[[bytes], object]] = {
    "activity": lambda data: _kept(read_activities(data, name="fuzz")),
    "strava": lambda data: _kept(_of_table(read_strava_table(data, name="fuzz"))),
    "garmin": lambda data: _kept(read_garmin_summaries(io.BytesIO(data), name="fuzz")),
    "apple": lambda data: _kept(read_apple_health(io.BytesIO(data), name="fuzz")),
    "archive": _read_archive,
}


def _report(outcomes: Iterable[Outcome], begins: float) -> int:
    kinds: Counter[str] = Counter()
    faults: list[Outcome] = []
    slowest = Outcome(number=0, kind="", seconds=0.0)
    for done, each in enumerate(outcomes, start=1):
        kinds[each.kind] += 1
        slowest = max(slowest, each, key=lambda outcome: outcome.seconds)
        if each.fault or each.seconds > LONGEST_S:
            faults.append(each)
        if done % PROGRESS_EVERY == 0:
            rate = done / (perf_counter() - begins)
            print(f"{done:,}, {rate:.0f} a second, {len(faults)} at fault", file=sys.stderr, flush=True)
    seconds = perf_counter() - begins
    print(f"{kinds.total():,} inputs in {seconds:.0f} s: {len(faults)} undeclared exceptions or too slow")
    print(f"  {', '.join(f'{kind} {count:,}' for kind, count in kinds.most_common())}")
    print(f"  slowest: input {slowest.number} ({slowest.kind}), {slowest.seconds:.2f} s")
    for each in faults[:EXAMPLES_TOLD]:
        print(f"  input {each.number} ({each.kind}, {each.seconds:.2f} s): {each.fault}")
    return 1 if faults else 0


def _guided(inputs: int) -> int:
    """Let the coverage lead; ends with the process when it is done or has found something."""
    try:
        import atheris  # noqa: PLC0415 - only where it is there
    except ImportError:
        print("atheris is not in this environment: pip install atheris", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as corpus:
        for number, (kind, data) in enumerate(seeds()):
            if kind == "activity":
                (Path(corpus) / str(number)).write_bytes(data)
        atheris.instrument_all()
        atheris.Setup([sys.argv[0], f"-runs={inputs}", corpus], READERS["activity"])
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
