from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.fakes.fake_store import FakeStore
from tests.logged_plan import TODAY, author, made_at, plan

from runlift.application.entry_id import session_entry
from runlift.application.session_under_way import session_under_way
from runlift.domain.diary.entry import SessionDone, SessionState

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Recorded

WHO = "ada"
PLAN = plan()
FIRST = PLAN.sessions[0]


def store_of(*versions: object) -> FakeStore:
    store = FakeStore()
    for after in range(len(versions)):
        store.keep_plan(WHO, versions[after], after=after, made_at=made_at(), cause="planned again")  # type: ignore[arg-type]
    return store


def begun(state: SessionState = SessionState.OPEN) -> dict[str, Recorded]:
    done = SessionDone(session=FIRST.uid, starts_at=author().wall, state=state)
    return {session_entry(FIRST.uid): author().write(session_entry(FIRST.uid), done, {})}


def test_a_session_under_way_is_found_though_the_plan_holds_it_no_more() -> None:
    store = store_of(PLAN, replace(PLAN, sessions=PLAN.sessions[1:]))
    assert session_under_way(store, WHO, begun(), TODAY) == FIRST


def test_it_is_asked_as_the_last_plan_that_holds_it_has_it() -> None:
    shorter = replace(FIRST, exercises=FIRST.exercises[:2])
    store = store_of(PLAN, replace(PLAN, sessions=(shorter,)))
    assert session_under_way(store, WHO, begun(), TODAY) == shorter


def test_no_session_is_under_way_when_it_ended_or_began_on_another_day() -> None:
    store = store_of(PLAN)
    assert session_under_way(store, WHO, {}, TODAY) is None
    assert session_under_way(store, WHO, begun(SessionState.DONE), TODAY) is None
    assert session_under_way(store, WHO, begun(), TODAY + timedelta(days=1)) is None
    assert session_under_way(FakeStore(), WHO, begun(), TODAY) is None
