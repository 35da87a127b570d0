"""What goes wrong. Every error of Lilt is a ``lilt.Error`` and an error of Python's own kind; its text is one sentence."""

from __future__ import annotations


class Error(Exception):
    """Whatever Lilt refuses: the text says what, where and what to do."""


class InputError(Error, ValueError):
    """An argument is outside what it may be."""


class FormatError(Error, ValueError):
    """A file or a text cannot be read as what it should be: a model, a recording, a tune."""


class PlanError(FormatError):
    """A plan cannot be read, or does not fit the network, or touched nothing."""


class StudyError(Error, ValueError):
    """A study cannot be made of this network or tune, or not in this folder."""


class NotFoundError(Error, FileNotFoundError):
    """There is no such file or folder."""


class PlaceError(Error, OSError):
    """The system refuses to read or write there: no right, no room, in use."""


class OutOfMemoryError(Error, MemoryError):
    """The memory is used up."""


class PlatformError(Error, ImportError):
    """This package has no library that runs on this machine."""


class InternalError(Error, RuntimeError):
    """A fault of Lilt itself: please report it."""


class Stopped(KeyboardInterrupt):
    """Ctrl-C, with a sentence on what is kept and how to go on.

    ``tunes``: what was written or recorded whole before, in order; empty for a study.
    """

    def __init__(self, sentence: str, tunes: list | None = None):
        super().__init__(sentence)
        self.tunes = [] if tunes is None else tunes


class Remark(UserWarning):
    """Something worth knowing that stops nothing."""
