"""Plans as they are given: a dict, JSON text, or a file's path."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np

from . import _arrays, _native
from .errors import InputError, NotFoundError, PlaceError, PlanError
from .recording import Recording

# What stands in the JSON where something from memory will: of the kind that the reader of plans expects there.
_PLACEHOLDERS = {"recording": "in memory", "directions": "in memory", "value": 0}


def _plain(value):
    """NumPy's numbers, and arrays of them, as JSON has them."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, (range, tuple, set, frozenset)):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    raise PlanError(f"the plan is no JSON: {value!r} has no form in it.")


def file_of(plan: object) -> str | None:
    """The path of a plan that is a file, as it was given; None for any other."""
    is_file = isinstance(plan, os.PathLike) or (isinstance(plan, str) and not plan.lstrip().startswith("{"))
    return os.fspath(plan) if is_file else None  # type: ignore[arg-type]


def prepare(plan: object) -> tuple[bytes, bytes, bytes, list]:
    """The plan's JSON, the folder of what it names, what it takes from memory, and what must live until it is read."""
    if (path := file_of(plan)) is not None:
        file = Path(os.path.expanduser(path))
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            raise NotFoundError(f"{file.absolute()}: there is no such file.") from None
        except IsADirectoryError:
            raise PlaceError(f"{file.absolute()} is a folder: name a file in it.") from None
        except PermissionError:
            raise PlaceError(f"{file.absolute()} may not be read or written by you: see who owns it, and its permissions.") from None
        except UnicodeDecodeError:
            raise PlanError("the plan is no JSON: it is no UTF-8.") from None
        return _native.text(text), _native.text(file.resolve().parent), b"[]", []  # type: ignore[return-value]
    if isinstance(plan, str):
        return _native.text(plan), _native.text(os.getcwd()), b"[]", []  # type: ignore[return-value]
    if isinstance(plan, list):
        plan = {"operations": plan}
    if not isinstance(plan, dict):
        raise InputError(f"a plan is a dict, a list of operations, JSON text or a file's path, and {type(plan).__name__} is none.")
    bound: list[dict] = []
    kept: list = []
    operations = plan.get("operations")
    if isinstance(operations, (list, tuple)):
        operations = [_bind(place, operation, bound, kept) for place, operation in enumerate(operations)]
        plan = {**plan, "operations": operations}
    try:
        text = json.dumps(plan, default=_plain, ensure_ascii=False, allow_nan=False)
    except ValueError as fault:
        raise PlanError(f"the plan is no JSON: {fault}.") from None
    return _native.text(text), _native.text(os.getcwd()), json.dumps(bound).encode(), kept  # type: ignore[return-value]


def _bind(place: int, operation: object, bound: list[dict], kept: list) -> object:
    if not isinstance(operation, dict):
        return operation
    changed = dict(operation)
    for member, placeholder in _PLACEHOLDERS.items():
        value = changed.get(member)
        # One axis of a value's array is one number a step, as in JSON; two are a number a unit.
        if isinstance(value, Recording):
            held = value._held
        elif isinstance(value, np.ndarray) and not (member == "value" and value.ndim < 2):
            held = _arrays.values(value, member)
        else:
            continue
        changed[member] = placeholder
        kept.append((value, held))
        bound.append({"operation": place, "member": member, "handle": held.number})
    return changed
