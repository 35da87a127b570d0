"""How much counting is left without the k units that beat most with the measures?

    python3 lesion-curve.py [MODEL [LAYER [TUNES]]]

Ranks a layer's units by their share of power in the band of the measures of one tune, cuts the top k, and lets the network write 12 tunes for each k with
the same random numbers; prints the share of measures that are strictly counted.
"""
import sys

import lilt

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
layer = int(sys.argv[2]) if len(sys.argv) > 2 else 1
tunes = int(sys.argv[3]) if len(sys.argv) > 3 else 12
ranked = model.record(sites="h").units_by_band(f"L{layer}.h")
for size in (0, 16, 32, 64, 128, 256):
    cut = model.with_([{"op": "excise", "layer": layer, "units": ranked[:size]}]) if size else model
    counts = [tune.count() for tune in cut.generate(seed=1000, tunes=tunes)]
    measures = sum(count.measures for count in counts)
    print(f"{size} units cut: {sum(count.strictly_counted for count in counts) / measures:.3f} of {measures} measures")
