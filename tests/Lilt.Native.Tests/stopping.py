"""Presses Ctrl-C at known moments and prints what is left: stopping.py MODEL STUDIED-MODEL."""
import json
import os
import signal
import sys
from pathlib import Path

import lilt
from lilt import _native

KEPT_BYTES = 5_000

model = lilt.Model(sys.argv[1])
studied = Path(sys.argv[2]).resolve()
# Beside the networks there may be files of other names that begin with "study".
Path("stopping").mkdir()
os.chdir("stopping")
said = {}


def press_after(results):
    """Presses Ctrl-C when a job has given so many results."""
    taken = _native.Job.next
    count = 0

    def next_one(job):
        nonlocal count
        count += 1
        if count > results:
            _native.Job.next = taken
            os.kill(os.getpid(), signal.SIGINT)
        return taken(job)

    _native.Job.next = next_one


def stopped(work):
    try:
        work()
    except KeyboardInterrupt as fault:
        return fault
    return None


press_after(3)
fault = stopped(lambda: model.generate(seed=5, tunes=1000, limit=60, threads=1))
rest = model.generate(seed=5, tunes=2, first=len(fault.tunes), limit=60)
said["generate"] = [type(fault).__name__, str(fault), [tune.index for tune in [*fault.tunes, *rest]], rest[0].text == model.generate(seed=8, limit=60).text]
press_after(2)
fault = stopped(lambda: model.record(seed=5, tunes=1000, limit=60, sites="h", rng="stream"))
said["record"] = [type(fault).__name__, str(fault), len(fault.tunes)]
press_after(2)
kept = []
fault = stopped(lambda: kept.extend(tune.index for tune in model.generate_each(seed=5, tunes=1000, limit=60)))
said["each"] = [type(fault).__name__, kept]


def study(press=False, **options):
    unfinished = Path("study.control.partial")

    def told(share, what):
        nonlocal press
        if press and unfinished.is_file() and unfinished.stat().st_size >= KEPT_BYTES:
            press = False
            os.kill(os.getpid(), signal.SIGINT)

    return lilt.study("part7", model=studied, seed=1, prime="M:4/4 K:Cmaj", control=99, tunes=10, out="study", progress=told, **options)


def there():
    return sorted(path.name for path in Path().glob("study*"))


fault = stopped(lambda: study(press=True))
said["study"] = [type(fault).__name__, str(fault), there()]
study(resume=True)
said["resumed"] = there()
Path("study").rename("resumed")
study()
files = [path.relative_to("study") for path in Path("study").rglob("*") if path.is_file()]
said["same"] = len(files) > 10 and all((Path("study") / file).read_bytes() == (Path("resumed") / file).read_bytes() for file in files)
json.dump(said, sys.stdout)
