"""Writes a trained reader as ONNX with int8 weights, and checks that it answers as PyTorch does.

python export.py --reader run/reader.pt --out ../

The weights of the large matrices are stored as int8, one scale an output channel, and turned to floats in the graph
by Cast and Mul, which the run time folds when it loads; the encoder's large products are then done in integers
(`integer_products.py`). A sentence's result never depends on what else is in its batch. The reference answers are those
of the graph whose arithmetic is all float32.
"""

import argparse
import json
import os

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from batches import Sentences, batches_of
from integer_products import with_integer_products
from measures import best_tags, legal_transitions
from model import restore
from word_pieces import CASING, WordPieces

OPSET = 17
OUTPUTS = ["upos", "xpos", "lemma", "names", "arcs", "labels", "best_labels", "best_label_probability"]
REFERENCE = [
    "The foreign minister of Norway , Jonas Eide , flew to Geneva on 3 March for talks with the World Health Organization .",
    "They did n't say why the company had sold 40 % of its shares for $ 2.5 million last week .",
    "MAYOR OF LYON OPENS SECOND TRAM LINE",
    "“ We 'll be ready by Sept. 5 , ” said Dr. Amara Okafor , who leads the U.N. mission in Mali .",
    "the 28 - year - old striker scored twice in São Paulo 's first final since 2011",
]


class Exported(torch.nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, input_ids, casing, attention_mask, word_starts):
        result = self.reader(input_ids, casing, attention_mask, word_starts)
        labels = self.reader.labels_everywhere(result["label_dependent"], result["label_head"])
        best = labels.argmax(-1)
        probability = torch.softmax(labels, dim=-1).amax(-1)
        return (*(result[k] for k in ("upos", "xpos", "lemma", "names", "arcs")), labels, best, probability)


def inputs_of(sentences):
    """One batch a sentence, without padding."""
    for batch in batches_of(sentences, 1):
        yield batch["numbers"][0], {k: batch[k] for k in ("input_ids", "casing", "attention_mask", "word_starts")}


def write_graph(reader, example, path):
    torch.onnx.export(
        Exported(reader).eval(), tuple(example.values()), path, opset_version=OPSET, dynamo=False,
        input_names=list(example), output_names=OUTPUTS,
        dynamic_axes={
            "input_ids": {0: "B", 1: "T"}, "casing": {0: "B", 1: "T"}, "attention_mask": {0: "B", 1: "T"},
            "word_starts": {0: "B", 1: "W"}, **{name: {0: "B", 1: "W"} for name in OUTPUTS},
            **{name: {0: "B", 1: "W", 2: "H"} for name in OUTPUTS[4:]},
        },
    )


def quantised(matrix, axis):
    """Symmetric int8 with one scale a channel along `axis`."""
    other = tuple(i for i in range(matrix.ndim) if i != axis)
    scale = np.abs(matrix).max(axis=other, keepdims=True) / 127.0
    scale = np.where(scale == 0, 1.0, scale).astype(np.float32)
    return np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8), scale


def with_small_weights(model, smallest=4096):
    graph = model.graph
    used_by = {}
    for node in graph.node:
        for position, name in enumerate(node.input):
            used_by.setdefault(name, []).append((node, position))
    added, removed, fresh = [], [], []
    for weight in list(graph.initializer):
        matrix = numpy_helper.to_array(weight)
        if matrix.dtype != np.float32 or matrix.ndim != 2 or matrix.size < smallest:
            continue
        uses = used_by.get(weight.name, [])
        gathers = [node for node, position in uses if node.op_type == "Gather" and position == 0]
        by_row = bool(gathers) or all(node.op_type in ("Slice", "Gather") for node, _ in uses)
        transposed = any(node.op_type == "Gemm" and any(a.name == "transB" and a.i for a in node.attribute) for node, _ in uses)
        whole, scale = quantised(matrix, 0 if by_row or transposed else 1)
        stored, scales = weight.name + ".int8", weight.name + ".scale"
        fresh += [numpy_helper.from_array(whole, stored), numpy_helper.from_array(scale, scales)]
        removed.append(weight)
        if gathers:
            # only the rows that a sentence needs become floats
            for node in gathers:
                out, ids = node.output[0], node.input[1]
                made = [
                    helper.make_node("Gather", [stored, ids], [out + ".rows"], axis=0),
                    helper.make_node("Cast", [out + ".rows"], [out + ".floats"], to=TensorProto.FLOAT),
                    helper.make_node("Gather", [scales, ids], [out + ".scales"], axis=0),
                    helper.make_node("Mul", [out + ".floats", out + ".scales"], [out]),
                ]
                at = list(graph.node).index(node)
                graph.node.remove(node)
                for offset, new in enumerate(made):
                    graph.node.insert(at + offset, new)
            continue
        added += [
            helper.make_node("Cast", [stored], [weight.name + ".float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [weight.name + ".float", scales], [weight.name]),
        ]
    for weight in removed:
        graph.initializer.remove(weight)
    graph.initializer.extend(fresh)
    for offset, node in enumerate(added):
        graph.node.insert(offset, node)
    onnx.checker.check_model(model)
    return model


def difference(session, reader, sentences):
    """Largest difference of a logit from PyTorch's and the share of words whose best tag, head or label differs."""
    largest, differing, total = 0.0, 0, 0
    with torch.no_grad():
        for _, feed in inputs_of(sentences):
            expected = Exported(reader).eval()(*feed.values())
            actual = session.run(OUTPUTS, {k: v.numpy() for k, v in feed.items()})
            for name, e, a in zip(OUTPUTS[:5], expected, actual):
                e = e.numpy()
                real = e > -1e8
                largest = max(largest, float(np.abs(np.where(real, e - a, 0)).max()))
                differing += int((e.argmax(-1) != a.argmax(-1)).sum())
                total += e.shape[0] * e.shape[1]
    return largest, differing / total


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--reader", required=True)
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    reader, inventory, vocabulary = restore(options.reader)
    os.makedirs(options.out, exist_ok=True)
    place = lambda name: os.path.join(options.out, name)
    pieces = WordPieces(vocabulary)
    sentences = Sentences([{"words": text.split(" ")} for text in REFERENCE], pieces, inventory)
    _, example = next(inputs_of(sentences))
    write_graph(reader, example, place("english.onnx"))
    floats = onnxruntime.InferenceSession(place("english.onnx"), providers=["CPUExecutionProvider"])
    print("float32: largest difference %.2g, differing %.4f" % difference(floats, reader, sentences))
    onnx.save(with_small_weights(onnx.load(place("english.onnx"))), place("english.onnx"))
    session = onnxruntime.InferenceSession(place("english.onnx"), providers=["CPUExecutionProvider"])
    print("int8 weights: largest difference %.2g, differing %.4f" % difference(session, reader, sentences))
    onnx.save(with_integer_products(onnx.load(place("english.onnx"))), place("english.onnx"))
    whole = onnxruntime.InferenceSession(place("english.onnx"), providers=["CPUExecutionProvider"])
    print("integer products: largest difference %.2g, differing %.4f" % difference(whole, reader, sentences))
    print("size %.1f MB" % (os.path.getsize(place("english.onnx")) / 1e6))

    with open(place("english.vocab.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(vocabulary) + "\n")
    description = {
        "format": 1, "maxPieces": 512,
        "special": {"pad": pieces.pad, "unknown": pieces.unknown, "start": pieces.start, "end": pieces.end},
        "casing": CASING, **inventory,
    }
    with open(place("english.json"), "w", encoding="utf-8") as file:
        rows = ",\n".join(f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in description.items())
        file.write("{\n" + rows + "\n}\n")
    legal = legal_transitions(inventory["names"])
    cases = []
    for number, feed in sorted(inputs_of(sentences), key=lambda p: p[0]):
        answer = dict(zip(OUTPUTS, session.run(OUTPUTS, {k: v.numpy() for k, v in feed.items()})))
        words = sentences.items[number]["words"]
        heads = answer["arcs"][0].argmax(-1)
        path = best_tags(torch.log_softmax(torch.tensor(answer["names"][0]), -1), inventory["names"], legal)
        cases.append({
            "words": words,
            "pieces": [vocabulary[i] for i in feed["input_ids"][0].tolist()],
            **{k: feed[k][0].tolist() for k in ("input_ids", "casing", "word_starts")},
            "upos": [inventory["upos"][i] for i in answer["upos"][0].argmax(-1)],
            "xpos": [inventory["xpos"][i] for i in answer["xpos"][0].argmax(-1)],
            "lemmaScripts": [inventory["lemmas"][i] for i in answer["lemma"][0].argmax(-1)],
            "names": [inventory["names"][i] for i in path],
            "heads": heads.tolist(),
            "labels": [inventory["labels"][answer["best_labels"][0, w, h]] for w, h in enumerate(heads)],
        })
    with open(place("reference.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]\n")


if __name__ == "__main__":
    main()
