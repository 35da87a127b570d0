#!/usr/bin/env python3
"""Tokens a second of a PyTorch nn.LSTM of folk-rnn v2's shape, sampling free-running, for bench/compare.sh.

    pytorch_sampler.py BATCH THREADS SECONDS [--cell]

Random weights; every tune of the batch feeds its drawn token back. Prints one number: tokens a second.
--cell steps three nn.LSTMCell by hand in place of nn.LSTM, the other way people write it.
"""
import sys
import time

import torch

LAYERS, UNITS, TOKENS = 3, 512, 137


def main():
    batch, threads, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    embedding = torch.nn.Embedding.from_pretrained(torch.eye(TOKENS))
    output = torch.nn.Linear(UNITS, TOKENS)
    by_cell = "--cell" in sys.argv
    if by_cell:
        cells = [torch.nn.LSTMCell(TOKENS if layer == 0 else UNITS, UNITS) for layer in range(LAYERS)]
        state = [(torch.zeros(batch, UNITS), torch.zeros(batch, UNITS)) for _ in range(LAYERS)]
    else:
        lstm = torch.nn.LSTM(TOKENS, UNITS, LAYERS)
        state = (torch.zeros(LAYERS, batch, UNITS), torch.zeros(LAYERS, batch, UNITS))
    token = torch.zeros(batch, dtype=torch.long)
    with torch.inference_mode():
        def step(token, state):
            x = embedding(token)
            if by_cell:
                new = []
                for cell, (h, c) in zip(cells, state):
                    x, c = cell(x, (h, c))
                    new.append((x, c))
                hidden, state = x, new
            else:
                hidden, state = lstm(x.unsqueeze(0), state)
                hidden = hidden[0]
            posterior = torch.softmax(output(hidden), dim=-1)
            return torch.multinomial(posterior, 1)[:, 0], state

        for _ in range(5):
            token, state = step(token, state)
        steps, start = 0, time.perf_counter()
        while time.perf_counter() - start < seconds:
            token, state = step(token, state)
            steps += 1
        print(f"{steps * batch / (time.perf_counter() - start):.1f}")


main()
