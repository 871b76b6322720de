"""The general notice, in one place."""

NOTICE = (
    "Runlift is a fitness program: it does not diagnose or treat anything and promises nothing about injury. "
    "Stop when something hurts, and see a physiotherapist."
)
