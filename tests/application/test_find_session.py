from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.logged_plan import TODAY, author, plan, session

from runlift.application.entry_id import session_entry
from runlift.application.error import InputError
from runlift.application.find_session import followed_plan, session_named, session_to_log
from runlift.domain.diary.entry import SessionDone, SessionState

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Recorded

PLAN = plan()
FIRST, SECOND = PLAN.sessions


def ended(uid: str, state: SessionState = SessionState.DONE) -> dict[str, Recorded]:
    done = SessionDone(session=uid, starts_at=FIRST.starts_at, state=state)
    return {session_entry(uid): author().write(session_entry(uid), done, {})}


def test_the_session_of_the_day_is_logged() -> None:
    assert session_to_log(PLAN, {}, TODAY, None) is FIRST


def test_of_two_sessions_of_a_day_the_first_that_is_not_ended() -> None:
    evening = replace(session(), uid="evening")
    two = replace(PLAN, sessions=(FIRST, evening))
    assert session_to_log(two, ended(FIRST.uid), TODAY, None) is evening
    assert session_to_log(two, ended(FIRST.uid, SessionState.OPEN), TODAY, None) is FIRST
    both = ended(FIRST.uid) | ended("evening", SessionState.SKIPPED)
    assert session_to_log(two, both, TODAY, None) is evening


def test_a_day_without_a_session_names_those_before_and_after_it() -> None:
    with pytest.raises(InputError) as fault:
        session_to_log(PLAN, {}, TODAY + timedelta(days=1), None)
    remedy = fault.value.findings[0].remedy
    assert FIRST.uid in remedy
    assert SECOND.uid in remedy
    with pytest.raises(InputError) as fault:
        session_to_log(PLAN, ended(FIRST.uid), TODAY + timedelta(days=1), None)
    assert FIRST.uid not in fault.value.findings[0].remedy


def test_a_session_is_named_by_its_uid_or_the_beginning_of_it() -> None:
    assert session_named(PLAN, SECOND.uid, "--session") is SECOND
    assert session_named(PLAN, SECOND.uid[:14], "--session") is SECOND


@pytest.mark.parametrize(
    ("name", "code"), [("ada", "several_sessions"), ("bo", "unknown_session"), ("", "unknown_session")]
)
def test_a_name_of_no_session_or_of_several_is_refused(name: str, code: str) -> None:
    with pytest.raises(InputError) as fault:
        session_named(PLAN, name, "--session")
    assert fault.value.findings[0].code == code
    assert FIRST.uid in fault.value.findings[0].remedy


def test_without_a_plan_the_way_to_one_is_told() -> None:
    with pytest.raises(InputError, match="No plan"):
        followed_plan(None)
