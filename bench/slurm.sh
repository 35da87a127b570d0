#!/usr/bin/env bash
# A sweep on one node of one core and on two, in turn: bench/slurm.sh LILT.dll [TUNES [ROUNDS]]
# Wants two quiet cores, and what bench/slurm-cluster.sh wants. Ends with the ratio of the medians. Writes how long shards took
# on one node, as of 4,096 tunes, to slurm-shards.txt, which bench/sweep_scale.py reads.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
lilt=$(realpath "$1")
tunes=${2:-6000}
rounds=${3:-3}
a_shard=100
cluster=/tmp/lilt-v
work=$(mktemp -d /tmp/lilt-b.XXXX)
trap '"$here/slurm-cluster.sh" stop $cluster >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
cat >"$work/plan.json" <<PLAN
{"task":"generate","models":["default"],"seeds":{"from":1,"count":$tunes},"tunesAShard":$a_shard}
PLAN
# Node n1 has the first core, n2 the second.
cat >"$work/site.json" <<SITE
{"program":"taskset -c \$((\${SLURMD_NODENAME#n} - 1)) dotnet $lilt","partition":"work","memory":"500M","shardsATask":$((tunes / a_shard / 2))}
SITE
once() { # NODES ROUND: seconds until the queue is empty
  "$here/slurm-cluster.sh" start $cluster "$1" >/dev/null 2>&1 </dev/null
  export SLURM_CONF=$cluster/slurm.conf
  local out=$work/$1-$2 began
  dotnet "$lilt" sweep "$work/plan.json" --out "$out" --slurm "$work/site.json" >/dev/null
  began=$(date +%s.%N)
  while [ -n "$(squeue -h)" ]; do sleep 0.1; done
  awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f\n", b - a }'
  "$here/slurm-cluster.sh" stop $cluster
  [ "$(find "$out/shards" -name '*.parquet' | wc -l)" = $((tunes / a_shard)) ] || { cat "$out"/slurm/*.log >&2; exit 1; }
}
tables() { (cd "$work/$1/shards" && find . -name '*.parquet' | sort | xargs sha256sum); }
for round in $(seq "$rounds"); do
  one=$(once 1 "$round")
  two=$(once 2 "$round")
  echo "$one $two" >>"$work/times"
  printf 'round %s: one node %s s, two %s s\n' "$round" "$one" "$two"
done
[ "$(tables 1-1)" = "$(tables 2-1)" ] || { echo "the tables differ" >&2; exit 1; }
median() { awk "{ print \$$1 }" "$work/times" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
awk -v a="$(median 1)" -v b="$(median 2)" -v n="$tunes" \
  'BEGIN { printf "medians: one node %.2f s (%.0f tunes a second), two %.2f s: %.2f times\n", a, n / a, b, a / b }'
for round in $(seq "$rounds"); do
  find "$work/1-$round/shards" -name '*.parquet' -printf '%T@\n' | sort -n |
    awk -v whole=$((4096 / a_shard)) '(NR - 1) % 10 == 0 { if (NR > 1) printf "%.3f\n", ($1 - from) / 10 * whole; from = $1 }'
done >slurm-shards.txt
printf 'times of %s shards in slurm-shards.txt\n' "$(wc -l <slurm-shards.txt)"
