"""Has the encoder's large matrix products done in integers, which WebAssembly does half again as fast as in floats.

python integer_products.py english.onnx OUT

Takes a graph whose weights are stored as int8 with one scale an output channel. What a weight is multiplied with is
rounded to int8 as it comes, with one scale a word piece: a piece's numbers never depend on other pieces, other
sentences or the batch, and sums of integers are exact, so they are the same on every processor. The heads, which are
small and score, stay in floats.
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ENCODER = "/reader/layers."


def with_integer_products(model):
    graph = model.graph
    stored = {weight.name: weight for weight in graph.initializer}

    def constant(name, value):
        graph.initializer.append(numpy_helper.from_array(value, name))
        return name

    step = constant("rounding.step", np.float32(1 / 127))
    # a row of nothing but noughts must not be divided by nought
    least = constant("rounding.least", np.float32(1e-12))
    middle = constant("rounding.middle", np.uint8(128))
    every = constant("rounding.every", np.array([-1], np.int64))
    rounded, nodes, replaced = set(), [], set()

    def add(kind, inputs, output, **attributes):
        nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def round_rows(x, width):
        add("Abs", [x], x + ".sizes")
        add("ReduceMax", [x + ".sizes"], x + ".largest", axes=[-1], keepdims=1)
        add("Mul", [x + ".largest", step], x + ".step")
        add("Max", [x + ".step", least], x + ".scale")
        add("Reshape", [x + ".scale", every], x + ".scales")
        add("Shape", [x + ".scales"], x + ".count")
        add("Expand", [middle, x + ".count"], x + ".middles")
        add("Reshape", [x, constant(x + ".width", np.array([-1, width], np.int64))], x + ".rows")
        add("QuantizeLinear", [x + ".rows", x + ".scales", x + ".middles"], x + ".whole_rows", axis=0)
        add("Shape", [x], x + ".shape")
        add("Reshape", [x + ".whole_rows", x + ".shape"], x + ".whole")

    for node in graph.node:
        weight = node.input[1] if node.op_type == "MatMul" else ""
        whole = stored.get(weight + ".int8")
        if whole is None or not node.output[0].startswith(ENCODER):
            nodes.append(node)
            continue
        x, product = node.input[0], node.output[0]
        if x not in rounded:
            rounded.add(x)
            round_rows(x, whole.dims[0])
        replaced.add(weight)
        add("MatMulInteger", [x + ".whole", whole.name, middle], product + ".whole")
        add("Cast", [product + ".whole"], product + ".floats", to=TensorProto.FLOAT)
        add("Mul", [product + ".floats", weight + ".scale"], product + ".channels")
        add("Mul", [product + ".channels", x + ".scale"], product)

    # the nodes that made floats of the weights
    unused = replaced | {weight + ".float" for weight in replaced}
    del graph.node[:]
    graph.node.extend(node for node in nodes if node.output[0] not in unused)
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    onnx.save(with_integer_products(onnx.load(sys.argv[1])), sys.argv[2])
