"""Where the development data lie: beside the checkout, or where STANDOFF_SHARED points."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("STANDOFF_SHARED", ROOT.parent / "shared"))
GOLD = SHARED / "gold"


def scorer(name: str) -> ModuleType:
    """One of the scorers beside the gold data, as a module.

    Raises FileNotFoundError if the development data are absent.
    """
    path = GOLD / f"{name}.py"
    if not path.exists():
        raise FileNotFoundError(f"no development data: {path} is absent")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
