from __future__ import annotations

from runlift.domain.complaint.complaint import Help, Tissue, complaints, red_flags, red_flags_of
from runlift.domain.evidence import rows
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import LoadType
from runlift.domain.plan.body import Stage


def test_every_complaint_has_a_row_a_name_and_something_that_is_given() -> None:
    assert len(complaints()) == 15
    assert len({each.name for each in complaints().values()}) == 15
    for each in complaints().values():
        assert rows()[each.evidence].topic == each.id
        assert each.given


def test_what_is_given_is_in_the_catalogue_and_counted_its_own_way() -> None:
    for complaint in complaints().values():
        for each in complaint.given:
            exercise = catalogue()[each.exercise]
            assert each.low <= each.high
            assert each.first_stage <= each.last_stage
            assert each.unit == "s" or exercise.load_type is not LoadType.TIME or each.kind is Help.STRETCH


def test_nothing_is_given_in_a_stage_in_which_it_is_left_out() -> None:
    from tests.domain.complaint.test_rules import in_stage  # noqa: PLC0415

    from runlift.domain.complaint.rules import restrictions_for  # noqa: PLC0415  beside what it is tested with

    for complaint in complaints().values():
        for stage in (Stage.SORE, Stage.SETTLING, Stage.BUILDING):
            left_out = {
                id_
                for each in restrictions_for([in_stage(complaint.id, stage)], catalogue())
                for id_ in each.exercises
            }
            given = {each.exercise for each in complaint.given if each.is_given_in(stage)}
            assert not given & left_out, (complaint.id, stage)


def test_a_bone_may_not_hurt_at_all_and_a_tendon_most() -> None:
    most = {
        each.tissue: each.pain_most
        for each in complaints().values()
        if each.id in {"bsi", "pfp", "achilles_mid"}
    }
    assert most == {Tissue.BONE: 0, Tissue.JOINT: 3, Tissue.TENDON: 5}


def test_every_red_flag_is_asked_of_some_complaint_and_cites_a_row() -> None:
    asked = {flag.id for each in complaints() for flag in red_flags_of(each)}
    assert asked == set(red_flags())
    assert all(flag.evidence in rows() for flag in red_flags().values())


def test_the_flags_of_a_complaint_alone_are_asked_first() -> None:
    asked = red_flags_of("lbp")
    assert asked[0].complaints
    assert not asked[-1].complaints
