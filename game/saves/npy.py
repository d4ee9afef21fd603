"""Arrays as `.npy` members. The header is read by our own few lines, before anything is allocated: numpy's own reader
sets aside whatever a header claims, and some headers make it unpickle.
"""

import re
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.saves.errors import PartError

MAGIC = b"\x93NUMPY\x01\x00"
DTYPES = ("<i8", "<i4", "<i2", "|i1", "<u8", "<u4", "<u2", "|u1", "<f8", "<f4")
MOST_DIMENSIONS = 2
MOST_VALUES = 8_000_000
_ALIGNMENT_BYTES = 64
_HEADER = re.compile(
    rb"\{'descr': '([^']{1,8})', 'fortran_order': (True|False), "
    rb"'shape': \(([0-9]{1,12}(?:, ?[0-9]{1,12}){0,9}),?\), \} *\n"
)


def encode(array: NDArray[Any]) -> bytes:
    """Return an array as the bytes of a `.npy` file."""
    descr = array.dtype.str
    if descr not in DTYPES or not 1 <= array.ndim <= MOST_DIMENSIONS:
        raise TypeError(f"arrays of {descr} in {array.ndim} dimensions are not kept in saves")
    header = f"{{'descr': '{descr}', 'fortran_order': False, 'shape': {array.shape}, }}".encode()
    header += b" " * (-(len(MAGIC) + 3 + len(header)) % _ALIGNMENT_BYTES) + b"\n"
    return MAGIC + struct.pack("<H", len(header)) + header + np.ascontiguousarray(array).tobytes()


def decode(data: bytes, part: str) -> NDArray[Any]:
    """Return the array in the bytes of a `.npy` file: read-only, without a copy."""
    start = len(MAGIC) + 2
    if len(data) < start or not data.startswith(MAGIC):
        raise PartError(part, "is not an array of version 1.0")
    body = start + int(struct.unpack_from("<H", data, len(MAGIC))[0])
    found = _HEADER.fullmatch(data[start:body])
    if found is None:
        raise PartError(part, "the array's header can't be read")
    descr, shape = found[1].decode("latin-1"), tuple(int(side) for side in found[3].split(b","))
    if descr not in DTYPES:
        raise PartError(part, f"values of type {descr} are not allowed")
    if found[2] != b"False":
        raise PartError(part, "the array is in Fortran's order")
    if len(shape) > MOST_DIMENSIONS:
        raise PartError(part, f"an array of {len(shape)} dimensions is not allowed")
    values = 1
    for side in shape:
        values *= side
    if values > MOST_VALUES:
        raise PartError(part, f"{values} values are too many")
    dtype = np.dtype(descr)
    if len(data) - body != values * dtype.itemsize:
        raise PartError(part, f"{len(data) - body} bytes where the header asks for {values * dtype.itemsize}")
    return np.frombuffer(data, dtype, values, body).reshape(shape)
