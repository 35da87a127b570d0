"""What does the whole study find on a network?

    python3 whole-study.py [MODEL [VOCABULARY.json [SETS [FOLDER]]]]

Prints where the study lies, what it sums up and each of its verdicts.
Asks something else than samples/whole-study.cs, which trains a network first.
"""
import sys
import tempfile
from pathlib import Path

import lilt

model = lilt.Model(*(sys.argv[1:3] or [None]))
sets = int(sys.argv[3]) if len(sys.argv) > 3 else 5
folder = Path(sys.argv[4] if len(sys.argv) > 4 else tempfile.mkdtemp()) / "study"
study = lilt.study("part7", model=model, seed=42, control=sets, tunes=3, out=folder)
print(f"{model.shape}: {study.path}", *study.summary, *(verdict["sentence"] for verdict in study.verdicts), sep="\n")
