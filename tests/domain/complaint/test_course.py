from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.complaint.complaint import complaints
from runlift.domain.complaint.course import PainTold, is_taken_over, open_complaint, open_complaints
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import BodyPart, ComplaintTold, Pain, SetDone
from runlift.domain.plan.body import Lock, Stage
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.body import OpenComplaint

FIRST = date(2027, 1, 4)
KNEE = ComplaintTold(complaint="pfp", first=FIRST, side=Side.RIGHT, answered=True)
levels = st.integers(0, 10)
courses = st.lists(st.tuples(st.integers(0, 60), levels, st.booleans()), max_size=12)
ids = st.sampled_from(sorted(complaints()))


def told(*reports: tuple[int, int] | tuple[int, int, bool]) -> tuple[PainTold, ...]:
    """Pain told: days after the first, level, and whether it was the next morning."""
    return tuple(
        PainTold(
            date=FIRST + timedelta(days=each[0]),
            at=BodyPart.KNEE,
            side=Side.RIGHT,
            level=each[1],
            next_morning=len(each) > 2 and bool(each[2]),
        )
        for each in sorted(reports)
    )


def after(*reports: tuple[int, int] | tuple[int, int, bool], of: ComplaintTold = KNEE) -> OpenComplaint:
    return open_complaint(of, told(*reports))


def test_a_new_complaint_is_sore_however_little_it_hurts() -> None:
    assert after().stage is Stage.SORE
    assert after((0, 0)).stage is Stage.SORE


def test_silence_changes_nothing() -> None:
    assert open_complaint(KNEE, told((0, 3))) == open_complaint(KNEE, told((0, 3)))
    diary = diary_of(KNEE, Pain(date=FIRST, at=BodyPart.KNEE, level=1))
    early, late = (open_complaints(diary, today=FIRST + timedelta(days=days)) for days in (1, 300))
    assert early == late


@pytest.mark.parametrize(
    ("reports", "stage"),
    [
        (((0, 3), (6, 3)), Stage.SORE),  # a day too early
        (((0, 3), (7, 3)), Stage.SETTLING),
        (((0, 5), (3, 3), (7, 3)), Stage.SETTLING),
        (((0, 5), (7, 3)), Stage.SORE),  # one quiet report is not two
        (((0, 3), (7, 3), (14, 2), (20, 2)), Stage.SETTLING),
        (((0, 3), (7, 3), (14, 2), (21, 2)), Stage.BUILDING),
        (((0, 3), (7, 3), (14, 3), (21, 2)), Stage.SETTLING),  # 3 is allowed, and not quiet
        (((0, 3), (7, 3), (14, 2), (21, 2), (22, 4)), Stage.SORE),
        (((0, 3), (7, 3), (14, 2), (21, 2), (22, 3, True)), Stage.SORE),  # worse the next morning
    ],
)
def test_reports_move_it_from_stage_to_stage(reports: tuple[tuple[int, int], ...], stage: Stage) -> None:
    assert after(*reports).stage is stage


def test_a_tendon_may_hurt_more_than_a_joint() -> None:
    tendon = ComplaintTold(complaint="achilles_mid", first=FIRST, answered=True)
    assert after((0, 5), (7, 5), of=tendon).stage is Stage.SETTLING
    assert after((0, 5), (7, 5)).stage is Stage.SORE


def test_more_than_the_level_at_which_loading_stops_is_severe_until_less_is_told() -> None:
    assert after((0, 6)).severe
    assert not after((0, 6), (1, 5)).severe


@pytest.mark.parametrize(
    ("reports", "too_much"),
    [
        (((0, 3),), False),
        (((0, 4),), True),
        (((0, 4), (2, 3)), False),  # less was told
        (((0, 1), (1, 3, True)), True),  # within the limit, and worse the next morning
        (((0, 1), (1, 2, True)), False),
    ],
)
def test_pain_above_the_limit_or_a_worse_morning_is_too_much_until_less_is_told(
    reports: tuple[tuple[int, int], ...],
    too_much: bool,  # noqa: FBT001  a parameter
) -> None:
    assert after(*reports).too_much is too_much


def test_unanswered_questions_lock_it_also_after_a_clearance() -> None:
    unanswered = ComplaintTold(complaint="pfp", first=FIRST)
    assert after(of=unanswered).lock is Lock.UNANSWERED
    assert after(of=unanswered).stage is Stage.LOCKED
    cleared = ComplaintTold(complaint="pfp", first=FIRST, cleared_from=FIRST, cleared_by="a doctor")
    assert after(of=cleared).lock is Lock.UNANSWERED


def test_a_red_flag_locks_it_until_a_clearance() -> None:
    flagged = ComplaintTold(
        complaint="pfp", first=FIRST, answered=True, red_flags=("knee_locks_or_gives_way",)
    )
    assert after(of=flagged).lock is Lock.RED_FLAG
    cleared = ComplaintTold(
        complaint="pfp",
        first=FIRST,
        answered=True,
        red_flags=("knee_locks_or_gives_way",),
        cleared_from=FIRST + timedelta(days=9),
        cleared_by="a doctor",
    )
    assert after(of=cleared).lock is Lock.NONE


def test_a_bone_is_locked_until_a_clearance_and_again_by_any_pain() -> None:
    bone = ComplaintTold(complaint="bsi", first=FIRST, at=BodyPart.SHIN, answered=True)
    assert after(of=bone).lock is Lock.BONE
    cleared = ComplaintTold(
        complaint="bsi",
        first=FIRST,
        at=BodyPart.SHIN,
        answered=True,
        cleared_from=FIRST + timedelta(days=40),
        cleared_by="a doctor",
    )
    assert after((0, 4), (39, 0), of=cleared).lock is Lock.NONE
    again = after((0, 4), (39, 0), (45, 1), of=cleared)
    assert again.lock is Lock.BONE
    assert again.since == FIRST + timedelta(days=45)


def test_pain_above_its_limit_that_rises_for_two_weeks_locks_it() -> None:
    rising = after((0, 3), (2, 4), (8, 5), (12, 5))
    assert rising.lock is Lock.RISING
    assert after((0, 5), (2, 5), (8, 4), (12, 4)).lock is Lock.NONE
    assert after((0, 1), (2, 1), (8, 3), (12, 3)).lock is Lock.NONE  # within its limit


@given(ids, courses, st.integers(0, 11), levels)
def test_more_pain_never_brings_a_later_stage(
    complaint: str, reports: list[tuple[int, int, bool]], position: int, more: int
) -> None:
    of = ComplaintTold(complaint=complaint, first=FIRST, at=BodyPart.KNEE, answered=True)
    day, level, morning = reports[position % len(reports)] if reports else (0, 0, False)
    worse = [each for each in reports if each != (day, level, morning)]
    last = max((each[0] for each in reports), default=0)
    now = open_complaint(of, told(*reports))
    then = open_complaint(of, told(*worse, (last, 10)))
    assert then.stage <= now.stage or then.stage is Stage.SORE
    assert then.severe
    assert more >= 0


@given(ids, courses)
def test_a_stage_begins_no_earlier_than_the_complaint_and_a_lock_is_told(
    complaint: str, reports: list[tuple[int, int, bool]]
) -> None:
    of = ComplaintTold(complaint=complaint, first=FIRST, at=BodyPart.KNEE, answered=True)
    found = open_complaint(of, told(*reports))
    assert found.first <= found.since <= found.last_told  # it holds on the day of the last report already
    assert (found.stage is Stage.LOCKED) == (found.lock is not Lock.NONE)
    if complaint == "bsi":
        assert found.lock is Lock.BONE


def diary_of(*entries: Entry) -> Diary:
    at = datetime(2027, 1, 4, 12, tzinfo=UTC)
    return Diary.of(
        Recorded(id=str(number), revision=1, device="phone", recorded_at=at, entry=entry)
        for number, entry in enumerate(entries)
    )


def test_severe_pain_told_before_a_complaint_stays_severe_until_less_is_told() -> None:
    def found(*more: Entry) -> OpenComplaint:
        hurt = Pain(date=FIRST - timedelta(days=1), at=BodyPart.KNEE, level=8)
        (one,) = open_complaints(diary_of(hurt, KNEE, *more), today=FIRST)
        return one

    assert found().severe
    assert (found().stage, found().last_told) == (Stage.SORE, FIRST)
    assert not found(Pain(date=FIRST, at=BodyPart.KNEE, level=3)).severe
    over = ComplaintTold(complaint="itbs", first=FIRST - timedelta(days=9), over_from=FIRST)
    assert not found(over).severe  # that pain was of another one, which is over


def test_pain_belongs_to_a_complaint_of_its_place_and_side_while_it_is_open() -> None:
    (right,) = told((1, 4))
    assert is_taken_over(right, KNEE)
    assert not is_taken_over(right, ComplaintTold(complaint="pfp", first=FIRST, side=Side.LEFT))
    assert not is_taken_over(right, ComplaintTold(complaint="plantar", first=FIRST))
    assert not is_taken_over(
        right, ComplaintTold(complaint="pfp", first=FIRST, over_from=FIRST + timedelta(days=1))
    )


def test_pain_told_with_a_set_counts_as_well() -> None:
    set_ = SetDone(
        session="s",
        position=1,
        exercise="forward_lunge",
        done_at=datetime.combine(FIRST + timedelta(days=3), datetime.min.time()),
        side=Side.RIGHT,
        pain=6,
        pain_at=BodyPart.KNEE,
    )
    (found,) = open_complaints(diary_of(KNEE, set_), today=FIRST + timedelta(days=4))
    assert found.severe
    assert found.last_told == FIRST + timedelta(days=3)


def test_pain_of_an_unnamed_place_with_a_set_is_of_a_complaint_of_such_a_place() -> None:
    bone = ComplaintTold(
        complaint="bsi",
        first=FIRST,
        at=BodyPart.OTHER,
        answered=True,
        cleared_from=FIRST,
        cleared_by="a doctor",
    )
    hurt = SetDone(
        session="s",
        position=1,
        exercise="goblet_squat",
        done_at=datetime.combine(FIRST + timedelta(days=3), datetime.min.time()),
        pain=2,
    )
    (again,) = open_complaints(diary_of(bone, hurt), today=FIRST + timedelta(days=4))
    assert again.lock is Lock.BONE
    (quiet,) = open_complaints(diary_of(bone, replace(hurt, pain=0)), today=FIRST + timedelta(days=4))
    assert quiet.lock is Lock.NONE
    assert quiet.last_told == FIRST  # no pain in one set says nothing of that place


def test_what_is_over_or_yet_to_come_is_not_open() -> None:
    over = ComplaintTold(complaint="pfp", first=FIRST, answered=True, over_from=FIRST + timedelta(days=9))
    assert open_complaints(diary_of(over), today=FIRST + timedelta(days=8))
    assert not open_complaints(diary_of(over), today=FIRST + timedelta(days=9))
    assert not open_complaints(diary_of(over), today=FIRST - timedelta(days=1))
