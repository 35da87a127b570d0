"""Trains a small nn.LSTM in PyTorch, in double precision, on the batches and weights of a JSON file; prints the loss and every
gradient of the first batch, and the loss of every batch, each before its update. Called by PyTorchTests."""
import json
import sys

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
given = json.load(open(sys.argv[1]))
layers, units, tokens = given["layers"], given["units"], given["tokens"]
weights = {name: torch.tensor(value) for name, value in given["weights"].items()}

lstm = torch.nn.LSTM(tokens, units, layers)
linear = torch.nn.Linear(units, tokens)
hidden = torch.nn.Parameter(torch.stack([weights[f"layer.{n + 1}.h0"] for n in range(layers)]))
cell = torch.nn.Parameter(torch.stack([weights[f"layer.{n + 1}.c0"] for n in range(layers)]))
with torch.no_grad():
    for n in range(layers):
        inputs = tokens if n == 0 else units
        for torch_name, name, rows in (("weight_ih", "weight_x", inputs), ("weight_hh", "weight_h", units)):
            gates = [weights[f"layer.{n + 1}.{gate}.{name}"].reshape(rows, units).T for gate in "ifgo"]
            getattr(lstm, f"{torch_name}_l{n}").copy_(torch.cat(gates))
        getattr(lstm, f"bias_ih_l{n}").copy_(torch.cat([weights[f"layer.{n + 1}.{gate}.bias"] for gate in "ifgo"]))
        getattr(lstm, f"bias_hh_l{n}").zero_()
        # Two biases with one gradient each would move twice: the second stays at zero.
        getattr(lstm, f"bias_hh_l{n}").requires_grad_(False)
    linear.weight.copy_(weights["output.weight"].reshape(units, tokens).T)
    linear.bias.copy_(weights["output.bias"])


def loss_of(batch):
    tunes = [torch.tensor(tune) for tune in batch]
    packed = torch.nn.utils.rnn.pack_sequence(
        [torch.nn.functional.one_hot(tune[:-1], tokens).double() for tune in tunes], enforce_sorted=False)
    targets = torch.nn.utils.rnn.pack_sequence([tune[1:] for tune in tunes], enforce_sorted=False).data
    count = len(tunes)
    start = tuple(state.unsqueeze(1).expand(-1, count, -1).contiguous() for state in (hidden, cell))
    out, _ = lstm(packed, start)
    return torch.nn.functional.cross_entropy(linear(out.data), targets)


def gradients():
    named = {"output.weight": linear.weight.grad.T, "output.bias": linear.bias.grad}
    for n in range(layers):
        named[f"layer.{n + 1}.h0"] = hidden.grad[n]
        named[f"layer.{n + 1}.c0"] = cell.grad[n]
        for torch_name, name in (("weight_ih", "weight_x"), ("weight_hh", "weight_h"), ("bias_ih", "bias")):
            for gate, part in zip("ifgo", getattr(lstm, f"{torch_name}_l{n}").grad.chunk(4)):
                named[f"layer.{n + 1}.{gate}.{name}"] = part.T
    return {name: value.reshape(-1).tolist() for name, value in named.items()}


matrices = [p for name, p in lstm.named_parameters() if "weight" in name] + [linear.weight]
others = [p for name, p in lstm.named_parameters() if "bias_ih" in name] + [linear.bias, hidden, cell]
optimiser = torch.optim.AdamW(
    [{"params": matrices, "weight_decay": given["weightDecay"]}, {"params": others, "weight_decay": 0.0}],
    lr=given["rate"], betas=(given["beta1"], given["beta2"]), eps=given["epsilon"])
losses, first = [], None
for batch in given["batches"]:
    optimiser.zero_grad()
    loss = loss_of(batch)
    loss.backward()
    first = first or gradients()
    torch.nn.utils.clip_grad_norm_(matrices + others, given["clipNorm"])
    optimiser.step()
    losses.append(loss.item())
print(json.dumps({"losses": losses, "gradients": first}))
