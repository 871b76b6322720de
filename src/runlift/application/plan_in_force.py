"""Hold a plan that is followed against all that was told since it was made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.application.plan_again import past_from_diary
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.safety.check import check_plan
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.verdict import Verdict

OF_WHAT_WAS_TOLD = frozenset(
    {
        "no_session_while_ill",
        "eased_leg_stress",
        "restricted_exercise_left_out",
        "loads_after_a_break",
        "sets_after_a_break",
        "legs_after_a_long_break",
        "no_session_before_somebody_was_asked",
        "no_heavy_session_under_a_limit",
        "reserve_kept_under_a_limit",
        "no_exercise_against_a_limit",
        "no_session_under_a_red_flag",
        "no_leg_load_on_a_locked_complaint",
        "no_exercise_against_a_complaint",
        "no_jumps_on_a_complaint",
    }
)


def held_against(plan: Plan, diary: Diary, *, today: date) -> tuple[Verdict, ...]:
    """Return what the safety check refuses of the sessions ahead, once all that was told is known to it.

    A plan that was made again after the last of it has nothing held against it. One that could not be made
    again, because the new plan was refused, still asks for what fitted before.

    Args:
        plan: The plan that is followed.
        diary: All that was told.
        today: The day it is.
    """
    first_day = max(today, plan.first_day)
    past = past_from_diary(plan, diary, first_day)
    gone = {each.uid for each in past.sessions}
    ahead = [each for each in plan.sessions if each.uid not in gone and each.date >= first_day]
    known = replace(
        plan,
        first_day=first_day,
        sessions=tuple(sorted((*past.sessions, *ahead), key=lambda each: (each.starts_at, each.uid))),
        easings=past.easings,
        restrictions=past.restrictions,
        body=past.body,
    )
    uids = {each.uid for each in ahead}
    refused = (each for each in check_plan(known, catalogue()) if each.level is Level.REFUSE)
    return tuple(each for each in refused if each.uid in uids and each.rule in OF_WHAT_WAS_TOLD)
