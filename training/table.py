"""Tables: a CatBoost model as the bytes that `src/model.rs` reads. The layout is described there."""
import json
import struct

import numpy as np


def name_hash(names):
    """FNV-1a over the names, a line end after each."""
    value = 0x811C9DC5
    for byte in "".join(name + "\n" for name in names).encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def write(model, columns, path, work):
    """Writes the table of a model whose trees ask one question per level; gives its size in bytes."""
    model.save_model(work, format="json")
    return write_saved(work, columns, path)


def write_saved(work, columns, path):
    """The same for a model that has been saved as JSON."""
    with open(work, encoding="utf-8") as file:
        told = json.load(file)
    trees = told["oblivious_trees"]
    depth = max(len(tree["splits"] or []) for tree in trees)
    scale, bias = told["scale_and_bias"]
    outputs = len(bias)
    splits, leaves = [], []
    for tree in trees:
        asked = []
        for split in tree["splits"] or []:
            asked.append(struct.pack("<Hf", split["float_feature_index"], split["border"]))
        # A shallower tree asks its last question again: the leaves between are never reached.
        values = np.array(tree["leaf_values"], float).reshape(-1, outputs) * scale
        while len(asked) < depth:
            if not asked:
                asked.append(struct.pack("<Hf", 0, 0.0))
                values = np.repeat(values, 2, axis=0)
            else:
                values = repeat_last(values, len(asked))
                asked.append(asked[-1])
        splits += asked
        leaves.append(values)
    # Eight bits a leaf: later trees correct less, so each tree has a unit of its own.
    bits = 20
    whole, shifts = [], []
    for values in leaves:
        largest = float(np.abs(values).max()) * 2 ** bits
        shift = 0
        while largest > 127.49 * 2 ** shift:
            shift += 1
        shifts.append(shift)
        whole.append(np.round(values * 2 ** bits / 2 ** shift).astype("i1").reshape(-1))
    begin = np.round(np.array(bias, float) * 2 ** bits).astype("<i4")
    table = b"CLM3" + struct.pack("<IHBBH", name_hash(columns), len(trees), depth, outputs, bits)
    table += begin.tobytes() + b"".join(splits)
    table += bytes(shifts)
    table += np.concatenate(whole).tobytes()
    with open(path, "wb") as file:
        file.write(table)
    return len(table)


def repeat_last(values, depth):
    """Leaves of a tree one level deeper, whose new question is the one before it."""
    half = 1 << (depth - 1)
    deeper = np.zeros((values.shape[0] * 2, values.shape[1]))
    # Bit depth-1 of a leaf's number is the last answer; the new bit repeats it.
    deeper[:half] = values[:half]
    deeper[half:2 * half] = values[:half]
    deeper[2 * half:3 * half] = values[half:]
    deeper[3 * half:] = values[half:]
    return deeper
