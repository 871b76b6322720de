"""The sample files beside the project, which are skipped where they are not."""

from __future__ import annotations

import os
from pathlib import Path

SAMPLES = Path(os.environ.get("RUNLIFT_SAMPLES", Path(__file__).resolve().parents[2] / "shared" / "samples"))


def sample_files(*suffixes: str, folder: str = "") -> list[Path]:
    """Return the samples, those with some endings only, in order."""
    files = sorted(path for path in (SAMPLES / folder).rglob("*") if path.is_file())
    return [path for path in files if not suffixes or path.suffix.lower() in suffixes]
