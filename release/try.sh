#!/usr/bin/env bash
# Tries what release.sh made, where nothing else is: release/try.sh [DIR [TARGET...]]
# DIR is artifacts/release if it is not given, TARGET every one that lies there. A program gets an empty home and, but for
# the packages, a PATH without dotnet and node. Wants qemu-user-static and libstdc++6-arm64-cross for linux-arm64 on an x64,
# wine64 for win-x64 on Linux. Ends with a line a target: passed, failed, or why it could not be run.
set -u
cd "$(dirname "$0")/.." || exit 1
folder=$(cd "${1:-artifacts/release}" && pwd) || exit 2
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(packages linux-x64 linux-arm64 win-x64 osx-arm64)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home" "$work/empty"
report=$work/report
said() { printf '%-12s %s\n' "$1" "$2" | tee -a "$report"; }

# Sixty tokens of seed 42: the same bytes on every machine.
tune=(generate --seed 42 --limit 60)
first=""
same() { # WHAT FILE: whether the tune is that of the target before
  [ -s "$2" ] || { said "$1" "failed: no tune"; return 1; }
  if [ -z "$first" ]; then first=$work/first.abc; cp "$2" "$first"; return 0; fi
  cmp -s "$first" "$2" || { said "$1" "failed: another tune than the target before"; return 1; }
}

# A study, its check, and the studio's page; the program is all words.
study_and_studio() {
  local at=$work/run-$RANDOM
  mkdir -p "$at"
  "$@" study part7 --seed 42 --out "$at/study" >"$at/log" 2>&1 || { tail -n 3 "$at/log"; echo "study failed"; return 1; }
  grep -q 'lilt-irish' "$at/study/index.html" || { echo "the study has no page"; return 1; }
  "$@" verify "$at/study" >>"$at/log" 2>&1 || { tail -n 3 "$at/log"; echo "verify failed"; return 1; }
  "$@" serve --port 0 --data "$at/data" >"$at/serve" 2>&1 &
  local studio=$! address="" page=1
  for _ in $(seq 600); do
    address=$(sed -n "s/^Lilt's studio is at //p" "$at/serve")
    [ -n "$address" ] && break
    kill -0 $studio 2>/dev/null || break
    sleep 0.1
  done
  [ -n "$address" ] && /usr/bin/curl -s "$address" | grep -qi '<script' && page=0
  kill $studio 2>/dev/null; wait $studio 2>/dev/null
  [ $page = 0 ] || { cat "$at/serve"; echo "the studio gave no page"; return 1; }
}

unpacked() { # TARGET: the folder of its archive
  local archive
  archive=$(ls "$folder"/lilt-*-"$1".tar.gz "$folder"/lilt-*-"$1".zip 2>/dev/null | sort -V | tail -n 1)
  [ -n "$archive" ] || return 1
  mkdir -p "$work/$1"
  case $archive in
    *.zip) dotnet_zip "$archive" "$work/$1" ;;
    *) tar -xzf "$archive" -C "$work/$1" ;;
  esac
  ls -d "$work/$1"/*/
}
dotnet_zip() { if command -v unzip >/dev/null; then unzip -q "$1" -d "$2"; else python3 -m zipfile -e "$1" "$2"; fi; }

for target in "${targets[@]}"; do
  printf '== %s\n' "$target"
  out=$work/$target.abc
  if [ "$target" = packages ]; then
    package=$(ls "$folder"/Lilt.Cli.*.nupkg 2>/dev/null | sort -V | tail -n 1)
    [ -n "$package" ] || { said packages "none there"; continue; }
    version=$(basename "$package" .nupkg); version=${version#Lilt.Cli.}
    own=(env DOTNET_CLI_HOME="$work/home" NUGET_PACKAGES="$work/packages" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1)
    (cd "$work/empty" && "${own[@]}" dotnet tool install Lilt.Cli --version "$version" --tool-path "$work/tools" --source "$folder") ||
      { said packages "failed: not installed"; continue; }
    lilt=(env -i HOME= PATH=/usr/bin:/bin DOTNET_ROOT="$(dirname "$(readlink -f "$(command -v dotnet)")")" "$work/tools/lilt")
    [ "$("${lilt[@]}" --version)" = "$version" ] || { said packages "failed: another version"; continue; }
    "${lilt[@]}" "${tune[@]}" >"$out"; same packages "$out" || continue
    study_and_studio "${lilt[@]}" || { said packages "failed"; continue; }
    # The script that the package's own page shows, with the library from the package; what that needs, from the registry.
    mkdir -p "$work/script"
    sed -n '/^```csharp/,/^```$/{ /^```/d; p; }' release/package/README.md | sed "s/@VERSION/@$version/" >"$work/script/tune.cs"
    (cd "$work/script" && "${own[@]}" RestoreAdditionalProjectSources="$folder" dotnet run tune.cs >tune.txt) && grep -q '</s>\|M:' "$work/script/tune.txt" ||
      { said packages "failed: the script of the library"; continue; }
    said packages "passed: tool installed from its package alone, study, verify, studio; a script on the library"
    continue
  fi

  at=$(unpacked "$target") || { said "$target" "none there"; continue; }
  alone=(env -i HOME= PATH="$work/empty" TMPDIR="$work/home")
  case $target in
    linux-x64)
      [ "$(uname -sm)" = "Linux x86_64" ] || { said "$target" "not run: this is no x64 with Linux"; continue; }
      # As a person calls it: by a link in a folder of the PATH.
      ln -s "$at/lilt" "$work/home/lilt"
      lilt=("${alone[@]}" "$work/home/lilt")
      "${lilt[@]}" "${tune[@]}" >"$out"; same "$target" "$out" || continue
      study_and_studio "${lilt[@]}" || { said "$target" "failed"; continue; }
      "${lilt[@]}" render "$out" --to svg --out "$work/svg" 2>&1 | grep -q 'Node.js is missing' || { said "$target" "failed: nothing is said of Node.js"; continue; }
      said "$target" "passed: tune, study, verify, studio, without dotnet and node" ;;
    linux-arm64)
      run=("${alone[@]}")
      if [ "$(uname -m)" != aarch64 ]; then
        qemu=$(command -v qemu-aarch64-static) || { said "$target" "not run: qemu-aarch64-static is missing"; continue; }
        run+=(QEMU_LD_PREFIX=/usr/aarch64-linux-gnu "$qemu")
      fi
      "${run[@]}" "$at/lilt" "${tune[@]}" >"$out"; same "$target" "$out" || continue
      said "$target" "passed: the same tune" ;;
    win-x64)
      wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2>/dev/null) || { said "$target" "not run: wine64 is missing"; continue; }
      (cd "$at" && WINEPREFIX=$work/wine WINEDEBUG=-all timeout 300 "$wine" lilt.exe "${tune[@]}") >"$out.crlf" 2>"$out.said"
      tr -d '\r' <"$out.crlf" >"$out"
      if grep -q 'Failed to create CoreCLR' "$out.said"; then said "$target" "not run: this Wine does not start .NET"; continue; fi
      [ -s "$out" ] || tail -n 5 "$out.said"
      same "$target" "$out" || continue
      said "$target" "passed: the same tune, under Wine" ;;
    osx-arm64)
      if [ "$(uname -sm)" = "Darwin arm64" ]; then
        "${alone[@]}" "$at/lilt" "${tune[@]}" >"$out"; same "$target" "$out" || continue
        said "$target" "passed: the same tune"
      else
        [ "$(od -An -tx4 -N4 "$at/lilt" | tr -d ' ')" = feedfacf ] || { said "$target" "failed: no program of macOS"; continue; }
        said "$target" "built only: this is no Mac"
      fi ;;
  esac
done
printf '\n'
cat "$report"
! grep -q ' failed' "$report"
