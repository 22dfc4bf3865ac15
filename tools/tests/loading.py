"""Loads the house's tools, whose names end in no .py, as modules."""

import importlib.util
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

TOOLS = Path(__file__).resolve().parent.parent


def load(name: str) -> ModuleType:
    loader = SourceFileLoader(name.replace(".py", ""), str(TOOLS / name))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[loader.name] = module  # Dataclasses look their own module up.
    loader.exec_module(module)
    return module
