"""Prints the picture of the packages' own pages: the probability of a bar line, by the shipped network."""
import lilt
import numpy as np

BLOCKS = "▁▂▃▄▅▆▇█"
model = lilt.Model()
donor, target = (model.record(seed=seed, prime="M:4/4 K:Cmaj") for seed in (1, 2))
swap = {"op": "patch", "site": ["L2.c", "L2.h"], "units": "all", "recording": donor, "at": 43, "steps": [60, 60], "edge": "recurrent"}
print("eighths gone since the bar     3 4 5 6 7 8")
for name, network in ("as the network wrote it", model), ("layer 2 from two eighths on", model.with_([swap])):
    bars = np.exp(network.read(target).log_probabilities("Measure"))[60:66]
    print(f"{name:<31}" + " ".join(BLOCKS[int(7 * p + 0.5)] for p in bars))
