from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import ScreeningTold
from runlift.domain.evidence import rows
from runlift.domain.plan.body import UNSCREENED, Clearance, Go
from runlift.domain.screening.clearance import clearance, clearance_of
from runlift.domain.screening.question import questions

DAY = date(2027, 1, 4)
LOOSENING = {"active", "load_screen_passed"}  # a yes to these allows more
ids = st.sampled_from(sorted(questions()))
answers = st.dictionaries(ids, st.booleans())
ORDER = [Go.YES, Go.LIMITS, Go.ASK]


def told(*yes: str, others_no: bool = True, **more: object) -> ScreeningTold:
    no = tuple(each for each in questions() if each not in yes) if others_no else ()
    return replace(ScreeningTold(date=DAY, yes=tuple(yes), no=no), **more)  # type: ignore[arg-type]


def of(answered: dict[str, bool]) -> ScreeningTold:
    return ScreeningTold(
        date=DAY,
        yes=tuple(each for each, yes in answered.items() if yes),
        no=tuple(each for each, yes in answered.items() if not yes),
    )


def rank(answered: ScreeningTold) -> int:
    return ORDER.index(clearance(answered, today=DAY).outcome)


def test_an_active_healthy_runner_goes() -> None:
    assert clearance(told("active"), today=DAY).outcome is Go.YES
    assert clearance(told(), today=DAY).outcome is Go.YES


@pytest.mark.parametrize(
    ("yes", "outcome"),
    [
        (("active", "chest_discomfort"), Go.ASK),
        (("active", "fainting"), Go.ASK),
        (("active", "heart_disease"), Go.LIMITS),
        (("heart_disease",), Go.ASK),  # known disease and not active
        (("active", "supervised_only"), Go.ASK),
        (("active", "medication"), Go.LIMITS),
        (("active", "under_16"), Go.ASK),
        (("active", "under_18"), Go.ASK),
        (("active", "growth_plate_pain"), Go.ASK),
        (("active", "pregnant"), Go.LIMITS),
        (("active", "pregnant", "pregnancy_warning_sign"), Go.ASK),
        (("active", "bone_pain"), Go.LIMITS),
        (("active", "osteoporosis"), Go.LIMITS),
        (("active", "missed_periods"), Go.LIMITS),
        (("active", "low_mood"), Go.YES),  # one weak sign is not two
        (("active", "low_mood", "weight_loss"), Go.LIMITS),
        (("active", "ill_with_fever"), Go.LIMITS),
    ],
)
def test_answers_come_to_an_outcome(yes: tuple[str, ...], outcome: Go) -> None:
    assert clearance(told(*yes), today=DAY).outcome is outcome


def test_a_grown_up_who_looks_over_it_lets_a_runner_of_sixteen_train() -> None:
    assert clearance(told("active", "under_18", watched_by="a coach"), today=DAY).outcome is Go.YES
    assert clearance(told("active", "under_16", watched_by="a coach"), today=DAY).outcome is Go.ASK


def test_open_questions_of_the_heart_limit_and_others_do_not() -> None:
    nothing = clearance(ScreeningTold(date=DAY), today=DAY)
    assert nothing.outcome is Go.LIMITS
    assert nothing.limits == ("keep_reserve", "no_heavy")
    assert "low_mood" not in nothing.because


def test_a_clearance_lifts_what_a_clinician_may_lift_and_not_an_age_or_a_pregnancy() -> None:
    def cleared(question: str) -> Clearance:
        return clearance(told(question, cleared_from=DAY, cleared_by="a doctor"), today=DAY)

    assert cleared("chest_discomfort").outcome is Go.YES
    assert cleared("heart_disease").outcome is Go.YES
    assert cleared("under_18").outcome is Go.ASK
    assert "no_jumps" in cleared("pregnant").limits


def test_lying_on_the_back_is_left_out_after_the_first_trimester() -> None:
    due = DAY + timedelta(weeks=27)
    for days, out in ((0, False), (1, True)):
        found = clearance(told("pregnant", due=due), today=DAY + timedelta(days=days))
        assert ("no_lying_on_the_back" in found.limits) == out
    assert "no_lying_on_the_back" in clearance(told("pregnant"), today=DAY).limits


def test_after_a_birth_limits_last_twelve_weeks_and_until_the_load_screen_is_passed() -> None:
    early, late = DAY - timedelta(weeks=11), DAY - timedelta(weeks=12)
    passed = ("active", "gave_birth", "load_screen_passed")
    assert clearance(told(*passed, birth=early), today=DAY).outcome is Go.LIMITS
    assert clearance(told(*passed, birth=late), today=DAY).outcome is Go.YES
    assert clearance(told("active", "gave_birth", birth=late), today=DAY).outcome is Go.LIMITS
    assert clearance(told(*passed), today=DAY).outcome is Go.LIMITS  # the day is not told


def test_lighter_days_after_a_fever_are_over_after_a_week() -> None:
    ill = told("active", "ill_with_fever")
    assert clearance(ill, today=DAY + timedelta(days=6)).limits == ("lighter_days",)
    assert clearance(ill, today=DAY + timedelta(days=7)).outcome is Go.YES


@given(answers, ids)
def test_one_more_yes_never_loosens(answered: dict[str, bool], more: str) -> None:
    if more not in LOOSENING:
        assert rank(of({**answered, more: True})) >= rank(of({**answered, more: False}))
        assert rank(of({**answered, more: True})) >= rank(of(answered))


@given(answers, ids)
def test_an_open_question_is_never_looser_than_a_no(answered: dict[str, bool], open_: str) -> None:
    without = {each: yes for each, yes in answered.items() if each != open_}
    assert rank(of(without)) >= rank(of({**without, open_: False}))


@given(answers)
def test_each_answer_that_stops_or_limits_is_named(answered: dict[str, bool]) -> None:
    found = clearance(of(answered), today=DAY)
    assert (found.outcome is Go.ASK) == bool(found.asks)
    assert set(found.asks) <= set(of(answered).yes)
    if found.outcome is Go.LIMITS:
        assert found.limits
        assert found.because


def test_no_answers_old_ones_and_withdrawn_ones_are_alike() -> None:
    recorded = Recorded(
        id="screening",
        revision=1,
        device="phone",
        recorded_at=datetime(2027, 1, 4, tzinfo=UTC),
        entry=told("active"),
    )
    gone = replace(recorded, revision=2, withdrawn=True)
    assert clearance_of(Diary(), today=DAY) == UNSCREENED
    assert clearance_of(Diary.of([recorded, gone]), today=DAY) == UNSCREENED
    assert clearance_of(Diary.of([recorded]), today=DAY + timedelta(days=366)) == UNSCREENED
    assert clearance_of(Diary.of([recorded]), today=DAY + timedelta(days=365)).outcome is Go.YES
    assert clearance_of(Diary.of([recorded]), today=DAY - timedelta(days=1)) == UNSCREENED


def on_days(*versions: tuple[int, ScreeningTold], today: int) -> Clearance:
    recorded = [
        Recorded(
            id=f"screening:{ahead}",
            revision=1,
            device="phone",
            recorded_at=datetime(2027, 1, 4, tzinfo=UTC),
            entry=replace(answered, date=DAY + timedelta(days=ahead)),
        )
        for ahead, answered in versions
    ]
    return clearance_of(Diary.of(recorded), today=DAY + timedelta(days=today))


def test_what_stops_or_limits_does_so_until_it_is_answered_anew() -> None:
    symptom, disease = told("active", "chest_discomfort"), told("active", "heart_disease")
    assert on_days((0, symptom), today=400).outcome is Go.ASK
    assert on_days((0, disease), today=400).outcome is Go.LIMITS
    assert on_days((0, disease), (400, told("active")), today=400).outcome is Go.YES
    assert on_days((0, replace(symptom, cleared_from=DAY)), today=400) == UNSCREENED


def test_a_question_left_open_keeps_the_yes_told_before() -> None:
    later = told("low_mood", others_no=False)
    assert "no_jumps" in on_days((0, told("active", "pregnant")), (30, later), today=30).limits
    assert on_days((0, told("active", "fainting")), (30, later), today=30).asks == ("fainting",)
    allowed = replace(told("active", "fainting"), cleared_from=DAY)
    assert on_days((0, allowed), (30, later), today=30).outcome is Go.LIMITS
    over = told("active", "ill_with_fever")
    assert "lighter_days" not in on_days((0, over), (30, later), today=30).limits


@given(answers, answers)
def test_answers_of_before_never_loosen_those_of_now(before: dict[str, bool], now: dict[str, bool]) -> None:
    both = on_days((0, of(before)), (9, of(now)), today=9)
    alone = on_days((9, of(now)), today=9)
    assert ORDER.index(both.outcome) >= ORDER.index(alone.outcome)
    assert set(both.limits) >= set(alone.limits)


def test_every_question_cites_a_row() -> None:
    assert all(each.evidence in rows() for each in questions().values())


def test_an_age_under_18_is_kept_and_does_not_grow_old() -> None:
    answered = told("active", "under_18", watched_by="coach")
    assert clearance(answered, today=DAY).told_under_18 == DAY
    at = datetime(2027, 1, 4, tzinfo=UTC)
    recorded = Recorded(id="screening", revision=1, device="phone", recorded_at=at, entry=answered)
    later = clearance_of(Diary.of([recorded]), today=DAY + timedelta(days=500))
    assert (later.outcome, later.told_under_18) == (Go.UNSCREENED, DAY)
    assert clearance(told("active"), today=DAY).told_under_18 is None
