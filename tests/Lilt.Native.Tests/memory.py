"""Prints whether arrays outlive what they came from, and how much memory many recordings leave: memory.py, by the shipped network."""
import gc
import json
import resource
import sys

import lilt
import numpy as np

TUNES = 60

model = lilt.Model()
tune = model.generate(seed=42)
whole = model.read(tune)
layer = whole["L2.h"]
same = np.shares_memory(layer, whole["h"]) and np.shares_memory(whole["h"], whole["h"][3:])
expected = layer.copy()
size = sum(whole[site].nbytes for site in whole.sites)
del whole
gc.collect()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(TUNES):
    model.read(tune)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kilobytes = size / 1024
json.dump({"same": bool(same), "outlives": bool(np.array_equal(layer, expected)), "recordings": (after - before) / kilobytes, "of": TUNES}, sys.stdout)
