"""Studies: made, opened and read."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np

from . import _native, errors
from .errors import InputError, NotFoundError
from .model import Model
from .recording import Recordings

PAGE = _native.FOLDER / "report.html"


class Study:
    """A study in its folder: docs/study.md says what it holds.

    ``path``: its folder. ``numbers``: everything of ``study.json``, figures included, as a dict.
    """

    def __init__(self, path: str | os.PathLike):
        folder = Path(os.path.expanduser(path))
        _native.call("lilt_study_check", _native.path(path, "path"))
        self.path = folder
        self.numbers: dict = json.loads((folder / "study.json").read_text(encoding="utf-8"))

    @property
    def kind(self) -> str:
        """part7, causes or look."""
        return self.numbers["kind"]

    @property
    def headline(self) -> dict | None:
        """The question, one sentence that answers it, and a line a layer; None where the study answers none."""
        return self.numbers["headline"]

    @property
    def verdicts(self) -> list[dict]:
        """The claims held against the network, and what came of them."""
        return self.numbers["verdicts"]

    @property
    def summary(self) -> list[str]:
        """What else was found, the most important first."""
        return self.numbers["summary"]

    @property
    def figures(self) -> dict[str, dict]:
        """What the page draws, by name."""
        return self.numbers["figures"]

    @property
    def files(self) -> list[str]:
        """The names of the files beside the numbers."""
        return [file["name"] for file in self.numbers["files"]]

    @property
    def page(self) -> Path | None:
        """The page, to be opened in a browser; None where the study has none."""
        page = self.path / "index.html"
        return page if page.is_file() else None

    def table(self, name: str) -> list[dict[str, str]]:
        """A ``.csv`` of the study: a dict of texts a row."""
        with open(self._file(name, ".csv"), encoding="utf-8", newline="") as rows:
            return list(csv.DictReader(rows))

    def recordings(self, name: str) -> Recordings:
        """A recording of the study."""
        return Recordings(self._file(name, ".npz"))

    def arrays(self, name: str) -> dict[str, np.ndarray]:
        """The arrays of an ``.npz`` of the study by name."""
        with np.load(self._file(name, ".npz"), allow_pickle=False) as arrays:
            return {of: arrays[of] for of in arrays.files if of != "meta.json"}

    def plan(self, name: str) -> Path:
        """The file of a plan, for ``model.with_``."""
        return self._file(name, ".json")

    def _file(self, name: str, ending: str) -> Path:
        names = [file for file in self.files if file.endswith(ending)]
        if name not in names:
            raise NotFoundError(f"{self.path} holds no {name}: of its kind there are {', '.join(names) or 'none'}.")
        return self.path / name

    def __repr__(self) -> str:
        return f"<lilt.Study {self.kind} in {self.path}>"


def open_study(path: str | os.PathLike) -> Study:
    """Opens the folder of a study, whoever made it; every file that it names is read once to see that it can be."""
    return Study(path)


def study(
    kind: str,
    out: str | os.PathLike,
    *,
    model: Model | str | os.PathLike | None = None,
    progress: Callable[[float, str], object] | None = None,
    **options,
) -> Study:
    """Makes a study and puts it in a folder: what ``lilt study KIND`` makes of the same options, to the byte.

    ``kind``: part7, causes or look. ``out``: the folder to make. ``model``: None for the shipped network. ``progress``: told how far it is, from 0 to 1, and
    what is being done. ``options``: seed, prime, temperature, rng, limit, threads, force; of part7 control, tunes, band (two numbers) and resume; of causes
    tunes, pairs and quick: as the command line has them. Ctrl-C ends it with ``lilt.Stopped``, which says what is kept; ``resume=True`` goes on.
    """
    network = model if isinstance(model, Model) else Model(model)
    if network.path == "":
        raise InputError("the model was made in memory: a study names the file of its network.")
    asked = {**{name: value for name, value in options.items()}, "out": _native.path(out, "out").decode("utf-8", "surrogatepass")}
    job = _native.Job(
        _native.call(
            "lilt_study",
            _native.text(kind),
            network._held,
            _native.text(network.path),
            _native.options(asked),
            _native.text(PAGE) if PAGE.is_file() else None,
        ),
        progress,
    )
    try:
        job.next()
    except KeyboardInterrupt:
        job.stop()
        try:
            if job.next() is not None:
                raise errors.Stopped(f"stopped when the study was whole already: {out} holds it.") from None
        except errors.Stopped as stopped:
            raise errors.Stopped(str(stopped)) from None
        raise
    finally:
        job.close()
    return Study(out)
