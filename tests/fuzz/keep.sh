#!/usr/bin/env bash
# Keeps of what the fuzzers learnt the fewest, smallest inputs that pass every edge of the code that
# is passed at all:
#   tests/fuzz/keep.sh FOLDER [TARGET...]     (FOLDER as of run.sh: build/fuzz/fuzz)
#
# Files with a name of their own (by a person: a seed, a finding) stay; files named by a fuzzer, 40
# hex digits, are replaced. Fails when a target would keep more than 300 inputs.
set -euo pipefail
most=300
longest=4096 # bytes of one input
folder=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
status=0
targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  for learnt in "$folder"/learnt/*/; do targets+=("$(basename "$learnt")"); done
fi

for name in "${targets[@]}"; do
  corpus=$here/corpus/$name
  merged=$folder/merged/$name
  rm -rf "$merged"
  mkdir -p "$merged" "$corpus" "$folder/learnt/$name"
  # Without counters a feature is an edge; how often it is passed would keep four times as many.
  "$folder/$name" -set_cover_merge=1 -use_counters=0 -max_len="$longest" \
    "$merged" "$corpus" "$folder/learnt/$name" 2>"$folder/$name.merge.log" >/dev/null
  find "$corpus" -type f -regextype egrep -regex '.*/[0-9a-f]{40}' -delete
  named=$(find "$corpus" -type f -exec sha1sum {} + | cut -d ' ' -f 1)
  for file in "$merged"/*; do
    digest=$(sha1sum <"$file" | cut -d ' ' -f 1)
    # What a person put there under a name is not kept twice.
    if ! grep -qx "$digest" <<<"$named"; then cp "$file" "$corpus/$digest"; fi
  done
  count=$(find "$corpus" -type f | wc -l)
  echo "$name: $count inputs, $(du -sb "$corpus" | cut -f 1) bytes"
  if [ "$count" -gt "$most" ]; then status=1; fi
done
exit "$status"
