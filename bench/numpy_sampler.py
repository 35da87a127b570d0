#!/usr/bin/env python3
"""Tokens a second of a plain NumPy sampler of folk-rnn v2's shape, as folk-rnn's own fast sampler is written.

    numpy_sampler.py SECONDS

Random weights, one tune; prints one number: tokens a second.
"""
import sys
import time

import numpy as np

LAYERS, UNITS, TOKENS = 3, 512, 137


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def main():
    rng = np.random.RandomState(1)
    layers = []
    for layer in range(LAYERS):
        inputs = TOKENS if layer == 0 else UNITS
        layers.append([
            (rng.standard_normal((inputs, 4 * UNITS)) * 0.04).astype("f4"),
            (rng.standard_normal((UNITS, 4 * UNITS)) * 0.04).astype("f4"),
            np.zeros(4 * UNITS, "f4"),
        ])
    output = (rng.standard_normal((UNITS, TOKENS)) * 0.1).astype("f4")
    c = [np.zeros(UNITS, "f4") for _ in range(LAYERS)]
    h = [np.zeros(UNITS, "f4") for _ in range(LAYERS)]
    token, steps = 0, 0
    start = time.perf_counter()
    while time.perf_counter() - start < float(sys.argv[1]):
        for layer, (weight_x, weight_h, bias) in enumerate(layers):
            below = weight_x[token] if layer == 0 else h[layer - 1] @ weight_x
            sums = below + h[layer] @ weight_h + bias
            i, f, g, o = np.split(sums, 4)
            c[layer] = sigmoid(f) * c[layer] + sigmoid(i) * np.tanh(g)
            h[layer] = sigmoid(o) * np.tanh(c[layer])
        z = h[-1] @ output
        p = np.exp(z - z.max()).astype("f8")
        cdf = np.cumsum(p)
        token = int(np.searchsorted(cdf / cdf[-1], rng.random_sample(), side="right"))
        steps += 1
    print(f"{steps / (time.perf_counter() - start):.1f}")


main()
