"""The questions before training in our own words, what each answer changes, and whom to ask."""

from __future__ import annotations

from runlift.domain.plan.body import Go
from runlift.domain.screening.question import Change, Question

ASKED = {
    "active": "Have you trained for half an hour at moderate effort on three or more days a week for three "
    "months?",
    "chest_discomfort": "Do you get pressure or pain in the chest, at rest or when you exert yourself?",
    "breathlessness": "Do you get short of breath out of proportion, or lying down?",
    "fainting": "Have you fainted, or nearly, or lost your balance from dizziness in the last twelve months?",
    "palpitations": "Does your heart race or stumble for no reason you know?",
    "ankle_swelling": "Do both your ankles swell?",
    "leg_pain_walking": "Do your calves cramp when you walk and stop when you stand still?",
    "heart_disease": "Do you have, or did you have, a disease of heart or vessels?",
    "diabetes": "Do you have diabetes or another disease of the metabolism?",
    "kidney_disease": "Do you have a disease of the kidneys?",
    "high_blood_pressure": "Have you been told that your blood pressure is high?",
    "supervised_only": "Has a doctor told you to exercise under supervision only?",
    "chronic_condition": "Do you live with another lasting condition?",
    "medication": "Do you take prescribed medicine for a lasting condition?",
    "ill_with_fever": "Have you had a fever or been ill on the chest in the last two weeks?",
    "bone_pain": "Does one spot of a bone hurt when you hop or run, at rest or at night?",
    "under_16": "Are you younger than 16?",
    "under_18": "Are you 16 or 17?",
    "growth_plate_pain": "If you are under 18: does the heel, the bump below the knee or the sit-bone hurt?",
    "osteoporosis": "Have you been told that your bones are thin (osteoporosis)?",
    "pregnant": "Are you pregnant?",
    "pregnancy_warning_sign": "If you are: bleeding, loss of fluid, contractions, dizziness, a bad "
    "headache, a "
    "swollen calf, or a child that moves less?",
    "gave_birth": "Have you given birth in the last twelve months?",
    "leak_or_heaviness": "When you run or jump: do you leak, or feel something heavy or painful below?",
    "load_screen_passed": "If you gave birth: can you walk 30 min, stand 10 s, squat 10 times and hop 10 "
    "times on "
    "each leg, and jog a minute, all without trouble?",
    "no_period_for_a_year": "If it applies: have your periods been away for a year, or never begun?",
    "missed_periods": "If it applies: have you missed three or more periods in a row?",
    "eating_disorder": "Do you have, or did you have, an eating disorder?",
    "two_bone_stress_injuries": "Have you had two bone stress injuries in two years, or one of hip, pelvis "
    "or spine?",
    "low_libido": "Is your interest in sex, or are morning erections, clearly less than usual?",
    "weight_loss": "Have you lost weight lately?",
    "lasting_fatigue": "Are you tired for weeks whatever you sleep?",
    "low_mood": "Has your mood been low for weeks?",
    "often_ill": "Are you ill more often than others?",
    "restrictive_eating": "Do you hold back from eating, or leave out whole groups of food?",
}
LIMIT_WORDS = {
    "no_heavy": "no heavy leg sessions",
    "keep_reserve": "at least four repetitions in reserve",
    "no_growth": "nothing grows for now",
    "no_jumps": "no jumps",
    "no_leg_load": "nothing that loads the legs",
    "no_fall_risk": "nothing with a risk of falling or a hard landing",
    "no_lying_on_the_back": "nothing lying on the back or the front, no weight on the hips",
    "no_trunk_strain": "no long planks, hollow holds or roll-outs",
    "no_loaded_bending": "no bending of the back under load",
    "lighter_days": "half the sets for a week",
}
SEEN_BY = {
    "clinician": "a doctor",
    "obstetric": "your midwife or obstetrician",
    "pelvic_physiotherapist": "a pelvic-floor physiotherapist",
    "sports_physician": "a sports physician or a dietitian",
    "": "somebody who may decide it",
}
HOW_SOON = {"emergency": "now", "same_day": "today", "soon": "in the next days", "": "first"}
OUTCOMES = {
    Go.UNSCREENED: "Not asked yet",
    Go.YES: "Go",
    Go.LIMITS: "Go, with limits",
    Go.ASK: "Ask somebody first",
}


def advice_words(question: Question) -> str:
    """Return whom to see because of an answer, and how soon."""
    if question.id == "under_18":
        return "A coach or another grown-up looks over your training: name them with --watched-by."
    if question.id == "under_16":
        return "Runlift does not serve runners under 16: train with a coach at hand."
    return f"Speak with {SEEN_BY[question.see]} {HOW_SOON[question.urgency]}."


def changes_words(question: Question) -> str:
    """Return what a yes to a question changes."""
    limits = ", ".join(LIMIT_WORDS[each] for each in question.limits)
    if question.when_yes is Change.ASK:
        return f"no session until somebody has been asked. {advice_words(question)}"
    if question.when_yes is Change.LIMIT:
        return f"{limits}. {advice_words(question)}" if question.see else f"{limits}."
    if question.group == "energy_weak":
        return f"two or more of these: {limits}. {advice_words(question)}"
    if question.id == "under_18":
        dose = "three repetitions in reserve and no loaded set of fewer than six."
        return f"at least {dose} No session unless a grown-up looks over it. {advice_words(question)}"
    if question.id == "active":
        return "known disease of heart, metabolism or kidneys brings limits instead of asking first."
    return "jumps and heavy lifts again from twelve weeks after a birth."
