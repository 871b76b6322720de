"""Follow a plan: keep it, make it again from what was told, and keep what came of that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.application.gate import let_through
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.adjustment.outdated import outdated
from runlift.domain.athlete.defaults import with_defaults
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import BodyMass
from runlift.domain.plan.difference import difference
from runlift.domain.plan.plan import Given
from runlift.domain.plan.timing import rest_days, time_runs, untimed
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from runlift.application.plan_again import PlannedAgain
    from runlift.application.ports import KeptPlan, Store
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Input, Plan
    from runlift.domain.running.plan import RunningPlan

FOLLOWED = "followed"
TOLD_ANEW = "told anew"
PLANNED_AGAIN = "planned again"
_GIVEN = frozenset({FOLLOWED, TOLD_ANEW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is given anew beside the diary; what is not given stays as it was.

    Attributes:
        athlete: The runner, as told in the athlete file.
        running_plan: A new running plan, for the days to come.
        inputs: Files these were read from.
    """

    athlete: Athlete | None = None
    running_plan: RunningPlan | None = None
    inputs: tuple[Input, ...] = ()

    @property
    def is_anything(self) -> bool:
        """Whether anything is given anew."""
        return self.athlete is not None or self.running_plan is not None


NOTHING_NEW = Told()


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned:
    """A plan made again for an athlete.

    Attributes:
        before: The version it was made from.
        again: What came of it.
        version: Number of the version it was kept as; that of `before` when there was nothing to keep.
    """

    before: KeptPlan
    again: PlannedAgain
    version: int

    @property
    def is_new(self) -> bool:
        """Whether a new version was kept."""
        return self.version != self.before.version


def follow_plan(store: Store, athlete: str, plan: Plan, *, now: datetime) -> int:
    """Keep a plan as the one that is followed from now on; return the number of its version [now in UTC].

    Raises:
        PlanRefusedError: The safety check refuses the plan, whoever made or changed it.
    """
    let_through(plan, made_here=False)
    before = store.plan(athlete)
    after = before.version if before is not None else 0
    return store.keep_plan(athlete, plan, after=after, made_at=now, cause=FOLLOWED)


def followed_plan(store: Store, athlete: str, version: int | None = None) -> KeptPlan:
    """Return the plan that an athlete follows, or one of its earlier versions.

    Raises:
        InputError: The athlete follows no plan, or has no such version.
    """
    kept = store.plan(athlete, version)
    if kept is None:
        raise InputError([_no_plan(athlete, version, store.plan_versions(athlete))])
    return kept


def replan(
    store: Store, athlete: str, *, today: date, now: datetime, told: Told = NOTHING_NEW, keep: bool = True
) -> Replanned:
    """Make the followed plan again from all that the diary holds, and keep it when it differs.

    Args:
        store: Where diary and plans are kept.
        athlete: Whose plan.
        today: First day that may change.
        now: The moment, in UTC.
        told: What is given anew beside the diary.
        keep: Whether to keep the new version.

    Raises:
        InputError: No plan is followed, or it cannot be made again from that day.
        PlanChangedError: Another version was kept in the meantime.
        PlanRefusedError: The safety check refuses the plan.
    """
    before = followed_plan(store, athlete)
    recorded = store.recorded(athlete)
    given, findings = _given_anew(_as_given(store, athlete, before), told, recorded, today)
    basis = Basis(
        athlete=given.athlete,
        running_plan=untimed(given.runs, given.rest_days),
        changes=Diary.of(_still_told(given, recorded)),
        inputs=told.inputs or before.plan.inputs,
    )
    near = _put_back(store, athlete, before, recorded)
    again = plan_again(near.plan, Diary.of(recorded), basis, today=today)
    again = replace(
        again,
        plan=replace(again.plan, given=given if told.is_anything else None),
        difference=difference(before.plan, again.plan),
        findings=(*findings, *again.findings),
    )
    version = before.version
    if keep and (told.is_anything or is_changed(before.plan, again.plan)):
        cause = TOLD_ANEW if told.is_anything else PLANNED_AGAIN
        version = store.keep_plan(athlete, again.plan, after=before.version, made_at=now, cause=cause)
    return Replanned(before=before, again=again, version=version)


def _as_given(store: Store, athlete: str, before: KeptPlan) -> Given:
    """Return runner and runs as they were last given, without what was told of them since."""
    kept = _last_given(store, athlete, before)
    plan = kept.plan
    return plan.given or Given(
        athlete=plan.athlete, runs=plan.runs, rest_days=plan.rest_days, since=kept.made_at
    )


def _still_told(given: Given, recorded: Sequence[Recorded]) -> list[Recorded]:
    """Return what was told since then and fits the runs given."""
    return [each for each in recorded if each.recorded_at > given.since and each.id not in given.outdated]


def _given_anew(
    given: Given, told: Told, recorded: Sequence[Recorded], today: date
) -> tuple[Given, tuple[Finding, ...]]:
    """Return what is given from now on; what was told before holds on where it still fits.

    Returns:
        What is given, and what to tell of that which does not fit, or speaks against it.
    """
    athlete, findings = told.athlete or given.athlete, list(_of_mass(given, told, recorded))
    plan = told.running_plan
    if plan is None:
        return replace(given, athlete=athlete), tuple(findings)
    changes = Diary.of(_still_told(given, recorded)).entries
    gone = dict(outdated(changes, untimed(given.runs, given.rest_days), plan, today=today))
    anew = Given(
        athlete=athlete,
        runs=time_runs(plan, with_defaults(athlete)[0]),
        rest_days=rest_days(plan),
        since=given.since,
        outdated=(*given.outdated, *gone),
    )
    return anew, (*findings, *(each for each in gone.values() if each is not None))


def _of_mass(given: Given, told: Told, recorded: Sequence[Recorded]) -> Iterator[Finding]:
    """Tell that the body mass of the diary holds on when the runner is given anew with another one."""
    masses = sorted(Diary.of(_still_told(given, recorded)).of_kind(BodyMass), key=lambda one: one.date)
    anew = told.athlete.body_mass_kg if told.athlete is not None else None
    if masses and anew is not None and anew != masses[-1].mass_kg:
        yield Finding(
            severity=Severity.WARNING,
            code="body_mass_of_diary",
            message=f"The athlete file tells {anew:g} kg of body mass; the {masses[-1].mass_kg:g} kg logged "
            f"for {masses[-1].date} hold on.",
            remedy="If the file is newer, log it: `runlift log mass`.",
        )


def _put_back(store: Store, athlete: str, before: KeptPlan, recorded: Sequence[Recorded]) -> KeptPlan:
    """Return the version to stay near: once something was taken back, the one from before it was told."""
    told_at = _taken_back_of(recorded, before.made_at)
    if told_at is None or _held(recorded) != _held(each for each in recorded if each.recorded_at < told_at):
        return before
    given = _last_given(store, athlete, before)
    for version in reversed(store.plan_versions(athlete)):
        kept = store.plan(athlete, version)
        if kept is not None and given.version <= version and kept.made_at < told_at:
            return kept
    return before


def _taken_back_of(recorded: Sequence[Recorded], made_at: datetime) -> datetime | None:
    """Return when that was told which was changed last, if it was changed after the plan was made."""
    now = max((each.recorded_at for each in recorded), default=made_at)
    if now <= made_at:
        return None
    changed = {(each.id, each.revision - 1) for each in recorded if each.recorded_at == now}
    return min((each.recorded_at for each in recorded if (each.id, each.revision) in changed), default=None)


def _held(recorded: Iterable[Recorded]) -> dict[str, Entry]:
    return {each.id: each.entry for each in Diary.of(recorded).entries}


def _last_given(store: Store, athlete: str, before: KeptPlan) -> KeptPlan:
    """Return the last version that was made from something given, and not only from the diary."""
    for version in reversed([each for each in store.plan_versions(athlete) if each <= before.version]):
        kept = store.plan(athlete, version)
        if kept is not None and kept.cause in _GIVEN:
            return kept
    return before


def is_changed(before: Plan, after: Plan) -> bool:
    """Tell whether a plan says anything new: of what lies ahead, of what was done, or of what is eased."""
    return not difference(before, after).is_empty or _settled(before) != _settled(after)


def _settled(plan: Plan) -> tuple[object, ...]:
    """Return what a plan holds beside the sessions and runs ahead and their reasons."""
    outcomes = tuple((session.uid, session.outcome) for session in plan.sessions)
    return outcomes, plan.easings, plan.restrictions, plan.routines, plan.body, plan.unmet, plan.athlete


def _no_plan(athlete: str, version: int | None, versions: tuple[int, ...]) -> Finding:
    if versions:
        known = f"{versions[0]} to {versions[-1]}"
        return Finding(
            severity=Severity.ERROR,
            code="unknown_version",
            message=f"The plan of {athlete!r} has no version {version}.",
            remedy=f"Give one of the versions {known}.",
        )
    return Finding(
        severity=Severity.ERROR,
        code="no_plan_followed",
        message=f"{athlete!r} follows no plan yet.",
        remedy="Make one with `runlift plan`, then follow it with `runlift follow`.",
    )
