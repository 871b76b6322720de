"""Put exercises told in one line where they belong: to a planned session of the day, else beside the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from runlift.application.entry_id import session_entry, unplanned_session
from runlift.application.log_findings import both_hands_together, load_as_planned, taken_as_load
from runlift.application.log_steps import as_prescribed, held_set, is_left_out, sets_to_do, with_amount
from runlift.application.set_amount import measure_of
from runlift.application.set_words import BOTH_SIDES
from runlift.application.tell_checks import refuse, within
from runlift.domain.diary.entry import SessionDone, SessionState, SetDone, SetKind
from runlift.domain.evidence import number
from runlift.domain.exercise.exercise import LoadType
from runlift.domain.plan.session import Role, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from runlift.application.author import Author
    from runlift.application.log_steps import SetToDo
    from runlift.application.quick import QuickExercise, QuickSet
    from runlift.domain.athlete.profile import Units
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise
    from runlift.domain.quantity import Finding

LOADED = {LoadType.LOAD, LoadType.HEAVY_LOAD}
PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantExercise:
    """An exercise as told in one line, and which of the catalogue it is."""

    exercise: Exercise
    told: QuickExercise


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLogged:
    """What is to be recorded, and how it was taken where that is not plain."""

    entries: tuple[Recorded, ...]
    findings: tuple[Finding, ...] = ()


def log_quick(
    meant: Sequence[MeantExercise],
    sessions: Sequence[PlannedSession],
    latest: Mapping[str, Recorded],
    author: Author,
    new_id: Callable[[], str],
    *,
    units: Units,
    on: date | None = None,
    effort: float | None = None,
) -> QuickLogged:
    """Make the entries of exercises that were done on a day.

    An exercise that no planned session holds belongs to the one that another of the same words belongs to,
    else to a session beside the plan.

    Args:
        meant: The exercises, in the order they were told.
        sessions: Planned sessions of the day.
        latest: Latest version of each entry of the diary, by id.
        author: Who writes, and when.
        new_id: Makes the id of a set that was not planned.
        units: What the runner reads.
        on: The day; today when None.
        effort: Effort of the whole session, which ends it; None when it is not told.

    Raises:
        InputError: The effort or an amount cannot be right.
    """
    refuse([*within("--effort", effort, "log_scale"), *(each for one in meant for each in _amounts(one))])
    day = on or author.today
    now = author.wall if day == author.today else datetime.combine(day, author.wall.time())
    page = _Page(latest=dict(latest), author=author, new_id=new_id, now=now)
    touched: list[str] = []
    doubts: list[Finding] = []
    together = next((each for each in sessions for one in meant if _holds(each, one.exercise.id)), None)
    for one in meant:
        planned = next((each for each in sessions if _holds(each, one.exercise.id)), together)
        session = planned.uid if planned else unplanned_session(day)
        touched.append(session)
        page.take(one, session, planned)
        doubts += (*_doubts(one, units), *_as_planned(one, planned, now, units))
    by_uid = {each.uid: each for each in sessions}
    for session in dict.fromkeys(touched):
        page.note_session(session, by_uid.get(session), effort)
    return QuickLogged(entries=tuple(page.written.values()), findings=tuple(doubts))


class _Page:
    """The entries written so far, on top of those there were."""

    def __init__(
        self,
        *,
        latest: dict[str, Recorded],
        author: Author,
        new_id: Callable[[], str],
        now: datetime,
    ) -> None:
        self._before, self._now, self._author, self._new_id = latest, now, author, new_id
        self.written: dict[str, Recorded] = {}

    def take(self, one: MeantExercise, session: str, planned: PlannedSession | None) -> None:
        """Write each set, in place of a planned one that is not told, else after them."""
        todos = sets_to_do(planned.uid, planned.exercises) if planned else ()
        free = [
            each for each in todos if each.exercise.exercise == one.exercise.id and not self._is_told(each)
        ]
        for done in _sets_done(one, session, self._now, planned):
            todo = next((each for each in free if _fits(each, done)), None)
            if todo is not None:
                free.remove(todo)
                self._write(todo.id, replace(done, position=todo.position))
            else:
                self._write(self._new_id(), replace(done, position=self._next_position(session, len(todos))))

    def note_session(self, session: str, planned: PlannedSession | None, effort: float | None) -> None:
        """Write that the session has begun, or is done."""
        recorded = self._latest(session_entry(session))
        before = recorded.entry if recorded and not recorded.withdrawn else None
        if not isinstance(before, SessionDone) or before.state is SessionState.SKIPPED:
            before = None
        opened = before or _opened(session, planned, self._now)
        ended = planned is None or effort is not None or self._is_all_told(planned)
        done = replace(opened, effort=opened.effort if effort is None else effort)
        if ended and (planned is None or opened.state is not SessionState.DONE):
            done = replace(done, state=SessionState.DONE, ends_at=max(opened.starts_at, self._now))
        if done != before:
            self._write(session_entry(session), done)

    def _is_all_told(self, planned: PlannedSession) -> bool:
        return all(self._is_told(each) for each in sets_to_do(planned.uid, planned.exercises))

    def _is_told(self, todo: SetToDo) -> bool:
        recorded = self._latest(todo.id)
        return held_set(recorded) is not None or is_left_out(recorded)

    def _next_position(self, session: str, planned_sets: int) -> int:
        held = (held_set(each) for each in (self._before | self.written).values())
        used = (each.position for each in held if each is not None and each.session == session)
        return max((planned_sets, *used)) + 1

    def _latest(self, entry_id: str) -> Recorded | None:
        return self.written.get(entry_id) or self._before.get(entry_id)

    def _write(self, entry_id: str, entry: SetDone | SessionDone) -> None:
        self.written[entry_id] = self._author.write(entry_id, entry, self._before)


def _holds(session: PlannedSession, exercise: str) -> bool:
    return any(each.exercise == exercise for each in session.exercises)


def _fits(todo: SetToDo, done: SetDone) -> bool:
    return todo.prescribed.side is done.side and todo.is_warm_up == (done.kind is SetKind.WARM_UP)


def _opened(session: str, planned: PlannedSession | None, now: datetime) -> SessionDone:
    return SessionDone(
        session=session,
        starts_at=now,
        state=SessionState.OPEN,
        place=planned.place if planned else "",
    )


def _sets_done(
    one: MeantExercise, session: str, now: datetime, planned: PlannedSession | None
) -> Iterator[SetDone]:
    """Yield the sets, both sides written out; pain and note stand with the last."""
    sides, kind = _sides(one, planned), one.told.details.kind or _usual_kind(one, planned)
    usual = _load_planned(one, planned, kind, now)
    sets = [(each, side) for each in one.told.sets for side in sides]
    for number_of_set, (each, side) in enumerate(sets, start=1):
        done = replace(_set_done(one, each, session, now, side), kind=kind)
        if each.load is None and usual is not None:
            done = replace(done, load_kg=usual.load_kg, band=usual.band)
        details = one.told.details
        last = number_of_set == len(sets)
        yield replace(done, pain=details.pain, pain_at=details.pain_at, note=details.note) if last else done


def _set_done(one: MeantExercise, each: QuickSet, session: str, now: datetime, side: Side) -> SetDone:
    details = one.told.details
    done = SetDone(
        session=session,
        position=1,
        exercise=one.exercise.id,
        done_at=now,
        side=side,
        load_kg=each.load.load_kg if each.load else None,
        band=details.band,
        rir=details.rir,
    )
    return with_amount(done, each.amount.counted_as(measure_of(one.exercise)))


def _load_planned(
    one: MeantExercise, planned: PlannedSession | None, kind: SetKind, now: datetime
) -> SetDone | None:
    """Return a set with the load or band planned for sets of this kind, None when they have several or none.

    Who tells no load did what the plan asks, as when logging set by set; as a set without a load it would be
    judged as one that fell short of it.
    """
    todos = sets_to_do(planned.uid, planned.exercises) if planned and not one.told.details.band else ()
    alike = [each for each in todos if each.exercise.exercise == one.exercise.id]
    done = [as_prescribed(each, now) for each in alike]
    lead_up = kind is SetKind.WARM_UP
    loads = {(each.load_kg, each.band): each for each in done if (each.kind is SetKind.WARM_UP) == lead_up}
    return next(iter(loads.values())) if len(loads) == 1 else None


def _usual_kind(one: MeantExercise, planned: PlannedSession | None) -> SetKind:
    roles = {each.role for each in _prescribed(one, planned)}
    return SetKind.WARM_UP if roles == {Role.WARM_UP} else SetKind.WORK


def _prescribed(one: MeantExercise, planned: PlannedSession | None) -> list[PrescribedExercise]:
    return [each for each in planned.exercises if each.exercise == one.exercise.id] if planned else []


def _sides(one: MeantExercise, planned: PlannedSession | None) -> tuple[Side, ...]:
    """Return the sides of each set: as told, else as planned, else as the exercise is done."""
    if one.told.details.sides:
        return one.told.details.sides
    planned_sides = {each.side for exercise in _prescribed(one, planned) for each in exercise.sets}
    if planned_sides:
        return (Side.BOTH,) if Side.BOTH in planned_sides else BOTH_SIDES
    return BOTH_SIDES if one.exercise.unilateral else (Side.BOTH,)


def _amounts(one: MeantExercise) -> Iterator[Finding]:
    """Check the amounts now that it is known what is counted."""
    for each in dict.fromkeys(one.told.sets):
        amount = each.amount.counted_as(measure_of(one.exercise))
        if amount.measure is not None:
            yield from within(one.told.name, amount.value, amount.measure.bounds)


def _doubts(one: MeantExercise, units: Units) -> Iterator[Finding]:
    """Tell how a load was taken where it can be taken in two ways."""
    loads = [each.load for each in one.told.sets if each.load is not None and each.load.load_kg is not None]
    if not loads or loads[0].load_kg is None or loads[0].per_hand:
        return
    if one.exercise.weights_held == PAIR:
        yield both_hands_together(loads[0].load_kg, units, way_back="runlift undo", place=one.exercise.name)
    elif one.exercise.load_type not in LOADED and loads[0].load_kg <= number("log_effort_without_reserve"):
        yield taken_as_load(loads[0].load_kg, units, place=one.exercise.name)


def _as_planned(
    one: MeantExercise, planned: PlannedSession | None, now: datetime, units: Units
) -> Iterator[Finding]:
    """Tell that the planned load was taken where none is told."""
    kind = one.told.details.kind or _usual_kind(one, planned)
    usual = _load_planned(one, planned, kind, now)
    untold = any(each.load is None for each in one.told.sets)
    if untold and usual is not None and usual.load_kg is not None:
        yield load_as_planned(usual.load_kg, units, place=one.exercise.name)
