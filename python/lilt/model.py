"""A network: it writes tunes, reads tunes, and can be operated on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from . import _arrays, _native, _plans, errors
from .errors import InputError, NotFoundError, PlanError
from .recording import Recording
from .tune import Count, Tune, _abc, _count
from .vocabulary import Vocabulary

SHIPPED = _native.FOLDER / "default.safetensors"


class Shape(NamedTuple):
    """How large a network is: S layers of H units over V tokens."""

    layers: int
    units: int
    tokens: int


class Model:
    """A network.

    ``path``: a folk-rnn pickle (plain or gzip), Lilt's safetensors, or a PyTorch ``nn.LSTM`` and ``Linear`` in safetensors; None for the network that is
    shipped with Lilt. ``vocabulary``: a JSON list of the tokens in index order, for a file that has none of its own.

    ``shape``, ``hash``, ``name``, ``vocabulary``, ``parameters`` (learned weights and biases), ``initial_state_parameters``, ``provenance`` (what else the
    file says, texts by name), ``plan`` (JSON text of what is done to it; None for nothing).
    """

    def __init__(self, path: str | os.PathLike | None = None, vocabulary: str | os.PathLike | None = None):
        if path is None and not SHIPPED.is_file():
            raise NotFoundError("no model is shipped with this package: give one, a folk-rnn pickle or a safetensors file.")
        self._take(
            _native.Held(
                _native.call(
                    "lilt_model_read",
                    _native.path(SHIPPED if path is None else path, "path"),
                    None if vocabulary is None else _native.path(vocabulary, "vocabulary"),
                )
            )
        )
        # None of the shipped network, empty of one that no file holds: as the command line would name it.
        self.path = None if path is None else os.fspath(path)

    def _take(self, held: _native.Held) -> None:
        self._held = held
        facts = json.loads(_native.call_text("lilt_model_facts", held))
        self.vocabulary = Vocabulary(facts["vocabulary"], facts["kinds"])
        self.shape = Shape(facts["layers"], facts["units"], len(self.vocabulary))
        self.hash: str = facts["hash"]
        self.name: str = facts["name"]
        self.parameters: int = facts["parameters"]
        self.initial_state_parameters: int = facts["initialStateParameters"]
        self.provenance: dict[str, str] = facts["provenance"]
        self.plan: str | None = facts["plan"]

    @classmethod
    def _of(cls, held: _native.Held, path: str | None) -> Model:
        model = cls.__new__(cls)
        model.path = path
        model._take(held)
        return model

    @classmethod
    def planted(cls, kind: str = "counters", units: int = 64, seed: int = 1) -> Model:
        """A network of known answer, of one layer's making: docs/planting.md."""
        return cls._of(_native.Held(_native.call("lilt_model_plant", _native.text(kind), _native.options({"units": units, "seed": seed}))), "")

    def with_(self, plan: object) -> Model:
        """The model under a plan: a new one that shares the weights; nothing is changed in this one.

        ``plan``: a dict as docs/operations.md describes, a list of its operations, JSON text, or a file's path; files that it names lie beside it, or in the
        current folder. In a dict ``recording`` may be a ``Recording``, and ``recording``, ``directions`` and ``value`` an array [T, W].
        """
        file = _plans.file_of(plan)
        try:
            text, folder, bound, kept = _plans.prepare(plan)
            held = _native.Held(_native.call("lilt_model_with", self._held, text, folder, bound))
        except PlanError as fault:
            raise fault if file is None else PlanError(f"{file}: {fault}") from None
        del kept
        return Model._of(held, self.path)

    def generate(
        self,
        seed: int = 42,
        *,
        tunes: int | None = None,
        temperature: float = 1,
        prime: str = "",
        rng: str = "independent",
        limit: int = 1000,
        first: int = 0,
        threads: int | None = None,
    ) -> Tune | list[Tune]:
        """Writes a tune; with ``tunes=K`` a list of K.

        ``seed``: of the first tune, 0 to 4294967295; tune n has seed + n. ``temperature``: over 0; divides the logits. ``prime``: what every tune begins
        with, tokens with blanks between, or ABC; ``*`` takes a drawn token. ``rng``: independent, stream or webapp. ``limit``: a tune is cut when it holds
        one token more than this. ``first``: the place of the first tune in its run. ``threads``: changes speed alone; None for all processors.
        """
        given = dict(seed=seed, tunes=tunes, temperature=temperature, prime=prime, rng=rng, limit=limit, first=first, threads=threads)
        written = self._all(self.generate_each(**given), given)
        return written if tunes is not None else written[0]

    def generate_each(self, seed: int = 42, *, tunes: int | None = None, **options) -> Iterator[Tune]:
        """The tunes of ``generate`` one after another, as they are whole: memory does not grow with their number."""
        job = _native.Job(_native.call("lilt_generate", self._held, _native.options({"seed": seed, "tunes": tunes, **options})))
        return (Tune(self, held) for held in job)

    def record(
        self,
        seed: int = 42,
        *,
        tunes: int | None = None,
        sites: str | Iterable[str] = "all",
        temperature: float = 1,
        prime: str = "",
        rng: str = "independent",
        limit: int = 1000,
        first: int = 0,
        threads: int | None = None,
    ) -> Recording | list[Recording]:
        """Writes a tune and keeps what happens inside while it does; with ``tunes=K`` a list of K.

        ``sites``: what to keep: ``"all"``, or some of i, f, g, o, c, h, logits, posterior. The rest is as of ``generate``. A tune with every site is some six
        megabytes: ``record_each`` gives many one by one.
        """
        given = dict(seed=seed, tunes=tunes, temperature=temperature, prime=prime, rng=rng, limit=limit, first=first, threads=threads)
        written = self._all(self.record_each(sites=sites, **given), given)
        return written if tunes is not None else written[0]

    def record_each(self, seed: int = 42, *, tunes: int | None = None, sites: str | Iterable[str] = "all", **options) -> Iterator[Recording]:
        """The recordings of ``record`` one after another, as they are whole: memory does not grow with their number."""
        asked = _native.options({"seed": seed, "tunes": tunes, **options})
        job = _native.Job(_native.call("lilt_record", self._held, asked, _native.text(_sites(sites))))
        return (Recording(held) for held in job)

    def read(self, tune: object, sites: str | Iterable[str] = "all", *, temperature: float = 1, threads: int | None = None) -> Recording:
        """Lets the network read a tune (teacher forcing) and keeps what happens inside while it does.

        ``tune``: a ``Tune``; tokens' numbers, an array [T] or a list; tokens' texts, a list; or a text, tokens with blanks between or a whole tune in ABC,
        which is moved to C, the end token read behind it. A start token in front is left out, for every tune has it.
        """
        (recording,) = self.read_each([tune], sites, temperature=temperature, threads=threads)
        return recording

    def read_each(
        self, tunes: Iterable[object], sites: str | Iterable[str] = "all", *, temperature: float = 1, threads: int | None = None
    ) -> Iterator[Recording]:
        """Lets the network read many tunes side by side; their recordings in order, as they are ready."""
        if isinstance(tunes, (str, bytes, Tune)):
            raise InputError("tunes are a list of tunes here: read takes one.")
        given = [self._tokens(tune) for tune in tunes]
        if not given:
            return iter(())
        lengths = np.array([len(one) for one in given], dtype=np.int32)
        job = _native.Job(
            _native.call(
                "lilt_read",
                self._held,
                _arrays.pointer(np.concatenate(given)),
                _arrays.pointer(lengths),
                len(given),
                _native.options({"temperature": temperature, "threads": threads}),
                _native.text(_sites(sites)),
            )
        )
        return (Recording(held) for held in job)

    def abc(self, tune: object, key: str | None = None, number: int = 1, title: str = "") -> str:
        """A tune in ABC: what ``read`` takes."""
        return _abc(self, self._tokens(tune), key, number, title)

    def count(self, tune: object) -> Count:
        """The verdict on every measure of a tune: what ``read`` takes."""
        return _count(self, self._tokens(tune))

    def _tokens(self, tune: object) -> np.ndarray:
        if isinstance(tune, Tune):
            same = tune.model.vocabulary._texts == self.vocabulary._texts
            return tune.tokens if same else self._tokens(tune.texts)
        if isinstance(tune, Recording):
            return self._tokens([tune.facts["vocabulary"][token] for token in tune.output])
        if isinstance(tune, str):
            return _arrays.of(_native.call("lilt_tokens_of", self._held, _native.text(tune)), "<i4")
        if isinstance(tune, (list, tuple)) and tune and all(isinstance(token, str) for token in tune):
            return np.array([self.vocabulary.index(token) for token in tune], dtype=np.int32)
        if isinstance(tune, (list, tuple)) and not tune:
            return np.empty(0, dtype=np.int32)
        return _arrays.tokens(tune, "a tune")

    @staticmethod
    def _all(made: Iterator, given: dict) -> list:
        whole: list = []
        try:
            for one in made:
                whole.append(one)
        except KeyboardInterrupt:
            made.close()  # type: ignore[attr-defined]
            of = given["tunes"] or 1
            sentence = f"stopped after {len(whole)} of {of} tunes, all of them whole."
            if given["rng"] == "stream":
                sentence += " One stream of random numbers cannot be taken up in the middle: run it again from the start."
            elif len(whole) < of:
                sentence += f" Go on with first={given['first'] + len(whole)}, tunes={of - len(whole)}."
            raise errors.Stopped(sentence, whole) from None
        return whole

    def __repr__(self) -> str:
        size = f"{self.shape.layers} × {self.shape.units} units, {self.shape.tokens} tokens"
        return f"<lilt.Model {self.name}: {size}{', under a plan' if self.plan else ''}>"


def _sites(sites: str | Iterable[str]) -> str:
    return sites if isinstance(sites, str) else ",".join(sites)
