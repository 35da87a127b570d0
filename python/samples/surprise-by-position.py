"""How surprising is what a network writes, by its place in the measure?

    python3 surprise-by-position.py [MODEL [TUNES [HEADER]]]

Prints the mean surprise, in bits, of the tokens that stand at each place of a measure and of the bars behind measures of each length, over 200 tunes in 4/4.
"""
import sys
from collections import defaultdict

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
tunes = int(sys.argv[2]) if len(sys.argv) > 2 else 200
header = sys.argv[3] if len(sys.argv) > 3 else "M:4/4"
places = defaultdict(list)
for tune in model.record_each(tunes=tunes, prime=header, sites="posterior"):
    bits = tune.surprise()
    for place in tune.places():
        places[place.is_bar, place.onset].append(bits[place.step])
for (is_bar, onset), bits in sorted(places.items()):
    if len(bits) >= tunes:
        print(f"{'bar after' if is_bar else 'at'} {onset}: {np.mean(bits):.2f} bits")
