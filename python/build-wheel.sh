#!/usr/bin/env bash
# Makes the Python package: python/build-wheel.sh [FOLDER [LIBRARY…]], FOLDER by default artifacts/python/dist.
# LIBRARY is what is compiled: on an x64 baseline, v3 and v4, of which the package takes what suits the processor that it meets; on an ARM64
# arm64. All of them where none is named. Needs the .NET SDK, Python 3.9 or later, and clang or gcc with zlib's headers.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd)

fail() { printf 'build-wheel.sh: %s\n' "$1" >&2; exit 1; }

command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install the package dotnet-sdk-10.0."
command -v clang >/dev/null || command -v gcc >/dev/null || fail "a C compiler is missing, which links the library: install gcc, or clang."
python=${PYTHON:-python3}
command -v "$python" >/dev/null || fail "Python is missing: install the package python3."

case "$(uname -sm)" in
  "Linux x86_64") system=linux-x64; libraries="baseline v3 v4" ;;
  "Linux aarch64") system=linux-arm64; libraries="arm64" ;;
  *) fail "the package is made on Linux, on an x64 or an ARM64; this is $(uname -sm)." ;;
esac
out=${1:-artifacts/python/dist}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] && libraries="$*"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
build=artifacts/python
common=(src/Lilt.Native -c Release -r "$system" --artifacts-path "$here/$build" -v quiet -nologo -p:RunAnalyzers=false "-p:PathMap=$here=/lilt")
compiled=()
for library in $libraries; do
  # Each has its own place for what is compiled; the parts that are the same for all are built once.
  dotnet publish "${common[@]}" "-p:LiltProcessor=$library" -o "$build/publish/$library" || fail "the library $library could not be compiled."
  compiled+=("$library=$build/publish/$library/Lilt.Native.so")
done
version=$(dotnet msbuild src/Lilt.Native -getProperty:Version)
"$python" python/make_wheel.py --version "$version" --out "$out" "${compiled[@]}"
