#!/usr/bin/env python3
"""Prints which BLAS library PyTorch and NumPy really run in this process, and its kernel; exits with 1 where there is no optimised one.

    blas_kernel.py
"""
import ctypes
import re
import sys

import numpy
import torch

OPTIMISED = re.compile(r"openblas|mkl|blis|atlas|accelerate", re.IGNORECASE)


def mapped():
    """Paths of the shared libraries in this process, each once."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        paths = {line.split(maxsplit=5)[5].strip() for line in maps if ".so" in line}
    return sorted(path for path in paths if OPTIMISED.search(path.rsplit("/", 2)[-1]) or OPTIMISED.search(path.rsplit("/", 2)[-2]))


def kernel(path):
    """What OpenBLAS says of itself, or nothing for another library."""
    library = ctypes.CDLL(path)
    for suffix in ("", "64_"):
        for prefix in ("", "scipy_"):
            core = getattr(library, f"{prefix}openblas_get_corename{suffix}", None)
            config = getattr(library, f"{prefix}openblas_get_config{suffix}", None)
            if core and config:
                core.restype = config.restype = ctypes.c_char_p
                return f"kernel {core().decode()}, {config().decode().strip()}"
    return ""


def main():
    # A product first, so that a library that is loaded when it is needed is there.
    numpy.ones((8, 8), "f4") @ numpy.ones((8, 8), "f4")
    torch.ones(8, 8) @ torch.ones(8, 8)
    # One library may be mapped under several names: its kernel is told once.
    found = list({kernel(path) or path: f"{path} {kernel(path)}".strip() for path in mapped()}.values())
    if torch.backends.mkl.is_available():
        found.append("MKL within PyTorch")
    print(f"PyTorch {torch.__version__}, NumPy {numpy.__version__}; {'; '.join(found) or 'no optimised BLAS'}")
    sys.exit(0 if found else 1)


main()
