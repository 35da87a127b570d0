#!/usr/bin/env python3
"""Interchanges a second in a PyTorch nn.LSTM of folk-rnn v2's shape, for bench/compare.sh.

    pytorch_swapper.py READS SECONDS BATCH THREADS [--cell]

Random weights and states. Layer 2 takes another state's h and c, then READS given tokens are read, and after each the
logarithm of the probability of three tokens is kept. Since the tokens are given, nn.LSTM reads them in one call; --cell
steps three nn.LSTMCell by hand in place of it. Prints one number: interchanges a second.
"""
import sys
import time

import torch

LAYERS, UNITS, TOKENS, STATES, LAYER = 3, 512, 137, 256, 1


def main():
    reads, seconds, batch, threads = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    output = torch.nn.Linear(UNITS, TOKENS)
    one_hot = torch.eye(TOKENS)
    by_cell = "--cell" in sys.argv
    if by_cell:
        cells = [torch.nn.LSTMCell(TOKENS if layer == 0 else UNITS, UNITS) for layer in range(LAYERS)]
    else:
        lstm = torch.nn.LSTM(TOKENS, UNITS, LAYERS)
    hidden, memory = torch.rand(LAYERS, STATES, UNITS) - 0.5, torch.rand(LAYERS, STATES, UNITS) - 0.5
    events = torch.tensor([1, 2, 3])

    def swap():
        targets, donors = torch.randint(STATES, (batch,)), torch.randint(STATES, (batch,))
        tokens = torch.randint(TOKENS, (reads, batch))
        h, c = hidden[:, targets], memory[:, targets]
        h[LAYER], c[LAYER] = hidden[LAYER, donors], memory[LAYER, donors]
        if by_cell:
            top = []
            state = [(h[layer], c[layer]) for layer in range(LAYERS)]
            for read in range(reads):
                x = one_hot[tokens[read]]
                for layer, cell in enumerate(cells):
                    x, kept = cell(x, state[layer])
                    state[layer] = (x, kept)
                top.append(x)
            top = torch.stack(top)
        else:
            top, _ = lstm(one_hot[tokens], (h, c))
        return torch.softmax(output(top), dim=-1)[..., events].sum(-1).log()

    with torch.inference_mode():
        for _ in range(3):
            swap()
        swaps, start = 0, time.perf_counter()
        while time.perf_counter() - start < seconds:
            swap()
            swaps += batch
        print(f"{swaps / (time.perf_counter() - start):.1f}")


main()
