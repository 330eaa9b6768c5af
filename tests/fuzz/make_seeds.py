#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the seeds of the fuzz targets: make_seeds.py [FOLDER]   (default: seeds beside this file)

Needs Debian's python3-torch, python3-torchvision, python3-onnx and python3-numpy; each file comes from its home tool. What resources/ holds is
read from there and not copied. Files that are in the folder already stay: findings are kept there too."""

import collections
import gzip
import io
import json
import os
import pathlib
import sqlite3
import struct
import sys
import tempfile
import zipfile
import zlib

import numpy
import onnx
import torch
import torchvision
from onnx import TensorProto, helper, numpy_helper

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent / "seeds"


def put(target, name, content):
    folder = OUT / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def safetensors_file(header, data, pad=0):
    text = json.dumps(header, separators=(",", ":")).encode() + b" " * pad
    return struct.pack("<Q", len(text)) + text + data


def float32_entries(shapes):
    """Header and data of zeros, one tensor behind the other."""
    header, end = {}, 0
    for name, shape in shapes.items():
        begin, end = end, end + 4 * int(numpy.prod(shape))
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [begin, end]}
    return header, bytes(end)


def safetensors():
    file = safetensors_file
    one = {"__metadata__": {"format": "pt"}, "conv.weight": {"dtype": "F32", "shape": [2, 1, 2, 2], "data_offsets": [0, 32]},
           "conv.bias": {"dtype": "F16", "shape": [2], "data_offsets": [32, 36]},
           "bn.scale": {"dtype": "BF16", "shape": [2], "data_offsets": [36, 40]},
           "steps": {"dtype": "I64", "shape": [], "data_offsets": [40, 48]}}
    put("safetensors", "types.safetensors", file(one, struct.pack("<12f", *range(12))))
    put("safetensors", "long-header.safetensors", struct.pack("<Q", 1 << 60) + b'{"a":')
    put("safetensors", "claims.safetensors", file({"a": {"dtype": "F32", "shape": [1 << 40, 2], "data_offsets": [0, 1 << 43]}}, bytes(64)))
    put("safetensors", "empty-tensor.safetensors", file({"a": {"dtype": "F32", "shape": [0, 3], "data_offsets": [0, 0]}}, b"", 5))
    put("safetensors", "many.safetensors", file(*float32_entries({f"t{i}": [1] for i in range(600)})))


def arrays():
    def npy(array, version=None):
        file = io.BytesIO()
        numpy.lib.format.write_array(file, array, version=version)
        return file.getvalue()

    put("npy", "f4.npy", npy(numpy.arange(6, dtype="<f4").reshape(2, 3)))
    put("npy", "big.npy", npy(numpy.arange(6, dtype=">f8").reshape(3, 2)))
    put("npy", "fortran.npy", npy(numpy.asfortranarray(numpy.arange(12, dtype="<i2").reshape(2, 3, 2))))
    put("npy", "half2.npy", npy(numpy.arange(4, dtype="<f2"), (2, 0)))
    put("npy", "one3.npy", npy(numpy.array(True), (3, 0)))
    put("npy", "text.npy", npy(numpy.array(["abc", "d"])))
    put("npy", "record.npy", npy(numpy.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")])))
    for name, save in (("stored.npz", numpy.savez), ("deflated.npz", numpy.savez_compressed)):
        file = io.BytesIO()
        save(file, **{"conv1.weight": numpy.arange(8, dtype="f4").reshape(2, 1, 2, 2), "n": numpy.int64(3), "t": numpy.array(["x"])})
        put("npz", name, file.getvalue())


    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("w.npy", npy(numpy.zeros(16 << 20, "<f4")))
    put("npz", "bomb.npz", zeros.getvalue())
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(64):
            archive.writestr(f"w{i}.npy", npy(numpy.zeros(1 << 18, "<f4")))
    put("npz", "bomb-of-many.npz", many.getvalue())
    claim = b"{'descr': '<f4', 'fortran_order': False, 'shape': (1099511627776, 2), }"
    put("npy", "claims.npy", b"\x93NUMPY\x01\x00" + struct.pack("<H", len(claim) + 1) + claim + b"\n" + bytes(8))
    put("npy", "long-header.npy", b"\x93NUMPY\x02\x00" + struct.pack("<I", 0xfffffff0) + claim)

    def folder(files):
        return b"".join(bytes([len(name)]) + name.encode() + struct.pack("<H", len(content)) + content for name, content in files.items())

    one = npy(numpy.arange(8, dtype="<f4").reshape(2, 1, 2, 2))
    put("npy_folder", "two.bin", folder({"conv1.weight.npy": one, "conv1.bias.npy": npy(numpy.zeros(2, "<f8")), "notes.txt": b"not an array"}))
    put("npy_folder", "text-and-cut.bin", folder({"t.npy": npy(numpy.array(["x"])), "w.npy": one[:-3]}))


def pytorch():
    class Net(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = torch.nn.Conv2d(1, 2, 2)
            self.bn1 = torch.nn.BatchNorm2d(2)

        def forward(self, x):
            return torch.relu(self.bn1(self.conv1(x)))

    torch.manual_seed(1)
    net = Net().eval()
    state = net.state_dict()
    shared = torch.arange(6.0)
    values = {"state.pt": state, "checkpoint.pt": {"epoch": 3, "state_dict": {"module." + k: v for k, v in state.items()}, "best": 91.5},
              "views.pt": {"a": shared[1:5].view(2, 2), "b": shared.view(2, 3).t(), "h": shared.half(), "d": shared.double(), "i": shared.long()},
              "beside.pt": {"best_acc1": torch.tensor(71.2), "state_dict": {"w": torch.ones(2)}, "seen": torch.arange(3).to(torch.uint8)},
              "scheduler.pt": {"model": {"w": torch.ones(2)}, "counts": collections.Counter([80, 120, 120]), "s": {1, 2}, "f": frozenset({3}),
                               "lists": collections.defaultdict(list, {"a": [1]})},
              "parameter.pt": {"p": torch.nn.Parameter(torch.ones(2)), "list": [1, (2, None), {"x": True}], "text": "abc"}}
    for name, value in values.items():
        for legacy in (False, True):
            file = io.BytesIO()
            torch.save(value, file, _use_new_zipfile_serialization=not legacy)
            put("pytorch", ("legacy-" if legacy else "") + name, file.getvalue())
            if not legacy:
                with zipfile.ZipFile(io.BytesIO(file.getvalue())) as archive:
                    put("pickle", name + ".pkl", archive.read("archive/data.pkl"))
    many = io.BytesIO()
    torch.save({f"t{i}": torch.zeros(1) for i in range(320)}, many, _use_new_zipfile_serialization=False)
    put("pytorch", "legacy-many.pt", many.getvalue())
    file = io.BytesIO()
    torch.jit.save(torch.jit.trace(net, torch.zeros(1, 1, 4, 4)), file)
    put("pytorch", "script.pt", file.getvalue())
    with zipfile.ZipFile(io.BytesIO(file.getvalue())) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/data.pkl"))
        put("torchscript", "net.pkl", archive.read(name))


def weights():
    generator = numpy.random.default_rng(3)
    file = io.BytesIO()
    numpy.savez_compressed(file, **{"conv1.weight": numpy.zeros((20, 1, 5, 5), "f4"), "conv1.bias": generator.random(20, "f4"),
                                    "fc2.bias": generator.random(10, "f4")})
    put("weights", "lenet.npz", file.getvalue())
    file = io.BytesIO()
    torch.save({"module.conv1.bias": torch.ones(20), "module.fc2.bias": torch.zeros(10), "module.x": torch.ones(2)}, file)
    put("weights", "lenet.pt", file.getvalue())
    chain = {f"l{i}.weight": [1, 1] for i in range(300)}
    put("weights", "chain.safetensors", safetensors_file(*float32_entries(chain)))
    convolutions = {"c1.weight": [4, 1, 3, 3], "c2.weight": [4, 4, 3, 3], "fc.weight": [10, 4 * 7 * 7]}
    put("weights", "convolutions.safetensors", safetensors_file(*float32_entries(convolutions)))
    put("weights", "extents.safetensors", safetensors_file(*float32_entries({"c1.weight": [1 << 60, 1, 0, 0], "fc.weight": [0, 7]})))
    wrapped = {"net." * 20 + f"l{i}.weight": [1, 1] for i in range(100)}
    put("weights", "wrapped.safetensors", safetensors_file(*float32_entries(wrapped)))


def model(nodes, weights, shape=("n", 2, 6, 6), opset=13):
    graph = helper.make_graph(nodes, "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
                              [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
                              [numpy_helper.from_array(value, name) for name, value in weights.items()])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=7).SerializeToString()


def networks():
    node = helper.make_node
    f = lambda *shape: numpy.linspace(-1, 1, int(numpy.prod(shape)), dtype="f4").reshape(shape)
    i = lambda *values: numpy.array(values, dtype="i8")
    put("onnx", "conv.onnx", model(
        [node("Conv", ["x", "c.weight", "c.bias"], ["a"], name="c", auto_pad="SAME_UPPER", strides=[2, 2]),
         node("BatchNormalization", ["a", "s", "b", "m", "v"], ["bn"]), node("Relu", ["bn"], ["r"]),
         node("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[1, 1], pads=[0, 0, 1, 1]),
         node("GlobalAveragePool", ["p"], ["gap"]), node("Flatten", ["gap"], ["fl"]),
         node("Gemm", ["fl", "f.weight", "f.bias"], ["g"], transB=1), node("Softmax", ["g"], ["y"], axis=1)],
        {"c.weight": f(3, 2, 3, 3), "c.bias": f(3), "s": f(3), "b": f(3), "m": f(3), "v": f(3) + 2, "f.weight": f(4, 3), "f.bias": f(4)}))
    put("onnx", "shapes.onnx", model(
        [node("Shape", ["x"], ["s"]), node("Gather", ["s", "zero"], ["n"], axis=0), node("Unsqueeze", ["n", "axes"], ["n1"]),
         node("Concat", ["n1", "minus"], ["to"], axis=0), node("Reshape", ["x", "to"], ["r"]), node("MatMul", ["r", "w"], ["m"]),
         node("Add", ["m", "b"], ["y"])],
        {"zero": numpy.array(0, "i8"), "axes": i(0), "minus": i(-1), "w": f(72, 3), "b": f(3)}))
    put("onnx", "branches.onnx", model(
        [node("Pad", ["x", "pads", "pv"], ["p"], mode="constant"), node("AveragePool", ["p"], ["a"], kernel_shape=[3, 3], count_include_pad=1),
         node("LeakyRelu", ["x"], ["l"], alpha=0.2), node("PRelu", ["l", "slope"], ["q"]), node("Concat", ["q", "x"], ["c"], axis=1),
         node("Slice", ["c", "i0", "i2", "i1"], ["sl"]), node("Add", ["sl", "a"], ["ad"]), node("Mul", ["ad", "x"], ["mu"]),
         node("Transpose", ["mu"], ["t"], perm=[0, 2, 3, 1]), node("Transpose", ["t"], ["tt"], perm=[0, 3, 1, 2]), node("LRN", ["tt"], ["lr"], size=3),
         node("Clip", ["lr", "lo", "hi"], ["cl"]), node("Sigmoid", ["cl"], ["sg"]), node("Tanh", ["sg"], ["th"]), node("Elu", ["th"], ["el"]),
         node("Dropout", ["el"], ["dr"]), node("Identity", ["dr"], ["id"]), node("LogSoftmax", ["id"], ["y"], axis=1)],
        {"pads": i(0, 0, 1, 1, 0, 0, 1, 1), "pv": numpy.array(0.0, "f4"), "slope": f(2, 1, 1), "i0": i(0), "i2": i(2), "i1": i(1),
         "lo": numpy.array(-1.0, "f4"), "hi": numpy.array(1.0, "f4")}))
    put("onnx", "older.onnx", model(
        [node("Constant", [], ["k"], value=numpy_helper.from_array(f(2, 1, 1, 1))), node("Conv", ["x", "k"], ["a"], group=2, dilations=[2, 2]),
         node("Squeeze", ["g0"], ["b0"], axes=[0]), node("Add", ["a", "b0"], ["c"]), node("ConstantOfShape", ["sh"], ["z"]),
         node("Mul", ["c", "z"], ["d"]), node("Clip", ["d"], ["y"], min=0.0, max=6.0)], {"g0": f(1, 2, 1, 1), "sh": i(1, 2, 1, 1)}, opset=9))
    put("onnx_tensor", "float.pb", numpy_helper.from_array(f(1, 3, 2), "t").SerializeToString())
    listed = helper.make_tensor("t", TensorProto.FLOAT, [2], [1.0, 2.0])
    put("onnx_tensor", "listed.pb", listed.SerializeToString())
    put("onnx_tensor", "long.pb", numpy_helper.from_array(i(1, 2), "t").SerializeToString())
    graph = {"name": "n", "input": [1, 8, 8], "nodes": [
        {"name": "c", "inputs": [0], "op": "convolution", "filters": 2, "kernel": [3, 3], "stride": [1, 1], "pads": [1, 1, 1, 1],
         "dilation": [1, 1], "groups": 1, "bias": True}, {"name": "f", "inputs": [1], "op": "flatten"}]}
    put("network_json", "small.json", json.dumps(graph))


def data_sets():
    def idx(magic, extents, values):
        return struct.pack(">" + "I" * (1 + len(extents)), magic, *extents) + bytes(values)

    labels = idx(2049, [3], [0, 1, 1])
    images = idx(2051, [3, 2, 2], range(12))
    put("idx", "plain.idx", struct.pack("<H", len(labels)) + labels + images)
    packed = gzip.compress(labels, mtime=0)
    bomb = gzip.compress(struct.pack(">IIII", 2051, 80000, 28, 28) + bytes(80000 * 784), mtime=0)
    put("idx", "bomb.idx", struct.pack("<H", len(packed)) + packed + bomb)
    put("idx", "packed.idx", struct.pack("<H", len(packed)) + packed + gzip.compress(images, mtime=0))
    put("cifar", "ten.bin", b"\0" + (b"\3" + bytes(range(256)) * 12))
    put("cifar", "hundred.bin", b"\1" + (b"\3\x63" + bytes(3072)))
    put("cifar", "names.bin", "".join(f"class {n}\r\n" for n in range(10)))


def pictures():
    def png(width, height, depth, kind, rows, extra=b"", interlace=0):
        def chunk(name, data):
            return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlace)
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

    def palette():
        data = bytes(range(12))
        return struct.pack(">I", 12) + b"PLTE" + data + struct.pack(">I", zlib.crc32(b"PLTE" + data))

    put("image", "grey.png", png(3, 2, 8, 0, b"\0\1\2\3" * 2))
    put("image", "deep-alpha.png", png(2, 2, 16, 6, (b"\1" + bytes(range(16))) * 2))
    put("image", "palette.png", png(4, 2, 2, 3, b"\0\x1b\0\xe4", palette()))
    put("image", "interlaced.png", png(2, 2, 8, 2, b"\0abc\0abc\0abcabc", interlace=1))
    picture = (torch.arange(3 * 8 * 8) % 251).to(torch.uint8).view(3, 8, 8)
    put("image", "colour.jpg", bytes(torchvision.io.encode_jpeg(picture, 60).numpy()))
    put("image", "grey.jpg", bytes(torchvision.io.encode_jpeg(picture[:1], 60).numpy()))
    put("image", "torch.png", bytes(torchvision.io.encode_png(picture).numpy()))


def unknown_keys(count):
    return {str(i): 0 for i in range(count)}


def batches():
    jobs = [{"command": "map lenet5"}, {"name": "trained", "command": ["run", "lenet5-digits"], "folder": "/", "after": ["1-map"]},
            {"command": "map lenet5 --set '*.level_bits=3' --json=\"with blank.json\"", "after": ["trained"]}]
    put("batch", "jobs.json", json.dumps({"jobs": jobs}))
    put("batch", "status.json", json.dumps({"batch": "jobs.json", "jobs": [
        {"name": "1-map", "command": ["map", "lenet5"], "folder": "/", "state": "running", "exit_code": 1, "begun": "2026-01-01T00:00:00Z",
         "log": "/logs/1-map.log", "seconds": 1.5}]}))
    put("batch", "unknown-keys.json", json.dumps({"jobs": jobs, **unknown_keys(3000)}))


def texts():
    put("csv", "commas.csv", "# V\n1,2.5,-3e-7\n4,5,6\n")
    put("csv", "semicolons.csv", "\ufeff1;2\r\n3;4\r\n")
    put("csv", "blanks.csv", "0.1 \t 2\n\n3 4 # end\n")
    put("settings", "plan.txt", "conv1.filter=2\nconv2.channel=1.5\n*.level_bits=5\nfc1.filter.rule=paper\nfc1.pattern=none\nfc1.levels=power-of-two\n*.rho=0.5")
    put("settings", "hardware.txt", "crossbar.rows=64\ndevice.g_max_S=1e-6\npreset=isaac\ndevice.levels_S=[1e-7,1e-6]")
    put("settings", "sweep.txt", "seed=3\nadmm.rho=0.01\nhardware.crossbar.rows=128\nplan.*.filter=4\nretrain.epochs=2")


def explored():
    table = {"key": "k", "network": "lenet5", "network_hash": "h", "data_sha256": "d", "options": {
        "ratios": [2.0], "level_bits": [4], "levels": "device", "images": 10, "recalibration_images": 5, "recovery_images": 5, "recovery": {
            "optimizer": "sgd", "learning_rate": 0.1, "momentum": 0.9, "weight_decay": 0.0, "batch_size": 8}, "probes": 1, "seed": 1},
        "top1_percent": 99.0, "mean_loss": 0.1, "units": [{"layers": ["conv1"], "kinds": ["filter"], "ratios": [
            {"ratio": 2.0, "top1_percent": 98.0, "mean_loss": 0.2}], "level_bits": [{"level_bits": 4, "top1_percent": 97.0, "mean_loss": 0.3}]}],
        "probes": [{"points": [1], "top1_percent": 98.0, "mean_loss": 0.2}]}
    put("study", "sensitivity.json", json.dumps(table))
    put("study", "records.json", json.dumps([{"recipe": "r", "seed": 1, "sensitivity": "k", "schedule": "s", "plan": "p", "loss_rise": 0.1,
                                              "estimated_percent": None, "measured_percent": 99.0}]))
    put("study", "study.json", json.dumps({"name": "s", "mode": "preview", "points": [
        {"settings": {"seed": "1"}, "state": "done", "result": {"crossbars": 3, "top1_percent": 98.5}},
        {"settings": {"seed": "2"}, "state": "failed", "reason": "why"}, {"settings": {}, "state": "open"}]}))
    put("study", "point.json", json.dumps({"settings": {"seed": "1"}, "state": "done", "result": {"crossbars": 3}}))
    asked = {"study": 1, "name": "s", "mode": "preview", "data": "", "weights": "", "network_hash": "h", "base": {"network": "lenet5"},
             "grid": [{"field": "hardware.crossbar.rows", "values": ["64", "128"]}, {"field": "plan.*.filter-shape", "values": ["2", "4"]}],
             "list": [{"seed": "9", "admm.rho": "0.5"}]}
    put("study", "folder.json", json.dumps(asked))
    asked["grid"] = [{"field": field, "values": [str(n) for n in range(1, 1001)]} for field in ("seed", "admm.rho")]
    put("study", "folder-of-a-million.json", json.dumps(asked))
    figures = {"weights": 10, "weights_kept": 5, "crossbars": 2, "crossbars_dense": 4, "adc_bits": 5, "occupancy": 0.5, "area_mm2": 1.0,
               "energy_J": 1e-6, "power_W": None, "latency_s": 1e-3, "throughput_per_s": 1000.0}
    put("result", "design.json", json.dumps({"origin": "preview", "network_hash": "h", "masks_are_placeholders": False, "recipe": "",
                                             "seed": 0, "stopped_early": False, "accuracy": {"kind": "none", "percent": None},
                                             "figures": figures, "layers": [{"layer": "conv1", "weights": 10, "weights_kept": 5}]}))
    published = json.loads((ROOT / "resources/reproduction/published.json").read_text())
    published["rows"] = published["rows"][:2]
    put("result", "published.json", json.dumps(published))


def projects():
    example = ROOT / "resources/examples/s0-lenet5-17x.mho"
    source = sqlite3.connect(f"file:{example}?mode=ro&immutable=1", uri=True)
    documents = dict(source.execute("SELECT key, content FROM document"))
    put("recipe", "plan.json", documents["plan"])
    put("recipe", "hardware.json", documents["hardware"])
    put("recipe", "empty-layers.json", json.dumps([{}] * 15000, separators=(",", ":")))
    put("recipe", "unknown-keys.json", json.dumps(unknown_keys(5000), separators=(",", ":")))
    put("recipe", "options.json", json.dumps([{"layer": "conv1", "constraints": [{"kind": "filter", "options": unknown_keys(3000)}]}]))
    put("network_json", "lenet5.json", documents["network"])
    put("result", "run.json", json.dumps(json.loads(documents["result"])))
    plan = json.loads(documents["plan"])
    other = json.loads(documents["plan"])
    other[0]["constraints"][0]["ratio"] = 3.0
    hardware = json.loads(documents["hardware"])
    acts = [("Create project", {"network_hash": {"before": "", "after": "h"}}),
            ("Change Ratio", {plan[0]["layer"]: {"before": plan[0], "after": other[0]}}),
            ("Change Hardware", {"crossbar": {"before": hardware["crossbar"], "after": hardware["crossbar"]}}),
            ("Load", {"plan": {"before": plan, "after": other}, "hardware": {"before": hardware, "after": hardware}}),
            ("Lock", {"locked_layers": {"before": "[]", "after": "[\"conv1\"]"}}),
            ("Data", {"data_folder": {"before": "", "after": "/data"}})]
    put("journal", "acts.txt", "\n".join(f"{command} {json.dumps(detail)}" for command, detail in acts))

    network = {"name": "small", "input": [2, 1, 1], "nodes": [
        {"name": "conv", "inputs": [0], "op": "convolution", "filters": 3, "kernel": [1, 1], "stride": [1, 1], "pads": [0, 0, 0, 0],
         "dilation": [1, 1], "groups": 1, "bias": True}, {"name": "flat", "inputs": [1], "op": "flatten"},
        {"name": "fc", "inputs": [2], "op": "linear", "features": 2, "bias": True}]}
    documents["network"] = json.dumps(network)
    documents["network_name"] = "small"
    documents["plan"] = json.dumps([{"layer": "conv", "constraints": [{"kind": "filter", "ratio": 1.5, "rule": "euclidean"}], "level_bits": 0,
                                     "levels": "device", "rho": 1.0}])
    sets = {"network": [("parameter/weight/conv", 6), ("parameter/bias/conv", 3), ("parameter/weight/fc", 6), ("parameter/bias/fc", 2)]}
    sets["result"] = sets["network"] + [("mask_rows/conv", 3), ("mask_columns/conv", 2), ("mask_rows/fc", 2), ("mask_columns/fc", 3)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.mho")
        database = sqlite3.connect(path)
        database.execute("PRAGMA page_size = 512")
        database.execute("PRAGMA application_id = %d" % source.execute("PRAGMA application_id").fetchone()[0])
        for (sql,) in source.execute("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"):
            database.execute(sql)
        database.execute("PRAGMA user_version = %d" % source.execute("PRAGMA user_version").fetchone()[0])
        for table in ("meta", "run", "journal"):
            rows = source.execute(f"SELECT * FROM {table}").fetchall()
            database.executemany(f"INSERT INTO {table} VALUES({','.join('?' * len(rows[0]))})", rows)
        rows = source.execute("SELECT * FROM epoch_metric LIMIT 3").fetchall()
        database.executemany(f"INSERT INTO epoch_metric VALUES({','.join('?' * len(rows[0]))})", rows)
        database.executemany("INSERT INTO document VALUES(?, ?)", documents.items())
        for owner, tensors in sets.items():
            database.execute("INSERT INTO tensor_set VALUES(?, 1, '{}')", (owner,))
            database.execute("INSERT INTO current_set VALUES(?, 1)", (owner,))
            for position, (name, count) in enumerate(tensors):
                database.execute("INSERT INTO tensor VALUES(?, 1, ?, ?, ?)", (owner, position, name, count))
                database.execute("INSERT INTO tensor_block VALUES(?, 1, ?, 0, ?)", (owner, position, numpy.ones(count, "<f4").tobytes()))
        database.commit()
        database.execute("VACUUM")
        database.close()
        put("project", "small.mho", pathlib.Path(path).read_bytes())


for write in (safetensors, arrays, pytorch, weights, networks, data_sets, pictures, batches, texts, explored, projects):
    write()
