"""The compiled library: which one suits this processor, and how it is called."""

from __future__ import annotations

import ctypes
import json
import os
import platform
import re
import sys
import threading
import warnings
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

from . import errors
from ._version import python_version

FOLDER = Path(__file__).resolve().parent

# What each library was compiled for, the widest first: x86-64-v3 and -v4, by the names that Linux has for their parts. Of v3 lzcnt is not looked
# for: every processor with AVX2 has it, and not every kernel names it.
_V3 = frozenset("avx avx2 bmi1 bmi2 f16c fma movbe".split())
_V4 = _V3 | frozenset("avx512f avx512bw avx512cd avx512dq avx512vl".split())
_NEEDS = {"v4": _V4, "v3": _V3, "baseline": frozenset()}

# Intel's first processors with 512 bits slow down when they use them; .NET takes 256 bits there, and so does Lilt.
_SLOW_AT_512 = ("GenuineIntel", "6", "85")

_WAIT_MILLISECONDS = 50
_WAITING, _ENDED = -1, -2

_KINDS: dict[int, type[BaseException]] = {
    1: errors.InputError,
    2: errors.FormatError,
    3: errors.PlanError,
    4: errors.NotFoundError,
    5: errors.PlaceError,
    6: errors.StudyError,
    7: errors.OutOfMemoryError,
    8: errors.Stopped,
    9: errors.InternalError,
}

# The sentences name options as a command line has them; here they are keyword arguments.
_OPTION = re.compile(r"(?<![\w-])--(force|resume|abc|out|sites|control|tunes|first|seed|rng|prime)\b(?! =)")


def _processor() -> dict[str, str]:
    """The first processor's lines of /proc/cpuinfo; empty where there is no such file."""
    facts: dict[str, str] = {}
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                name, _, value = line.partition(":")
                if not name.strip():
                    break
                facts[name.strip()] = value.strip()
    except OSError:
        pass
    return facts


def suitable(processor: dict[str, str]) -> list[str]:
    """Which libraries run on a processor, the fastest first."""
    parts = set(processor.get("flags", "").split())
    names = [name for name, needed in _NEEDS.items() if needed <= parts]
    if (processor.get("vendor_id"), processor.get("cpu family"), processor.get("model")) == _SLOW_AT_512 and "v4" in names:
        names.remove("v4")
        names.insert(1, "v4")
    return names


def _file_of(name: str) -> Path:
    return FOLDER / "native" / f"liblilt-{name}.so"


def _choose() -> tuple[str, Path]:
    machine = platform.machine().lower()
    have = sorted(path.stem.removeprefix("liblilt-") for path in (FOLDER / "native").glob("liblilt-*.so"))
    here = f"{sys.platform} {machine}"
    if not sys.platform.startswith("linux") or not have:
        raise errors.PlatformError(f"this package of lilt is for Linux, and this machine is {here}: build one here with python/build-wheel.sh.")
    if machine in ("aarch64", "arm64"):
        names = ["arm64"]
    elif machine in ("x86_64", "amd64"):
        names = suitable(_processor())
    else:
        names = []
    asked = os.environ.get("LILT_NATIVE", "")
    if asked:
        if asked not in have:
            raise errors.PlatformError(f"LILT_NATIVE is '{asked}': this package has {', '.join(have)}.")
        if asked not in names:
            raise errors.PlatformError(f"LILT_NATIVE is '{asked}', which this processor cannot run: take {', '.join(names)}, or leave it out.")
        return asked, _file_of(asked)
    for name in names:
        if name in have:
            return name, _file_of(name)
    raise errors.PlatformError(f"this package of lilt is for {', '.join(have)}, and this machine is {here}: build one here with python/build-wheel.sh.")


def _require_cryptography() -> None:
    # .NET takes SHA-256, of which a model's hash is made, from OpenSSL, and ends the whole process where there is none.
    for name in ("libssl.so.3", "libssl.so.1.1", "libssl.so"):
        try:
            ctypes.CDLL(name)
            return
        except OSError:
            continue
    raise errors.PlatformError("OpenSSL is missing (libssl.so.3 or libssl.so.1.1): install the package libssl3, or openssl.")


def _load() -> tuple[str, ctypes.CDLL]:
    name, path = _choose()
    _require_cryptography()
    try:
        return name, ctypes.CDLL(str(path))
    except OSError as fault:
        raise errors.PlatformError(f"{path.name} cannot be loaded on this machine: {fault}") from None


NAME, _library = _load()

_P, _I, _L, _D, _S = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64, ctypes.c_double, ctypes.c_char_p
_TO_INT, _TO_LONG, _TO_DOUBLE = ctypes.POINTER(ctypes.c_int32), ctypes.POINTER(_L), ctypes.POINTER(_D)

# What each call takes before the place for its result.
_CALLS: dict[str, list] = {
    "lilt_version": [],
    "lilt_next": [_P, _I],
    "lilt_stop": [_P],
    "lilt_progress": [_P, _TO_DOUBLE],
    "lilt_remark": [_P],
    "lilt_array": [_P, _TO_LONG],
    "lilt_model_read": [_S, _S],
    "lilt_model_plant": [_S, _S],
    "lilt_model_facts": [_P],
    "lilt_model_with": [_P, _S, _S, _S],
    "lilt_values": [_P, _I, _I],
    "lilt_count": [_P, _TO_INT, _I],
    "lilt_generate": [_P, _S],
    "lilt_record": [_P, _S, _S],
    "lilt_read": [_P, _TO_INT, _TO_INT, _I, _S, _S],
    "lilt_tokens_of": [_P, _S],
    "lilt_tune": [_P, _TO_LONG],
    "lilt_abc": [_P, _TO_INT, _I, _S, _S, _S],
    "lilt_recording_facts": [_P],
    "lilt_recording_sites": [_P],
    "lilt_recording_array": [_P, _S],
    "lilt_recording_surprise": [_P],
    "lilt_recording_log_probabilities": [_P, _S],
    "lilt_recording_places": [_P],
    "lilt_recording_band": [_P, _TO_DOUBLE],
    "lilt_recording_by_band": [_P, _S, _D, _D],
    "lilt_recording_write": [ctypes.POINTER(_P), _I, _I, _S],
    "lilt_recordings_open": [_S, _TO_LONG],
    "lilt_recordings_read": [_P, _I],
    "lilt_study": [_S, _P, _S, _S, _S],
    "lilt_study_check": [_S],
}
for _name, _types in _CALLS.items():
    _function = getattr(_library, _name)
    _function.argtypes = [*_types, ctypes.POINTER(_P)]
    _function.restype = _I
_library.lilt_lanes.argtypes, _library.lilt_lanes.restype = [], _I
_library.lilt_text_free.argtypes, _library.lilt_text_free.restype = [_P], None
_library.lilt_free.argtypes, _library.lilt_free.restype = [_P], None

LANES: int = _library.lilt_lanes()


def text(value: str | os.PathLike | None) -> bytes | None:
    """A text as the library takes it; a null pointer for None."""
    if value is None:
        return None
    encoded = os.fspath(value) if isinstance(value, os.PathLike) else str(value)
    encoded = encoded if isinstance(encoded, bytes) else encoded.encode("utf-8", "surrogatepass")
    if b"\0" in encoded:
        raise errors.InputError("a text with a zero character in it was given: leave it out.")
    return encoded


def path(value: str | os.PathLike, what: str) -> bytes:
    """A path, ~ taken as the shell takes it."""
    if not isinstance(value, (str, os.PathLike)):
        raise errors.InputError(f"{what} is a path, and {value!r} is none.")
    given = os.fspath(value)
    if not given:
        raise errors.InputError(f"{what} is an empty text: give a path.")
    return text(os.path.expanduser(given))  # type: ignore[return-value]


def _taken(pointer: int | None) -> str:
    if not pointer:
        return ""
    try:
        return ctypes.string_at(pointer).decode("utf-8", "replace")
    finally:
        _library.lilt_text_free(pointer)


def _error(status: int, sentence: str) -> BaseException:
    def keyword(match: re.Match) -> str:
        return match[1] + ("=True" if match[1] in ("force", "resume") else "=")

    return _KINDS.get(status, errors.InternalError)(_OPTION.sub(keyword, sentence))


def call(name: str, *arguments) -> int:
    """Calls the library; what it refuses is raised."""
    result = _P()
    status = getattr(_library, name)(*arguments, ctypes.byref(result))
    if status > 0:
        raise _error(status, _taken(result.value)) from None
    return result.value or 0


def call_text(name: str, *arguments) -> str:
    """Calls the library for a text."""
    return _taken(call(name, *arguments))


class Held:
    """Something that the library holds until nothing here needs it."""

    __slots__ = ("__weakref__", "_free", "number")

    def __init__(self, number: int):
        self.number = number
        self._free = weakref.finalize(self, _library.lilt_free, number)
        self._free.atexit = False

    @property
    def _as_parameter_(self) -> int:
        return self.number

    def free(self) -> None:
        """Gives it back now."""
        self._free()


def options(given: dict) -> bytes:
    """Options as the library takes them: texts by name; those that are None are left out."""

    def as_text(name: str, value) -> str:
        if isinstance(value, (list, tuple)):
            return " ".join(as_text(name, one) for one in value)
        if hasattr(value, "item") and getattr(value, "ndim", None) == 0:
            value = value.item()
        if isinstance(value, (str, os.PathLike)):
            return os.fspath(value)
        return repr(value)

    return json.dumps({name: as_text(name, value) for name, value in given.items() if value is not None}).encode("utf-8", "surrogatepass")


class Job:
    """Work that goes on in the library while Python waits a little at a time, so that Ctrl-C is heard."""

    def __init__(self, number: int, told: Callable[[float, str], object] | None = None):
        self._held = Held(number)
        self._told = told
        self._said: tuple[float, str] | None = None
        self._lock = threading.Lock()

    def next(self) -> Held | None:
        """The next result; None after the last."""
        result = _P()
        while True:
            self._tell()
            status = _library.lilt_next(self._held.number, _WAIT_MILLISECONDS, ctypes.byref(result))
            if status == 0:
                return Held(result.value)  # type: ignore[arg-type]
            if status == _ENDED:
                return None
            if status != _WAITING:
                raise _error(status, _taken(result.value)) from None

    def stop(self) -> None:
        """Asks the work to end."""
        call("lilt_stop", self._held)

    def close(self) -> None:
        """Ends the work and waits until it has let everything go."""
        self._held.free()

    def __iter__(self) -> Iterator[Held]:
        try:
            while (result := self.next()) is not None:
                yield result
        finally:
            self.close()

    def _tell(self) -> None:
        while remark := call_text("lilt_remark", self._held):
            warnings.warn(_OPTION.sub(lambda match: match[1] + "=", remark), errors.Remark, stacklevel=5)
        if self._told is not None:
            share = ctypes.c_double()
            what = call_text("lilt_progress", self._held, ctypes.byref(share))
            if (share.value, what) != self._said and what:
                self._said = (share.value, what)
                self._told(share.value, what)


VERSION: str = python_version(call_text("lilt_version"))
