"""Runs as recorded and as told, and strategies for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zlib import crc32

from hypothesis import strategies as st

from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.run_record import RunRecord
from runlift.domain.running.plan import RunKind

MORNING = datetime(2026, 11, 20, 7, 12)
FORMATS = ("fit", "tcx", "gpx", "apple-health", "garmin-summary", "strava-table")


def recorded(
    source: str = "fit",
    *,
    starts_at: datetime = MORNING,
    distance_m: float | None = 10_000.0,
    duration_s: float | None = 3_000.0,
    offset_h: float = 1.0,
    heart_rate: float | None = 148.0,
    kind: RunKind | None = RunKind.EASY,
    partial: bool = False,
) -> RunDone:
    """A run of a device."""
    return RunDone(
        starts_at=starts_at,
        distance_m=distance_m,
        duration_s=duration_s,
        kind=kind,
        record=RunRecord(
            sources=(f"{source} {crc32(f'{source}{starts_at}'.encode()):016x} {source} file",),
            utc_offset_s=offset_h * 3600,
            heart_rate=heart_rate,
            kind_sure=0.6 if kind else None,
            partial=partial,
        ),
    )


runs = st.builds(
    recorded,
    st.sampled_from(FORMATS),
    starts_at=st.integers(0, 40 * 24 * 60).map(lambda minutes: MORNING + timedelta(minutes=minutes)),
    distance_m=st.none() | st.floats(100, 50_000),
    duration_s=st.none() | st.floats(60, 20_000),
    offset_h=st.sampled_from([-5.0, 0.0, 1.0]),
    heart_rate=st.none() | st.floats(60, 200),
    kind=st.none() | st.sampled_from([RunKind.EASY, RunKind.TEMPO]),
    partial=st.booleans(),
)
