#!/usr/bin/env bash
# Writes down the public surface of the libraries again (src/*/PublicAPI.Unshipped.txt): what a build finds that no such file declares.
# What changed shows in the difference, which a commit that changes the surface holds.
set -eu
cd "$(dirname "$0")"
for project in Lilt Lilt.Training; do
  kept=$(mktemp)
  cp "src/$project/PublicAPI.Unshipped.txt" "$kept"
  echo '#nullable enable' >"src/$project/PublicAPI.Unshipped.txt"
  log=$(mktemp)
  dotnet build "src/$project" -c Release --no-incremental -v quiet -nologo -p:TreatWarningsAsErrors=false -p:WarningsNotAsErrors=RS0016 >"$log" 2>&1 || true
  if grep -qE 'error (CS|MSB|NU)[0-9]+' "$log"; then
    grep -E 'error (CS|MSB|NU)[0-9]+' "$log" | sort -u >&2
    mv "$kept" "src/$project/PublicAPI.Unshipped.txt"
    exit 1
  fi
  { echo '#nullable enable'; grep -oP "RS0016: Symbol '\K.*(?=' is not part of the declared public API)" "$log" | LC_ALL=C sort -u; } >"src/$project/PublicAPI.Unshipped.txt"
  rm -f "$kept" "$log"
  echo "src/$project/PublicAPI.Unshipped.txt: $(($(wc -l <"src/$project/PublicAPI.Unshipped.txt") - 1)) members"
done
