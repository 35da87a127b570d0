#!/usr/bin/env bash
# Builds Lilt and passes every test. Installs what the tests need where it can (Debian and Ubuntu, as root), and says
# what is missing elsewhere. Ends with the names of what was skipped, and why, and with "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")" || exit 1

fail() { printf 'test.sh: %s\n' "$1" >&2; exit 1; }

command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install the package dotnet-sdk-10.0."
command -v node >/dev/null || fail "Node.js 20.19 or later is missing: install the package nodejs."

# Outside programs that some tests compare with. Without one its tests are skipped by name; with CI=true they fail.
needed=()
command -v abc2midi >/dev/null || needed+=(abcmidi)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || needed+=(chromium)
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || needed+=(firefox-esr)
/usr/bin/python3 -c 'import numpy' 2>/dev/null || needed+=(python3-numpy)
/usr/bin/python3 -c 'import torch' 2>/dev/null || needed+=(python3-torch)
# An ARM64 for the test of the same bits, where this is an x64.
arm() { [ "$(uname -sm)" = "Linux x86_64" ]; }
if arm; then
  command -v qemu-aarch64-static >/dev/null || needed+=(qemu-user-static)
  [ -e /usr/aarch64-linux-gnu/lib/ld-linux-aarch64.so.1 ] || needed+=(libc6-arm64-cross)
  [ -e /usr/aarch64-linux-gnu/lib/libstdc++.so.6 ] || needed+=(libstdc++6-arm64-cross)
fi
# A linker and zlib for the Python package, which is compiled ahead of time.
command -v clang >/dev/null || command -v gcc >/dev/null || needed+=(gcc libc6-dev)
[ -e /usr/include/zlib.h ] || needed+=(zlib1g-dev)
# A Slurm of two nodes on this machine, for sweeps.
if [ "$(uname -s)" = Linux ]; then
  [ -x /usr/sbin/slurmctld ] || needed+=(slurm-wlm)
  [ -x /usr/sbin/munged ] || needed+=(munge)
fi
if [ ${#needed[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    printf 'Installing %s.\n' "${needed[*]}"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${needed[@]}"; } >/dev/null ||
      printf 'test.sh: could not install %s.\n' "${needed[*]}" >&2
  else
    printf 'Some tests will be skipped; to run them: sudo apt-get install %s\n' "${needed[*]}"
  fi
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build Lilt.slnx -c Release -v quiet || fail "the build failed."
if arm && command -v qemu-aarch64-static >/dev/null; then
  rm -rf artifacts/arm64/publish
  dotnet publish tests/Lilt.Fingerprint -c Release -r linux-arm64 --self-contained --artifacts-path artifacts/arm64 -p:DisableTransitiveFrameworkReferenceDownloads=true -v quiet -nologo ||
    printf 'test.sh: the program for ARM64 could not be made.\n' >&2
fi

# The wheel that tests/Lilt.Native.Tests installs; what it holds of the pages was built just now.
rm -rf artifacts/python/dist
PYTHON=/usr/bin/python3 python/build-wheel.sh artifacts/python/dist || printf 'test.sh: the Python package could not be made.\n' >&2

passed=0
failed=0
skipped=0
names=$(mktemp)
broken=$(mktemp)
for project in tests/*.Tests; do
  name=$(basename "$project")
  printf '\n== %s\n' "$name"
  log=$(mktemp)
  dotnet "$project/bin/Release/net10.0/$name.dll" -noLogo -noColor 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  # A name with [SKIP] behind it, and the reason in the next line.
  awk '/ \[SKIP\]$/ { sub(/^ +/, ""); sub(/ \[SKIP\]$/, ""); name = $0; getline; sub(/^ +/, ""); print name ": " $0 }' "$log" >>"$names"
  awk '/ \[FAIL\]$/ { sub(/^ +/, ""); sub(/ \[FAIL\]$/, ""); name = $0; getline; sub(/^ +/, ""); print name ": " $0 }' "$log" >>"$broken"
  line=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' "$log" | tail -n 1)
  rm -f "$log"
  total=$(sed -nE 's/.*Total: ([0-9]+).*/\1/p' <<<"$line")
  errors=$(sed -nE 's/.*Errors: ([0-9]+).*/\1/p' <<<"$line")
  bad=$(sed -nE 's/.*Failed: ([0-9]+).*/\1/p' <<<"$line")
  left=$(sed -nE 's/.*Skipped: ([0-9]+).*/\1/p' <<<"$line")
  bad=$(( ${bad:-0} + ${errors:-0} ))
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; echo "$name: ended with $status" >>"$broken"; fi
  good=$(( ${total:-0} - bad - ${left:-0} ))
  [ "$good" -lt 0 ] && good=0
  passed=$((passed + good))
  failed=$((failed + bad))
  skipped=$((skipped + ${left:-0}))
done

printf '\n== format and docs/api\n'
if dotnet tool restore >/dev/null 2>&1; then
  if dotnet csharpier check .; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "format: dotnet csharpier format ." >>"$broken"; fi
  log=$(mktemp)
  if dotnet docfx docs/api/docfx.json --warningsAsErrors >"$log" 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); cat "$log"; echo "docs/api: docfx" >>"$broken"; fi
  rm -f "$log"
else
  if [ "${CI:-}" = true ]; then failed=$((failed + 2)); echo "format and docs/api: dotnet tool restore" >>"$broken"; else skipped=$((skipped + 2)); fi
  echo "format and docs/api: csharpier and docfx could not be had: dotnet tool restore says why" >>"$names"
fi

# Each sample says in its head how it is shortened here; 77 is what one ends with that lacks a program. One of the same name for Python, run with
# the same arguments by the wheel that was made, says the same, or says in its head that it asks something else.
export PYTHON=/usr/bin/python3
wheel=$(ls artifacts/python/dist/*.whl 2>/dev/null)
site=$(mktemp -d)
said=$(mktemp)
[ -n "$wheel" ] && /usr/bin/python3 -m zipfile -e "$wheel" "$site"
python_sample() {
  local script=python/samples/$(basename "$1" .cs).py answer
  shift
  [ -e "$script" ] || return
  printf '\n== %s\n' "$script"
  if [ -z "$wheel" ]; then
    if [ "${CI:-}" = true ]; then failed=$((failed + 1)); echo "$script: the Python package was not made" >>"$broken"; else skipped=$((skipped + 1)); fi
    echo "$script: the Python package was not made" >>"$names"
    return
  fi
  answer=$(mktemp)
  if ! PYTHONPATH=$site /usr/bin/python3 "$script" "$@" >"$answer"; then
    failed=$((failed + 1)); echo "$script: ended with an error" >>"$broken"
  elif ! grep -q 'Asks something else' "$script" && ! diff "$said" "$answer"; then
    failed=$((failed + 1)); echo "$script: says something else than the sample of the library" >>"$broken"
  else
    passed=$((passed + 1)); tail -n 3 "$answer"
  fi
  rm -f "$answer"
}
for sample in samples/*.cs; do
  printf '\n== %s\n' "$sample"
  read -ra arguments < <(sed -nE 's#^// test\.sh runs it with: (.*)#\1#p' "$sample"; echo)
  dotnet run -c Release "$sample" -- ${arguments[@]+"${arguments[@]}"} | tee "$said"
  status=${PIPESTATUS[0]}
  case $status in
    0) passed=$((passed + 1)) ;;
    77) if [ "${CI:-}" = true ]; then failed=$((failed + 1)); echo "$sample: a program that it needs is missing" >>"$broken"; else skipped=$((skipped + 1)); fi
        echo "$sample: a program that it needs is missing" >>"$names" ;;
    *) failed=$((failed + 1)); echo "$sample: ended with $status" >>"$broken" ;;
  esac
  [ "$status" = 0 ] && python_sample "$sample" ${arguments[@]+"${arguments[@]}"}
done
rm -rf "$site" "$said"

printf '\n== web\n'
if (cd web && npm run --silent check); then passed=$((passed + 1)); else failed=$((failed + 1)); echo "web: npm run check" >>"$broken"; fi
log=$(mktemp)
(cd web && LILT_SUMMARY="$log" npm test --silent -- --reporter=default --reporter=./tests/summary-reporter.ts) 2>&1
status=$?
good=0 bad=0 left=0
[ -s "$log" ] && { read -r good bad left <"$log"; sed -n 's/^skipped //p' "$log" >>"$names"; sed -n 's/^failed //p' "$log" >>"$broken"; }
rm -f "$log"
if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; echo "web: npm test ended with $status" >>"$broken"; fi
passed=$((passed + good))
failed=$((failed + bad))
skipped=$((skipped + left))

if [ -s "$names" ]; then
  printf '\nSkipped:\n'
  sed 's/^/  /' "$names"
fi
if [ -s "$broken" ]; then
  printf '\nFailed:\n'
  sed 's/^/  /' "$broken"
fi
rm -f "$names" "$broken"
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
