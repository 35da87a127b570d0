"""A tune that a network wrote."""

from __future__ import annotations

import ctypes
import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from . import _arrays, _native

if TYPE_CHECKING:
    from .model import Model


class Count(NamedTuple):
    """How the measures of a tune are counted: docs/definitions/counting.md."""

    measures: int
    full: int
    counted: int
    strictly_counted: int
    verdicts: tuple[str, ...]


class Tune:
    """A tune that a network wrote.

    ``tokens``: int32 [T + 1], read-only: the start token and all that followed, the end token included unless the tune was cut. ``index``: its place in its
    run, from 0. ``seed``: of its generator. ``cut``: whether it reached the limit. ``near_draws``: draws so near a boundary that an engine of other
    arithmetic may draw the neighbour. ``model``: who wrote it.
    """

    __slots__ = ("cut", "index", "model", "near_draws", "seed", "tokens")

    def __init__(self, model: Model, held: _native.Held):
        facts = (ctypes.c_int64 * 5)()
        address = _native.call("lilt_tune", held, facts)
        self.model = model
        self.index, self.seed = int(facts[0]), int(facts[1])
        self.cut, self.near_draws = bool(facts[2]), int(facts[3])
        self.tokens: np.ndarray = _arrays.over(held, address, int(facts[4]), "<i4")

    @property
    def texts(self) -> list[str]:
        """The tokens' texts, in order."""
        return [self.model.vocabulary[token] for token in self.tokens]

    @property
    def text(self) -> str:
        """The texts with blanks between, as ``lilt generate --format tokens`` writes them."""
        return " ".join(self.texts)

    def abc(self, key: str | None = None, number: int | None = None, title: str | None = None) -> str:
        """The tune in ABC, as ``lilt generate --format abc`` writes it.

        ``key``: a note, such as ``"D"``, to move it to; None for its own. ``number`` and ``title``: of ``X:`` and ``T:``; None for the command line's.
        """
        return _abc(
            self.model,
            self.tokens,
            key,
            self.index + 1 if number is None else number,
            f"{self.model.name}, seed {self.seed}" if title is None else title,
        )

    def count(self) -> Count:
        """The verdict on every measure."""
        return _count(self.model, self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<lilt.Tune {self.index}, seed {self.seed}, {len(self)} tokens{', cut' if self.cut else ''}>"


def _abc(model: Model, tokens: np.ndarray, key: str | None, number: int, title: str) -> str:
    given = _arrays.tokens(tokens)
    return _native.call_text(
        "lilt_abc", model._held, _arrays.pointer(given), len(given), _native.text(key), _native.text(str(number)), _native.text(title)
    )


def _count(model: Model, tokens: np.ndarray) -> Count:
    given = _arrays.tokens(tokens)
    facts = json.loads(_native.call_text("lilt_count", model._held, _arrays.pointer(given), len(given)))
    return Count(facts["measures"], facts["full"], facts["counted"], facts["strictlyCounted"], tuple(facts["verdicts"]))
