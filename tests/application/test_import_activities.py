from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.fake_store import FakeStore
from tests.fit_writer import START, fit_run, fit_strength
from tests.xml_activities import gpx_run

from runlift.application.author import Author
from runlift.application.import_activities import ActivityImport, Fate
from runlift.application.keep_entries import keep_entries
from runlift.domain.activity.activity import Activity, ActivityFormat, Source, Sport
from runlift.domain.activity.steady import Lack, SteadyPart
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import RunDone, SessionDone, SetDone
from runlift.domain.running.plan import Run, RunKind
from runlift.formats.activity.reading import read_activities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ME = "me"
ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def activity(
    source: ActivityFormat = ActivityFormat.FIT,
    *,
    sport: Sport = Sport.RUN,
    starts_at: datetime = START,
    distance_m: float = 10_000.0,
    duration_s: float = 3_000.0,
    **more: object,
) -> Activity:
    plain = Activity(
        sport=sport,
        starts_at=starts_at,
        source=Source(format=source, name=f"a.{source.value}", digest=f"{source.value}-{starts_at:%d%H%M}"),
        distance_m=distance_m,
        duration_s=duration_s,
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # the caller names fields of an activity


def begin(
    store: FakeStore,
    *,
    planned: Iterable[Run] = (),
    names: Mapping[str, str] | None = None,
    unknown_as_run: bool = False,
) -> ActivityImport:
    return ActivityImport(
        store.recorded(ME),
        Author(device="laptop", now=NOW),
        ZONE,
        names=names or {},
        planned=planned,
        unknown_as_run=unknown_as_run,
    )


def bring_in(store: FakeStore, *activities: Activity, planned: Iterable[Run] = ()) -> list[Fate]:
    importing = begin(store, planned=planned)
    fates = [importing.take(each) for each in activities]
    late = {id(each.activity): each for each in importing.finish()}
    keep_entries(store, ME, importing.flush())
    return [late.get(id(each.activity), each).fate for each in fates]


def runs_in(store: FakeStore) -> tuple[RunDone, ...]:
    return Diary.of(store.recorded(ME)).of_kind(RunDone)


def told(
    store: FakeStore, entry_id: str, entry: RunDone, *, revision: int = 1, withdrawn: bool = False
) -> None:
    sent = Recorded(
        id=entry_id, revision=revision, device="phone", recorded_at=NOW, entry=entry, withdrawn=withdrawn
    )
    store.record(ME, [sent])


def test_a_run_becomes_an_entry_on_the_clock_of_the_runner_with_its_trace() -> None:
    store = FakeStore()
    (run,) = read_activities(fit_run(minutes=50), name="morning.fit").activities
    assert bring_in(store, run) == [Fate.RUN]
    (kept,) = runs_in(store)
    assert kept.starts_at == datetime(2026, 11, 20, 8, 12)
    assert kept.record.utc_offset_s == 3600
    assert kept.record.heart_rate == pytest.approx(148, abs=1)
    assert kept.record.sources == (f"fit {run.source.digest} morning.fit",)
    assert kept.record.digests == (run.source.digest,)


def test_importing_twice_gives_once() -> None:
    store = FakeStore()
    some = [activity(starts_at=START + timedelta(days=day)) for day in range(5)]
    assert bring_in(store, *some) == [Fate.RUN] * 5
    before = store.recorded(ME)
    assert bring_in(store, *some) == [Fate.KNOWN] * 5
    assert store.recorded(ME) == before


def test_a_stopped_import_goes_on_where_it_was() -> None:
    store = FakeStore()
    some = [activity(starts_at=START + timedelta(days=day)) for day in range(6)]
    stopped = begin(store)
    for each in some[:4]:
        stopped.take(each)
    keep_entries(store, ME, stopped.flush())
    again = begin(store)
    assert again.digests == {each.source.digest for each in some[:4]}
    assert [again.take(each).fate for each in some] == [Fate.KNOWN] * 4 + [Fate.RUN] * 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_run_from_three_sources_is_one_with_all_traces_whatever_comes_first(order: tuple[int, ...]) -> None:
    sources = [
        activity(ActivityFormat.FIT, heart_rate=150.0, cadence=170.0),
        activity(ActivityFormat.GPX, starts_at=START + timedelta(seconds=40), distance_m=10_080.0),
        activity(ActivityFormat.STRAVA_TABLE, ascent_m=88.0, duration_s=2_980.0),
    ]
    store = FakeStore()
    fates = bring_in(store, *(sources[at] for at in order))
    assert fates == [Fate.RUN, Fate.MERGED, Fate.MERGED]
    (run,) = runs_in(store)
    assert (run.distance_m, run.record.heart_rate, run.record.ascent_m) == (10_000, 150, 88)
    assert len(run.record.sources) == 3
    assert run.record.sources[0].startswith("fit ")


def test_the_second_session_of_a_file_is_not_taken_for_the_first() -> None:
    store = FakeStore()
    first = activity()
    second = replace(first, starts_at=START + timedelta(hours=2), distance_m=5_000.0, duration_s=1_500.0)
    assert bring_in(store, first, second) == [Fate.RUN, Fate.RUN]


def test_what_is_no_run_is_left_out_and_told() -> None:
    store = FakeStore()
    fates = bring_in(
        store,
        activity(sport=Sport.OTHER),
        activity(sport=Sport.UNKNOWN),
        activity(distance_m=12.0),
        activity(duration_s=20.0),
    )
    assert fates == [Fate.OTHER_SPORT, Fate.UNKNOWN_SPORT, Fate.TOO_SHORT, Fate.TOO_SHORT]
    assert not store.recorded(ME)


@pytest.mark.parametrize("first", [True, False])
def test_a_record_of_an_untold_sport_joins_the_run_that_another_source_tells(*, first: bool) -> None:
    route = activity(ActivityFormat.GPX, sport=Sport.UNKNOWN, ascent_m=120.0)
    workout = activity(ActivityFormat.APPLE_HEALTH, heart_rate=151.0)
    store = FakeStore()
    fates = bring_in(store, *((route, workout) if first else (workout, route)))
    assert sorted(fates) == [Fate.MERGED, Fate.RUN]
    (run,) = runs_in(store)
    assert (run.record.ascent_m, run.record.heart_rate) == (120, 151)


def test_an_untold_sport_counts_as_a_run_when_the_runner_says_so() -> None:
    importing = begin(FakeStore(), unknown_as_run=True)
    assert importing.take(activity(sport=Sport.UNKNOWN)).fate is Fate.RUN


def test_a_run_that_was_told_takes_the_figures_of_its_record_and_keeps_its_words() -> None:
    store = FakeStore()
    told(
        store,
        "run:r1",
        RunDone(starts_at=datetime(2026, 11, 20, 18), distance_m=10_000, effort=6, note="Windy", run="r1"),
    )
    assert bring_in(store, activity(heart_rate=150.0)) == [Fate.MERGED]
    (run,) = runs_in(store)
    assert (run.effort, run.note, run.run, run.record.heart_rate) == (6, "Windy", "r1", 150)
    assert run.starts_at.hour == 8


def test_what_the_runner_took_back_stays_away() -> None:
    store = FakeStore()
    bring_in(store, activity())
    (kept,) = store.recorded(ME)
    assert isinstance(kept.entry, RunDone)
    told(store, kept.id, kept.entry, revision=2, withdrawn=True)
    assert bring_in(store, activity()) == [Fate.TAKEN_BACK]
    assert not runs_in(store)


def test_runs_stand_for_the_planned_ones_of_their_days() -> None:
    plans = [
        Run(
            id=f"r{day}",
            date=(START + timedelta(days=day)).date(),
            kind=RunKind.EASY,
            key=False,
            title="",
            distance_m=10_000,
        )
        for day in range(3)
    ]
    store = FakeStore()
    bring_in(store, *(activity(starts_at=START + timedelta(days=day)) for day in (0, 2)), planned=plans)
    assert sorted(run.run for run in runs_in(store)) == ["r0", "r2"]


def test_kinds_are_guessed_beside_what_was_usual_before_whatever_the_order_of_the_files() -> None:
    easy = [activity(starts_at=START + timedelta(days=day), duration_s=3_600.0) for day in range(8)]
    quick = activity(starts_at=START + timedelta(days=9), duration_s=2_800.0)
    for order in ([quick, *easy], [*easy, quick]):
        store = FakeStore()
        bring_in(store, *order)
        kinds = {run.starts_at.day: run.kind for run in runs_in(store)}
        assert kinds[29] is RunKind.TEMPO
        assert kinds[27] is RunKind.EASY


def test_a_strength_session_keeps_its_sets_with_the_exercise_open_until_it_is_confirmed() -> None:
    store = FakeStore()
    (session,) = read_activities(fit_strength(), name="gym.fit").activities
    assert bring_in(store, session) == [Fate.SESSION]
    diary = Diary.of(store.recorded(ME))
    (done,) = diary.of_kind(SessionDone)
    sets = sorted(diary.of_kind(SetDone), key=lambda each: each.position)
    assert done.ends_at is not None
    assert done.ends_at - done.starts_at == timedelta(minutes=30)
    assert [(each.name, each.exercise) for each in sets] == [
        ("Goblet squat (watch)", ""),
        ("Lunge (watch)", ""),
        ("Unknown exercise (watch)", ""),
    ]
    assert sets[0].load_kg == 24
    assert sets[1].load_kg is None
    assert "lunge" in sets[0].note
    assert bring_in(store, session) == [Fate.KNOWN]


def test_a_confirmed_name_gives_the_exercise() -> None:
    store = FakeStore()
    (session,) = read_activities(fit_strength(), name="gym.fit").activities
    importing = begin(store, names={"goblet squat (Watch)": "goblet_squat"})
    importing.take(session)
    keep_entries(store, ME, importing.flush())
    sets = Diary.of(store.recorded(ME)).of_kind(SetDone)
    assert [each.exercise for each in sets if each.name.startswith("Goblet")] == ["goblet_squat"]


def test_a_session_that_was_logged_is_not_doubled_by_the_watch() -> None:
    store = FakeStore()
    at = datetime(2026, 11, 20, 8, 15)
    logged = SessionDone(session="s1", starts_at=at, ends_at=at + timedelta(minutes=30))
    done = SetDone(session="s1", position=1, exercise="goblet_squat", done_at=at, reps=8, load_kg=16)
    for entry_id, entry in (("session:s1", logged), ("set:s1", done)):
        store.record(ME, [Recorded(id=entry_id, revision=1, device="phone", recorded_at=NOW, entry=entry)])
    (session,) = read_activities(fit_strength(), name="gym.fit").activities
    assert bring_in(store, session) == [Fate.KNOWN]
    assert len(store.recorded(ME)) == 2


def test_the_zone_of_the_runner_holds_where_the_file_tells_none() -> None:
    store = FakeStore()
    (run,) = read_activities(gpx_run(), name="a.gpx").activities
    bring_in(store, run)
    (kept,) = runs_in(store)
    assert kept.starts_at == datetime(2026, 11, 20, 8, 12)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(ActivityFormat), st.booleans()), max_size=12),
    st.randoms(use_true_random=False),
)
def test_any_files_in_any_order_give_one_run_a_day_and_importing_again_changes_nothing(
    days: list[tuple[int, ActivityFormat, bool]], random: object
) -> None:
    some = [
        activity(source, starts_at=START + timedelta(days=day, seconds=30 * late))
        for day, source, late in days
    ]
    random.shuffle(some)  # type: ignore[attr-defined]  # a random of Hypothesis
    store = FakeStore()
    bring_in(store, *some)
    assert len(runs_in(store)) == len({day for day, _, _ in days})
    held = runs_in(store)
    bring_in(store, *some)
    assert runs_in(store) == held


STEADY = SteadyPart(seconds=1740.0, speed=3.1, heart_rate=141.0)


def brought_in_before(store: FakeStore) -> Recorded:
    """Keep a run as an import did that did not look for its steady part."""
    importing = begin(store)
    importing.take(activity(steady=STEADY))
    (kept,) = importing.flush()
    assert isinstance(kept.entry, RunDone)
    old = replace(kept.entry, record=replace(kept.entry.record, steady=None), effort=4.0)
    told(store, kept.id, old)
    return store.recorded(ME)[-1]


def test_a_file_of_which_all_was_read_need_not_be_read_again() -> None:
    store = FakeStore()
    bring_in(store, activity(steady=STEADY))
    assert begin(store).digests == {activity().source.digest}
    assert bring_in(store, activity(steady=STEADY)) == [Fate.KNOWN]


def test_a_run_that_an_earlier_import_read_in_part_is_completed_and_keeps_what_was_told() -> None:
    store = FakeStore()
    brought_in_before(store)
    assert begin(store).digests == frozenset()
    assert bring_in(store, activity(steady=STEADY)) == [Fate.COMPLETED]
    (run,) = runs_in(store)
    assert (run.record.steady, run.effort) == (STEADY, 4.0)
    before = store.recorded(ME)
    assert bring_in(store, activity(steady=STEADY)) == [Fate.KNOWN]
    assert store.recorded(ME) == before


def test_a_known_run_without_a_steady_part_is_looked_at_once_more_and_never_again() -> None:
    store = FakeStore()
    brought_in_before(store)
    assert bring_in(store, activity(steady=SteadyPart(lack=Lack.TOO_SHORT))) == [Fate.KNOWN]
    assert begin(store).digests == {activity().source.digest}


def test_a_run_taken_back_is_not_completed() -> None:
    store = FakeStore()
    old = brought_in_before(store)
    assert isinstance(old.entry, RunDone)
    told(store, old.id, old.entry, revision=2, withdrawn=True)
    assert begin(store).digests == {activity().source.digest}
    assert bring_in(store, activity(steady=STEADY)) == [Fate.TAKEN_BACK]
    assert runs_in(store) == ()


def test_the_source_that_has_a_steady_part_gives_it() -> None:
    fit = activity(steady=STEADY)
    gpx = activity(ActivityFormat.GPX, steady=SteadyPart(lack=Lack.NO_HEART_RATE))
    bare = replace(fit, steady=gpx.steady)
    for sources in (*permutations((fit, gpx)), *permutations((bare, replace(gpx, steady=STEADY)))):
        store = FakeStore()
        bring_in(store, *sources)
        assert [run.record.steady for run in runs_in(store)] == [STEADY]
