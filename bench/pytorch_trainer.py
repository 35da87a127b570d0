#!/usr/bin/env python3
"""Tokens a second of training a PyTorch nn.LSTM of folk-rnn v2's shape, for bench/compare.sh.

    pytorch_trainer.py THREADS SECONDS LENGTHS [--packed]

LENGTHS: the tunes' lengths in steps, parted by commas, longest first. A step is forward, backward, clipping by norm and Adam, as Lilt's.
--packed hands nn.LSTM packed sequences, else padded ones; tokens that only pad are not counted. Prints one number: tokens a second.
"""
import sys
import time

import torch

LAYERS, UNITS, TOKENS = 3, 512, 137


def main():
    threads, seconds = int(sys.argv[1]), float(sys.argv[2])
    lengths = [int(length) for length in sys.argv[3].split(",")]
    packed = "--packed" in sys.argv
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    embedding = torch.nn.Embedding.from_pretrained(torch.eye(TOKENS))
    lstm = torch.nn.LSTM(TOKENS, UNITS, LAYERS)
    output = torch.nn.Linear(UNITS, TOKENS)
    parameters = list(lstm.parameters()) + list(output.parameters())
    optimiser = torch.optim.Adam(parameters, lr=1e-4)
    steps, tunes, tokens = max(lengths), len(lengths), sum(lengths)
    inputs = torch.randint(TOKENS, (steps, tunes))
    targets = torch.randint(TOKENS, (steps, tunes))
    for tune, length in enumerate(lengths):
        targets[length:, tune] = -100
    target_rows = torch.nn.utils.rnn.pack_padded_sequence(targets, torch.tensor(lengths)).data

    def step():
        optimiser.zero_grad(set_to_none=True)
        x = embedding(inputs)
        if packed:
            hidden = lstm(torch.nn.utils.rnn.pack_padded_sequence(x, torch.tensor(lengths)))[0].data
            loss = torch.nn.functional.cross_entropy(output(hidden), target_rows)
        else:
            hidden = lstm(x)[0]
            loss = torch.nn.functional.cross_entropy(output(hidden).view(-1, TOKENS), targets.view(-1), ignore_index=-100)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()

    step()
    done, start = 0, time.perf_counter()
    while done == 0 or time.perf_counter() - start < seconds:
        step()
        done += 1
    print(f"{done * tokens / (time.perf_counter() - start):.1f}")


main()
