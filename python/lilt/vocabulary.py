"""The tokens that a network reads and writes."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import InputError


class Vocabulary(Sequence):
    """The V tokens' texts in index order: ``vocabulary[5]``, ``vocabulary.index("M:4/4")``, ``"|" in vocabulary``.

    ``kinds``: what each stands for, by the library's names (``"Meter"``, ``"Key"``, ``"Measure"``, ``"Pitch"``, ``"Duration"``, …), in index order.
    """

    def __init__(self, texts: Sequence[str], kinds: Sequence[str]):
        self._texts = tuple(texts)
        self._places = {text: place for place, text in enumerate(self._texts)}
        self.kinds = tuple(kinds)

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place):
        return self._texts[place]

    def __contains__(self, text: object) -> bool:
        return text in self._places

    def index(self, text: str, *_) -> int:  # type: ignore[override]
        """The number of a token."""
        try:
            return self._places[text]
        except KeyError:
            raise InputError(f"'{text}' is no token of the model.") from None

    @property
    def start(self) -> int:
        """The number of the token that every tune starts from, ``<s>``."""
        return self._places["<s>"]

    @property
    def end(self) -> int:
        """The number of the token that ends a tune, ``</s>``."""
        return self._places["</s>"]

    def __repr__(self) -> str:
        return f"<lilt.Vocabulary of {len(self)} tokens>"
