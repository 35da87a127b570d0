#!/usr/bin/env bash
# Makes a release: ./release.sh VERSION-or-TAG [--only TARGET...] [--out DIR] [--tag]
#   VERSION-or-TAG  a tag of the checkout, vVERSION, whose tree is taken; or a version, made of the last commit
#   TARGET          packages, linux-x64, linux-arm64, win-x64 or osx-arm64; all of them if none is given
#   DIR             where it goes; artifacts/release if none is given
#   --tag           when all of it is made, the commit is tagged vVERSION, with what CHANGELOG.md says of the version
# It works on a copy of what is committed, so that nothing of this folder gets in, and the same commit gives the same bytes.
# Packages are those of the lock files; known faults of them stop it (NuGet audit, where the registry has the list).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

fail() { printf 'release.sh: %s\n' "$1" >&2; exit 2; }
usage="give a version or a tag: ./release.sh 0.2.0 [--only TARGET...] [--out DIR] [--tag]"

every=(packages linux-x64 linux-arm64 win-x64 osx-arm64)
given="" out=artifacts/release only=() tag=""
while [ $# -gt 0 ]; do
  case $1 in
    --tag) tag=yes; shift ;;
    -h | --help) sed -nE '2,/^set/{ s/^# ?//p; }' "$0"; exit 0 ;;
    --out) [ $# -gt 1 ] || fail "--out names no folder."; out=$2; shift 2 ;;
    --only)
      shift
      while [ $# -gt 0 ] && [[ $1 != -* ]]; do
        [[ " ${every[*]} " == *" $1 "* ]] || fail "no target '$1': there are ${every[*]}."
        only+=("$1"); shift
      done
      [ ${#only[@]} -gt 0 ] || fail "--only names no target: there are ${every[*]}." ;;
    -*) fail "no option '$1': $usage" ;;
    *) [ -z "$given" ] || fail "two versions, $given and $1: $usage"; given=$1; shift ;;
  esac
done
[ -n "$given" ] || fail "$usage"
[ -z "$tag" ] || [ ${#only[@]} -eq 0 ] || fail "--tag is for a whole release: leave --only out."
[ ${#only[@]} -gt 0 ] || only=("${every[@]}")
version=${given#v}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "'$given' is no version as 0.2.0 or 0.2.0-rc.1 is."
for program in dotnet git node npm tar; do command -v $program >/dev/null || fail "$program is missing."; done
if git rev-parse -q --verify "refs/tags/v$version" >/dev/null; then commit="refs/tags/v$version"; else commit=HEAD; fi
if [ -n "$tag" ]; then
  [ "$commit" = HEAD ] || fail "v$version is a tag already: make its release without --tag, or take another version."
  [ -z "$(git status --porcelain)" ] || fail "--tag: something is not committed: commit it, or put it aside."
  # The version's part of the changelog, without its heading, which has the day.
  news=$(awk -v heading="## $version, 20" '/^## /{ on = index($0, heading) == 1; next } on' CHANGELOG.md)
  [ -n "$news" ] || fail "--tag: CHANGELOG.md has no part '## $version, YEAR-MONTH-DAY'."
fi
[ -z "$(git status --porcelain)" ] || printf 'release.sh: what is not committed is left out.\n' >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/tree" "$work/made" "$out"
git archive "$commit" | tar -x -C "$work/tree"
out=$(cd "$out" && pwd)
cd "$work/tree"
printf 'Lilt %s of %s: %s\n' "$version" "$(git -C "$here" rev-parse --short "$commit^{commit}")" "${only[*]}"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
quiet=(-c Release -v quiet -nologo)
of=(-p:LiltRelease=true "-p:Version=$version" -p:RunAnalyzers=false)
dotnet restore Lilt.slnx --locked-mode -v quiet "${of[@]}"
archive() { dotnet run -c Release release/archive.cs -- "$@"; }
sed -i "s/@VERSION/@$version/" release/package/README.md

# The pages are built with the program, once; what is published for one machine takes them as they stand.
dotnet build src/Lilt.Cli --no-restore "${quiet[@]}" "${of[@]}"
[ -f web/dist/studio/index.html ] || fail "the pages were not built."
node release/notices.mjs web/dist/THIRD-PARTY-NOTICES.txt
runtime=$(dotnet msbuild src/Lilt.Cli -getProperty:BundledNETCoreAppPackageVersion)
dotnet build-server shutdown >/dev/null 2>&1 || true

for target in "${only[@]}"; do
  printf '== %s\n' "$target"
  if [ "$target" = packages ]; then
    for project in Lilt Lilt.Training Lilt.Cli; do
      dotnet pack "src/$project" --no-build "${quiet[@]}" "${of[@]}" -o "$work/made"
      archive "$work/made/$project.$version.nupkg"
    done
    continue
  fi
  name=lilt-$version-$target
  dotnet publish src/Lilt.Cli -r "$target" --self-contained "${quiet[@]}" "${of[@]}" -p:PublishSingleFile=true -o "$work/$name"
  cp LICENSE release/package/* "$work/$name/"
  rm "$work/$name/web/THIRD-PARTY-NOTICES.txt"
  node release/notices.mjs "$work/$name/THIRD-PARTY-NOTICES.txt" \
    "Microsoft.NETCore.App.Runtime.$target/$runtime" "Microsoft.AspNetCore.App.Runtime.$target/$runtime"
  case $target in
    win-*) mv "$work/$name/Lilt.Cli.exe" "$work/$name/lilt.exe"; archive "$work/made/$name.zip" "$work/$name" lilt.exe ;;
    *) mv "$work/$name/Lilt.Cli" "$work/$name/lilt"; archive "$work/made/$name.tar.gz" "$work/$name" lilt ;;
  esac
done

mv "$work/made"/* "$out/"
cd "$out"
sha256sum -- *"$version"*.nupkg *"-$version-"*.tar.gz *"-$version-"*.zip 2>/dev/null >SHA256SUMS || true
cat SHA256SUMS
[ -z "$tag" ] || { git -C "$here" tag -a "v$version" -m "Lilt $version" -m "$news" HEAD && printf 'Tagged v%s.\n' "$version"; }
