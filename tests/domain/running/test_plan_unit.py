"""The unit of bare distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.quantity import Severity
from runlift.domain.running.entry import DistanceUnit
from runlift.domain.running.plan_unit import unit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.running.entry import PlanEntries

MILES, KILOMETRES = DistanceUnit.MILES, DistanceUnit.KILOMETRES
_BARE_MILES = ["Rest", "5", "Rec 4", "8 w/ 5 x 600 @ 5k", "Rest", "6 easy", "Long 18"]
_BARE_KILOMETRES = ["Rest", "10", "8 easy", "14 tempo", "Rest", "10", "Long 30"]


def test_what_is_stated_wins_over_the_file_and_the_file_over_the_words(
    laid: Callable[..., PlanEntries],
) -> None:
    assert unit_of(laid(["Easy 5 miles"], KILOMETRES), MILES) == (MILES, ())
    assert unit_of(laid(["Easy 5 miles"], KILOMETRES), None) == (KILOMETRES, ())


def test_words_of_the_plan_tell_the_unit_and_race_names_do_not(laid: Callable[..., PlanEntries]) -> None:
    assert unit_of(laid(["6 x 400 @ 5k", "10k race", "Easy 4 mi", "7"]), None) == (MILES, ())
    assert unit_of(laid(["6 x 400 @ 5k", "Easy 7 km", "7"]), None) == (KILOMETRES, ())


def test_a_unit_that_is_only_plausible_is_asked_for(laid: Callable[..., PlanEntries]) -> None:
    for titles, expected in ((_BARE_MILES, MILES), (_BARE_KILOMETRES, KILOMETRES)):
        unit, findings = unit_of(laid(titles), None)
        assert unit is expected
        assert [(finding.code, finding.severity) for finding in findings] == [
            ("unit_assumed", Severity.WARNING)
        ]
        assert findings[0].remedy


def test_a_plan_without_bare_distances_is_not_asked(laid: Callable[..., PlanEntries]) -> None:
    assert unit_of(laid(["Easy 45 min", "Rest"]), None) == (KILOMETRES, ())
