"""Trains a small LSTM with PyTorch on tunes that it makes up, and saves its state and vocabulary as samples/whole-study.cs reads them.

    python3 samples/torch-state.py STATE.safetensors

The tunes are in 4/4, eight measures of quarters and eighths; few of them end there, so that what the network writes goes on for long. The vocabulary stands beside the state as .json: a list of all tokens in index order.
"""
import json
import random
import struct
import sys
from pathlib import Path

try:
    import torch
except ImportError:
    sys.exit("PyTorch is missing: install python3-torch (or pip install torch), or name a Python that has it in the environment variable PYTHON.")

PADDING = -100
UPDATES, TUNES, UNITS, LAYERS, INPUTS = 150, 16, 64, 2, 24
PITCHES = ["C", "D", "E", "F", "G", "A", "B", "c", "d", "e"]
VOCABULARY = ["<s>", "</s>", "M:4/4", "K:Cmaj", "|", "2", *PITCHES]


def tune(draw: random.Random) -> list[int]:
    tokens, pitch = ["<s>", "M:4/4", "K:Cmaj"], 3
    for _ in range(8):
        left = 8
        while left > 0:
            pitch = min(max(pitch + draw.choice([-2, -1, 1, 2]), 0), len(PITCHES) - 1)
            tokens.append(PITCHES[pitch])
            if left > 1 and draw.random() < 0.3:
                tokens.append("2")
                left -= 1
            left -= 1
        tokens.append("|")
    return [VOCABULARY.index(token) for token in (tokens + ["</s>"] if draw.random() < 1 / 16 else tokens)]


class Network(torch.nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.embedding = torch.nn.Embedding(len(VOCABULARY), INPUTS)
        self.lstm = torch.nn.LSTM(INPUTS, UNITS, LAYERS)
        self.output = torch.nn.Linear(UNITS, len(VOCABULARY))

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        return self.output(self.lstm(self.embedding(tokens))[0])


torch.manual_seed(1)
draw = random.Random(1)
network = Network()
optimizer = torch.optim.Adam(network.parameters(), lr=0.01)
for update in range(UPDATES):
    batch = torch.nn.utils.rnn.pad_sequence([torch.tensor(tune(draw)) for _ in range(TUNES)], padding_value=PADDING)
    loss = torch.nn.functional.cross_entropy(network(batch[:-1].clamp(min=0)).flatten(0, 1), batch[1:].flatten(), ignore_index=PADDING)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"trained {UPDATES} updates, {loss.item():.3f} nats a token")

header, parts = {}, []
for name, values in network.state_dict().items():
    begin = sum(map(len, parts))
    parts.append(struct.pack(f"<{values.numel()}f", *values.flatten().tolist()))
    header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [begin, begin + len(parts[-1])]}
text = json.dumps(header).encode()
state = Path(sys.argv[1])
state.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))
state.with_suffix(".json").write_text(json.dumps(VOCABULARY))
