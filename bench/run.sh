#!/usr/bin/env bash
# All measurements in one run, on one machine: what is worth quoting are the ratios between them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=build/release/unknot
bench=build/release/bench/unknot_bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== a plan (single thread)"
"$bench"

echo
echo "== a session (single thread)"
build/release/bench/unknot_session_bench

echo
echo "== a batch of 20000 random requests"
"$bench" requests 20000 >"$work/requests"
seconds() { # CPUS: wall seconds of the batch on so many cores
  local from to
  from=$(date +%s%N)
  taskset -c "$1" "$program" plan --batch "$work/requests" >"$work/answers"
  to=$(date +%s%N)
  echo $(((to - from) / 1000000))
}
one=$(seconds 0)
two=$(seconds 0,1)
echo "one core $((20000 * 1000 / one)) plans/s, two cores $((20000 * 1000 / two)) plans/s," \
  "ratio $(awk "BEGIN { printf \"%.2f\", $one / $two }")"

echo
echo "== cold start: the whole process, 50 runs"
times() { # COMMAND...: microseconds of 50 runs, sorted
  local from to
  for _ in $(seq 50); do
    from=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    to=$(date +%s%N)
    echo $(((to - from) / 1000))
  done | sort -n
}
median() { awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
cold() { # NAME COMMAND...
  local name=$1
  shift
  times "$@" | awk -v name="$name" \
    '{ a[NR] = $1 } END { printf "%-28s median %6.1f ms, worst %6.1f ms\n", name, a[int((NR + 1) / 2)] / 1000, a[NR] / 1000 }'
}
cold "unknot plan --example" "$program" plan --example
cold "unknot version" "$program" version
cold "true (for comparison)" /bin/true

echo
echo "== the program with ten years of daily sessions in its log, against a plan without any"
build/release/bench/unknot_bench_log "$work/log.db"
words=(plan --data "$work" --minutes 10 --feel calves:tight --tool soft_roller --none-of-these)
without=$(times "$program" "${words[@]}" --no-log | median)
against() { # NAME COMMAND...
  local name=$1 with
  shift
  with=$(times "$@" | median)
  awk -v name="$name" -v with="$with" -v without="$without" 'BEGIN {
    printf "%-12s %6.1f ms, plan --no-log %5.1f ms, ratio %.1f\n", name, with / 1000, without / 1000, with / without }'
}
against "plan" "$program" "${words[@]}"
against "log" "$program" log --data "$work"

echo
echo "== the log on the disk of this folder: durable appends, medians of rounds in turn"
build/release/bench/unknot_bench_store build/release

echo
echo "== the same optimum by solvers (one core)"
tools/oracle/bench.py --bench "$bench"

echo
echo "== ten years of daily sessions in the log (single thread; history: at most 20 ms)"
build/release/bench/unknot_bench_journal

echo
echo "== a quarter of an hour as one track (at most 1.5 s, 5 MB; 20 MB of memory)"
bench/track.py "$program" build/wasm/unknot.wasm

echo
echo "== unknot serve, nginx and a server of Node in turn (at least 0.7 and 0.5 of nginx)"
bench/serve.py "$program"

echo
echo "== the web app in Chromium"
UNKNOT_PROGRAM=$program UNKNOT_CLIPS=build/release/clips UNKNOT_LOG=$work/log.db node bench/web.mjs

echo
echo "== sizes"
ls -l "$program" | awk '{ printf "program           %9d bytes\n", $5 }'
ls -l build/release/generated/pack.json | awk '{ printf "pack, canonical   %9d bytes\n", $5 }'
if [ -f build/wasm/unknot.wasm ]; then
  ls -l build/wasm/unknot.wasm | awk '{ printf "wasm              %9d bytes\n", $5 }'
  node wasm/node/check.mjs build/wasm/unknot.wasm size
  echo
  echo "== WebAssembly against native: 2000 requests, one thread"
  head -2000 "$work/requests" >"$work/few"
  from=$(date +%s%N)
  taskset -c 0 "$program" plan --batch "$work/few" >"$work/native"
  to=$(date +%s%N)
  node bench/wasm.mjs build/wasm/unknot.wasm "$work/few" $(((to - from) / 1000000))
fi
