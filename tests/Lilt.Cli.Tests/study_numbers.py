"""Makes numbers of a study again with NumPy from its recording alone, by formulas of its own, and prints those that differ.

Usage: study_numbers.py STUDY. Numbers in study.json have seven significant digits.
"""

import json
import sys

import numpy as np

folder = sys.argv[1]
study = json.load(open(f"{folder}/study.json"))
figures = study["figures"]
recording = np.load(f"{folder}/recording.npz")
h = recording["h"].astype(float)
posterior = recording["posterior"].astype(float)
output = recording["output"]
steps, layers, units = h.shape
texts = figures["posterior"]["vocabulary"]
written = [texts[token] for token in output]
compared = 0


def same(name, found, expected, tolerance=2e-6):
    global compared
    compared += 1
    found = np.asarray(found, dtype=float)
    expected = np.asarray(expected, dtype=float)
    if found.shape != expected.shape:
        print(f"{name}: {found.shape} numbers, expected {expected.shape}")
    elif not np.all(np.abs(found - expected) <= tolerance * np.maximum(1e-3, np.abs(expected))):
        worst = int(np.argmax(np.abs(found - expected)))
        print(f"{name}: {found.flat[worst]}, expected {expected.flat[worst]}")


# Figure 1: the tune is what was recorded.
assert figures["tune"]["tune"]["tokens"] == written

# Figures 2 to 4.
for layer in range(layers):
    values = h[:, layer]
    same("active share", figures["hiddenStates"]["layers"][layer]["activeShare"], np.mean(np.abs(values) > np.float32(0.1)))
    density = figures["activationDensities"]["layers"][layer]
    same("share under a tenth", density["shareUnderTenth"], np.mean(np.abs(values) < np.float32(0.1)))
    apart = values - values.mean()
    same("kurtosis", density["kurtosis"], np.mean(apart**4) / np.mean(apart**2) ** 2)
    same("largest", figures["largestActivations"]["layers"][layer]["largest"], np.sort(np.abs(values).max(axis=0))[::-1])

# Figure 6: the measure interval, the band, and the units with the largest fraction of power in it.
bars = [step for step, text in enumerate(written) if text in ("|", "|:", ":|", "|1", "|2")]
gaps = [gap for gap in np.diff(bars) if gap > 1]
interval = float(np.median(gaps))
same("measure interval", figures["excision"]["measureInterval"], interval)
points = 1
while points < 8 * steps:
    points *= 2
frequencies = np.arange(points // 2 + 1) / points
low, high = 1 / (interval * 1.035), 1 / (interval * 0.965)
if high - low < 1 / points:
    low, high = 1 / interval - 0.5 / points, 1 / interval + 0.5 / points
same("band", figures["excision"]["band"], [1 / high, 1 / low])
window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(steps) / (steps - 1))
spectra = np.abs(np.fft.rfft(h * window[:, None, None], points, axis=0))
inside = (frequencies >= low - 1e-9 / points) & (frequencies <= high + 1e-9 / points)
if not inside.any():
    inside[np.argmin(np.abs(frequencies - (low + high) / 2))] = True
# The main lobe ends where the window's transform is first 0.
fine = np.linspace(1 / steps, 3 / steps, 20001)
response = np.array([np.sum(window * np.cos(2 * np.pi * f * (np.arange(steps) - (steps - 1) / 2))) for f in fine])
null = fine[np.argmax(np.diff(np.sign(response)) != 0)]
beyond = np.arange(len(frequencies)) >= np.ceil(null * points)
fractions = (spectra[inside] ** 2).sum(axis=0) / (spectra[beyond] ** 2).sum(axis=0)
for layer in range(layers):
    order = np.argsort(-fractions[layer], kind="stable")
    taken = order[: int(np.floor(0.33 * units + 0.5))]
    same("cut units", figures["excision"]["cuts"][layer]["units"], np.sort(taken))

# Figure 7.
means = spectra.mean(axis=2)
errors = spectra.std(axis=2, ddof=1) / np.sqrt(units)
curves = {curve["name"]: curve for curve in figures["meanSpectra"]["panel"]["curves"]}
for layer in range(layers):
    curve = curves[f"layer {layer + 1}"]
    same("mean spectrum", curve["decibels"], 20 * np.log10(means[:, layer] / means[:, 0].max()))
    lower = np.maximum(means[:, layer] - errors[:, layer], means[:, 0].max() * 10**-7.5)
    same("lower edge", np.maximum(curve["low"], -150), 20 * np.log10(lower / means[:, 0].max()), 2e-5)

# Figure 12: what returns.
shares = [np.mean(output[lag:] == output[: steps - lag]) for lag in range(1, steps // 2 + 1)]
same("self-match", figures["recurrences"]["selfMatch"], shares)

# Figure 13.
same("surprise", figures["posterior"]["surprise"], -np.log2(posterior[np.arange(steps), output]), 1e-5)

# Figure 14: the point-biserial correlation over the steps after the header and before the end.
first = 0
while written[first].startswith(("M:", "K:")):
    first += 1
last = steps - (written[-1] == "</s>")
read = ["<s>"] + written[:-1]
for unit in figures["boundUnits"]["units"]:
    values = h[first:last, unit["layer"] - 1, unit["unit"]]
    values = np.abs(values) if unit["signal"] == "|h|" else values
    if unit["chosenFor"] == "power":
        same("power", unit["unit"], np.argmax(fractions[unit["layer"] - 1]))
        continue
    tokens = read if unit["chosenFor"] == "read" else written
    events = np.array([text in ("|", "|:", ":|", "|1", "|2") for text in tokens[first:last]], dtype=float)
    same("r", unit["r"], np.corrcoef(values, events)[0, 1], 1e-5)

print(f"{compared} compared")
