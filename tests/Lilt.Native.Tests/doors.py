"""Prints what is raised for bad input by name, its sentence alone: doors.py MODEL; the other two doors are in ThreeDoorsTests."""
import json
import os
import sys

import lilt

model = lilt.Model(sys.argv[1])
recording = model.record(seed=7, limit=60, sites="h")
here = os.getcwd()


def plan(name):
    return lambda: model.with_(f"{here}/{name}").generate(limit=20)


CASES = {
    "model without a vocabulary": lambda: lilt.Model(f"{here}/state.safetensors"),
    "no model": lambda: lilt.Model(f"{here}/other.bin"),
    "folder as a model": lambda: lilt.Model(f"{here}/folder"),
    "plan that is no JSON": plan("text.json"),
    "operation that is none": plan("cut.json"),
    "layer that is not there": plan("layer.json"),
    "unit that is not there": plan("unit.json"),
    "array of a wrong shape": plan("wide.json"),
    "array of a wrong type": plan("double.json"),
    "array that is not there": plan("lacking.json"),
    "recording of a plan that is not there": plan("nowhere.json"),
    "operation that touched nothing": plan("never.json"),
    "plan that is not there": plan("none.json"),
    "folder as a plan": plan("folder"),
    "no recording": lambda: lilt.open_recordings(f"{here}/other.bin"),
    "recording that is not there": lambda: lilt.open_recordings(f"{here}/none.npz"),
    "folder as a recording": lambda: lilt.open_recordings(f"{here}/folder"),
    "file in a folder that is not there": lambda: recording.save(f"{here}/none/tune.npz"),
    "file where nothing can be written": lambda: recording.save("/proc/tune.npz"),
    "file that is a folder": lambda: recording.save(f"{here}/folder"),
    "study where nothing can be written": lambda: lilt.study("look", model=model, out="/proc/study"),
    "study over other things": lambda: lilt.study("look", model=model, out=f"{here}/folder"),
    "study over other things by force": lambda: lilt.study("look", model=model, out=f"{here}/folder", force=True),
    "study that is a file": lambda: lilt.study("look", model=model, out=f"{here}/other.bin"),
    "no study": lambda: lilt.open_study(f"{here}/folder"),
    "text without tokens": lambda: model.read(""),
}


def said(case):
    try:
        case()
    except lilt.Error as fault:
        return str(fault)
    return "nothing was raised"


json.dump({name: said(case) for name, case in CASES.items()}, sys.stdout)
