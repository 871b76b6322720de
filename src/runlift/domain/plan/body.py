"""What is known of the runner's body, as far as it changes training."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is known of the runner's body on the first day that may change."""


NOTHING_KNOWN = Body()
