#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of weights as PyTorch itself writes them, good and hostile: test_weights.py MHO [TestClass...]

Needs python3-torch; skipped without it."""

import collections
import json
import os
import pickle
import subprocess
import sys
import tempfile
import unittest
import zipfile

from home_tools import module_or_none
from patience import LIMIT_S

torch = module_or_none("torch")

MHO = ""
SHAPES = {"conv1.weight": (20, 1, 5, 5), "conv1.bias": (20,), "conv2.weight": (50, 20, 5, 5), "conv2.bias": (50,),
          "fc1.weight": (500, 800), "fc1.bias": (500,), "fc2.weight": (10, 500), "fc2.bias": (10,)}


class Hostile:
    """Runs a command where it is unpickled."""

    def __init__(self, command):
        self.command = command

    def __reduce__(self):
        return (os.system, (self.command,))


if torch is not None:
    class LeNet(torch.nn.Module):
        """The network lenet5 of the zoo."""

        def __init__(self):
            super().__init__()
            self.conv1, self.conv2 = torch.nn.Conv2d(1, 20, 5), torch.nn.Conv2d(20, 50, 5)
            self.fc1, self.fc2 = torch.nn.Linear(800, 500), torch.nn.Linear(500, 10)

        def forward(self, x):
            x = torch.max_pool2d(torch.relu(self.conv1(x)), 2)
            x = torch.max_pool2d(torch.relu(self.conv2(x)), 2)
            return self.fc2(torch.relu(self.fc1(torch.flatten(x, 1))))


class Weights(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def state(self, dtype=None):
        torch.manual_seed(3)
        return collections.OrderedDict((name, torch.randn(shape).to(dtype or torch.float32)) for name, shape in SHAPES.items())

    def loaded(self, name):
        """The crossbar counts of LeNet-5 with these weights under a plan: they depend on every filter's norm."""
        return subprocess.run([MHO, "map", "lenet5", "--weights", self.path(name), "--set", "conv2.filter-shape=4", "--json"],
                              capture_output=True, text=True, timeout=LIMIT_S)

    def hash_of(self, name):
        done = subprocess.run([MHO, "inspect", "lenet5", "--weights", self.path(name), "--json"], capture_output=True, text=True,
                              timeout=LIMIT_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["network"]["hash"]

    def test_both_forms_give_the_same_network(self):
        state = self.state()
        torch.save(state, self.path("zip.pt"))
        torch.save(state, self.path("old.pt"), _use_new_zipfile_serialization=False)
        torch.save({"epoch": 3, "model_state_dict": {"module." + key: value for key, value in state.items()}},
                   self.path("checkpoint.pt"))
        torch.save({key: torch.nn.Parameter(value) for key, value in state.items()}, self.path("parameters.pt"))
        torch.save({key: value.double() for key, value in state.items()}, self.path("double.pt"))
        for protocol in (3, 4, 5):
            torch.save(state, self.path(f"protocol{protocol}.pt"), pickle_protocol=protocol)
            torch.save(state, self.path(f"old{protocol}.pt"), pickle_protocol=protocol, _use_new_zipfile_serialization=False)
        hashes = {self.hash_of(name) for name in os.listdir(self.folder)}
        self.assertEqual(len(hashes), 1)
        torch.save(self.state(torch.float16), self.path("half.pt"))
        self.assertNotIn(self.hash_of("half.pt"), hashes)

    def test_views_are_gathered(self):
        state = self.state()
        torch.save(state, self.path("plain.pt"))
        # Transposed twice in memory, a slice of a larger tensor, all in one buffer.
        state["fc2.weight"] = state["fc2.weight"].t().contiguous().t()
        state["fc1.weight"] = torch.cat([torch.zeros(500, 3), state["fc1.weight"]], dim=1)[:, 3:]
        flat = torch.cat([state["conv1.weight"].flatten(), state["conv1.bias"]])
        state["conv1.weight"], state["conv1.bias"] = flat[:500].view(20, 1, 5, 5), flat[500:]
        torch.save(state, self.path("views.pt"))
        torch.save(state, self.path("old-views.pt"), _use_new_zipfile_serialization=False)
        self.assertEqual(self.hash_of("views.pt"), self.hash_of("plain.pt"))
        self.assertEqual(self.hash_of("old-views.pt"), self.hash_of("plain.pt"))

    def test_deflated_archives_are_read(self):
        torch.save(self.state(), self.path("plain.pt"))
        with zipfile.ZipFile(self.path("plain.pt")) as plain, \
                zipfile.ZipFile(self.path("packed.pt"), "w", zipfile.ZIP_DEFLATED) as packed, \
                zipfile.ZipFile(self.path("lzma.pt"), "w", zipfile.ZIP_LZMA) as lzma:
            for entry in plain.infolist():
                packed.writestr(entry.filename, plain.read(entry))
                lzma.writestr(entry.filename, plain.read(entry))
            with zipfile.ZipFile(self.path("zip64.pt"), "w") as large:
                for entry in plain.infolist():
                    with large.open(entry.filename, "w", force_zip64=True) as file:
                        file.write(plain.read(entry))
        self.assertEqual(self.hash_of("packed.pt"), self.hash_of("plain.pt"))
        self.assertEqual(self.hash_of("zip64.pt"), self.hash_of("plain.pt"))
        self.refused("lzma.pt", "method 14")

    def refused(self, name, *says):
        done = self.loaded(name)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        for text in says:
            self.assertIn(text, done.stderr)

    def test_nothing_is_run(self):
        witness = self.path("witness")
        hostile = Hostile(f"touch {witness}")
        torch.save(hostile, self.path("zip.pt"))
        torch.save({"state_dict": self.state(), "more": hostile}, self.path("old.pt"), _use_new_zipfile_serialization=False)
        with open(self.path("bare.pt"), "wb") as file:
            pickle.dump(hostile, file, protocol=2)
        torch.save(torch.nn.Linear(2, 2), self.path("module.pt"))
        self.refused("zip.pt", "posix.system")
        self.refused("old.pt", "posix.system")
        self.refused("bare.pt", "posix.system")
        self.refused("module.pt", "torch.nn.modules.linear.Linear")
        self.assertFalse(os.path.exists(witness))

    def test_what_does_not_fit_is_named(self):
        state = self.state()
        del state["fc1.bias"]
        torch.save(state, self.path("less.pt"))
        self.refused("less.pt", "fc1.bias")
        torch.save(collections.OrderedDict(self.state(), extra=torch.ones(2)), self.path("more.pt"))
        done = self.loaded("more.pt")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("has no place for: extra", done.stderr)

    def test_expanded_tensors_are_refused(self):
        state = self.state()
        state["fc1.weight"] = torch.ones(1).expand(500, 800)
        torch.save(state, self.path("expanded.pt"))
        self.refused("expanded.pt", "more elements than its storage")

    def test_torchscript_gives_the_same_network(self):
        module = LeNet().eval()
        module.load_state_dict(self.state())
        torch.save(self.state(), self.path("plain.pt"))
        script = torch.jit.script(module)
        script.save(self.path("script.pt"))
        torch.jit.trace(module, torch.zeros(1, 1, 28, 28)).save(self.path("traced.pt"))
        self.assertEqual(self.hash_of("script.pt"), self.hash_of("plain.pt"))
        self.assertEqual(self.hash_of("traced.pt"), self.hash_of("plain.pt"))
        torch.jit.freeze(script).save(self.path("frozen.pt"))
        self.refused("frozen.pt", "torch.jit.freeze")
        torch.jit.save(torch.jit.script(torch.nn.ReLU()), self.path("empty.pt"))
        self.refused("empty.pt", "TorchScript")

    def test_cuts(self):
        torch.save(self.state(torch.float16), self.path("zip.pt"))
        torch.save(self.state(torch.float16), self.path("old.pt"), _use_new_zipfile_serialization=False)
        for name in ("zip.pt", "old.pt"):
            with open(self.path(name), "rb") as file:
                whole = file.read()
            for part in range(1, 12):
                with open(self.path("cut.pt"), "wb") as file:
                    file.write(whole[:len(whole) * part // 12])
                self.refused("cut.pt")


if __name__ == "__main__":
    MHO = sys.argv.pop(1)
    if torch is None:
        print("skipped: python3-torch is not installed")
        sys.exit(77)
    unittest.main()
