#!/usr/bin/env bash
# Keeps of what the fuzzers learnt the fewest, smallest inputs that reach all that is reached:
#   tests/fuzz/keep.sh FOLDER [TARGET...]     (FOLDER as of run.sh: build/fuzz/fuzz)
#
# Files with a name of their own (by a person: a seed, a finding) stay; files named by a fuzzer, 40
# hex digits, are replaced. At most MOST inputs of at most BYTES each are kept a target.
set -euo pipefail
MOST=${MOST:-250}
BYTES=${BYTES:-4096}
folder=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  for learnt in "$folder"/learnt/*/; do targets+=("$(basename "$learnt")"); done
fi

for name in "${targets[@]}"; do
  corpus=$here/corpus/$name
  merged=$folder/merged/$name
  rm -rf "$merged"
  mkdir -p "$merged" "$corpus"
  # Smallest first is libFuzzer's own order of merging; inputs that are too long stay out.
  "$folder/$name" -merge=1 -max_len="$BYTES" "$merged" "$corpus" "$folder/learnt/$name" \
    2>"$folder/$name.merge.log" >/dev/null
  find "$corpus" -type f -regextype egrep -regex '.*/[0-9a-f]{40}' -delete
  find "$merged" -type f -size -"$((BYTES + 1))"c -printf '%s %p\n' | sort -n | head -n "$MOST" |
    while read -r _ file; do
      digest=$(sha1sum <"$file" | cut -d ' ' -f 1)
      # What a person put there under a name is not kept twice.
      if ! sha1sum "$corpus"/* 2>/dev/null | grep -q "^$digest "; then cp "$file" "$corpus/$digest"; fi
    done
  echo "$name: $(find "$corpus" -type f | wc -l) inputs, $(du -sb "$corpus" | cut -f 1) bytes"
done
