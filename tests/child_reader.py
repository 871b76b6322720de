"""A reader for children that does what it is asked: answers, spins, takes memory, fails, dies, writes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


def answer(question: dict[str, Any], data: bytes) -> object:
    match question["do"]:
        case "echo":
            return {"told": question.get("told"), "data": len(data), "by": os.getpid()}
        case "spin":
            while True:
                pass
        case "take":
            return len(bytearray(1 << 30))
        case "raise":
            raise LookupError("something else")
        case "die":
            os._exit(3)
        case "print":
            sys.stdout.write("among the answers?\n")
            sys.stdout.flush()
            return "said"
        case _:
            Path(question["into"]).write_bytes(bytes(question["size"]))
            return "written"
