#!/usr/bin/env bash
# Makes the site, a folder that anyone can host or open from disk: ./site.sh [OUT] [--quick]
#   OUT      the folder, artifacts/site if none is given; one that is there is replaced where it is such a site, and refused where it is anything else
#   --quick  without what takes long: one study of part 7 and without its control, quick causes, recipes that are not run
# Without --quick it has the shipped model's studies of part 7 for the seeds 42 and 1 to 5, whole, and that of causes, and what every recipe prints in
# both languages, and the tutorial is run once more. LILT names a program that is built (Lilt.Cli.dll), PYTHON the Python that has NumPy.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

fail() { printf 'site.sh: %s\n' "$1" >&2; exit 2; }
usage="./site.sh [OUT] [--quick]"

given="" quick=""
for word in "$@"; do
  case $word in
    -h | --help) sed -nE '2,/^set/{ s/^# ?//p; }' "$0"; exit 0 ;;
    --quick) quick=yes ;;
    -*) fail "no option '$word': it is $usage." ;;
    *) [ -z "$given" ] || fail "two folders, $given and $word: it is $usage."; given=$word ;;
  esac
done
if [ -z "$given" ]; then
  given=$here/artifacts/site
  mkdir -p "$here/artifacts"
fi
parent=$(dirname "$given")
[ -d "$parent" ] || fail "$given cannot be made: there is no folder $parent. Make it, or name another place."
parent=$(cd "$parent" && pwd)
out=$parent/$(basename "$given")
marker=.lilt-site
refuse() { fail "$given is there and no site of Lilt's: it is left alone. Name another folder."; }
[ ! -e "$out" ] || [ -f "$out/$marker" ] || refuse
[ -w "$parent" ] || fail "$given cannot be made, for nothing can be written into $parent: name another place."

command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install the package dotnet-sdk-10.0."
command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20.19 or later is missing: install the package nodejs."
python=${PYTHON:-python3}
command -v "$python" >/dev/null || fail "Python is missing: install the package python3, or name one with PYTHON."
if [ -z "$quick" ]; then
  "$python" -c 'import numpy' 2>/dev/null || fail "NumPy is missing, which the recipes in Python need: install the package python3-numpy, or name a Python that has it with PYTHON."
  wheel=$(ls "$here"/artifacts/python/dist/*.whl 2>/dev/null | tail -n 1)
  [ -n "$wheel" ] || fail "the Python package is missing, which the recipes and the tutorial need: python/build-wheel.sh makes it."
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$here"
program=${LILT:-$here/src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll}
if [ -z "${LILT:-}" ]; then dotnet build src/Lilt.Cli -c Release -v quiet -nologo || fail "Lilt could not be built."; fi
[ -f "$program" ] || fail "there is no program $program: leave LILT out to have it built."
[ -f "$(dirname "$program")/web/node/figures.mjs" ] || fail "$program has no pages, for it was built without Node.js: build it again."
[ -d web/node_modules/marked ] || (cd web && npm ci --no-audit --no-fund --loglevel=error) || fail "what the pages are made with could not be installed."
(cd web && npm run --silent site) || fail "what makes the pages could not be built."
lilt() { dotnet "$program" "$@"; }

# Everything is made beside the place and then put there.
site=$(mktemp -d "$out.partial-XXXXXX")
work=$(mktemp -d)
trap 'rm -rf "$site" "$work"' EXIT
trap 'exit 130' INT TERM
chmod 755 "$site"
mkdir "$site/studies" "$site/gallery" "$site/tunes" "$work/printed"

say() { printf '== %s\n' "$1"; }
quietly() { # COMMAND…: what it says is shown where it fails
  "$@" >"$work/said" 2>&1 || { cat "$work/said" >&2; return 1; }
}
study() { # NAME KIND OPTION…: in the site's folder of studies, so that the command that stands in it is a reader's
  name=$1 kind=$2
  shift 2
  say "lilt study $kind $* --out $name"
  (cd "$site/studies" && quietly lilt study "$kind" "$@" --out "$name") || fail "the study $name could not be made."
}
if [ -n "$quick" ]; then
  study part7-seed-42 part7 --seed 42 --control 0
  study causes causes --seed 42 --quick
else
  for seed in 42 1 2 3 4 5; do study "part7-seed-$seed" part7 --seed "$seed"; done
  study causes causes --seed 42
fi
for name in part7-seed-42 causes; do
  mkdir "$site/gallery/$name"
  for scheme in light dark; do quietly lilt figures "$site/studies/$name" --out "$site/gallery/$name/$scheme" --scheme $scheme || fail "the figures of $name could not be drawn."; done
done

say "tunes"
tune() { # NAME OPTION…
  name=$1
  shift
  quietly lilt generate "$@" --out "$site/tunes/$name.abc" || fail "the tune $name could not be written."
  for form in svg midi wav; do quietly lilt render "$site/tunes/$name.abc" --to $form --out "$site/tunes/$name.$form" || fail "the tune $name could not be rendered."; done
}
tune seed-42 --seed 42
tune seed-1 --seed 1
tune seed-42-cut --seed 42 --limit 150 --plan "$site/studies/part7-seed-42/plans/cut-layer-3.json"
cat >"$work/tunes.json" <<'END'
[
  {"name": "seed-42", "said": "lilt generate --seed 42"},
  {"name": "seed-42-cut", "said": "The same from the same random numbers, with a third of layer 3 cut out: the units with the most power at the measures' period. That a cut does harm does not say that what was cut counts."},
  {"name": "seed-1", "said": "lilt generate --seed 1"}
]
END

if [ -z "$quick" ]; then
  # Each script is run as test.sh runs it; its first line is the command.
  "$python" -m zipfile -e "$wheel" "$work/package"
  for script in samples/*.cs; do
    name=$(basename "$script" .cs)
    read -ra arguments < <(sed -nE 's#^// test\.sh runs it with: (.*)#\1#p' "$script"; echo)
    say "$script"
    run=(dotnet run -c Release "$script")
    [ ${#arguments[@]} -eq 0 ] || run+=(-- "${arguments[@]}")
    { echo "${run[*]}"; PYTHON=$python "${run[@]}"; } >"$work/printed/$name.cs.txt" || fail "$script ended with an error."
    [ -f "python/samples/$name.py" ] || continue
    run=(python3 "python/samples/$name.py" ${arguments[@]+"${arguments[@]}"})
    { echo "${run[*]}"; PYTHONPATH=$work/package "$python" "${run[@]:1}"; } >"$work/printed/$name.py.txt" || fail "python/samples/$name.py ended with an error."
  done
  say "tutorial"
  LILT=$program PYTHON=$python PYTHONPATH=$work/package node docs/tutorial.mjs --check || fail "the tutorial does not say what its commands say."
fi

say "API"
quietly dotnet tool restore || fail "docfx could not be had: dotnet tool restore says why."
cat >"$work/docfx.json" <<END
{"metadata": [{"src": [{"src": "$(dirname "$program")", "files": ["Lilt.dll", "Lilt.Training.dll"]}], "dest": "$work/api", "outputFormat": "markdown"}]}
END
quietly dotnet docfx metadata "$work/docfx.json" || fail "the pages of the API could not be made."
"$python" python/make_api.py >"$work/python.md"

say "pages"
node artifacts/site-program/site.mjs "$here" "$site" "$(lilt --version)" "$work/api" "$work/python.md" "$work/printed" "$work/tunes.json" || fail "the pages could not be made."
lilt --version >"$site/$marker"

[ ! -e "$out" ] || [ -f "$out/$marker" ] || refuse
if [ -e "$out" ]; then mv "$out" "$site.replaced"; fi
mv "$site" "$out"
rm -rf "$site.replaced"
printf 'Open %s/index.html.\n' "$given"
