"""Has one network units that do what those of another do?

    python3 two-models.py [MODEL [OTHER [LAYER [TUNES]]]]

The other network writes 12 tunes, both read them (tokens go by their texts), and for each unit of the other's layer the unit of the one is found whose h
goes most like it, by |r| over all steps; prints the median and the best five. Without OTHER it is a small network made to count, whose counting units are
known.
"""
import sys

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
other = lilt.Model(sys.argv[2]) if len(sys.argv) > 2 else lilt.Model.planted("counters", units=64, seed=1)
site = f"L{sys.argv[3] if len(sys.argv) > 3 else 1}.h"
tunes = other.generate(tunes=int(sys.argv[4]) if len(sys.argv) > 4 else 12)


def standard(network):
    h = np.concatenate([tune[site] for tune in network.read_each(tunes, sites="h")]).astype(float)
    h -= h.mean(axis=0)
    size = np.sqrt((h * h).sum(axis=0))
    return np.divide(h, size, out=np.zeros_like(h), where=size > 0)


r = standard(other).T @ standard(model)
best = np.abs(r).argmax(axis=1)
found = r[np.arange(len(r)), best]
print(f"median of the best |r| of {len(r)} units: {np.sort(np.abs(found))[::-1][len(r) // 2]:.3f}")
for unit in np.argsort(-np.abs(found), kind="stable")[:5]:
    print(f"{site}[{unit}] of the other goes like {site}[{best[unit]}] of the one: r = {found[unit]:+.3f}")
