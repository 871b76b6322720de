"""Bring another app's log into the diary: once, however often it is handed in, and only what is new.

Ids follow from the app, the workout, the exercise and the place of the set, so that the same set is the same
entry in every export. What a runner took back stays so unless it is asked for again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from runlift.application.app_load import HandWeights, factor, load_of
from runlift.application.author import Author, latest_versions
from runlift.application.map_names import NameMeaning, NameState, NumberMeans
from runlift.domain.diary.entry import SessionDone, SetDone
from runlift.domain.diary.lift_log import RowFate, RowTold
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import LoadType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import Entry
    from runlift.domain.diary.lift_log import LiftApp, LiftLog, LoggedSet, LoggedWorkout

DEVICE = "import"
"""Name under which imports write, so that they can tell their own words from the runner's."""

SAME_LOAD = 0.05  # kilograms by which two ways of writing one load may differ
_NAMESPACE = UUID("6f2f6c1e-3a53-5a0e-9d0b-6f1d5c1b7a10")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChoice:
    """What the runner says of an import.

    Attributes:
        hands: What they write into the app for two weights held at once.
        bring_back: Whether what they took back comes again.
    """

    hands: HandWeights = HandWeights.EACH
    bring_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftImport:
    """What an import writes, and what it tells.

    Attributes:
        log: The log.
        names: What each name means, by name.
        hands: What the runner writes into the app for two weights held at once.
        entries: What is to be recorded: new, changed, and what is no longer in the app.
        added: How many of them are new.
        changed: How many are changed.
        gone: How many are no longer in the app.
        known: How many sets and sessions were there already.
        stay_away: How many the runner took back, which stay so.
        rows: What became of each row in the end.
    """

    log: LiftLog
    names: Mapping[str, NameMeaning]
    hands: HandWeights
    entries: tuple[Recorded, ...]
    added: int
    changed: int
    gone: int
    known: int
    stay_away: int
    rows: tuple[RowTold, ...]


def import_lifts(
    log: LiftLog,
    names: Mapping[str, NameMeaning],
    recorded: Iterable[Recorded],
    *,
    recorded_at: datetime,
    choice: ImportChoice | None = None,
) -> LiftImport:
    """Return what a log adds to a diary.

    Args:
        log: The log.
        names: What each of its names means.
        recorded: Every version of every entry of the diary.
        recorded_at: When the import is made, in UTC.
        choice: What the runner says of it.
    """
    choice = choice or ImportChoice()
    versions = tuple(recorded)
    desk = _Desk(versions, Author(device=DEVICE, now=recorded_at), bring_back=choice.bring_back)
    for workout in log.workouts:
        entries = entries_of(workout, log.app, names, choice.hands)
        desk.take(entries)
        if workout.whole:
            desk.withdraw_missing(session_id(log.app, workout), entries)
    return LiftImport(
        log=log,
        names=names,
        hands=choice.hands,
        entries=tuple(desk.written),
        added=desk.counts["added"],
        changed=desk.counts["changed"],
        gone=desk.counts["gone"],
        known=desk.counts["known"],
        stay_away=desk.counts["stay_away"],
        rows=tuple(_fates(log, names)),
    )


def entries_of(
    workout: LoggedWorkout, app: LiftApp, names: Mapping[str, NameMeaning], hands: HandWeights
) -> dict[str, Entry]:
    """Return the entries of a workout by id; none where it holds no strength work."""
    session = session_id(app, workout)
    sets = {
        set_id(session, each): _set_done(each, workout, session, names[each.exercise], hands)
        for each in workout.sets
        if names[each.exercise].state is not NameState.ENDURANCE
    }
    if not sets:
        return {}
    done = SessionDone(
        session=session,
        starts_at=workout.starts_at,
        title=workout.title,
        ends_at=workout.ends_at,
        note=workout.note,
        source=app.value,
    )
    return {session: done, **sets}


def session_id(app: LiftApp, workout: LoggedWorkout) -> str:
    """Return the id of a workout: of its app, its start and its name."""
    return str(uuid5(_NAMESPACE, f"{app.value}\n{workout.starts_at.isoformat()}\n{workout.title}"))


def set_id(session: str, done: LoggedSet) -> str:
    """Return the id of a set: of its session, its exercise as named, and its place among the sets of that."""
    return str(uuid5(_NAMESPACE, f"{session}\n{done.exercise}\n{done.occurrence}\n{done.index}"))


def hands_before(
    log: LiftLog, names: Mapping[str, NameMeaning], recorded: Iterable[Recorded]
) -> HandWeights | None:
    """Return what an earlier import of the same sets took two weights for; None where none shows it."""
    latest = latest_versions(each for each in recorded if each.device == DEVICE)
    for workout in log.workouts:
        session = session_id(log.app, workout)
        for each in workout.sets:
            before = latest.get(set_id(session, each))
            shown = _hands_shown(each, names[each.exercise], before.entry) if before else None
            if shown is not None:
                return shown
    return None


def in_pairs(log: LiftLog, names: Mapping[str, NameMeaning]) -> tuple[LoggedSet, ...]:
    """Return the sets in which two weights are held and the app's number may be one of them."""
    return tuple(
        each
        for workout in log.workouts
        for each in workout.sets
        if each.weight_kg and _is_pair(names[each.exercise])
    )


def contacts_of(reps: int | None, exercise: str) -> int | None:
    """Return the foot contacts of repetitions of an exercise; None where they are not counted."""
    known = catalogue().get(exercise)
    counted = known is not None and known.load_type is LoadType.CONTACTS
    return reps * known.contacts_per_rep if known is not None and counted and reps else None


def _is_pair(meaning: NameMeaning) -> bool:
    return meaning.means is NumberMeans.EACH and factor(meaning.means, meaning.exercise, HandWeights.EACH) > 1


def _hands_shown(each: LoggedSet, meaning: NameMeaning, before: Entry) -> HandWeights | None:
    """Return what a set that was imported before took its two weights for."""
    if not (isinstance(before, SetDone) and each.weight_kg and _is_pair(meaning)):
        return None
    if before.exercise != meaning.exercise:
        return None
    for hands in HandWeights:
        load = load_of(each.weight_kg, meaning.means, meaning.exercise, hands)
        if abs((load or 0.0) - (before.load_kg or 0.0)) < SAME_LOAD:
            return hands
    return None


def _set_done(
    each: LoggedSet, workout: LoggedWorkout, session: str, meaning: NameMeaning, hands: HandWeights
) -> SetDone:
    return SetDone(
        session=session,
        position=each.position,
        exercise=meaning.exercise,
        done_at=workout.starts_at,  # apps do not tell when a set was done
        name=each.exercise,
        kind=each.kind,
        reps=each.reps,
        seconds=each.seconds,
        contacts=contacts_of(each.reps, meaning.exercise),
        load_kg=load_of(each.weight_kg, meaning.means, meaning.exercise, hands),
        rir=each.rir,
        note="\n".join(filter(None, (each.note, *_beside(each, meaning)))),
    )


def _beside(each: LoggedSet, meaning: NameMeaning) -> Iterator[str]:
    """Yield what a set has no other place for."""
    if each.distance:
        yield f"distance {each.distance}"
    if meaning.means is NumberMeans.ASSISTANCE and each.weight_kg:
        yield f"{each.weight_kg:g} kg of assistance"


def _fates(log: LiftLog, names: Mapping[str, NameMeaning]) -> Iterator[RowTold]:
    """Yield what became of each row now that it is known what its exercise is."""
    by_line = {each.line: each.exercise for workout in log.workouts for each in workout.sets}
    for row in log.rows:
        name = by_line.get(row.line)
        yield row if name is None else _fate(row, names[name])


def _fate(row: RowTold, meaning: NameMeaning) -> RowTold:
    if meaning.state is NameState.ENDURANCE:
        return replace(
            row, fate=RowFate.LEFT_OUT, code="cardio", message=f'"{meaning.name}" is endurance work'
        )
    if meaning.state is NameState.UNSURE and row.fate is RowFate.READ:
        words = f'it is not sure which exercise "{meaning.name}" is'
        return replace(row, fate=RowFate.UNSURE, code="unsure_name", message=words)
    return row


class _Desk:
    """Compares entries with the diary and writes down what differs."""

    def __init__(self, versions: Sequence[Recorded], author: Author, *, bring_back: bool) -> None:
        self._latest = latest_versions(versions)
        self._imported = latest_versions(each for each in versions if each.device == DEVICE)
        self._sets_of: dict[str, list[str]] = defaultdict(list)
        for each in self._imported.values():
            if isinstance(each.entry, SetDone):
                self._sets_of[each.entry.session].append(each.id)
        self._author = author
        self._bring_back = bring_back
        self.written: list[Recorded] = []
        self.counts: Counter[str] = Counter()

    def take(self, entries: Mapping[str, Entry]) -> None:
        """Write what is new or has changed."""
        for entry_id, entry in entries.items():
            self._take(entry_id, entry)

    def withdraw_missing(self, session: str, entries: Mapping[str, Entry]) -> None:
        """Write that sets of a workout are gone which an earlier export had.

        What the runner said of them in the meantime stays.
        """
        ids = [*self._sets_of[session], *([session] if session in self._imported else [])]
        for entry_id in ids:
            held = self._latest[entry_id]
            if entry_id not in entries and held.device == DEVICE and not held.withdrawn:
                self._write("gone", entry_id, held.entry, withdrawn=True)

    def _take(self, entry_id: str, entry: Entry) -> None:
        held, imported = self._latest.get(entry_id), self._imported.get(entry_id)
        if held is None or imported is None:
            self._write("added" if held is None else "changed", entry_id, entry)
        elif held.withdrawn and held.device != DEVICE and not self._bring_back:
            self.counts["stay_away"] += 1
        elif held.withdrawn or not is_same(imported.entry, entry):
            self._write("changed", entry_id, entry)
        else:
            self.counts["known"] += 1

    def _write(self, count: str, entry_id: str, entry: Entry, *, withdrawn: bool = False) -> None:
        self.written.append(self._author.write(entry_id, entry, self._latest, withdrawn=withdrawn))
        self.counts[count] += 1


def is_same(before: Entry, now: Entry) -> bool:
    """Tell whether two entries say the same, a load written in another unit apart."""
    if isinstance(before, SetDone) and isinstance(now, SetDone):
        near = before.load_kg == now.load_kg or abs((before.load_kg or 0) - (now.load_kg or 0)) < SAME_LOAD
        both = (before.load_kg is None) == (now.load_kg is None)
        return near and both and replace(before, load_kg=None) == replace(now, load_kg=None)
    return before == now
