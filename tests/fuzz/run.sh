#!/usr/bin/env bash
# Fuzzes every target in a folder: tests/fuzz/run.sh FOLDER SECONDS
#
# Starts from corpus/<name>/; what it learns goes to <FOLDER>/learnt, what fails to <FOLDER>/failed.
# A failing input belongs in corpus/<name>/ with its mending, where every test run replays it.
set -euo pipefail
folder=$1
seconds=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
status=0
count=0
shopt -s nullglob
for source in "$here"/*.cpp; do
  name=$(basename "$source" .cpp)
  [ "$name" != replay_main ] || continue
  count=$((count + 1))
  mkdir -p "$folder/learnt/$name" "$folder/failed/$name"
  seeds=()
  if [ -d "$here/corpus/$name" ]; then seeds=("$here/corpus/$name"); fi
  echo "== $name, $seconds s"
  # An input that takes 5 s or 1 GB is a finding too.
  "$folder/$name" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
    -artifact_prefix="$folder/failed/$name/" "$folder/learnt/$name" "${seeds[@]}" \
    >"$folder/$name.log" 2>&1 || {
    status=1
    tail -n 40 "$folder/$name.log"
  }
  grep -E 'number_of_executed_units|new_units_added|peak_rss_mb' "$folder/$name.log" || true
done
echo "$count targets fuzzed"
[ "$count" -gt 0 ] || status=1
exit "$status"
