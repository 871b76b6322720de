"""Read what other apps and watches recorded."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.bootstrap.files import read_bytes
from runlift.bootstrap.moment import current_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from runlift.application.map_names import NameMap
    from runlift.domain.diary.lift_log import MassUnit
    from runlift.formats.activity_files.read_files import ActivityFiles
    from runlift.formats.lift_log import LiftLogRead


def read_lifts(path: Path | str, *, unit: MassUnit | None = None, today: date | None = None) -> LiftLogRead:
    """Read a training log that Hevy, Strong or FitNotes exported.

    Args:
        path: The CSV file.
        unit: Unit of weights whose unit the file does not tell.
        today: The day it is; today by default.

    Raises:
        InputError: It is no such log, or its unit must be given; the findings say what to do.
    """
    from runlift.formats.lift_log import read_lift_log  # noqa: PLC0415  on demand
    from runlift.formats.lift_log.source import MAX_BYTES as MOST  # noqa: PLC0415  on demand

    path = Path(path)
    read = read_lift_log(read_bytes(path, MOST), name=path.name, today=today or current_day(), unit=unit)
    if read.log is None:
        raise InputError(read.findings)
    return read


def name_map(confirmed: Mapping[str, str]) -> NameMap:
    """Return what knows the exercises that names of other apps mean, beginning with those confirmed."""
    from runlift.application.map_names import NameMap as Known  # noqa: PLC0415  on demand
    from runlift.formats.lift_log.aliases import aliases  # noqa: PLC0415  on demand
    from runlift.formats.lift_log.likeness import likely_exercises  # noqa: PLC0415  on demand

    return Known.of(aliases(), confirmed, likely_exercises)


@contextmanager
def activity_files(
    paths: Iterable[Path | str], *, known: Iterable[str] = (), with_track: bool = False
) -> Iterator[ActivityFiles]:
    """Find the activities of files, folders and archives, to be read by children within limits.

    Args:
        paths: FIT, GPX and TCX files, folders of them, and the exports of Strava, Garmin and Apple Health.
        known: Digests of files that need not be read again.
        with_track: Whether activities come with their records.
    """
    from runlift.formats.activity_files.read_files import FILE_LIMITS  # noqa: PLC0415  on demand
    from runlift.formats.activity_files.read_files import ActivityFiles as Files  # noqa: PLC0415  on demand
    from runlift.formats.child_process.pool import WorkerPool  # noqa: PLC0415  on demand

    with TemporaryDirectory(prefix="runlift-") as folder, WorkerPool(FILE_LIMITS) as pool:
        given = [Path(path) for path in paths]
        yield Files(given, pool, folder=Path(folder), known=known, with_track=with_track)
