from __future__ import annotations

from datetime import date

from runlift.domain.plan.body import WeakLink, WeakSide
from runlift.domain.plan.session import Side
from runlift.wording.assessment import weak_link_words, weak_side_words

FIRST, UNTIL = date(2027, 1, 4), date(2027, 3, 1)


def weak_side(shown_by: str, *, in_training: bool) -> WeakSide:
    return WeakSide(
        shown_by=shown_by,
        side=Side.LEFT,
        exercises=("rfess",),
        first=FIRST,
        until=UNTIL,
        percent=14.3,
        in_training=in_training,
    )


def test_a_weak_side_says_whether_a_test_or_training_shows_it() -> None:
    tested, trained = weak_side("heel_raise", in_training=False), weak_side("split_squat", in_training=True)
    assert "14.3 % less in the single-leg heel raise" in weak_side_words(tested)
    assert "14.3 % less in training (Split squat)" in weak_side_words(trained)
    assert weak_side_words(tested).startswith("Left side first")


def test_a_weak_link_names_what_is_trained() -> None:
    link = WeakLink(shown_by="press_up", first=FIRST, until=UNTIL, result=8, threshold=10)
    assert weak_link_words(link).startswith("What trains the press-up comes first until Mon 1 Mar")
    back = WeakLink(shown_by="sit_hold_to_back_hold", first=FIRST, until=UNTIL, result=1.2, threshold=1.0)
    assert weak_link_words(back).startswith("What trains the back comes first")
