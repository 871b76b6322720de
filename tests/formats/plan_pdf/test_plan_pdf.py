from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.formats.plan.conftest import MONDAY, ODD_TITLES, plan_of, session, timed_run

from runlift.domain.quantity import DateSpan
from runlift.formats.plan_pdf import Paper, Printed, dump_pdf, page_images
from runlift.formats.plan_pdf.pages import document

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

ALL = DateSpan(start=date.min, end=date.max)
PLAN = plan_of((timed_run(1), timed_run(6)), (session(1), session(3), session(8)))
PNG = b"\x89PNG"


def pages_of(data: bytes | None) -> int:
    assert data is not None
    assert data.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", data))


def crowded() -> Plan:
    """A week with far more on each day, and in each session, than usual."""
    runs = tuple(timed_run(day, "long words " * 30) for day in range(7) for _ in range(3))
    full = session(1)
    many = replace(full, exercises=full.exercises * 6, ten_minutes=full.exercises * 2)
    return plan_of(runs, (many, replace(many, uid="b", date=MONDAY + timedelta(days=3))), weeks=1)


@pytest.mark.parametrize(("printed", "pages"), [(Printed.ALL, 5), (Printed.WEEKS, 2), (Printed.SESSIONS, 3)])
def test_there_is_a_page_a_week_and_a_page_a_session(printed: Printed, pages: int) -> None:
    assert pages_of(dump_pdf(PLAN, ALL, printed=printed)) == pages


def test_a_crowded_week_and_a_crowded_session_stay_on_their_pages() -> None:
    assert pages_of(dump_pdf(crowded(), ALL)) == 3


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert dump_pdf(PLAN, ALL) == dump_pdf(PLAN, ALL)
    assert dump_pdf(PLAN, ALL) != dump_pdf(PLAN, ALL, paper=Paper.LETTER)


def test_no_time_of_making_is_written_but_the_first() -> None:
    data = dump_pdf(PLAN, ALL)
    assert data is not None
    assert not re.search(rb"D:20[2-9]\d", data)


def test_only_the_weeks_asked_for_are_printed() -> None:
    second = DateSpan(start=MONDAY + timedelta(weeks=1), end=date.max)
    assert pages_of(dump_pdf(PLAN, second)) == 2
    assert dump_pdf(PLAN, DateSpan(start=date(2030, 1, 1), end=date.max)) is None
    assert page_images(PLAN, DateSpan(start=date(2030, 1, 1), end=date.max)) == []


def test_pages_can_be_looked_at() -> None:
    images = page_images(PLAN, ALL, ppi=30)
    assert len(images) == 5
    assert all(each.startswith(PNG) for each in images)
    assert len(page_images(PLAN, ALL, printed=Printed.WEEKS, ppi=30)) == 2


def test_words_of_the_runner_are_printed_and_never_set_as_commands() -> None:
    titles = (*ODD_TITLES, "#panic()", "$x$ *bold* _it_ @ref <label>", "= heading", '#import "x"', '\\ "')
    runs = tuple(timed_run(number % 7, title) for number, title in enumerate(titles))
    plan = plan_of(runs, (session(1, place='#eval("1")'),), name="#panic(1)")
    assert pages_of(dump_pdf(plan, ALL)) == 3


def test_a_session_of_the_week_is_the_one_of_its_day() -> None:
    told = document(PLAN, ALL, paper=Paper.A4, printed=Printed.WEEKS)
    days = told["pages"][0]["week"]["days"]
    assert [len(day["sessions"]) for day in days] == [0, 1, 0, 1, 0, 0, 0]
    assert days[1]["sessions"][0]["headline"].startswith("17:00 Foundation, gym")
    assert days[1]["sessions"][0]["short"].count("; ") == len(PLAN.sessions[0].exercises) - 1


def test_a_box_stands_for_each_working_set_of_a_side() -> None:
    told = document(PLAN, ALL, paper=Paper.A4, printed=Printed.SESSIONS)
    assert [each["boxes"] for each in told["pages"][0]["session"]["exercises"]] == [1, 1, 1]
