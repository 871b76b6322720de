from __future__ import annotations

from runlift.domain.athlete.profile import Units
from runlift.domain.quantity import Reason
from runlift.wording.reason import reason_words
from runlift.wording.rule import rule_words


def test_figures_are_told_with_their_units_and_counted_with_their_nouns() -> None:
    reason = Reason.of("lever_intensity", ("D010",), from_kg=20.0, to_kg=22.5, reps=1)
    assert reason_words(reason).startswith("20 kg become 22.5 kg, for 1 repetition:")
    assert reason_words(reason).endswith(". [D010]")
    assert "44.1 lb" in reason_words(reason, Units.IMPERIAL)


def test_days_are_told_as_people_write_them() -> None:
    reason = Reason.of("next_best_day", ("C008",), date="2027-03-30", extra_cost=350)
    assert reason_words(reason) == (
        "The next best day is Tue 30 Mar, and the season would cost 0.35 points more with it. [C008]"
    )


def test_another_sentence_is_told_where_there_is_no_other_day() -> None:
    reason = Reason.of("next_best_day", (), date="none", extra_cost=1_000_000)
    assert reason_words(reason).startswith("It could be on no other day of the week")


def test_the_same_rule_is_told_and_forbids_in_different_words() -> None:
    told = reason_words(Reason.of("gap_after_run", (), hours=9.5))
    forbids = reason_words(Reason.of("gap_after_run", ()))
    assert told.startswith("It begins 9 h 30 min after a run has ended; we keep at least 3 h and want 6 h")
    assert forbids.startswith("It would begin less than 3 h after a run has ended")


def test_a_rule_that_forbids_is_named_in_words() -> None:
    reason = Reason.of("session_left_out", (), forbidden_by="free_window", minutes=45)
    assert reason_words(reason) == "A session of 45 min found no place; most in the way: your free hours."


def test_words_of_files_cannot_break_a_sentence() -> None:
    reason = Reason.of("begin_before_race", (), race="{race} {0} %s", date="soon", days=14)
    assert "{race} {0} %s on soon is nearer than 14 days" in reason_words(reason)


def test_a_rule_of_another_version_is_told_by_its_name_and_figures() -> None:
    reason = Reason.of("rule_to_come", ("Z99",), hours=3, load_kg=20.0)
    assert reason_words(reason) == "rule to come (hours 3 h, load kg 20 kg). [Z99]"
    assert rule_words("rule_to_come") == "rule to come"


def test_the_sore_spot_of_a_bone_says_whom_to_see_and_how_soon() -> None:
    told = reason_words(Reason.of("complaint_legs_rest", ("CO07",), complaint="bsi", lock="bone"))
    assert "see a doctor, today if you can" in told
    assert "until you tell that somebody who may do so allowed it" in told


def test_pain_above_the_level_at_which_loading_stops_is_told_of_nothing_else() -> None:
    told = {
        lock: reason_words(Reason.of("complaint_legs_rest", (), complaint="pfp", lock=lock))
        for lock in ("red_flag", "unanswered", "bone", "rising", "severe")
    }
    assert [lock for lock, words in told.items() if "above 5 of 10" in words] == ["severe"]
