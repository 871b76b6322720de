"""What a week needs of its exercises, in short noun phrases."""

from __future__ import annotations

NEEDS = {
    "main_knee": "squatting strength",
    "main_hinge": "hip and back-of-leg strength",
    "main_lunge": "lunging strength",
    "main_push": "pushing strength",
    "main_pull": "pulling strength",
    "knee": "squatting strength",
    "hinge": "hip and back-of-leg strength",
    "lunge": "lunging strength",
    "single_leg": "single-leg strength",
    "step": "stepping up and down",
    "stairs": "climbing stairs",
    "kettlebell": "kettlebell work from the hip",
    "knee_isolation": "the muscles round the knee",
    "calf": "calf strength",
    "foot": "foot strength",
    "tibialis": "the front of the shin",
    "push": "pushing strength",
    "pull": "pulling strength",
    "core_anti_extension": "a trunk that does not sag",
    "core_anti_lateral": "a trunk that does not tip sideways",
    "core_anti_rotation": "a trunk that does not twist",
    "carry": "carrying with a tall posture",
    "arm_drill": "arm drive",
    "balance": "balance on one leg",
    "sideways": "sideways movement",
    "turning": "turning and changing direction",
    "uneven": "uneven ground",
    "hip_abduction": "the outside of the hip",
    "hip_adduction": "the inside of the thigh",
    "hip_flexion": "lifting the knee",
    "plyometric_extensive": "springy, easy landings",
    "plyometric_intensive": "jumps of high effort",
    "release": "foam rolling",
    "mobility": "mobility",
}


def need_words(need: str) -> str:
    """Return a need as a short noun phrase; one without words of its own as it is written."""
    return NEEDS.get(need, need.replace("_", " "))
