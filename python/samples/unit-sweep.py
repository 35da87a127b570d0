"""Without which single units does a network no longer know when the bar is due?

    python3 unit-sweep.py [MODEL [LAYER [TUNES [UNITS]]]]

Cuts each unit of a layer alone while the network reads 4 of its own tunes; prints by how many nats the mean log P(bar) where a bar stands changes, for the 10
units without which it falls most.
Asks something else than samples/unit-sweep.cs, which asks for the contrast of bars with what stands one note earlier.
"""
import sys

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
layer = int(sys.argv[2]) if len(sys.argv) > 2 else 2
tunes = model.generate(tunes=int(sys.argv[3]) if len(sys.argv) > 3 else 4)
units = int(sys.argv[4]) if len(sys.argv) > 4 else model.shape.units
kinds = np.array(model.vocabulary.kinds)
bar = np.concatenate([kinds[tune.tokens[1:]] == "Measure" for tune in tunes])


def at_bars(network):
    return np.concatenate([tune.log_probabilities("Measure") for tune in network.read_each(tunes, sites="posterior")])[bar].mean()


whole = at_bars(model)
print(f"mean log P(bar) at {bar.sum()} bars of the whole network: {whole:.3f} nats")
change = np.array([at_bars(model.with_([{"op": "excise", "layer": layer, "units": [unit]}])) for unit in range(units)]) - whole
for unit in np.argsort(change, kind="stable")[:10]:
    print(f"without L{layer}.h[{unit}]: {change[unit]:+.3f}")
