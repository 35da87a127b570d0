"""Does the state of one layer say how far the measure is? Put into another tune, it should bring its own place along.

    python3 interchange.py [MODEL [LAYER]]

Takes c and h of a layer where one tune is about to write a bar and puts them into another tune in the middle of a measure; prints the probability of a bar
at the steps from there on, without and with them.
"""
import sys
from fractions import Fraction

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
layer = int(sys.argv[2]) if len(sys.argv) > 2 else 2
source, target = model.record(seed=1), model.record(seed=2)
before = next(place.step for place in source.places() if place.is_bar and place.step >= 30)
at = next(place.step for place in target.places() if place.onset == Fraction(1, 4) and place.step >= 40)
state = {"op": "patch", "site": [f"L{layer}.c", f"L{layer}.h"], "units": "all", "recording": source, "at": before, "steps": [at, at]}
without = np.exp(target.log_probabilities("Measure"))
patched = np.exp(model.with_([state]).read(target).log_probabilities("Measure"))
for step in range(at - 1, min(at + 12, len(target))):
    print(f"{step} {model.vocabulary[target.input[step]]}: P(bar) {without[step]:.4f}, patched {patched[step]:.4f}")
