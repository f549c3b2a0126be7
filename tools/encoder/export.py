"""From a network to the file that ships: ONNX, weights of 8 bits."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from net import Net, Whole, plain_body
from onnxruntime.quantization import QuantType, quantize_dynamic

OUTPUTS = ("vector", "metaphor", "themes", "stance")


def export(net: Net, target: Path) -> None:
    """Write a network; heads keep their full numbers, the transformer and the table of pieces get 8 bits."""
    plain_body(net)
    whole = Whole(net.eval())
    axes = {
        "pieces": {1: "length"},
        "marked": {1: "length"},
        "metaphor": {1: "length"},
        "stance": {1: "length"},
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            whole,
            (torch.randint(5, 100, (1, 23)),),
            str(full),
            input_names=["pieces"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        heads = [
            n.name
            for n in onnx.load(full).graph.node
            if n.op_type in ("MatMul", "Gemm") and "layer" not in n.name
        ]
        quantize_dynamic(
            str(full), str(target), weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads
        )
