"""The words in the drawings of the field tests: captions of what is seen, and what to count."""

from __future__ import annotations

CAPTIONS = {
    "heel_raise": (
        ("knee straight,", "fingertips on a wall"),
        ("heel up as high as you can,", "2 seconds each"),
    ),
    "single_leg_bridge": (("hips on the floor,", "heel on a box, other leg up"), ("hips up until straight",)),
    "step_down": (("start",), ("heel brushes", "the floor"), ("from the front",)),
    "single_leg_squat": (("start",), ("to about 60°",), ("from the front",)),
    "knee_to_wall": (("knee touches the wall,", "heel down"), ("foot back until", "it just works")),
    "balance_reach": (("toes at the line",), ("slide the foot forward,", "no weight on it; come back")),
    "hop": (("off one leg",), ("land on the same leg",)),
    "repeated_hop": (("one leg, on the spot",), ("up to 15 hops",)),
    "side_plank": (("forearm under the shoulder",), ("hips up, body straight: hold",)),
    "front_plank": (("forearms and toes",), ("body straight: hold",)),
    "sit_hold": (("feet held, lean back at 60°",), ("support away: hold",)),
    "back_hold": (("hips at the edge, legs held",), ("trunk level: hold",)),
    "press_up": (("from the toes, body straight",), ("chest to a hand's height",)),
}
NOTES = {
    "heel_raise": ("Count each leg. Stop when height, pace or the straight knee is lost.",),
    "single_leg_bridge": ("Arms crossed; touch the floor each time. Count each side until you cannot.",),
    "step_down": ("Five times, filmed from the front. Points of the leg on the step; fewer are better.",),
    "single_leg_squat": ("Five times, filmed from the front. Tell how many of five were good.",),
    "knee_to_wall": ("Measure from the big toe to the wall [cm], each side.",),
    "balance_reach": ("Best of three [cm]; told for the leg that stands.",),
    "hop": ("Best of three [cm], each leg. Only when nothing hurts above 2 of 10.",),
    "repeated_hop": (
        "Count those free of pain and as high as the others. Any pain: stop, and have it looked at.",
    ),
    "side_plank": ("Seconds until the hips sink; told for the side that is below.",),
    "front_plank": ("Seconds until the hips sink or rise.",),
    "sit_hold": ("Arms crossed. Seconds until the trunk sinks.",),
    "back_hold": ("Arms crossed. Seconds until the trunk sinks. Leave it out when your back hurts.",),
    "press_up": ("Count those done well.",),
}
