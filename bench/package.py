"""How fast is the Python package beside the program that it is made of? The same tunes by both, in turns, so that what else the machine does falls on all.

    python3 bench/package.py PROGRAM.dll PACKAGE [TUNES [RUNS [LIBRARY…]]]

PROGRAM.dll is the built command line, PACKAGE the folder that holds lilt/, such as an unpacked wheel; LIBRARY is what of the package is run, all that run here where
none is named. Each run is a process of its own from its start to its end that writes TUNES tunes (500) as tokens, the program by the same instructions as the library.
Prints the median seconds and processor seconds of RUNS (5), and what the package needs of the program's processor time; ends with an error where one byte differs.
"""
import hashlib
import os
import statistics
import subprocess
import sys
import time

WRITES = "import sys, lilt\nfor tune in lilt.Model().generate_each(tunes=int(sys.argv[1])):\n    sys.stdout.write(tune.text + '\\n')"
NAMES = "from lilt import _native\nprint(*[n for n in _native.suitable(_native._processor()) or ['arm64'] if _native._file_of(n).is_file()])"

program, package = sys.argv[1:3]
tunes = sys.argv[3] if len(sys.argv) > 3 else "500"
runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
libraries = sys.argv[5:] or subprocess.run([sys.executable, "-c", NAMES], env={**os.environ, "PYTHONPATH": package}, capture_output=True, text=True, check=True).stdout.split()


# What .NET is told, so that the program runs what a library runs.
SAME = {"v4": {}, "arm64": {}, "v3": {"DOTNET_EnableAVX512": "0"}, "baseline": {"DOTNET_EnableAVX2": "0"}}


def run(library, of_package):
    if of_package:
        command, variables = [sys.executable, "-c", WRITES, tunes], {"PYTHONPATH": package, "LILT_NATIVE": library}
    else:
        command, variables = ["dotnet", program, "generate", "--tunes", tunes, "--format", "tokens"], SAME[library]
    began, before = time.perf_counter(), os.times()
    written = subprocess.run(command, env={**os.environ, **variables}, stdout=subprocess.PIPE, check=True).stdout
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return hashlib.sha256(written).hexdigest(), time.perf_counter() - began, used


measured = {(library, of_package): [] for library in libraries for of_package in (False, True)}
for _ in range(runs):
    for which, of in measured.items():
        of.append(run(*which))
if len({digest for of in measured.values() for digest, _, _ in of}) != 1:
    sys.exit("the tunes differ")
for library in libraries:
    whole, of = measured[library, False], measured[library, True]
    ratios = sorted(used / one for (_, _, used), (_, _, one) in zip(of, whole))
    print(
        f"{library:>8}: package {statistics.median(s for _, s, _ in of):6.2f} s, {statistics.median(u for _, _, u in of):6.2f} s of processors; "
        f"program {statistics.median(s for _, s, _ in whole):6.2f} s, {statistics.median(u for _, _, u in whole):6.2f} s; "
        f"processor time {statistics.median(ratios):.2f} of the program's ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )
