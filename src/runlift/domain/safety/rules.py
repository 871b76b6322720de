"""All rules of the checker in one table: what they hold against a plan, how much it weighs, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of
from runlift.domain.safety import (
    clearance,
    complaints,
    contacts,
    days,
    easing,
    effort,
    honesty,
    loads,
    races,
    returning,
    routines,
    running,
    sets,
    sides,
    spacing,
    structure,
    windows,
)
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from runlift.domain.safety.case import Case
    from runlift.domain.safety.verdict import Breach


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the checker.

    Attributes:
        check: Yields where the rule does not hold; its name is the rule's id.
        level: How much a breach weighs.
        rows: Evidence rows behind the rule.
        constants: Constants it works with, whose evidence is added.
    """

    check: Callable[[Case], Iterator[Breach]]
    level: Level
    rows: tuple[str, ...] = ()
    constants: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The rule's id, the same in code, evidence, reasons and tests."""
        return self.check.__name__

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of the evidence rows, each once."""
        return tuple(dict.fromkeys(self.rows + evidence_of(*self.constants)))

    @property
    def says(self) -> str:
        """What the rule holds, in one sentence."""
        return (self.check.__doc__ or "").splitlines()[0]


def refuse(check: Callable[[Case], Iterator[Breach]], *constants: str, rows: tuple[str, ...] = ()) -> Rule:
    """Make a rule whose breach refuses the plan."""
    return Rule(check=check, level=Level.REFUSE, rows=rows, constants=constants)


def warn(check: Callable[[Case], Iterator[Breach]], *constants: str, rows: tuple[str, ...] = ()) -> Rule:
    """Make a rule whose breach is only told."""
    return Rule(check=check, level=Level.WARN, rows=rows, constants=constants)


RULES: tuple[Rule, ...] = (
    # a single day
    refuse(days.no_strength_on_rest_day, rows=("S31",)),
    refuse(days.after_run_of_the_day, rows=("S05", "S31")),
    refuse(days.gap_after_run, "gap_after_run_min"),
    refuse(days.no_exercise_in_a_run, rows=("X25", "S10")),
    refuse(days.sessions_a_day, "checked_sessions_a_day_most", "checked_strength_sessions_a_day_most"),
    refuse(days.rest_days_a_week, "checked_rest_days_a_week", rows=("C010",)),
    # hours between
    refuse(
        spacing.heavy_legs_before_key_run,
        "heavy_legs_before_key_run",
        "heavy_legs_before_key_run_unaccustomed",
        "checked_new_exercise_soreness",
    ),
    refuse(spacing.unaccustomed_legs_before_key_run, "heavy_legs_before_key_run", rows=("S21",)),
    warn(spacing.leg_work_just_before_key_run, "checked_leg_session_before_key_run"),
    refuse(
        spacing.long_run_buffer,
        "long_run_buffer_before",
        "long_run_buffer_after",
        "long_run_buffer_from_duration",
        "long_run_buffer_from_share_of_week",
        rows=("H05",),
    ),
    refuse(spacing.heavy_legs_spacing, "heavy_legs_spacing_min", "heavy_legs_spacing_unaccustomed"),
    refuse(spacing.intensive_plyometrics_spacing, "intensive_plyometrics_spacing"),
    refuse(spacing.heavy_legs_in_seven_days, "checked_heavy_leg_sessions_in_seven_days"),
    # races
    refuse(races.heavy_legs_before_a_race, "last_heavy_legs_before_a_race", rows=("K005",)),
    refuse(races.heavy_legs_before_b_race, "last_heavy_legs_before_b_race"),
    refuse(races.heavy_legs_before_c_race, "last_heavy_legs_before_c_race"),
    refuse(
        races.no_legs_before_a_race,
        "nothing_for_legs_before_race",
        "nothing_for_legs_before_short_race",
        "checked_short_race_up_to",
    ),
    refuse(
        races.recovery_after_race,
        "lifting_after_short_race",
        "lifting_after_half_marathon",
        "lifting_after_marathon",
        "checked_recovery_short_race_up_to",
        "checked_recovery_half_marathon_up_to",
        "easy_pace_assumed",
        "pace_share_race",
    ),
    refuse(races.no_new_exercise_before_race, "no_new_exercise_before_race"),
    # the real week
    refuse(windows.free_window, rows=("K017",)),
    refuse(windows.place_hours, rows=("K017",)),
    refuse(windows.travel_place_kept, rows=("K017",)),
    refuse(windows.known_place, rows=("K017",)),
    refuse(windows.kit_at_place, rows=("K017",)),
    refuse(windows.load_can_be_made, "checked_load_tolerance", rows=("K017",)),
    # load
    refuse(loads.load_step, "load_step_cap", "checked_known_set_rir"),
    warn(loads.far_load_step, "checked_load_step_far"),
    refuse(loads.held_while_in_doubt, "unit_mix_up", "leap_over_careful_start", rows=("K022",)),
    refuse(
        loads.careful_first_load,
        "checked_first_load_of_the_experienced",
        "checked_first_load_when_untold",
        "checked_body_mass_when_untold",
    ),
    refuse(loads.warm_up_lighter_than_work, rows=("K018",)),
    # volume
    refuse(
        sets.weekly_set_increase,
        "weekly_hard_set_increase_cap",
        "weekly_hard_set_increase_sets",
        "checked_weeks_compared",
    ),
    refuse(sets.leg_hard_sets_a_week, "leg_hard_sets_base"),
    refuse(sets.hard_sets_per_session, "hard_sets_per_session", "checked_hard_set_rir"),
    warn(sides.sides_trained_alike, "checked_sides_differ_most"),
    refuse(contacts.contacts_per_session, "contacts_cap_session", "contacts_cap_beginner"),
    refuse(contacts.contacts_per_week, "contacts_cap_week"),
    refuse(
        contacts.contacts_weekly_increase,
        "contacts_weekly_increase",
        "contacts_start",
        "checked_weeks_compared",
    ),
    refuse(
        contacts.contacts_session_increase,
        "contacts_weekly_increase",
        "contacts_start",
        "checked_weeks_compared",
    ),
    # effort and age
    refuse(
        effort.rir_floor,
        "rir_trained",
        "rir_novice",
        "rir_floor_near_key_run",
        "checked_no_failure_before_key_run",
        "checked_youth_rir",
    ),
    refuse(effort.effort_told, rows=("D022", "D035")),
    refuse(
        effort.low_reps_only_for_experienced, "checked_low_repetitions", "checked_near_maximal_repetitions"
    ),
    refuse(effort.beginners_lift_light, "checked_weeks_of_beginning", "reps_novice", "rir_novice"),
    refuse(effort.old_enough, "checked_youngest_age"),
    refuse(
        effort.youth_limits, "checked_youth_repetitions_least", "checked_youth_sets_most", "checked_adult_age"
    ),
    refuse(
        effort.sane_dose,
        "checked_repetitions_most",
        "checked_seconds_most",
        "checked_rest_most",
        "checked_sets_per_exercise_most",
        "contacts_cap_session",
    ),
    # running
    refuse(running.no_weights_while_running, rows=("X25", "X26", "X27")),
    warn(running.running_volume_spike, "longest_run_ratio_warn", "longest_run_window"),
    warn(running.running_volume_spike_far, "longest_run_ratio_block", "longest_run_window"),
    warn(running.longest_run_untold, "longest_run_window"),
    refuse(running.leg_progression_held_in_spike, "longest_run_ratio_warn", "checked_weeks_compared"),
    # what the runner told
    refuse(easing.no_session_while_ill, rows=("C018", "D101")),
    refuse(easing.eased_leg_stress, rows=("C018", "D094")),
    refuse(easing.restricted_exercise_left_out, rows=("X33",)),
    # the return after a break
    refuse(returning.loads_after_a_break, "checked_break_from", "break_load", "break_reentry_days"),
    refuse(returning.sets_after_a_break, "checked_break_from", "break_sets", "break_reentry_days"),
    refuse(returning.legs_after_a_long_break, "checked_break_from", "break_restart_from"),
    # the answers before training
    refuse(clearance.no_session_before_somebody_was_asked, rows=("X04", "X05", "X32")),
    refuse(clearance.no_heavy_session_under_a_limit, rows=("X03", "X29", "X30")),
    refuse(clearance.reserve_kept_under_a_limit, "screening_reserve"),
    refuse(clearance.no_exercise_against_a_limit, "screening_left_out"),
    # what hurts
    refuse(complaints.no_session_under_a_red_flag, rows=("X37", "CP009")),
    refuse(complaints.no_leg_load_on_a_locked_complaint, rows=("X14", "X34", "CP009")),
    refuse(complaints.no_exercise_against_a_complaint, "complaint_marks_left_out", "complaint_deep_left_out"),
    refuse(complaints.no_jumps_on_a_complaint, "complaint_jumps_left_out"),
    # short routines beside the sessions
    refuse(routines.no_routine_while_ill, rows=("C018", "D101")),
    refuse(routines.no_routine_before_somebody_looked, rows=("X37", "CP009", "X04", "X05")),
    refuse(routines.no_routine_for_a_locked_complaint, rows=("X14", "X34", "CP009")),
    refuse(routines.no_leg_routine_on_a_resting_complaint, rows=("X14", "X34", "CP009")),
    refuse(routines.no_restricted_exercise_in_a_routine, rows=("X33",)),
    refuse(
        routines.no_routine_against_a_complaint,
        "complaint_marks_left_out",
        "complaint_deep_left_out",
        "complaint_jumps_left_out",
    ),
    refuse(routines.no_routine_against_a_limit, "screening_left_out"),
    refuse(routines.routine_kit_at_place, rows=("K017",)),
    refuse(
        routines.sane_routine,
        "checked_routine_minutes_most",
        "checked_repetitions_most",
        "checked_seconds_most",
        "checked_sets_per_exercise_most",
    ),
    refuse(routines.routine_on_a_training_day, "checked_routines_a_day_most", rows=("S31",)),
    refuse(routines.routine_in_free_time, rows=("K017", "X25")),
    refuse(
        routines.routine_away_from_runs,
        "gap_after_run_min",
        "checked_leg_session_before_key_run",
        rows=("X36", "CO14"),
    ),
    refuse(
        routines.routine_leaves_legs_fresh,
        "heavy_legs_before_key_run",
        "nothing_for_legs_before_race",
        "nothing_for_legs_before_short_race",
        rows=("CP021", "S49"),
    ),
    refuse(routines.no_new_routine_exercise_before_race, "no_new_exercise_before_race"),
    # honesty
    refuse(
        honesty.leg_stress_told_honestly,
        "checked_near_maximal_repetitions",
        "checked_very_sore_exercise",
        "checked_long_circuit_repetitions",
        "checked_long_circuit_load",
    ),
    refuse(honesty.intensive_plyometrics_told, "intensive_plyometrics_spacing"),
    refuse(honesty.unaccustomed_told, "checked_leg_sessions_until_accustomed", "checked_lifting_gap_weeks"),
    warn(honesty.new_exercise_told, rows=("S48",)),
    refuse(honesty.session_minutes, rows=("K017",)),
    warn(
        honesty.minutes_hold_the_work,
        "checked_seconds_per_repetition_least",
        "checked_seconds_per_contact_least",
    ),
    refuse(honesty.evidence_exists, rows=("K019",)),
    refuse(honesty.proof_adds_up, rows=("K019",)),
    # form
    refuse(structure.known_exercises, rows=("K019",)),
    refuse(structure.has_exercises, rows=("K019",)),
    refuse(structure.unique_identifiers, rows=("K019",)),
    refuse(structure.in_order, rows=("K019",)),
    refuse(structure.one_measure_a_set, rows=("K019",)),
)
