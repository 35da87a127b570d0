"""Which units of a layer lie highest where a bar line is read?

    python3 bar-line-units.py [MODEL [LAYER]]

Records 4 tunes into an .npz file, reads them again, and prints the 5 units whose mean h is higher the most at the steps that read a bar line.
"""
import sys
import tempfile
from pathlib import Path

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
layer = int(sys.argv[2]) if len(sys.argv) > 2 else 1
path = Path(tempfile.mkdtemp()) / "bar-line-units.npz"
lilt.save(path, model.record_each(tunes=4, sites="h"))
tunes = lilt.open_recordings(path)
h = np.concatenate([tune[f"L{layer}.h"] for tune in tunes]).astype(float)
bar = np.concatenate([[model.vocabulary.kinds[token] == "Measure" for token in tune.input] for tune in tunes])
rise = h[bar].mean(axis=0) - h[~bar].mean(axis=0)
for unit in np.argsort(-rise, kind="stable")[:5]:
    print(f"L{layer}.h[{unit}] is {rise[unit]:+.3f} at {bar.sum()} bar lines")
