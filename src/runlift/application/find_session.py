"""Find the session of the plan that a runner means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.entry_id import session_entry
from runlift.application.error import InputError
from runlift.application.tell_checks import error
from runlift.domain.diary.entry import SessionDone, SessionState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.quantity import Finding


def followed_plan(plan: Plan | None) -> Plan:
    """Return the plan that is followed.

    Raises:
        InputError: There is none.
    """
    if plan is not None:
        return plan
    raise InputError(
        [
            error(
                "no_plan_followed",
                "No plan is followed yet",
                'make one and follow it: "runlift follow FOLDER"',
            )
        ]
    )


def sessions_on(plan: Plan, day: date) -> tuple[PlannedSession, ...]:
    """Return the sessions planned for a day, in order."""
    return tuple(each for each in plan.sessions if each.date == day)


def session_named(plan: Plan, name: str, place: str) -> PlannedSession:
    """Return the session with this uid, or the only one whose uid begins with these words.

    Args:
        plan: The plan.
        name: The uid, or its beginning.
        place: Where it was told, for the finding.

    Raises:
        InputError: No session has it, or several do.
    """
    exact = [each for each in plan.sessions if each.uid == name]
    found = exact or [each for each in plan.sessions if name and each.uid.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError([_several(f'"{name}" begins the name of several sessions', found, place)])
    near = sorted(plan.sessions, key=lambda each: _shared(each.uid, name), reverse=True)[:3]
    told = ", ".join(each.uid for each in near)
    raise InputError(
        [error("unknown_session", f'No session is called "{name}"', f"write one such as {told}", place)]
    )


def session_to_log(plan: Plan, latest: Mapping[str, Recorded], day: date, name: str | None) -> PlannedSession:
    """Return the session that is logged: the one named, else the first of the day that is not ended.

    Raises:
        InputError: No session is planned for the day; the finding names those before and after it.
    """
    if name is not None:
        return session_named(plan, name, "--session")
    sessions = sessions_on(plan, day)
    if not sessions:
        raise InputError([_none_on(plan, latest, day)])
    return next((each for each in sessions if not is_ended(each.uid, latest)), sessions[-1])


def is_ended(session: str, latest: Mapping[str, Recorded]) -> bool:
    """Whether a session was told to be done or left out."""
    recorded = latest.get(session_entry(session))
    told = recorded.entry if recorded is not None and not recorded.withdrawn else None
    return isinstance(told, SessionDone) and told.state is not SessionState.OPEN


def _none_on(plan: Plan, latest: Mapping[str, Recorded], day: date) -> Finding:
    untold = [each for each in plan.sessions if not is_ended(each.uid, latest)]
    before = [each for each in untold if each.date < day][-1:]
    after = [each for each in untold if each.date > day][:1]
    names = [f'{each.date}: "runlift log --session {each.uid}"' for each in (*before, *after)]
    remedy = (
        f"log another one now ({'; '.join(names)}), or what you did" if names else "log what you did"
    ) + ' with "runlift log --quick"'
    return error("no_session_that_day", f"No session is planned for {day}", remedy)


def _several(message: str, found: Sequence[PlannedSession], place: str) -> Finding:
    return error(
        "several_sessions", message, f"write one of {', '.join(each.uid for each in found[:3])}", place
    )


def _shared(uid: str, name: str) -> int:
    """Count the letters that a uid shares with a name from the beginning on."""
    return next(
        (at for at, (a, b) in enumerate(zip(uid, name, strict=False)) if a != b), min(len(uid), len(name))
    )
