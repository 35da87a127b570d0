"""Prints what is raised for bad input, by name: [class, ancestors, sentence]; errors.py MODEL NO-VOCABULARY READ-ONLY-FOLDER."""
import json
import sys
from pathlib import Path

import lilt
import numpy as np

model = lilt.Model(sys.argv[1])
tune = model.generate(seed=7, limit=60)
recording = model.read(tune, sites="h")
Path("other.bin").write_bytes(b"hello")
Path("cut.json").write_text('{"operations":[{"op":"cut"}]}')
Path("here").mkdir(exist_ok=True)
Path("here/file").write_text("")

CASES = {
    "missing model": lambda: lilt.Model("nowhere.safetensors"),
    "no model": lambda: lilt.Model("other.bin"),
    "folder as model": lambda: lilt.Model("here"),
    "no vocabulary": lambda: lilt.Model(sys.argv[2]),
    "seed": lambda: model.generate(seed=-1),
    "tunes": lambda: model.generate(tunes=0),
    "temperature": lambda: model.generate(temperature=0),
    "limit": lambda: model.generate(limit=0),
    "threads": lambda: model.generate(threads=0),
    "first": lambda: model.generate(first=3, rng="stream"),
    "last seed": lambda: model.generate(seed=4294967295, tunes=3),
    "prime": lambda: model.generate(prime="M:4/4 K:Zzz"),
    "fraction": lambda: model.generate(seed=1.5),
    "unknown option": lambda: model.generate_each(sed=1),
    "token": lambda: model.read([5, 999]),
    "token under 0": lambda: model.read([-1]),
    "no tokens": lambda: model.read([]),
    "floats": lambda: model.read(np.zeros(3)),
    "two axes": lambda: model.read(np.zeros((2, 3), dtype=int)),
    "words": lambda: model.read("M:4/4 C x9 D"),
    "star": lambda: model.read("C * D"),
    "site to keep": lambda: model.read(tune, sites="q"),
    "site not kept": lambda: recording["L1.c"],
    "layer": lambda: recording["L9.h"],
    "site": lambda: recording["L1.q"],
    "operation": lambda: model.with_("cut.json"),
    "operation's layer": lambda: model.with_({"operations": [{"op": "excise", "layer": 9, "units": [1]}]}),
    "missing plan": lambda: model.with_("nowhere.json"),
    "plan is no JSON": lambda: model.with_("{"),
    "values' shape": lambda: model.with_([{"op": "clamp", "site": "L1.h", "units": "all", "value": np.zeros((3, 4))}]),
    "touched nothing": lambda: model.with_([{"op": "add", "site": "L1.h", "units": "all", "value": 1, "steps": [500, 600]}]).generate(limit=20),
    "plan on a plan": lambda: model.with_([]).with_([]),
    "missing recording": lambda: lilt.open_recordings("nowhere.npz"),
    "no recording": lambda: lilt.open_recordings("other.bin"),
    "no folder": lambda: recording.save("nowhere/tune.npz"),
    "kind of study": lambda: lilt.study("part8", out="study"),
    "study's option": lambda: lilt.study("look", out="study", control=3),
    "study's number": lambda: lilt.study("part7", out="study", control=-1),
    "study not there": lambda: lilt.study("look", model=model, out=f"{sys.argv[3]}/study"),
    "study over others": lambda: lilt.study("look", model=model, out="here"),
    "study to go on with": lambda: lilt.study("part7", model=model, out="study", resume=True),
    "study of a plan": lambda: lilt.study("look", model=model.with_([]), out="study"),
    "no study": lambda: lilt.open_study("here"),
    "write to an array": lambda: recording["L1.h"].__setitem__((0, 0), 1),
}


def raised(case):
    try:
        case()
    except Exception as fault:
        return [type(fault).__name__, [of.__name__ for of in type(fault).__mro__], str(fault)]
    return ["nothing", [], ""]


json.dump({name: raised(case) for name, case in CASES.items()}, sys.stdout)
