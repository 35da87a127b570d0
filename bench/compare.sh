#!/usr/bin/env bash
# Lilt beside ONNX Runtime, PyTorch, NumPy and this machine's own limits, as ratios within one run. About twenty minutes on a
# machine that does nothing else. Without python3-torch and python3-numpy Lilt and ONNX Runtime are measured alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
scripts=$here
# Which products OpenBLAS runs and on how many threads is tried out below, whatever the surroundings were set to.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE OPENBLAS_NUM_THREADS OMP_NUM_THREADS
if ! /usr/bin/python3 -c 'import torch, numpy' 2>/dev/null; then
    echo "compare.sh: python3-torch or python3-numpy is missing; measuring without them." >&2
    scripts=""
elif ! /usr/bin/python3 "$here/blas_kernel.py" >/dev/null; then
    # Debian's own BLAS is the slow reference: a comparison with it says nothing.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libopenblas0-pthread >/dev/null 2>&1 || true
    fi
    /usr/bin/python3 "$here/blas_kernel.py" >/dev/null || { echo "compare.sh: PyTorch and NumPy run a reference BLAS here, which is no fair opponent; install an optimised one (Debian: apt-get install libopenblas0-pthread)." >&2; exit 1; }
fi
dotnet build "$here/Lilt.Benchmarks" -c Release -v quiet -clp:ErrorsOnly
printf '%s, %s\n' "$(date -u +%F)" "$(grep -m1 'model name' /proc/cpuinfo 2>/dev/null | cut -d: -f2 | sed 's/^ //')"
exec dotnet "$here/Lilt.Benchmarks/bin/Release/net10.0/Lilt.Benchmarks.dll" compare ${scripts:+"$scripts"}
