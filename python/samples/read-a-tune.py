"""What does layer 2 hold while the network reads a tune of one's own?

    python3 read-a-tune.py [MODEL [ABC-FILE]]

Prints the tune in the network's tokens, moved to C, and at each step the unit of layer 2 whose h is the largest; writes layer
2's h, [T, H], to a .npy file.
"""
import sys
import tempfile
from pathlib import Path

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
abc = Path(sys.argv[2]).read_text() if len(sys.argv) > 2 else "X:1\nM:6/8\nL:1/8\nK:G\nG2 B d2 g|fed cAF|G2 B d2 g|fef g3:|\n"
tune = model.read(abc, sites="h")
h = tune["L2.h"]
for step, loudest in enumerate(np.abs(h).argmax(axis=1)):
    print(f"{step:3} reads {model.vocabulary[tune.input[step]]:<7} L2.h[{loudest}] = {h[step, loudest]:.3f}")
path = Path(tempfile.gettempdir()) / "layer-2.npy"
np.save(path, h)
print(f"{tune.text}\nh of layer 2, [{len(h)}, {h.shape[1]}], is in {path}")
