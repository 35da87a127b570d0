"""How surprised is a model by tunes that it was not trained on?

    python3 nats-a-token.py [MODEL [TUNES]]

TUNES is a file of tunes in tokens, one a line. Prints the mean of −log p, in nats, over their tokens; the end token counts, the start token does not.
Without a file the network reads 20 tunes of its own: what it makes of those is the entropy of what it writes.
"""
import math
import sys
from pathlib import Path

import lilt
import numpy as np

model = lilt.Model(sys.argv[1] if len(sys.argv) > 1 else None)
texts = Path(sys.argv[2]).read_text().splitlines() if len(sys.argv) > 2 else model.generate(tunes=20)
bits = np.concatenate([tune.surprise() for tune in model.read_each(texts, sites="posterior")])
print(f"{model.name}: {bits.mean() * math.log(2):.4f} nats a token over {len(bits)} tokens")
