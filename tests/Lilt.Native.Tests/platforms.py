"""Prints which library would be taken on other machines, or what is said there."""
import json
import os
import platform
import sys

from lilt import _native, errors

V3 = "fpu sse2 avx avx2 bmi1 bmi2 f16c fma movbe"
V4 = V3 + " avx512f avx512bw avx512cd avx512dq avx512vl"


def chosen(processor=None, system="linux", machine=platform.machine(), asked=""):
    kept = _native._processor, sys.platform, platform.machine
    os.environ["LILT_NATIVE"] = asked
    if processor is not None:
        _native._processor = lambda: processor
    sys.platform, platform.machine = system, lambda: machine
    try:
        return _native._choose()[0]
    except errors.PlatformError as fault:
        return str(fault)
    finally:
        _native._processor, sys.platform, platform.machine = kept


json.dump(
    {
        "machine": platform.machine(),
        "darwin": chosen(system="darwin", machine="arm64"),
        "riscv64": chosen(machine="riscv64"),
        "v9": chosen(asked="v9"),
        "without AVX2": chosen({"flags": "fpu sse2 avx"}),
        "without AVX-512": chosen({"flags": V3}),
        "with AVX-512": chosen({"flags": V4, "vendor_id": "AuthenticAMD", "cpu family": "26", "model": "2"}),
        "slow at 512 bits": chosen({"flags": V4, "vendor_id": "GenuineIntel", "cpu family": "6", "model": "85"}),
        "no cpuinfo": chosen({}),
        "v4 without AVX-512": chosen({"flags": V3}, asked="v4"),
    },
    sys.stdout,
)
