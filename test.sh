#!/usr/bin/env bash
# Builds Lilt and passes every test. Installs what the tests need where it can (Debian and Ubuntu, as root), and says
# what is missing elsewhere. Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")" || exit 1

fail() { printf 'test.sh: %s\n' "$1" >&2; exit 1; }

command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install the package dotnet-sdk-10.0."
command -v node >/dev/null || fail "Node.js 20.19 or later is missing: install the package nodejs."

# Outside programs that some tests compare with. Without one its tests are skipped by name; with CI=true they fail.
needed=()
command -v abc2midi >/dev/null || needed+=(abcmidi)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || needed+=(chromium)
/usr/bin/python3 -c 'import numpy' 2>/dev/null || needed+=(python3-numpy)
/usr/bin/python3 -c 'import torch' 2>/dev/null || needed+=(python3-torch)
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

passed=0
failed=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  printf '\n== %s\n' "$name"
  log=$(mktemp)
  dotnet "$project/bin/Release/net10.0/$name.dll" -noLogo 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  line=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' "$log" | tail -n 1)
  rm -f "$log"
  total=$(sed -nE 's/.*Total: ([0-9]+).*/\1/p' <<<"$line")
  errors=$(sed -nE 's/.*Errors: ([0-9]+).*/\1/p' <<<"$line")
  bad=$(sed -nE 's/.*Failed: ([0-9]+).*/\1/p' <<<"$line")
  skipped=$(sed -nE 's/.*Skipped: ([0-9]+).*/\1/p' <<<"$line")
  bad=$(( ${bad:-0} + ${errors:-0} ))
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  good=$(( ${total:-0} - bad - ${skipped:-0} ))
  [ "$good" -lt 0 ] && good=0
  passed=$((passed + good))
  failed=$((failed + bad))
done

for sample in samples/*.cs; do
  printf '\n== %s\n' "$sample"
  if dotnet run -c Release "$sample"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done

printf '\n== web\n'
log=$(mktemp)
(cd web && npm test --silent -- --reporter=default --reporter=json --outputFile.json="$log") 2>&1
status=$?
if [ -s "$log" ]; then
  read -r good bad skipped < <(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); `${r.numPassedTests} ${r.numFailedTests + (r.numFailedTests === 0 && !r.success ? 1 : 0)} ${r.numPendingTests}`' "$log")
else
  good=0 bad=1 skipped=0
fi
rm -f "$log"
if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
[ "$skipped" -gt 0 ] && printf 'web: %d tests skipped, since Chromium is missing.\n' "$skipped"
passed=$((passed + good))
failed=$((failed + bad))

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
