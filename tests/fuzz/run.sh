#!/usr/bin/env bash
# Fuzzes every target in a folder:  tests/fuzz/run.sh FOLDER SECONDS [TARGET...]
#
# Starts from corpus/<name>/; what it learns goes to <FOLDER>/learnt, what fails to <FOLDER>/failed.
# A failing input belongs in corpus/<name>/ with its mending, where every test run replays it;
# tests/fuzz/keep.sh keeps what was learnt.
set -euo pipefail
folder=$1
seconds=$2
shift 2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
status=0
count=0
shopt -s nullglob

targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  for source in "$here"/*.cpp; do
    [ "$(basename "$source")" = replay_main.cpp ] || targets+=("$(basename "$source" .cpp)")
  done
fi

# Words of the target, and every key and id of the knowledge: in quotes where JSON is read.
dictionary() { # NAME
  local quote=
  case $1 in request | plan | journal | session | desk) quote='\\\\"' ;; esac
  if [ -f "$here/dictionaries/$1.dict" ]; then cat "$here/dictionaries/$1.dict"; fi
  if [ "$1" != person ]; then
    grep -oE '"[a-z][a-z0-9_]{1,39}"' "$folder/../generated/pack.json" | tr -d '"' | sort -u |
      sed -E "s/.*/\"$quote&$quote\"/"
  fi
}

for name in "${targets[@]}"; do
  count=$((count + 1))
  mkdir -p "$folder/learnt/$name" "$folder/failed/$name"
  seeds=()
  if [ -d "$here/corpus/$name" ]; then seeds=("$here/corpus/$name"); fi
  options=(-max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -print_final_stats=1)
  dictionary "$name" >"$folder/$name.dict"
  if [ -s "$folder/$name.dict" ]; then options+=(-dict="$folder/$name.dict"); fi
  echo "== $name, $seconds s"
  # An input that takes 5 s or 1 GB is a finding too. Standard output is the program's own.
  "$folder/$name" "${options[@]}" -artifact_prefix="$folder/failed/$name/" \
    "$folder/learnt/$name" "${seeds[@]}" 2>"$folder/$name.log" >/dev/null || {
    status=1
    grep -vE "NEW_FUNC|NEW|REDUCE" "$folder/$name.log" | tail -n 40
  }
  grep -E '^stat::(number_of_executed_units|average_exec_per_sec|new_units_added|peak_rss_mb)' \
    "$folder/$name.log" || true
  grep -oE 'cov: [0-9]+ ft: [0-9]+ corp: [^ ]+' "$folder/$name.log" | tail -n 1 || true
done
echo "$count targets fuzzed"
[ "$count" -gt 0 ] || status=1
exit "$status"
