"""What would a probe be fitted to? States of a layer with their place in the measure.

    python3 states.py [MODEL [STATES [FOLDER]]]

Writes states.npy, [50000, H], h of layer 2 after each step, and places.npy, [50000, 4]: tune, measure, place in the measure in whole notes, and 1 where a
bar is written; prints where they are.
"""
import os
import sys
import tempfile

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
most = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
folder = sys.argv[3] if len(sys.argv) > 3 else os.path.join(tempfile.gettempdir(), "")
states, places = [], []
for index, tune in enumerate(model.record_each(tunes=most, sites="h")):
    of = tune.places()[: most - len(places)]
    states.append(tune["L2.h"][[place.step for place in of]])
    places += [(index, place.measure, place.onset, place.is_bar) for place in of]
    if len(places) == most:
        break
np.save(os.path.join(folder, "states.npy"), np.concatenate(states))
np.save(os.path.join(folder, "places.npy"), np.array(places, dtype=np.float32))
print(f"{most} states of {places[-1][0] + 1} tunes are in {folder}: states.npy, places.npy")
