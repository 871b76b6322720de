"""Hypothesis strategies: any entry a device can send, and any order in which entries arrive."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from runlift.domain.activity.steady import Lack, SteadyPart
from runlift.domain.athlete.profile import Race, RacePriority, Surface
from runlift.domain.diary import entry as told
from runlift.domain.diary.diary import Recorded
from runlift.domain.diary.run_record import RunRecord
from runlift.domain.plan.session import Side
from runlift.domain.quantity import DateSpan
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)

days = st.dates(FIRST, LAST)
local_times = st.datetimes(datetime(1990, 1, 1), datetime(2100, 12, 31))
utc_times = st.datetimes(datetime(1990, 1, 1), datetime(2100, 12, 31), timezones=st.just(UTC))
clocks = st.times()
free_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ids = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
references = st.one_of(ids, free_text)
sides = st.sampled_from(Side)
scale = st.integers(0, 10)


def amounts(most: float, *, least: float = 0.0) -> SearchStrategy[float]:
    """Any number a person can mean, whole ones and halves more often."""
    whole = st.integers(round(least) + 1, round(most)).map(float)
    return whole | whole.map(lambda number: number - 0.5) | st.floats(least, most, exclude_min=least > 0)


set_kinds = st.sampled_from(told.SetKind)
body_parts = st.sampled_from(told.BodyPart)
run_kinds = st.sampled_from(RunKind)
metres = st.none() | amounts(100_000)
seconds = st.none() | amounts(100_000)
counts = st.none() | st.integers(0, 500)
notes = st.just("") | free_text

sets_done = st.builds(
    told.SetDone,
    session=references.filter(bool),
    position=st.integers(1, 60),
    exercise=st.just("") | ids,
    done_at=local_times,
    name=notes,
    kind=set_kinds,
    side=sides,
    reps=counts,
    seconds=counts,
    contacts=counts,
    load_kg=st.none() | amounts(400),
    band=notes,
    rir=st.none() | amounts(10),
    pain=st.none() | scale,
    pain_at=st.none() | body_parts,
    note=notes,
)
sessions_done = st.builds(
    told.SessionDone,
    session=references.filter(bool),
    starts_at=local_times,
    state=st.sampled_from(told.SessionState),
    title=notes,
    ends_at=st.none() | local_times,
    place=notes,
    effort=st.none() | amounts(10),
    note=notes,
    source=st.sampled_from(["runlift", "hevy", "strong", ""]),
)


def figures(most: float, least: float = 0) -> SearchStrategy[float | None]:
    return st.none() | amounts(most, least=least)


steady_parts = st.builds(
    SteadyPart,
    lack=st.none() | st.sampled_from(Lack),
    seconds=seconds,
    speed=figures(12),
    heart_rate=figures(250),
    drift=st.none() | st.floats(-100, 100),
    temperature_c=figures(60),
    cadence=figures(300),
    ground_contact_ms=figures(1_000),
    vertical_oscillation_mm=figures(300),
    level_assumed=st.booleans(),
)
run_records = st.just(RunRecord()) | st.builds(
    RunRecord,
    sources=st.lists(notes, max_size=3).map(tuple),
    utc_offset_s=st.none() | st.integers(-56, 56).map(lambda quarters: quarters * 900.0),
    moving_s=seconds,
    elapsed_s=seconds,
    ascent_m=figures(9_000),
    descent_m=figures(9_000),
    flat_distance_m=metres,
    heart_rate=figures(250),
    heart_rate_max=figures(250),
    cadence=figures(300),
    ground_contact_ms=figures(1_000),
    vertical_oscillation_mm=figures(300),
    temperature_c=figures(60),
    kind_sure=figures(1),
    steady=st.none() | steady_parts,
    indoor=st.booleans(),
    partial=st.booleans(),
)
runs_done = st.builds(
    told.RunDone,
    starts_at=local_times,
    distance_m=metres,
    duration_s=seconds,
    kind=st.none() | run_kinds,
    run=references,
    effort=st.none() | amounts(10),
    note=notes,
    record=run_records,
)
readiness = st.builds(
    told.Readiness,
    date=days,
    sleep_h=st.none() | amounts(24),
    soreness=st.none() | scale,
    stress=st.none() | scale,
    note=notes,
)
illnesses = st.builds(
    lambda first, ill_for, kind, note: told.Illness(
        first=first,
        kind=kind,
        well_from=None if ill_for is None else first + timedelta(days=ill_for),
        note=note,
    ),
    days,
    st.none() | st.integers(0, 60),
    st.sampled_from(told.IllnessKind),
    notes,
)
pains = st.builds(
    told.Pain,
    date=days,
    at=body_parts,
    level=scale,
    exercise=st.just("") | ids,
    side=sides,
    next_morning=st.booleans(),
    note=notes,
)


@st.composite
def complaints_told(draw: st.DrawFn) -> told.ComplaintTold:
    first, over, cleared = sorted(draw(st.tuples(days, days, days)))
    return told.ComplaintTold(
        complaint=draw(ids),
        first=first,
        side=draw(sides),
        at=draw(st.none() | body_parts),
        answered=draw(st.booleans()),
        red_flags=tuple(draw(st.lists(ids, max_size=3))),
        over_from=draw(st.none() | st.just(over)),
        cleared_from=draw(st.none() | st.just(cleared)),
        cleared_by=draw(notes),
        note=draw(notes),
    )


screenings_told = st.builds(
    told.ScreeningTold,
    date=days,
    yes=st.lists(ids, max_size=3).map(tuple),
    no=st.lists(ids, max_size=3).map(tuple),
    due=st.none() | days,
    birth=st.none() | days,
    watched_by=notes,
    cleared_from=st.none() | days,
    cleared_by=notes,
)
warnings_accepted = st.builds(told.WarningAccepted, date=days, rule=ids, reason=notes, by=notes)
field_tests_done = st.builds(
    told.FieldTestDone,
    date=days,
    test=ids,
    left=st.none() | amounts(500),
    right=st.none() | amounts(500),
    both=st.none() | amounts(2000),
    pain=st.none() | scale,
    note=notes,
)
body_masses = st.builds(told.BodyMass, date=days, mass_kg=amounts(300, least=1))
runs_moved = st.builds(told.RunMoved, run=references, date=days, start=st.none() | clocks)
runs_added = st.builds(
    told.RunAdded,
    date=days,
    kind=run_kinds,
    key=st.booleans(),
    title=notes,
    start=st.none() | clocks,
    distance_m=metres,
    duration_s=seconds,
)
runs_cancelled = st.builds(told.RunCancelled, run=references)
spans = st.builds(
    lambda first, lasting: DateSpan(start=first, end=first + timedelta(days=lasting)),
    days,
    st.integers(1, 60),
)
aways = st.builds(told.Away, span=spans, place=notes, closed=notes, note=notes)
races = st.builds(
    Race,
    date=days,
    name=notes,
    priority=st.sampled_from(RacePriority),
    distance_m=amounts(300_000),
    ascent_m=amounts(10_000),
    descent_m=amounts(10_000),
    surface=st.sampled_from(Surface),
    start=st.none() | clocks,
)
races_added = st.builds(told.RaceAdded, race=races)
races_cancelled = st.builds(told.RaceCancelled, date=days)

KINDS: dict[type, SearchStrategy[told.Entry]] = {
    told.SetDone: sets_done,
    told.SessionDone: sessions_done,
    told.RunDone: runs_done,
    told.Readiness: readiness,
    told.Illness: illnesses,
    told.Pain: pains,
    told.ComplaintTold: complaints_told(),
    told.ScreeningTold: screenings_told,
    told.WarningAccepted: warnings_accepted,
    told.FieldTestDone: field_tests_done,
    told.BodyMass: body_masses,
    told.RunMoved: runs_moved,
    told.RunAdded: runs_added,
    told.RunCancelled: runs_cancelled,
    told.Away: aways,
    told.RaceAdded: races_added,
    told.RaceCancelled: races_cancelled,
}
entries = st.one_of(*KINDS.values())
recorded = st.builds(
    Recorded,
    id=ids,
    revision=st.integers(1, 1000),
    device=ids,
    recorded_at=utc_times,
    entry=entries,
    withdrawn=st.booleans(),
)

# Entries that share ids, revisions and devices, so that they collide and correct each other.
crowded_recorded = st.builds(
    Recorded,
    id=st.sampled_from(["a", "b", "c"]),
    revision=st.integers(1, 3),
    device=st.sampled_from(["phone", "watch"]),
    recorded_at=utc_times,
    entry=entries,
    withdrawn=st.booleans(),
)
