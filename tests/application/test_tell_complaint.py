from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.application.author import Author, latest_versions
from runlift.application.error import InputError
from runlift.application.tell_complaint import (
    named_complaint,
    open_complaint_entry,
    tell_answers,
    tell_cleared,
    tell_complaint,
    tell_over,
    tell_pain_of,
)
from runlift.domain.complaint.course import open_complaint
from runlift.domain.diary.entry import BodyPart, ComplaintTold, Pain
from runlift.domain.plan.body import Lock
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Recorded

AUTHOR = Author(device="phone", now=datetime(2027, 1, 20, 18, tzinfo=UTC))
TODAY = AUTHOR.today
FLAG = "knee_locks_or_gives_way"


def knee(**changes: object) -> ComplaintTold:
    usual: dict[str, object] = {"complaint": "pfp", "first": TODAY - timedelta(days=5), "answered": True}
    return ComplaintTold(**{**usual, **changes})  # type: ignore[arg-type]


class Page:
    """A diary that takes down what is told."""

    def __init__(self) -> None:
        self.recorded: list[Recorded] = []

    def add(self, recorded: Recorded) -> str:
        self.recorded.append(recorded)
        return recorded.id

    @property
    def latest(self) -> dict[str, Recorded]:
        return latest_versions(self.recorded)

    def entry(self, entry_id: str) -> ComplaintTold:
        entry = self.latest[entry_id].entry
        assert isinstance(entry, ComplaintTold)
        return entry


@pytest.fixture
def page() -> Page:
    return Page()


def test_a_complaint_is_told_once_and_again_after_it_is_over(page: Page) -> None:
    entry_id = page.add(tell_complaint(knee(), page.latest, AUTHOR))
    with pytest.raises(InputError):
        tell_complaint(knee(first=TODAY), page.latest, AUTHOR)
    page.add(tell_over(entry_id, TODAY, page.latest, AUTHOR))
    assert tell_complaint(knee(first=TODAY), page.latest, AUTHOR).entry == knee(first=TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        knee(first=TODAY + timedelta(days=1)),
        knee(red_flags=("saddle_numbness_or_bladder",)),  # not asked of a knee
        ComplaintTold(complaint="bsi", first=TODAY),  # where?
    ],
)
def test_what_cannot_be_right_is_refused(page: Page, wrong: ComplaintTold) -> None:
    with pytest.raises(InputError):
        tell_complaint(wrong, page.latest, AUTHOR)


def test_a_red_flag_stays_when_the_questions_are_answered_again(page: Page) -> None:
    entry_id = page.add(tell_complaint(knee(red_flags=(FLAG,)), page.latest, AUTHOR))
    page.add(tell_answers(entry_id, (), page.latest, AUTHOR))
    assert page.entry(entry_id).red_flags == (FLAG,)


def test_a_red_flag_told_after_a_clearance_is_not_cleared_by_it(page: Page) -> None:
    entry_id = page.add(tell_complaint(knee(), page.latest, AUTHOR))
    page.add(tell_cleared(entry_id, TODAY, "a doctor", page.latest, AUTHOR))
    page.add(tell_answers(entry_id, (), page.latest, AUTHOR))
    assert page.entry(entry_id).cleared_by == "a doctor"
    page.add(tell_answers(entry_id, (FLAG,), page.latest, AUTHOR))
    assert open_complaint(page.entry(entry_id), ()).lock is Lock.RED_FLAG
    with pytest.raises(InputError):
        tell_over(entry_id, TODAY, page.latest, AUTHOR)
    page.add(tell_cleared(entry_id, TODAY, "a doctor", page.latest, AUTHOR))
    assert open_complaint(page.entry(entry_id), ()).lock is Lock.NONE


@pytest.mark.parametrize(
    "told",
    [knee(red_flags=(FLAG,)), ComplaintTold(complaint="bsi", first=TODAY, at=BodyPart.SHIN, answered=True)],
)
def test_what_somebody_has_to_look_at_is_not_over_before_a_clearance(page: Page, told: ComplaintTold) -> None:
    entry_id = page.add(tell_complaint(told, page.latest, AUTHOR))
    with pytest.raises(InputError):
        tell_over(entry_id, TODAY, page.latest, AUTHOR)
    page.add(tell_cleared(entry_id, TODAY, "a doctor", page.latest, AUTHOR))
    page.add(tell_over(entry_id, TODAY, page.latest, AUTHOR))
    assert page.entry(entry_id).over_from == TODAY


def test_a_clearance_names_somebody_and_lies_after_the_complaint(page: Page) -> None:
    entry_id = page.add(tell_complaint(knee(), page.latest, AUTHOR))
    for day, by in ((TODAY, " "), (TODAY - timedelta(days=9), "a doctor"), (date(2027, 9, 1), "a doctor")):
        with pytest.raises(InputError):
            tell_cleared(entry_id, day, by, page.latest, AUTHOR)


def test_pain_is_taken_down_at_the_complaints_place_and_side() -> None:
    written = tell_pain_of(knee(side=Side.LEFT), 4, AUTHOR, lambda: "new", day=TODAY, next_morning=True)
    assert written.entry == Pain(date=TODAY, at=BodyPart.KNEE, level=4, side=Side.LEFT, next_morning=True)
    for level, day in ((11, TODAY), (4, TODAY - timedelta(days=9))):
        with pytest.raises(InputError):
            tell_pain_of(knee(), level, AUTHOR, lambda: "new", day=day)


def test_the_open_one_is_found_by_name_and_side(page: Page) -> None:
    with pytest.raises(InputError):
        open_complaint_entry("knee-front", None, page.latest, TODAY)
    left = page.add(tell_complaint(knee(side=Side.LEFT), page.latest, AUTHOR))
    page.add(tell_complaint(knee(side=Side.RIGHT), page.latest, AUTHOR))
    assert open_complaint_entry("Knee front", Side.LEFT, page.latest, TODAY)[0] == left
    with pytest.raises(InputError):
        open_complaint_entry("knee-front", None, page.latest, TODAY)


def test_names_are_read_as_people_write_them() -> None:
    assert named_complaint("Low back") == named_complaint("low-back") == "lbp"
    with pytest.raises(InputError):
        named_complaint("runners knee")
