"""Opens a network saved by this site, and lets it read digits. NumPy is all it takes.

    python open_network.py classic.safetensors digits.json

digits.json holds pictures of 784 numbers from 0 to 1; out come the ten scores of each.
"""

import json
import sys

import numpy as np

KINDS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I8": "<i1"}


def read_safetensors(path):
    data = open(path, "rb").read()
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])

    def tensor(name):
        entry = header[name]
        first, end = (start + at for at in entry["data_offsets"])
        flat = np.frombuffer(data[first:end], KINDS[entry["dtype"]])
        return flat.reshape(entry["shape"]).astype(float)

    network = []
    while (name := f"layers.{len(network)}.weight") in header:
        w = tensor(name)
        if name + "_scale" in header:  # bytes, with a scale a neuron
            w = w * tensor(name + "_scale")
        network.append((w, tensor(name.replace("weight", "bias"))))
    return network


def read_json(path):
    model = json.load(open(path))
    pairs = zip(model["weights"], model["biases"])
    return [(np.array(w), np.array(b).ravel()) for w, b in pairs]


def scores(network, a):
    for w, b in network:
        a = 1 / (1 + np.exp(-(w @ a + b)))
    return a


if __name__ == "__main__":
    path, digits = sys.argv[1:]
    read = read_json if path.endswith(".json") else read_safetensors
    network = read(path)
    pictures = np.array(json.load(open(digits)))
    print(json.dumps([scores(network, x).tolist() for x in pictures]))
