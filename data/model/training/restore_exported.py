"""Makes a checkpoint of the file that ships, so that training can go on from it: weights are what int8 left of them.

python restore_exported.py --model .. --out reader.pt
"""

import argparse
import json
import os

import onnx
import torch
from onnx import numpy_helper

from model import Reader, save

#: The layers that multiply by a matrix, in the order in which the graph does.
IN_A_LAYER = ("query_key_value", "attended", "widen", "narrow")
AFTER_THE_LAYERS = (
    "tags", "upos", "xpos", "lemma", "name_hidden", "names", "arc_dependent", "arc_head", "arc_weight", "arc_bias",
    "label_dependent", "label_head", "label_weight", "label_of_dependent", "label_of_head",
)
TASKS = ("tags", "names", "tree")


def stored_weights(graph):
    """Every initializer as floats, by the name that it had before it was made small."""
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    result = {}
    for name, array in arrays.items():
        if name.endswith(".scale"):
            continue
        if name.endswith(".int8"):
            name = name.removesuffix(".int8")
            array = array.astype("float32") * arrays[name + ".scale"]
        result[name] = torch.from_numpy(array.copy())
    return result


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", required=True, help="folder of english.onnx, english.json and english.vocab.txt")
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    place = lambda name: os.path.join(options.model, name)
    with open(place("english.json"), encoding="utf-8") as file:
        description = json.load(file)
    with open(place("english.vocab.txt"), encoding="utf-8") as file:
        vocabulary = file.read().split("\n")[:-1]
    inventory = {kind: description[kind] for kind in ("upos", "xpos", "labels", "lemmas", "names")}
    weights = stored_weights(onnx.load(place("english.onnx")).graph)
    layers = sum(name.endswith("query_key_value.bias") for name in weights)
    reader = Reader(len(vocabulary), len(description["casing"]), {k: len(v) for k, v in inventory.items()}, layers)

    state = {name.removeprefix("reader."): w for name, w in weights.items() if name.startswith("reader.")}
    number = lambda name: int(name.rsplit("_", 1)[1])
    matrices = sorted((name for name in weights if name.startswith("onnx::MatMul_")), key=number)
    places = [*(f"layers.{n}.{part}" for n in range(layers) for part in IN_A_LAYER), *AFTER_THE_LAYERS]
    for name, part in zip(matrices, places, strict=True):
        state[f"{part}.weight"] = weights[name].T.contiguous()
    # the mixes of layers are exported as what their softmax gave
    shares = sorted((name for name in weights if name.startswith("onnx::Mul_")), key=number)
    for index, task in enumerate(TASKS):
        mine = torch.stack([weights[name] for name in shares[index * layers : (index + 1) * layers]])
        state[f"mix.{task}.weights"] = torch.log(mine.clamp(min=1e-9))
    reader.load_state_dict(state)
    save(reader, inventory, vocabulary, options.out)


if __name__ == "__main__":
    main()
