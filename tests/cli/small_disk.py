# SPDX-License-Identifier: GPL-3.0-or-later
"""Where files cannot be written to their end: a disk with little room, and a process whose files may not grow."""

import contextlib
import os
import resource
import subprocess


@contextlib.contextmanager
def small_disk(case, folder, kilobytes=64):
    """A file system in memory of that size, mounted in the folder: its path. The test is skipped where none can be mounted."""
    mount = os.path.join(folder, "disk")
    os.makedirs(mount, exist_ok=True)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", mount], capture_output=True, check=False)
    if made.returncode != 0:
        case.skipTest("no file system can be mounted here")
    try:
        yield mount
    finally:
        subprocess.run(["umount", mount], check=True)


@contextlib.contextmanager
def all_but(disk, left):
    """Takes the space of the disk but for so many bytes, meanwhile."""
    filler = os.path.join(disk, "filler")
    try:
        with open(filler, "wb", buffering=0) as file:
            with contextlib.suppress(OSError):
                while file.write(bytes(4096)):
                    pass
            file.truncate(file.tell() - left)
        yield
    finally:
        os.remove(filler)


def files_of_at_most(size):
    """For preexec_fn: files of the process end at that many bytes, as on a disk that fills up meanwhile."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def content_of(folder):
    """Bytes of each file under a folder by its path there."""
    content = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            with open(path, "rb") as file:
                content[os.path.relpath(path, folder)] = file.read()
    return content
