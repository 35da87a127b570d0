"""What happened inside a network at every step of one tune, and files of that."""

from __future__ import annotations

import ctypes
import json
import os
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from . import _arrays, _native
from .errors import InputError

_OF_LAYERS = ("i", "f", "g", "o", "c", "h")
_OF_TOKENS = ("logits", "posterior")
_LAYER_SITE = re.compile(r"L([1-9][0-9]*)\.([ifgoch])")


class Place(NamedTuple):
    """Where what a step writes stands in the music: ``onset`` in whole notes from the measure's beginning; of a bar, how long the measure is that it ends."""

    step: int
    measure: int
    onset: Fraction
    is_bar: bool


class Recording:
    """What happened at every step of one tune, operations included; T steps, S layers of H units, V tokens.

    ``recording["L2.h"]``: float32 [T, H], what a layer's units held. ``recording["h"]``: [T, S, H], all layers'. ``recording["logits"]``,
    ``recording["posterior"]``: [T, V]. ``recording["input"]``, ``recording["output"]``: int32 [T], the tokens read and written. All are read-only views of
    what the library holds: nothing is copied, and it is given back when the last of them is gone.
    """

    def __init__(self, held: _native.Held):
        self._held = held
        self._arrays: dict[str, np.ndarray] = {}
        self.facts: dict = json.loads(_native.call_text("lilt_recording_facts", held))
        self.sites: tuple[str, ...] = tuple(filter(None, _native.call_text("lilt_recording_sites", held).split(",")))

    @property
    def layers(self) -> int:
        """S."""
        return self.facts["layers"]

    @property
    def units(self) -> int:
        """H, of each layer."""
        return self.facts["units"]

    @property
    def input(self) -> np.ndarray:
        """The token read at each step, int32 [T]; of a mixture the heaviest."""
        return self["input"]

    @property
    def output(self) -> np.ndarray:
        """The token written at each step, int32 [T]."""
        return self["output"]

    @property
    def text(self) -> str:
        """The texts of the tokens written, blanks between: ``M:4/4 K:Cmaj C 2 …``."""
        return " ".join(self.facts["vocabulary"][token] for token in self.output)

    def __len__(self) -> int:
        """T."""
        return len(self.output)

    def __getitem__(self, site: str) -> np.ndarray:
        if not isinstance(site, str):
            raise InputError(f"a site is named by a text such as L2.h, and {site!r} is none.")
        of_layer = _LAYER_SITE.fullmatch(site)
        if of_layer:
            layer = int(of_layer[1])
            if layer > self.layers:
                raise InputError(f"There is no {site}: the network has layers 1 to {self.layers}.")
            return self._all(of_layer[2])[:, layer - 1, :]
        if site not in (*_OF_LAYERS, *_OF_TOKENS, "input", "output"):
            raise InputError(
                f"'{site}' is no site: a site is L1.i, L1.f, L1.g, L1.o, L1.c, L1.h with the layer's number, the letter alone for all layers, "
                "logits, posterior, input or output."
            )
        return self._all(site)

    def _all(self, name: str) -> np.ndarray:
        values = self._arrays.get(name)
        if values is None:
            tokens = name in ("input", "output")
            values = _arrays.of(_native.call("lilt_recording_array", self._held, _native.text(name)), "<i4" if tokens else "<f4")
            if not tokens:
                values = values.reshape((-1, self.layers, self.units) if name in _OF_LAYERS else (-1, len(self.facts["vocabulary"])))
            self._arrays[name] = values
        return values

    def surprise(self) -> np.ndarray:
        """How unexpected each token written was: −log₂ p of it, bits, float64 [T]; infinite where p is 0."""
        return _arrays.of(_native.call("lilt_recording_surprise", self._held), "<f8")

    def log_probabilities(self, kind: str) -> np.ndarray:
        """The natural logarithm of the probability that a step writes a token of a kind, float64 [T]: ``"Measure"`` for any bar."""
        return _arrays.of(_native.call("lilt_recording_log_probabilities", self._held, _native.text(kind)), "<f8")

    def places(self) -> list[Place]:
        """Where what the steps write stands in the measures; the header's steps and the end token's have no place."""
        return [
            Place(of["step"], of["measure"], Fraction(of["numerator"], of["denominator"]), of["isBar"])
            for of in json.loads(_native.call_text("lilt_recording_places", self._held))
        ]

    def band(self) -> tuple[float, float] | None:
        """The band in which the tune's measures beat, the shortest and the longest period in steps; None with fewer than four measures."""
        ends = (ctypes.c_double * 2)()
        return (ends[0], ends[1]) if _native.call("lilt_recording_band", self._held, ends) else None

    def units_by_band(self, site: str, band: tuple[float, float] | None = None) -> np.ndarray:
        """The units of a site by their share of power in a band, the largest first, int32 [H].

        ``band``: periods in steps; None for the one in which the tune's measures beat.
        """
        ends = self.band() if band is None else band
        if ends is None:
            raise InputError("the tune has fewer than four measures, in which no band can be told: give one, (shortest, longest) in steps.")
        shortest, longest = (float(end) for end in ends)
        return _arrays.of(_native.call("lilt_recording_by_band", self._held, _native.text(site), shortest, longest), "<i4")

    def save(self, path: str | os.PathLike) -> None:
        """Writes an ``.npz`` file, as ``lilt record`` does; an older one is replaced when the new one is whole."""
        save(path, self)

    def __repr__(self) -> str:
        return f"<lilt.Recording of {len(self)} steps: {', '.join(self.sites) or 'tokens alone'}>"


class Recordings(Sequence):
    """The tunes of an ``.npz`` file, each read when it is asked for."""

    def __init__(self, path: str | os.PathLike):
        count = ctypes.c_int64()
        self._held = _native.Held(_native.call("lilt_recordings_open", _native.path(path, "path"), ctypes.byref(count)))
        self._count = count.value
        self.path = os.fspath(path)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(f"{self.path}: the recording has tunes 0 to {len(self) - 1}.")
        return Recording(_native.Held(_native.call("lilt_recordings_read", self._held, index % len(self))))

    def __repr__(self) -> str:
        return f"<lilt.Recordings: {len(self)} of {self.path}>"


def open_recordings(path: str | os.PathLike) -> Recordings:
    """Opens an ``.npz`` file that ``lilt record``, or ``save``, made: one tune or many."""
    return Recordings(path)


def save(path: str | os.PathLike, recordings: Recording | Iterable[Recording]) -> None:
    """Writes one recording, or many, to an ``.npz`` file that NumPy opens; an older one is replaced when the new one is whole."""
    many = not isinstance(recordings, Recording)
    of = [recordings] if isinstance(recordings, Recording) else list(recordings)
    if not of or not all(isinstance(one, Recording) for one in of):
        raise InputError("recordings are what is saved, one or more: something else was given.")
    numbers = (ctypes.c_void_p * len(of))(*(one._held.number for one in of))
    _native.call("lilt_recording_write", numbers, len(of), int(many), _native.path(path, "path"))
