# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields of Protocol Buffers as bytes, to write small ONNX files without python3-onnx."""


def varint(value):
    result = bytearray()
    while value > 127:
        result.append(value & 127 | 128)
        value >>= 7
    return bytes(result + bytes([value]))


def number(field, value):
    return varint(field << 3) + varint(value)


def part(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content
