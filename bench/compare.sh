#!/usr/bin/env bash
# Lilt beside PyTorch, NumPy and this machine's own limits, as ratios within one run. About ten minutes on a machine that
# does nothing else. Without python3-torch and python3-numpy only Lilt and the machine are measured.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
scripts=$here
export OPENBLAS_NUM_THREADS=2
# PyTorch and NumPy run the products that OpenBLAS has for this very processor, whatever the surroundings were set to.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
/usr/bin/python3 -c 'import torch, numpy' 2>/dev/null || { echo "compare.sh: python3-torch or python3-numpy is missing; measuring Lilt alone." >&2; scripts=""; }
dotnet build "$here/Lilt.Benchmarks" -c Release -v quiet -clp:ErrorsOnly
printf '%s, %s\n' "$(date -u +%F)" "$(grep -m1 'model name' /proc/cpuinfo 2>/dev/null | cut -d: -f2 | sed 's/^ //')"
exec dotnet "$here/Lilt.Benchmarks/bin/Release/net10.0/Lilt.Benchmarks.dll" compare ${scripts:+"$scripts"}
