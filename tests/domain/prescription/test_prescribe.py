"""Laws that every prescribed season keeps, whatever the runner, the kit and the minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Athlete, Lifting, Race, RacePriority
from runlift.domain.evidence import number, pair, rows
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family, Impact
from runlift.domain.plan.identity import uid_of
from runlift.domain.plan.session import LegStress, PlannedSession, PrescribedExercise, Role, Side
from runlift.domain.prescription.ledger import contacts_of, hard_sets_of
from runlift.domain.prescription.minutes import minutes_of, warm_up_seconds
from runlift.domain.prescription.needs import FAMILIES_OF_A_BLOCK
from runlift.domain.prescription.rack import loadings
from runlift.domain.season.demand import Emphasis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from runlift.domain.athlete.place import Equipment
    from runlift.domain.prescription.prescribe import Prescribed

TOLD: tuple[dict[str, Any], ...] = (
    {"kit": "nothing", "lifting": Lifting.NONE},
    {"kit": "nothing", "lifting": Lifting.NOVICE, "minutes": 20},
    {"kit": "eight_and_twelve", "lifting": Lifting.NOVICE},
    {"kit": "kettlebell", "lifting": Lifting.NOVICE, "minutes": 30},
    {"kit": "band", "lifting": Lifting.NONE, "per_week": 1},
    {"kit": "gym", "lifting": Lifting.EXPERIENCED, "weeks": 12},
    {"kit": "gym", "lifting": Lifting.NOVICE, "minutes": 60, "per_week": 3},
    {"kit": "stairs", "lifting": Lifting.EXPERIENCED, "emphases": (Emphasis.STAIRS, Emphasis.POWER)},
    {"kit": "gym", "lifting": Lifting.NOVICE, "emphases": (Emphasis.ECCENTRIC_QUADRICEPS,)},
)


@pytest.fixture(scope="session")
def tell(story: Callable[..., Any], kits: Mapping[str, Equipment]) -> Callable[[int], Any]:
    @lru_cache
    def told(position: int) -> Any:  # noqa: ANN401 - the story class lives in the conftest
        figures = {"weeks": 8, **TOLD[position]}
        return story(equipment=kits[figures.pop("kit")], **figures)

    return told


@pytest.fixture(scope="session")
def fill(tell: Callable[[int], Any]) -> Callable[[int], Prescribed]:
    return lru_cache(lambda position: tell(position).prescribed())


every_story = pytest.mark.parametrize("position", range(len(TOLD)))


def working(session: PlannedSession) -> tuple[PrescribedExercise, ...]:
    return tuple(one for one in session.exercises if one.role is not Role.WARM_UP)


def by_exercise(filled: Prescribed) -> Mapping[str, list[PrescribedExercise]]:
    found: dict[str, list[PrescribedExercise]] = {}
    for session in filled.sessions:
        for one in working(session):
            found.setdefault(one.exercise, []).append(one)
    return found


def loads_of(prescribed: PrescribedExercise) -> list[float]:
    return [one.load_kg for one in prescribed.sets if one.load_kg is not None and not one.warm_up]


def weeks_of(filled: Prescribed) -> Mapping[object, list[PlannedSession]]:
    found: dict[object, list[PlannedSession]] = {}
    for session in filled.sessions:
        found.setdefault(session.date - timedelta(days=session.date.weekday()), []).append(session)
    return found


@every_story
def test_every_placed_session_is_filled_in_time_order(
    position: int, tell: Callable[[int], Any], fill: Callable[[int], Prescribed]
) -> None:
    filled = fill(position)
    assert len(filled.sessions) == len(tell(position).placed())
    assert all(first.starts_at < second.starts_at for first, second in pairwise(filled.sessions))
    assert all(working(session) for session in filled.sessions)


@every_story
def test_minutes_are_computed_and_kept(
    position: int, tell: Callable[[int], Any], fill: Callable[[int], Prescribed]
) -> None:
    most = min(tell(position).minutes, 60)
    for session in fill(position).sessions:
        assert session.minutes == minutes_of(working(session), catalogue(), warm_up_seconds(most))
        assert session.minutes <= most


@every_story
def test_loads_are_reachable_with_the_kit(
    position: int, tell: Callable[[int], Any], fill: Callable[[int], Prescribed]
) -> None:
    kit = tell(position).equipment
    for prescribed in (one for session in fill(position).sessions for one in working(session)):
        rack = {(one.total_kg, one.implement) for one in loadings(kit, catalogue()[prescribed.exercise])}
        for one in prescribed.sets:
            assert one.load_kg is None or (one.load_kg, one.implement) in rack


@every_story
def test_no_load_grows_by_more_than_a_tenth_unless_said_and_then_with_fewer_reps(
    position: int, fill: Callable[[int], Prescribed]
) -> None:
    for done in by_exercise(fill(position)).values():
        highest, most_reps = 0.0, 0
        for one in done:
            for load in loads_of(one):
                reps = max((each.reps or 0 for each in one.sets if not each.warm_up), default=0)
                if highest and load > highest * 1.1 + 0.001:
                    assert any(reason.rule == "kit_step_over_cap" for reason in one.reasons)
                    assert reps < most_reps
                if load >= highest:
                    most_reps = reps if load > highest else max(most_reps, reps)
                highest = max(highest, load)


@every_story
def test_each_set_asks_exactly_one_thing(position: int, fill: Callable[[int], Prescribed]) -> None:
    for prescribed in (one for session in fill(position).sessions for one in session.exercises):
        for one in prescribed.sets:
            assert sum(what is not None for what in (one.reps, one.seconds, one.contacts)) == 1
            assert (one.reps or one.seconds or one.contacts or 0) > 0


@every_story
def test_both_sides_are_written_out(position: int, fill: Callable[[int], Prescribed]) -> None:
    for prescribed in (one for session in fill(position).sessions for one in session.exercises):
        sides = [one.side for one in prescribed.sets]
        unilateral = catalogue()[prescribed.exercise].unilateral
        assert (
            sides == [Side.LEFT, Side.RIGHT] * (len(sides) // 2) if unilateral else set(sides) == {Side.BOTH}
        )


@every_story
def test_nothing_is_taken_to_failure(position: int, fill: Callable[[int], Prescribed]) -> None:
    for prescribed in (one for session in fill(position).sessions for one in working(session)):
        assert all(one.rir is None or one.rir >= 2 for one in prescribed.sets)


@every_story
def test_a_session_holds_no_more_hard_sets_and_contacts_than_allowed(
    position: int, fill: Callable[[int], Prescribed]
) -> None:
    for session in fill(position).sessions:
        assert sum(hard_sets_of(one) for one in session.exercises) <= pair("hard_sets_per_session")[1]
        contacts = sum(
            contacts_of(one, catalogue()[one.exercise].contacts_per_rep) for one in session.exercises
        )
        assert contacts <= number("contacts_cap_session")
        lifts = [one for one in session.exercises if one.role in {Role.MAIN, Role.ACCESSORY}]
        assert len(lifts) <= pair("exercises_per_session")[1]


@every_story
def test_weeks_grow_by_a_fifth_or_two_hard_sets_and_contacts_by_a_fifth(
    position: int, tell: Callable[[int], Any], fill: Callable[[int], Prescribed]
) -> None:
    deloads = {week.monday for week in tell(position).season().weeks if week.deload}
    before: list[tuple[int, int]] = []
    for monday, sessions in weeks_of(fill(position)).items():
        done = [one for session in sessions for one in session.exercises]
        legs = sum(hard_sets_of(one) for one in done if catalogue()[one.exercise].leg_load)
        contacts = sum(contacts_of(one, catalogue()[one.exercise].contacts_per_rep) for one in done)
        most_legs = max((week[0] for week in before[-3:]), default=0)
        most_contacts = max((week[1] for week in before[-3:]), default=0)
        assert not most_legs or legs <= max(most_legs * 1.2, most_legs + 2)
        assert contacts <= max(40, most_contacts * 1.2, 0)
        assert contacts <= number("contacts_cap_week")
        if monday not in deloads:
            before.append((legs, contacts))


@every_story
def test_main_lifts_are_kept_for_a_block(
    position: int, tell: Callable[[int], Any], fill: Callable[[int], Prescribed]
) -> None:
    blocks = {week.monday: week.block for week in tell(position).season().weeks}
    mains: dict[int, dict[str, set[str]]] = {}
    for monday, sessions in weeks_of(fill(position)).items():
        for session in sessions:
            for one in (one for one in session.exercises if one.role is Role.MAIN):
                slot = next(str(r.figures["slot"]) for r in one.reasons if r.rule == "main_kept_for_block")
                mains.setdefault(blocks[monday], {}).setdefault(slot, set()).add(one.exercise)
    assert mains
    assert all(len(exercises) == 1 for block in mains.values() for exercises in block.values())


@every_story
def test_every_family_is_met_in_each_block(
    position: int, tell: Callable[[int], Any], fill: Callable[[int], Prescribed]
) -> None:
    told = tell(position)
    if told.minutes < 30 or told.per_week < 2:
        return  # four short sessions cannot hold eight families beside the main lifts
    blocks = {week.monday: week.block for week in told.season().weeks}
    met: dict[int, set[Family]] = {}
    for monday, sessions in weeks_of(fill(position)).items():
        families = {catalogue()[one.exercise].family for session in sessions for one in working(session)}
        met.setdefault(blocks[monday], set()).update(families)
    for families in met.values():
        assert set(FAMILIES_OF_A_BLOCK) <= families


@every_story
def test_leg_stress_is_honest(position: int, fill: Callable[[int], Prescribed]) -> None:
    for session in fill(position).sessions:
        assert_leg_stress_is_honest(session)


def assert_leg_stress_is_honest(session: PlannedSession) -> None:
    legs = [one for one in working(session) if catalogue()[one.exercise].leg_load]
    if session.leg_stress is LegStress.NONE:
        assert not legs
    if session.leg_stress is LegStress.LIGHT:
        assert all(one.rir is None or one.rir >= 4 for each in legs for one in each.sets)
    if session.leg_stress is not LegStress.HEAVY:
        assert all(catalogue()[one.exercise].soreness < 3 for one in legs)
        loaded = [
            one for each in legs for one in each.sets if one.load_kg is not None and one.reps is not None
        ]
        assert all((one.reps or 0) + (one.rir or 0) > 7 for one in loaded if not one.warm_up)
    if session.leg_stress is LegStress.HEAVY:
        assert any(one.role is Role.MAIN for one in legs)


@every_story
def test_intensive_jumps_only_where_they_are_asked_for(
    position: int, tell: Callable[[int], Any], fill: Callable[[int], Prescribed]
) -> None:
    asked = {placed.demand.id.replace("/", "-"): placed.demand for placed in tell(position).placed()}
    for session in fill(position).sessions:
        intensive = any(catalogue()[one.exercise].impact is Impact.INTENSIVE for one in working(session))
        demand = asked[session.uid.removeprefix("runner-").removesuffix("@runlift")]
        assert session.intensive_plyometrics is intensive
        assert demand.intensive_plyometrics or not intensive


@every_story
def test_the_order_is_power_then_heavy_then_the_rest(
    position: int, fill: Callable[[int], Prescribed]
) -> None:
    order = (Role.WARM_UP, Role.POWER, Role.MAIN, Role.ACCESSORY, Role.CORE, Role.MOBILITY)
    for session in fill(position).sessions:
        ranks = [order.index(one.role) for one in session.exercises]
        assert ranks == sorted(ranks)


@every_story
def test_every_reason_cites_rows_that_exist(position: int, fill: Callable[[int], Prescribed]) -> None:
    for session in fill(position).sessions:
        for reason in (*session.reasons, *(each for one in working(session) for each in one.reasons)):
            assert reason.evidence
            assert all(cited in rows() for cited in reason.evidence)
        assert all(one.reasons for one in working(session))


@every_story
def test_ten_minutes_hold_the_best_of_the_session(position: int, fill: Callable[[int], Prescribed]) -> None:
    for session in fill(position).sessions:
        assert 1 <= len(session.ten_minutes) <= 3
        assert minutes_of(session.ten_minutes, catalogue(), int(number("warm_up_short"))) <= 10
        assert {one.exercise for one in session.ten_minutes} <= {one.exercise for one in session.exercises}


@every_story
def test_arm_swings_with_weights_stay_standing(position: int, fill: Callable[[int], Prescribed]) -> None:
    for one in by_exercise(fill(position)).get("arm_swing_light_db", []):
        assert any(reason.rule == "standing_only" for reason in one.reasons)


def test_the_same_input_gives_the_same_sessions(tell: Callable[[int], Any]) -> None:
    from runlift.domain.prescription.solver import best_choice  # noqa: PLC0415 - to empty its memory

    told = replace(tell(2), weeks=3)
    first = told.prescribed()
    best_choice.cache_clear()
    assert told.prescribed() == first


@settings(max_examples=10, deadline=None)
@given(days=st.integers(0, 60), priority=st.sampled_from(RacePriority))
def test_no_new_exercise_before_race(days: int, priority: RacePriority) -> None:
    told = _story()(weeks=6, lifting=Lifting.NOVICE)
    race_day = told.season().weeks[0].monday + timedelta(days=days)
    race = Race(date=race_day, name="race", priority=priority, distance_m=10_000)
    filled = replace(told, races=(race,)).prescribed()
    for session in filled.sessions:
        if priority is not RacePriority.C and 0 <= (race_day - session.date).days < 14:
            assert not any(one.new for one in session.exercises)


@settings(max_examples=8, deadline=None)
@given(held=st.sets(st.integers(1, 5), max_size=3))
def test_nothing_grows_in_a_held_week(held: set[int]) -> None:
    filled = _story()(weeks=6, hold_weeks=tuple(sorted(held)), lifting=Lifting.NOVICE).prescribed()
    first = filled.sessions[0].date
    for session in filled.sessions:
        if (session.date - first).days // 7 in held:
            rules = {reason.rule for one in working(session) for reason in one.reasons}
            assert not rules & {"lever_volume", "lever_intensity", "lever_time", "kit_step_over_cap"}


@given(name=st.text(max_size=12), week=st.dates())
def test_uid_is_plain_and_names_the_demand(name: str, week: Any) -> None:  # noqa: ANN401 - a date
    uid = uid_of(Athlete(lifting=Lifting.NONE, name=name), f"{week.isoformat()}/1")
    assert uid.isascii()
    assert uid.endswith(f"-{week.isoformat()}-1@runlift")
    assert not uid.startswith("-")


def _story() -> Any:  # noqa: ANN401 - the story class lives in the conftest
    return _told["story"]


_told: dict[str, Any] = {}


@pytest.fixture(scope="session", autouse=True)
def _remember(story: Any) -> Iterator[None]:  # noqa: ANN401 - the story class lives in the conftest
    _told["story"] = story
    yield
    _told.clear()
