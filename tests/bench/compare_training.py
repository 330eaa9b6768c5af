#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts Mho's training speed beside PyTorch's in Python, on this machine, in one run.

usage: compare_training.py BENCH_TRAINING [--quick]

Needs Debian's python3-torch. Each case is run three times in turn (once with --quick) and the best counts,
so that a drifting machine hits both alike. "As it comes" means: Python with
no thread or precision setting, Mho with its default execution fields.
"""
import json
import subprocess
import sys
import time

PYTORCH = "--pytorch-case"


def network(name):
    import torch.nn as nn

    if name == "lenet5":
        return nn.Sequential(
            nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, 10)), (1, 28, 28)
    layers, channels = [], 3
    for width in [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"]:
        if width == "M":
            layers.append(nn.MaxPool2d(2))
        else:
            layers += [nn.Conv2d(channels, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
            channels = width
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, 10)), (3, 32, 32)


def pytorch_case(name, batch, steps, threads, precision):
    import torch

    if threads:
        torch.set_num_threads(threads)
    model, shape = network(name)
    optimiser = torch.optim.SGD(model.parameters(), lr=1e-3, momentum=0.9, weight_decay=5e-4)
    images, labels = torch.full((batch, *shape), 0.0), torch.arange(batch) % 10
    best = 0.0
    for repeat in range(4):
        begin = time.perf_counter()
        for _ in range(steps):
            optimiser.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == "bfloat16"):
                loss = torch.nn.functional.cross_entropy(model(images), labels)
            loss.backward()
            optimiser.step()
            loss.item()
        if repeat:
            best = max(best, steps * batch / (time.perf_counter() - begin))
    print(json.dumps({"images_per_s": best, "threads": torch.get_num_threads()}))


def run(command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def main():
    if sys.argv[1] == PYTORCH:
        pytorch_case(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), sys.argv[6])
        return
    bench, quick = sys.argv[1], "--quick" in sys.argv
    python = ["/usr/bin/python3", __file__, PYTORCH]
    cases = []
    for name, batch, steps in (("vgg16-cifar10", 64, 3 if quick else 8), ("lenet5", 64, 100 if quick else 400)):
        common = [name, str(batch), str(steps)]
        cases.append((name, "as it comes", common + ["0", "auto", "0"], common + ["0", "float32"]))
        for precision in ("float32", "bfloat16"):
            cases.append((name, f"2 threads, {precision}", common + ["2", precision, "0"], common + ["2", precision]))
    print(f"{'network':16} {'setting':22} {'Mho img/s':>10} {'PyTorch img/s':>14} {'ratio':>6}")
    for name, setting, mho_arguments, python_arguments in cases:
        ours, theirs = 0.0, 0.0
        for _ in range(1 if quick else 3):
            ours = max(ours, run([bench, *mho_arguments])["images_per_s"])
            theirs = max(theirs, run([*python, *python_arguments])["images_per_s"])
        print(f"{name:16} {setting:22} {ours:10.1f} {theirs:14.1f} {ours / theirs:6.2f}", flush=True)


if __name__ == "__main__":
    main()
