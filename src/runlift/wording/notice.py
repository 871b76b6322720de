"""The general notice and how a plan is read, in one place."""

NOTICE = (
    "Runlift is a fitness program: it does not diagnose or treat anything and promises nothing about injury. "
    "Stop when something hurts, and see a physiotherapist."
)
HOW_TO_READ = (
    "'3 in reserve' means that you stop when you could do three more good repetitions. 'First' names the "
    "lighter sets before the working sets. A careful start is confirmed by those sets: if they leave you "
    "fewer in reserve than they should, stay lighter. Points measure how much a placement disturbs your "
    "running; they are our own scale."
)
