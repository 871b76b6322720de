"""Take down what a runner tells besides sets: readiness, pain, illness, body mass, a session left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from runlift.application.entry_id import illness_entry, mass_entry, readiness_entry, session_entry
from runlift.application.tell_checks import error, fitting_note, refuse, told_day, within
from runlift.domain.diary.entry import (
    BodyMass,
    Illness,
    IllnessKind,
    Pain,
    Readiness,
    SessionDone,
    SessionState,
)
from runlift.domain.evidence import pair
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from runlift.application.author import Author
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.session import PlannedSession


def tell_readiness(told: Readiness, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take down how ready the runner is; what was told of the day before stays where nothing new is told.

    Raises:
        InputError: A value cannot be right, or nothing is told.
    """
    values = {"sleep_h": told.sleep_h, "soreness": told.soreness, "stress": told.stress}
    nothing = all(each is None for each in values.values()) and not told.note
    refuse(
        [
            *told_day("--date", told.date, author.today),
            *within("--sleep-h", told.sleep_h, "log_sleep_possible"),
            *within("--soreness", told.soreness, "log_scale"),
            *within("--stress", told.stress, "log_scale"),
            *fitting_note(told.note),
            *([_nothing_told("--sleep-h, --soreness, --stress or --note")] if nothing else []),
        ]
    )
    entry_id = readiness_entry(told.date)
    before = held(latest, entry_id)
    if isinstance(before, Readiness):
        told = Readiness(
            date=told.date,
            sleep_h=before.sleep_h if told.sleep_h is None else told.sleep_h,
            soreness=before.soreness if told.soreness is None else told.soreness,
            stress=before.stress if told.stress is None else told.stress,
            note=told.note or before.note,
        )
    return author.write(entry_id, told, latest)


def tell_pain(told: Pain, author: Author, new_id: Callable[[], str]) -> Recorded:
    """Take down pain outside a set.

    Raises:
        InputError: A value cannot be right.
    """
    refuse(
        [
            *told_day("--date", told.date, author.today),
            *within("LEVEL", told.level, "log_scale"),
            *fitting_note(told.note),
        ]
    )
    return author.write(new_id(), told, {})


def tell_mass(
    told: BodyMass, latest: Mapping[str, Recorded], author: Author
) -> tuple[Recorded, tuple[Finding, ...]]:
    """Take down body mass; one that is unusual is kept and asked about.

    Raises:
        InputError: It cannot be right.
    """
    refuse(
        [
            *told_day("--date", told.date, author.today),
            *within("MASS", told.mass_kg, "body_mass_possible"),
        ]
    )
    low, high = pair("body_mass_usual")
    doubts = () if low <= told.mass_kg <= high else (_unusual_mass(told.mass_kg),)
    return author.write(mass_entry(told.date), told, latest), doubts


def tell_ill(told: Illness, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take down an illness; while one lasts, this changes what was told of it, but a fever it had stays.

    Raises:
        InputError: Its first day cannot be right.
    """
    refuse([*told_day("--from", told.first, author.today), *fitting_note(told.note)])
    lasting = lasting_illness(latest)
    if lasting is None:
        return author.write(illness_entry(told.first), told, latest)
    entry_id, before = lasting
    fever = IllnessKind.FEVER_OR_CHEST in {before.kind, told.kind}
    whole = Illness(
        first=min(before.first, told.first),
        kind=IllnessKind.FEVER_OR_CHEST if fever else told.kind,
        note=told.note or before.note,
    )
    return author.write(entry_id, whole, latest)


def tell_well(well_from: date, latest: Mapping[str, Recorded], author: Author, *, note: str = "") -> Recorded:
    """Take down the first day without any sign of an illness.

    Raises:
        InputError: No illness was told, or the day cannot be right.
    """
    lasting = lasting_illness(latest)
    problems = [*told_day("--from", well_from, author.today), *fitting_note(note)]
    if lasting is None:
        problems.append(
            error(
                "no_illness", "No illness was told", 'tell it first: "runlift log ill cold --from 2027-01-14"'
            )
        )
    elif well_from < lasting[1].first:
        problems.append(
            error("well_before_ill", f"You were ill from {lasting[1].first}", "give a day after it", "--from")
        )
    refuse(problems)
    entry_id, before = lasting or ("", Illness(first=well_from, kind=IllnessKind.OTHER))
    return author.write(entry_id, replace(before, well_from=well_from, note=note or before.note), latest)


def tell_skipped(
    session: PlannedSession, why: str, latest: Mapping[str, Recorded], author: Author
) -> Recorded:
    """Take down that a session is not done.

    Raises:
        InputError: It was told to be done.
    """
    entry_id = session_entry(session.uid)
    before = held(latest, entry_id)
    done = isinstance(before, SessionDone) and before.state is SessionState.DONE
    refuse([*fitting_note(why, "--why"), *([_done_already(session, entry_id)] if done else [])])
    skipped = SessionDone(
        session=session.uid,
        starts_at=datetime.combine(session.date, session.start),
        state=SessionState.SKIPPED,
        place=session.place,
        note=why,
    )
    return author.write(entry_id, skipped, latest)


def held(latest: Mapping[str, Recorded], entry_id: str) -> object | None:
    """Return what an entry tells, unless it was taken back."""
    recorded = latest.get(entry_id)
    return None if recorded is None or recorded.withdrawn else recorded.entry


def lasting_illness(latest: Mapping[str, Recorded]) -> tuple[str, Illness] | None:
    """Return the illness that has not ended, with its id; the last one if there are several."""
    lasting = [
        (each.id, each.entry)
        for each in latest.values()
        if not each.withdrawn and isinstance(each.entry, Illness) and each.entry.well_from is None
    ]
    return max(lasting, key=lambda each: (each[1].first, each[0]), default=None)


def _nothing_told(options: str) -> Finding:
    return error("nothing_told", "Nothing is told", f"give {options}")


def _unusual_mass(mass_kg: float) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="unusual_mass",
        message=f"{mass_kg:g} kg is unusual",
        remedy='if it was a slip: "runlift undo"; pounds are written with "--unit lb"',
    )


def _done_already(session: PlannedSession, entry_id: str) -> Finding:
    return error(
        "done_already",
        f"The session of {session.date} was told to be done",
        f'take that back first: "runlift undo {entry_id}"',
    )
