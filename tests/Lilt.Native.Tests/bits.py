"""Prints what a model makes, each array by the SHA-256 of its bytes: bits.py MODEL CUT.json; read by PackageBitsTests."""
import hashlib
import json
import sys

import lilt
import numpy as np

TUNE = "M:4/4 K:Cmaj C 2 D 2 E F | G 2 c 2 |"


def sha(values):
    return hashlib.sha256(np.ascontiguousarray(values).tobytes()).hexdigest()


def recording(of):
    names = ["input", "output", *of.sites, *(f"L{layer}.{letter}" for layer in range(1, of.layers + 1) for letter in "ifgoch")]
    return {
        "steps": len(of),
        "text": of.text,
        "surprise": sha(of.surprise()),
        "bar": sha(of.log_probabilities("Measure")),
        "places": [[place.step, place.measure, str(place.onset), place.is_bar] for place in of.places()],
        "sites": {name: sha(of[name]) for name in names},
        "shapes": [list(of["L1.h"].shape), str(of["L1.h"].dtype), list(of["posterior"].shape)],
        "writable": any(of[name].flags.writeable for name in names),
    }


model = lilt.Model(sys.argv[1])
cut = model.with_(sys.argv[2])
tune = model.generate(seed=7, limit=60)
many = model.generate(seed=11, tunes=9, temperature=0.8, prime="M:4/4", limit=60, threads=2)
read = model.read(tune)
patch = [
    {"op": "patch", "site": ["L1.c", "L1.h"], "units": "all", "recording": model.record(seed=5, limit=60), "at": 6, "steps": [9, 9]},
    {"op": "add", "site": "L2.h", "units": "all", "value": np.full((1, model.shape.units), 0.25)},
]
json.dump(
    {
        "native": lilt.native,
        "lanes": lilt.lanes,
        "version": lilt.__version__,
        "shape": list(model.shape),
        "hash": model.hash,
        "name": model.name,
        "vocabulary": list(model.vocabulary),
        "kinds": list(model.vocabulary.kinds),
        "tune": tune.tokens.tolist(),
        "abc": tune.abc(),
        "moved": tune.abc("D"),
        "many": [[one.index, one.seed, one.cut, one.near_draws, one.text] for one in many],
        "webapp": [one.text for one in model.generate(seed=3, tunes=2, rng="webapp", prime="M:4/4 *", limit=40)],
        "stream": [one.text for one in model.generate(seed=3, tunes=2, rng="stream", limit=40)],
        "count": list(tune.count()[:4]),
        "read": recording(read),
        "text": recording(model.read(TUNE)),
        "recorded": [recording(of) for of in model.record(seed=11, tunes=2, prime="M:4/4", limit=60)],
        "cut": [cut.generate(seed=7, limit=60).text, recording(cut.read(tune))],
        "patched": recording(model.with_(patch).read(tune)),
        "band": read.units_by_band("L1.h", (2.5, 6)).tolist(),
    },
    sys.stdout,
)
