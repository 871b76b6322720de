"""Take down a field test, and say of each wrong value what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.entry_id import field_test_entry
from runlift.application.tell_checks import error, fitting_note, refuse, told_day, within
from runlift.domain.assessment.field_test import FieldTest, field_tests
from runlift.domain.evidence import number
from runlift.domain.plan.body import Go, Lock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.application.author import Author
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import FieldTestDone
    from runlift.domain.plan.body import Body
    from runlift.domain.quantity import Finding

NAMES = {each.name: each for each in field_tests().values()}


def named_test(name: str) -> FieldTest:
    """Return a test by the name that the runner writes.

    Raises:
        InputError: No test has this name.
    """
    plain = name.strip().lower().replace(" ", "-").replace("_", "-")
    if plain not in NAMES:
        known = ", ".join(NAMES)
        refuse([error("unknown_test", f'"{name}" is no test known here', f"write one of {known}", "TEST")])
    return NAMES[plain]


def tell_field_test(
    told: FieldTestDone, body: Body, latest: Mapping[str, Recorded], author: Author, *, minor: bool = False
) -> Recorded:
    """Take down a test; told again for the same day it corrects what was told.

    Raises:
        InputError: A figure, the day or the pain cannot be right, or it must not be done now.
    """
    test = field_tests()[told.test]
    refuse(
        [
            *told_day("--on", told.date, author.today),
            *within("--pain", told.pain, "log_scale"),
            *fitting_note(told.note),
            *_figures(test, told),
            *asked_first(body),
            *barred(test, body, minor=minor),
            *_pain_missing(test, told),
        ]
    )
    return author.write(field_test_entry(told.test, told.date), told, latest)


def asked_first(body: Body) -> list[Finding]:
    """Tell that nothing is tested before somebody was asked.

    Source: AS16
    """
    red_flag = any(each.lock is Lock.RED_FLAG for each in body.complaints)
    if body.clearance.outcome is not Go.ASK and not red_flag:
        return []
    return [
        error(
            "no_test_before_asking",
            "Nothing is tested before somebody has looked at it",
            'see "runlift screen --show" and "runlift complaint list"',
        )
    ]


def barred(test: FieldTest, body: Body, *, minor: bool) -> list[Finding]:
    """Tell that a test is not done by somebody of this age, with these limits or with a complaint.

    Source: AS05, AS16
    """
    limits = {*body.clearance.limits, *(["keep_reserve"] if minor else [])}
    if not test.barred_by.isdisjoint(limits):
        return [
            error(
                "test_limited",
                "This test goes against your age or a limit of your answers before training",
                'leave it out, and see "runlift screen --show"',
                "TEST",
            )
        ]
    if not test.hops or not body.complaints:
        return []
    return [
        error(
            "no_hops_with_complaint",
            "Hops are not tested while a complaint is open",
            'leave this test out, and see "runlift complaint list"',
            "TEST",
        )
    ]


def hurt_while_hopping(told: FieldTestDone) -> bool:
    """Tell whether a hop hurt, which somebody has to look at first.

    Source: A14, AS05
    """
    return field_tests()[told.test].hops and bool(told.pain)


def is_kept_out(told: FieldTestDone) -> bool:
    """Tell whether a result counts nowhere because it hurt."""
    return (told.pain or 0) > number("field_test_pain_most")


def _figures(test: FieldTest, told: FieldTestDone) -> list[Finding]:
    asked = {"--left": told.left, "--right": told.right} if test.one_sided else {"--both": told.both}
    given = {"--left": told.left, "--right": told.right, "--both": told.both}
    missing = [place for place, figure in asked.items() if figure is None]
    if missing or any(given[place] is not None for place in given.keys() - asked.keys()):
        names = " and ".join(asked)
        return [error("figures_of_test", f"This test is told with {names}", f"give {names}", names)]
    return [
        error("out_of_range", f"{figure:g} cannot be right", f"give 0 to {test.most:g} {test.unit}", place)
        for place, figure in asked.items()
        if figure is not None and not 0 <= figure <= test.most
    ]


def _pain_missing(test: FieldTest, told: FieldTestDone) -> list[Finding]:
    if not test.hops or told.pain is not None:
        return []
    return [error("pain_not_told", "A hop is told with its pain", "give --pain 0 if none", "--pain")]
