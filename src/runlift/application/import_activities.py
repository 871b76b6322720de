"""Bring recorded activities into the diary: each once, however often and from however many sources.

Entries carry the digests of the files they come from, so that a file that was imported is known again, and an
import that was ended in the middle goes on where it was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.application.activity_entries import recorded_digests, run_done, session_done, sets_done
from runlift.application.author import latest_versions
from runlift.application.import_lifts import DEVICE
from runlift.application.map_names import name_key
from runlift.domain.activity.activity import Sport
from runlift.domain.activity.believable import believable
from runlift.domain.activity.habits import Habits
from runlift.domain.diary.entry import RunDone, SessionDone, SetDone
from runlift.domain.diary.match_runs import match_runs
from runlift.domain.diary.runs_done import habits_of
from runlift.domain.diary.same_run import better_steady, is_same_run, merged, utc_start
from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, tzinfo

    from runlift.application.author import Author
    from runlift.domain.activity.activity import Activity
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import Entry
    from runlift.domain.running.plan import Run

ONE_DAY = timedelta(days=1)


class Fate(StrEnum):
    """What became of an activity."""

    RUN = "run"  # a new run
    MERGED = "merged"  # joined with the same run from another source
    KNOWN = "known"  # in the diary already
    COMPLETED = "completed"  # in the diary already, now with figures that an earlier import did not look for
    SESSION = "session"  # a new strength session
    OTHER_SPORT = "other_sport"
    UNKNOWN_SPORT = "unknown_sport"  # the file does not tell what was done
    TOO_SHORT = "too_short"
    TAKEN_BACK = "taken_back"  # the runner took it back before, so it stays away


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFate:
    """An activity and what became of it.

    Attributes:
        activity: The activity.
        fate: What became of it.
        entry: Id of the entry it became or joined; empty where there is none.
    """

    activity: Activity
    fate: Fate
    entry: str = ""


class ActivityImport:
    """An import under way: takes activities one by one, and has entries to be kept from time to time."""

    def __init__(
        self,
        recorded: Iterable[Recorded],
        author: Author,
        zone: tzinfo,
        *,
        names: Mapping[str, str],
        planned: Iterable[Run] = (),
        age: int | None = None,
        unknown_as_run: bool = False,
    ) -> None:
        """Begin an import.

        Args:
            recorded: Every version of every entry of the diary.
            author: Who writes; its device is the import.
            zone: Zone of the runner, for activities that do not tell their own.
            names: Exercises that the runner confirmed for names of other apps.
            planned: Runs of the plan that is followed.
            age: Age of the runner [years]; None when not told.
            unknown_as_run: Whether activities of a sport that is not told are runs.
        """
        versions = tuple(recorded)
        self._latest = latest_versions(versions)
        self._author = replace(author, device=DEVICE)
        self._zone = zone
        self._names = {name_key(name): exercise for name, exercise in names.items()}
        self._planned = tuple(planned)
        self._age = age
        self._unknown_as_run = unknown_as_run
        self._written: dict[str, Recorded] = {}
        self._by_day: dict[date, list[str]] = defaultdict(list)
        self._sessions_by_day: dict[date, list[str]] = defaultdict(list)
        self._with_sets: set[str] = set()
        self._digests: set[str] = set()
        self._activities: dict[str, Activity] = {}
        self._waiting: list[Activity] = []
        for each in versions:
            self._note(each)

    @property
    def digests(self) -> frozenset[str]:
        """Digests of the files that are in the diary already, and of which all was read."""
        return frozenset(self._digests)

    def take(self, activity: Activity) -> ActivityFate:
        """Take an activity, without figures that nobody can believe."""
        activity = believable(activity)
        if activity.sport is Sport.STRENGTH:
            return self._take_session(activity)
        if activity.sport is Sport.OTHER:
            return ActivityFate(activity=activity, fate=Fate.OTHER_SPORT)
        if _is_too_short(activity):
            return ActivityFate(activity=activity, fate=Fate.TOO_SHORT)
        if activity.sport is Sport.UNKNOWN and not self._unknown_as_run:
            return self._take_unknown(activity)
        return self._take_run(activity)

    def finish(self) -> tuple[ActivityFate, ...]:
        """Settle what only the whole tells; return what became of activities that were waiting for others.

        Those of an untold sport join the run of another source, if one came. Kinds are guessed again now that
        more is known of what is usual, and runs are joined with the planned ones they stand for.
        """
        late = tuple(self._join_or_leave(activity) for activity in self._waiting)
        self._waiting.clear()
        self._guess_kinds_again()
        self._match_planned()
        return late

    def flush(self) -> tuple[Recorded, ...]:
        """Return the entries to be kept since the last time, each in its latest version."""
        written = tuple(self._written.values())
        self._written.clear()
        return written

    def _take_run(self, activity: Activity) -> ActivityFate:
        run = run_done(activity, Habits(), self._zone)
        known = self._known(activity, run)
        if known is not None:
            return known
        entry_id = self._same(run)
        if entry_id is None:
            entry_id = f"run:recorded:{activity.source.digest}:{run.starts_at:%Y%m%dT%H%M%S}"
            self._write(entry_id, run)
            self._activities[entry_id] = activity
            return ActivityFate(activity=activity, fate=Fate.RUN, entry=entry_id)
        return self._join(activity, run, entry_id)

    def _join(self, activity: Activity, run: RunDone, entry_id: str) -> ActivityFate:
        """Join a run with the same one from another source."""
        before = self._latest[entry_id].entry
        if not isinstance(before, RunDone):
            return ActivityFate(activity=activity, fate=Fate.KNOWN, entry=entry_id)
        joined = merged(before, run)
        if joined.record.sources[:1] == run.record.sources or entry_id not in self._activities:
            self._activities[entry_id] = activity
        self._write(entry_id, joined)
        return ActivityFate(activity=activity, fate=Fate.MERGED, entry=entry_id)

    def _known(self, activity: Activity, run: RunDone) -> ActivityFate | None:
        """Return the fate of an activity of a file that is in the diary already; None for a new one."""
        for entry_id in self._near(run):
            held = self._latest[entry_id]
            if not isinstance(held.entry, RunDone) or not is_same_run(held.entry, run):
                continue
            if activity.source.digest in held.entry.record.digests:
                fate = Fate.TAKEN_BACK if held.withdrawn else self._complete(entry_id, held.entry, run)
                return ActivityFate(activity=activity, fate=fate, entry=entry_id)
        return None

    def _complete(self, entry_id: str, held: RunDone, again: RunDone) -> Fate:
        """Add to a known run what an import of before did not look for; its other figures stay.

        That nothing was found is kept too, so that the file is not read a third time.
        """
        steady = better_steady(held.record.steady, again.record.steady)
        if steady is None or steady == held.record.steady:
            return Fate.KNOWN
        self._write(entry_id, replace(held, record=replace(held.record, steady=steady)))
        return Fate.COMPLETED if steady.lack is None else Fate.KNOWN

    def _take_unknown(self, activity: Activity) -> ActivityFate:
        """Take an activity of an untold sport: it may be the record of a run that another file tells."""
        run = run_done(activity, Habits(), self._zone)
        known = self._known(activity, run)
        if known is not None:
            return known
        entry_id = self._same(run)
        if entry_id is not None:
            return self._join(activity, run, entry_id)
        self._waiting.append(activity)
        return ActivityFate(activity=activity, fate=Fate.UNKNOWN_SPORT)

    def _join_or_leave(self, activity: Activity) -> ActivityFate:
        run = run_done(activity, Habits(), self._zone)
        entry_id = self._same(run)
        if entry_id is None:
            return ActivityFate(activity=activity, fate=Fate.UNKNOWN_SPORT)
        return self._join(activity, run, entry_id)

    def _same(self, run: RunDone) -> str | None:
        """Return the entry of the same run, if there is one that was not taken back."""
        for entry_id in self._near(run):
            held = self._latest[entry_id]
            if not held.withdrawn and isinstance(held.entry, RunDone) and is_same_run(held.entry, run):
                return entry_id
        return None

    def _near(self, run: RunDone) -> Iterator[str]:
        """Yield the entries of runs of the days around a run."""
        day = utc_start(run).date()
        for each in (day, day - ONE_DAY, day + ONE_DAY):
            yield from self._by_day.get(each, ())

    def _take_session(self, activity: Activity) -> ActivityFate:
        session = f"watch:{activity.source.digest}:{activity.starts_at:%Y%m%dT%H%M%S}"
        done = session_done(activity, session, self._zone)
        entry_id = f"session:{session}"
        before = self._latest.get(entry_id)
        if before is not None:
            fate = Fate.TAKEN_BACK if before.withdrawn else Fate.KNOWN
            return ActivityFate(activity=activity, fate=fate, entry=entry_id)
        other = self._same_session(done)
        if other is not None:
            added = self._add_sets(activity, other)
            return ActivityFate(activity=activity, fate=Fate.MERGED if added else Fate.KNOWN)
        self._write(entry_id, done)
        self._add_sets(activity, done)
        return ActivityFate(activity=activity, fate=Fate.SESSION, entry=entry_id)

    def _same_session(self, done: SessionDone) -> SessionDone | None:
        """Return the session of the diary that was going on at the same time."""
        day = done.starts_at.date()
        for entry_id in (*self._sessions_by_day[day], *self._sessions_by_day[day - ONE_DAY]):
            held = self._latest[entry_id]
            if not held.withdrawn and isinstance(held.entry, SessionDone) and _overlap(held.entry, done):
                return held.entry
        return None

    def _add_sets(self, activity: Activity, session: SessionDone) -> bool:
        """Write the sets of a session that has none yet; return whether there were any to write."""
        if session.session in self._with_sets:
            return False
        for each in sets_done(activity, session.session, self._zone, self._names):
            self._write(f"set:{session.session}:{each.position}", each)
        return bool(activity.sets)

    def _guess_kinds_again(self) -> None:
        """Guess the kinds of the runs of this import beside what was usual in the weeks before each."""
        runs = sorted(self._runs(), key=lambda each: each[1].starts_at)
        starts = [run.starts_at for _, run in runs]
        weeks = timedelta(weeks=number("habit_weeks"))
        for entry_id, run in runs:
            activity = self._activities.get(entry_id)
            if activity is None or (run.kind is not None and run.record.kind_sure is None):
                continue
            before = slice(bisect_left(starts, run.starts_at - weeks), bisect_left(starts, run.starts_at))
            habits = habits_of([each for _, each in runs[before]], today=run.starts_at.date(), age=self._age)
            again = run_done(activity, habits, self._zone)
            if (again.kind, again.record.kind_sure) != (run.kind, run.record.kind_sure):
                record = replace(run.record, kind_sure=again.record.kind_sure)
                self._write(entry_id, replace(run, kind=again.kind, record=record))

    def _match_planned(self) -> None:
        """Join the runs of the diary with the planned ones they stand for."""
        if not self._planned:
            return
        runs = self._runs()
        for match in match_runs([run for _, run in runs], self._planned):
            entry_id, run = runs[match.done]
            if run.run != match.run:
                self._write(entry_id, replace(run, run=match.run))

    def _runs(self) -> list[tuple[str, RunDone]]:
        return [
            (entry_id, each.entry)
            for entry_id, each in self._latest.items()
            if not each.withdrawn and isinstance(each.entry, RunDone)
        ]

    def _write(self, entry_id: str, entry: Entry) -> None:
        """Write an entry down; one that was not yet kept is only written in its latest version."""
        unkept = self._written.get(entry_id)
        if unkept is not None:
            recorded = replace(unkept, entry=entry)
        else:
            recorded = self._author.write(entry_id, entry, self._latest)
        self._latest[entry_id] = recorded
        self._written[entry_id] = recorded
        self._note(recorded)

    def _note(self, recorded: Recorded) -> None:
        """Remember an entry by its day and by the files it comes from."""
        entry = recorded.entry
        if isinstance(entry, RunDone):
            _put(self._by_day[utc_start(entry).date()], recorded.id)
            if recorded.withdrawn or entry.record.is_read_whole:
                self._digests.update(entry.record.digests)
        elif isinstance(entry, SessionDone):
            _put(self._sessions_by_day[entry.starts_at.date()], recorded.id)
            self._digests.update(recorded_digests(entry))
        elif isinstance(entry, SetDone):
            self._with_sets.add(entry.session)


def counts_of(fates: Iterable[ActivityFate]) -> Counter[Fate]:
    """Count activities by what became of them."""
    return Counter(each.fate for each in fates)


def _put(ids: list[str], entry_id: str) -> None:
    if entry_id not in ids:
        ids.append(entry_id)


def _is_too_short(activity: Activity) -> bool:
    """Tell whether a run is only a button pressed by mistake.

    Source: AC21.
    """
    lasting = activity.elapsed_s or activity.duration_s or 0.0
    far = activity.distance_m is None or activity.distance_m >= number("run_counts_from_metres")
    return lasting < number("run_counts_from_seconds") or not far


def _overlap(one: SessionDone, other: SessionDone) -> bool:
    """Tell whether two sessions were going on at the same time for most of the shorter one."""
    one_ends, other_ends = one.ends_at or one.starts_at, other.ends_at or other.starts_at
    shorter = min(one_ends - one.starts_at, other_ends - other.starts_at)
    common = min(one_ends, other_ends) - max(one.starts_at, other.starts_at)
    return common >= shorter / 2 and common >= timedelta()
