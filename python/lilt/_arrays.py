"""NumPy arrays over numbers that the library holds: nothing is copied, and they are given back when the last array goes."""

from __future__ import annotations

import ctypes

import numpy as np

from . import _native
from .errors import InputError


class _Lying:
    """What NumPy asks for where numbers lie. The array keeps it, and it keeps what holds them."""

    __slots__ = ("__array_interface__", "_owner")

    def __init__(self, owner: object, address: int, length: int, kind: str):
        self._owner = owner
        self.__array_interface__ = {"version": 3, "typestr": kind, "shape": (length,), "data": (address, True)}


def over(owner: object, address: int, length: int, kind: str) -> np.ndarray:
    """A read-only array of numbers that an owner holds."""
    if length == 0:
        empty = np.empty(0, kind)
        empty.flags.writeable = False
        return empty
    return np.asarray(_Lying(owner, address, length, kind))


def of(number: int, kind: str) -> np.ndarray:
    """A read-only array over one of the library's."""
    held = _native.Held(number)
    length = ctypes.c_int64()
    address = _native.call("lilt_array", held, ctypes.byref(length))
    return over(held, address, length.value, kind)


def tokens(given: object, what: str = "tokens") -> np.ndarray:
    """Tokens' numbers as the library takes them, int32 [T] one behind the other."""
    values = np.asarray(given)
    if values.dtype.kind not in "iu":
        raise InputError(f"{what} is an array of whole numbers, [T]; this one holds {values.dtype}.")
    if values.ndim != 1:
        raise InputError(f"{what} is an array of one axis, [T]; this one has the shape {values.shape}.")
    if values.size and (values.min() < -(2**31) or values.max() >= 2**31):
        raise InputError(f"{what} holds {values.max() if values.max() >= 2**31 else values.min()}, which is no token.")
    return np.ascontiguousarray(values, dtype=np.int32)


def pointer(values: np.ndarray):
    """Where an int32 array lies."""
    return values.ctypes.data_as(ctypes.POINTER(ctypes.c_int32))


def values(given: np.ndarray, what: str) -> _native.Held:
    """Values for a plan, [T, W], or one row, [W]; copied."""
    if given.ndim not in (1, 2) or given.size == 0:
        raise InputError(f"{what} is an array [T, W], or one row, [W]; this one has the shape {given.shape}.")
    if given.dtype.kind not in "fiu":
        raise InputError(f"{what} is an array of numbers; this one holds {given.dtype}.")
    rows = np.ascontiguousarray(np.atleast_2d(given), dtype=np.float32)
    return _native.Held(_native.call("lilt_values", rows.ctypes.data, rows.shape[0], rows.shape[1]))
