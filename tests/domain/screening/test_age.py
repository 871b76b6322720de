from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.body import Clearance, Go
from runlift.domain.screening.age import with_age_told

TOLD = date(2027, 11, 20)
ANSWERED = Clearance(outcome=Go.YES, told=TOLD, told_under_18=TOLD)
born = st.none() | st.integers(1930, 2011)


def runner(birth_year: int | None) -> Athlete:
    return Athlete(lifting=Lifting.NONE, birth_year=birth_year)


@pytest.mark.parametrize(
    ("birth_year", "counted"),
    [
        (None, 2011),  # 16 at the youngest
        (2011, 2011),
        (2010, 2010),
        (2009, 2010),  # 18 in this year, but not yet
        (2008, 2011),  # cannot be right
        (1990, 2011),
    ],
)
def test_the_youngest_age_counts_that_goes_with_answer_and_file(birth_year: int | None, counted: int) -> None:
    assert with_age_told(runner(birth_year), ANSWERED).birth_year == counted


@given(born)
def test_who_answers_to_be_16_or_17_is_under_18_that_year_and_never_counts_as_older_than_the_file_says(
    birth_year: int | None,
) -> None:
    told = runner(birth_year)
    counted = with_age_told(told, ANSWERED)
    age = counted.age_on(TOLD)
    assert age is not None
    assert age < 18
    assert birth_year is None or age <= TOLD.year - birth_year


@given(born)
def test_without_that_answer_the_file_holds(birth_year: int | None) -> None:
    told = runner(birth_year)
    assert with_age_told(told, Clearance(outcome=Go.YES, told=TOLD)) is told
