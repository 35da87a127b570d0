"""Lilt looks inside, cuts into and listens to neural networks that write music.

    import lilt
    model = lilt.Model()                     # the network that Lilt ships
    tune = model.generate(seed=42)
    h = model.read(tune)["L2.h"]             # float32 [T, H]
    cut = model.with_({"operations": [{"op": "excise", "layer": 1, "units": [247]}]})
    print(cut.generate(seed=42).abc())

docs/python.md has the whole of it.
"""

from ._native import LANES as lanes
from ._native import NAME as native
from ._native import VERSION as __version__
from .errors import (
    Error,
    FormatError,
    InputError,
    InternalError,
    NotFoundError,
    OutOfMemoryError,
    PlaceError,
    PlanError,
    PlatformError,
    Remark,
    Stopped,
    StudyError,
)
from .model import Model, Shape
from .recording import Place, Recording, Recordings, open_recordings, save
from .studies import Study, open_study, study
from .tune import Count, Tune
from .vocabulary import Vocabulary

__all__ = [
    "Count",
    "Error",
    "FormatError",
    "InputError",
    "InternalError",
    "Model",
    "NotFoundError",
    "OutOfMemoryError",
    "Place",
    "PlaceError",
    "PlanError",
    "PlatformError",
    "Recording",
    "Recordings",
    "Remark",
    "Shape",
    "Stopped",
    "Study",
    "StudyError",
    "Tune",
    "Vocabulary",
    "__version__",
    "lanes",
    "native",
    "open_recordings",
    "open_study",
    "save",
    "study",
]
