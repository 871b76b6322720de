"""The files of a folder: only real ones that lie within it, in an order that does not change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.formats.activity.outcome import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.quantity import Finding

HIDDEN = (".", "__MACOSX")


def files_in(folder: Path) -> Iterator[Path | Finding]:
    """Yield the files of a folder and of the folders in it, and what there is to tell of others."""
    root = folder.resolve()
    for at, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(each for each in folders if not each.startswith(HIDDEN))
        for name in sorted(names):
            path = Path(at) / name
            if name.startswith(HIDDEN):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                yield _outside(path)
            elif path.is_file():
                yield path


def _outside(path: Path) -> Finding:
    return warning(
        "link_outside",
        f"{path.name} is a link to outside of the folder and was not followed.",
        "Give the file itself.",
    )
