"""Complaints in words: what they feel like, what is asked first, whom to see, how to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.complaint.complaint import Moment, See, Urgency, complaints, red_flags
from runlift.domain.plan.body import Lock, Stage
from runlift.domain.plan.session import Side
from runlift.wording.names import exercise_name

if TYPE_CHECKING:
    from runlift.domain.complaint.complaint import Given
    from runlift.domain.plan.body import OpenComplaint
    from runlift.domain.plan.routine import RoutineItem

FEELS_LIKE = {
    "pfp": "an ache around or behind the kneecap on stairs, in squats, downhill or after long sitting",
    "itbs": "pain on the outer side of the knee after about the same distance each time, worse downhill",
    "achilles_mid": "a sore, stiff Achilles tendon a hand's breadth above the heel, worst in the morning",
    "achilles_ins": "pain where the Achilles tendon meets the heel bone, worse uphill and in flat shoes",
    "plantar": "pain under the heel with the first steps of the day",
    "mtss": "a broad ache along the inner edge of the shin that eases when you stop",
    "bsi": "pain at one spot of a bone that impact makes worse, perhaps at rest or at night too",
    "pht": "deep pain at the sit-bone when sitting, uphill, or bending far at the hip",
    "hamstring_strain": "sudden pain at the back of the thigh in a sprint or stride",
    "hip_flexor": "pain at the front of the hip when lifting the knee, at speed, or in a stretch",
    "gtps": "pain on the outer side of the hip when lying on it, on stairs, or standing on one leg",
    "lbp": "an ache of the low back that does not go down the leg",
    "ankle": "a rolled ankle, sore and swollen on its outer side",
    "ankle_instability": "an ankle that has given way again and again for a year or more",
    "calf_strain": "sudden or tightening pain of the calf on a run",
}
SHORT = {
    "pfp": "front of the knee",
    "itbs": "outer side of the knee",
    "achilles_mid": "Achilles tendon above the heel",
    "achilles_ins": "Achilles tendon at the heel bone",
    "plantar": "sole under the heel",
    "mtss": "inner shin",
    "bsi": "sore spot of a bone",
    "pht": "sit-bone",
    "hamstring_strain": "hamstring",
    "hip_flexor": "front of the hip",
    "gtps": "outer side of the hip",
    "lbp": "low back",
    "ankle": "rolled ankle",
    "ankle_instability": "ankle that gives way",
    "calf_strain": "calf",
}
RUNNING = {
    "pfp": "Run shorter, slower and more often first; leave out downhill and stairs; a quicker step may "
    "help; "
    "add distance before speed and hills.",
    "itbs": "Stop before the distance at which it hurts; run and walk on flat ground; no downhill, no "
    "slanted "
    "road; a wider step may help.",
    "achilles_mid": "You may go on at pain up to 5 of 10; leave out hills, speed and forefoot drills "
    "first, and "
    "keep 48 h between hard runs.",
    "achilles_ins": "Run on the flat, not uphill and not fast at first; a small heel lift or a shoe with "
    "more "
    "drop may help.",
    "plantar": "Run a fifth to two fifths less, on softer ground, without speed.",
    "mtss": "Run and walk every other day and add only while pain stays at 2 of 10 or less.",
    "bsi": "Do not run until somebody who may do so has looked at it and allowed it; then walk briskly 30 "
    "to 45 "
    "min without pain first.",
    "pht": "Run shorter and on the flat; no hills and no speed until it is quiet; a quicker step may help.",
    "hamstring_strain": "Walk, then jog once walking is free of pain, then add speed in small steps; "
    "sprint only "
    "without any pain.",
    "hip_flexor": "Leave out speed, hills and skipping drills; easy flat running is fine up to 3 of 10.",
    "gtps": "No slanted road, no tight bends, no narrow steps; fewer hills and shorter long runs.",
    "lbp": "Stay active; easy running is fine while pain stays at 3 of 10 or less and does not spread.",
    "ankle": "Run again when walking, 25 heel raises and hopping feel alike on both sides; brace or tape "
    "it and "
    "stay on flat ground.",
    "ankle_instability": "A brace may help on trails.",
    "calf_strain": "Walk normally first, then run and walk; slow jogging loads the deep calf more than it "
    "seems.",
}
QUESTIONS = {
    "cannot_bear_weight": "Can you not put your weight on it?",
    "rest_or_night_pain": "Does it hurt at rest or wake you at night?",
    "fever_or_hot_swelling": "Is it hot, red and swollen, or do you have a fever?",
    "numbness_or_weakness": "Is anything numb, tingling or weak?",
    "knee_locks_or_gives_way": "Does the knee lock, or give way under you?",
    "knee_swelled_after_a_fall": "Did the knee swell after a fall or a twist, or did the kneecap slip out?",
    "teenager_knee_and_hip": "Are you under 18, and is the hip or groin stiff as well?",
    "pop_and_cannot_rise": "Was there a sudden pop, a gap you can feel, or can you not rise on your toes?",
    "swollen_warm_calf": "Is the calf swollen and warm, perhaps after travel, surgery or lying still, or "
    "are you "
    "short of breath?",
    "fluoroquinolone": "Have you taken an antibiotic of the fluoroquinolone kind in the last months?",
    "both_sides_and_stiff_back": "Is it on both sides, with a back that is stiff in the morning?",
    "heel_squeeze_pain": "Does it hurt when you squeeze the heel bone from both sides?",
    "burning_foot": "Does the foot burn or feel numb?",
    "arch_pop": "Was there a sudden pop in the arch of the foot?",
    "one_sore_spot_on_shin": "Is it one sore spot shorter than 5 cm, or on the front edge of the shin?",
    "pain_on_hopping": "Does it hurt at one spot when you hop on that leg?",
    "tense_numb_leg_running": "Does the lower leg get tense and numb while you run?",
    "pop_with_bruise": "Was there a pop with a bruise, or can you not walk on it?",
    "second_time_again": "Is it the third time at the same place?",
    "teenager_sit_bone": "Are you under 18, and does the sit-bone hurt?",
    "deep_groin_on_weight": "Does it hurt deep in the groin when you stand or hop on that leg?",
    "hip_clicks_or_locks": "Does the hip click, lock, or turn less far than the other?",
    "groin_bulge": "Is there a bulge in the groin?",
    "cannot_lift_leg_sideways": "Can you not lift the leg sideways?",
    "saddle_numbness_or_bladder": "Are you numb between the legs, or is bladder or bowel different since "
    "then?",
    "both_legs_weak": "Are both legs weak, or is one getting weaker?",
    "back_after_hard_fall": "Did it begin with a hard fall or accident?",
    "cancer_weight_loss_steroids": "Have you had cancer, lost weight without trying, or taken steroids for "
    "long?",
    "new_back_pain_over_50": "Are you over 50, and is this back pain new to you?",
    "ankle_bone_tender": "Is the bone of the ankle or the foot sore to touch, or could you not take four "
    "steps?",
    "ankle_not_better_in_a_week": "Is it no better after a week?",
    "ankle_locks_or_deep_pain": "Does the ankle lock, stay swollen, or hurt deep inside?",
}
SEEN_BY = {
    See.EMERGENCY_SERVICES: "call the emergency services",
    See.EMERGENCY_DEPARTMENT: "go to an emergency department",
    See.CLINICIAN: "see a doctor",
    See.PHYSIOTHERAPIST: "see a physiotherapist",
}
HOW_SOON = {Urgency.EMERGENCY: "now", Urgency.SAME_DAY: "today", Urgency.SOON: "within days"}
STAGES = {
    Stage.LOCKED: "waiting until somebody has looked at it",
    Stage.SORE: "sore",
    Stage.SETTLING: "settling",
    Stage.BUILDING: "building up again",
}
DAYS_OF_A_WEEK = 7
MOMENTS = {
    Moment.SESSION: "in the strength sessions",
    Moment.BEFORE_RUN: "before easy runs",
    Moment.AWAY_FROM_RUN: "after a session, away from runs",
    Moment.DAILY: "at any hour",
}
_ONE_SIDED = frozenset({Side.LEFT, Side.RIGHT})
_RUNNING_WHILE_LOCKED = {
    Lock.RED_FLAG: "Do not run until somebody has looked at it.",
    Lock.RISING: "Do not run until somebody has looked at it.",
    Lock.UNANSWERED: "Answer the first questions before you run again.",
}


def complaint_words(complaint: str, side: Side = Side.BOTH) -> str:
    """Return where a complaint is, such as `front of the knee, right`."""
    place = SHORT.get(complaint, complaint)
    return f"{place}, {side.value}" if side in _ONE_SIDED else place


def open_complaint_words(one: OpenComplaint) -> str:
    """Return a complaint with how far it has come."""
    return f"{complaint_words(one.complaint, one.side)}: {STAGES[one.stage]}"


def running_words(one: OpenComplaint) -> str:
    """Return how to run with a complaint; not at all where somebody has to look at it first."""
    return _RUNNING_WHILE_LOCKED.get(one.lock) or RUNNING.get(one.complaint, "")


def given_words(given: Given) -> str:
    """Return an exercise that is given, with its dose and when."""
    return f"{routine_item_words(given)}, {MOMENTS[given.moment]}"


def routine_item_words(item: Given | RoutineItem) -> str:
    """Return an exercise with its dose and how often."""
    often = "daily" if item.per_week == DAYS_OF_A_WEEK else f"{item.per_week} times a week"
    return f"{item_dose_words(item)}, {often}"


def item_dose_words(item: Given | RoutineItem) -> str:
    """Return an exercise with its dose."""
    most = "" if item.low == item.high else f"-{item.high}"
    unit = " s" if item.unit == "s" else ""
    return f"{exercise_name(item.exercise)} {item.sets} x {item.low}{most}{unit}"


def advice_words(flag_id: str) -> str:
    """Return whom to see for a red flag, and how soon."""
    flag = red_flags()[flag_id]
    words = f"{SEEN_BY[flag.see]} {HOW_SOON[flag.urgency]}"
    return words[0].upper() + words[1:] + "."


def gravest(flag_ids: tuple[str, ...]) -> str:
    """Return the red flag that is the most urgent of several; empty for none."""
    order = list(Urgency)
    known = [each for each in flag_ids if each in red_flags()]
    return min(known, key=lambda each: order.index(red_flags()[each].urgency), default="")


def pain_limit_words(complaint: str) -> str:
    """Return how much pain the complaint's exercises may bring."""
    most = complaints()[complaint].pain_most
    if most == 0:
        return "No pain at all is worked through."
    return f"Exercises may bring pain up to {most} of 10 if it is no worse the next morning."
