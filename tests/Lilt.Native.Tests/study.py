"""Makes a study of each kind as the command line is asked for one, and opens them: study.py MODEL FOLDER."""
import json
import sys

import lilt

model, folder = sys.argv[1:]
lilt.study("part7", model=model, seed=3, prime="M:4/4 K:Cmaj", limit=200, control=3, tunes=2, out=f"{folder}/part7")
lilt.study("look", model=model, seed=3, out=f"{folder}/look")
study = lilt.study("causes", seed=7, tunes=12, pairs=20, quick=True, out=f"{folder}/causes")
opened = lilt.open_study(f"{folder}/part7")
recording = opened.recordings("recording.npz")[0]
json.dump(
    {
        "kind": opened.kind,
        "verdicts": len(opened.verdicts),
        "summary": opened.summary,
        "figures": sorted(opened.figures),
        "rows": len(opened.table("steps.csv")),
        "steps": len(recording),
        "plan": lilt.Model(model).with_(opened.plan("plans/cut-layer-1.json")).plan is not None,
        "page": opened.page is not None,
        "causes": study.kind,
    },
    sys.stdout,
)
