"""From a network to the file that ships: ONNX, weights of 8 bits."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from net import Net, Toward, Whole, plain_body
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

BODY = ("layer", "blocks")  # what the parts of the transformer are called


def export(net: Net, target: Path) -> None:
    """Write the encoder."""
    plain_body(net)
    written(Whole(net.eval()), ("vector", "metaphor", "themes"), ("metaphor",), target)


def export_stance(net: Net, target: Path) -> None:
    """Write the encoder of stance."""
    plain_body(net)
    written(Toward(net.eval()), ("state", "stance"), ("stance",), target)


def written(whole: nn.Module, outputs: Sequence[str], by_piece: Sequence[str], target: Path) -> None:
    """Write a network that reads the pieces of a sentence."""
    axes = {"pieces": {1: "length"}} | {name: {1: "length"} for name in by_piece}
    rounded_to_8_bits(whole, (torch.randint(5, 100, (1, 23)),), ("pieces",), outputs, axes, target)


def rounded_to_8_bits(
    whole: nn.Module,
    example: tuple[torch.Tensor, ...],
    inputs: Sequence[str],
    outputs: Sequence[str],
    axes: Mapping[str, Mapping[int, str]],
    target: Path,
) -> None:
    """Write a network; heads keep their full numbers, the transformer and the table of pieces get 8 bits."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            whole,
            example,
            str(full),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        heads = [
            n.name
            for n in onnx.load(full).graph.node
            if n.op_type in ("MatMul", "Gemm") and not any(part in n.name for part in BODY)
        ]
        quantize_dynamic(
            str(full), str(target), weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads
        )
