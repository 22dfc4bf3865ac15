#!/usr/bin/env bash
# The server under slow clients: slowhttptest's slow heads, slow bodies and slow readers, each on more
# connections than a person ever has, leave it available; and what it takes of memory stays small.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fail() {
  echo "tests/proof/serve.sh: $*" >&2
  exit 1
}
program=build/dev/unknot
most_kb=131072
work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

mkdir -p "$work/site/assets"
echo '<!doctype html><title>Unknot</title>' >"$work/site/index.html"
head -c 4000000 /dev/urandom >"$work/site/assets/large.png"
node web/tools/bundle.mjs "$work/site" "$work/bundle" >/dev/null
"$program" serve --port 0 --data "$work/data" --bundle "$work/bundle" >"$work/said" &
server=$!
for _ in $(seq 100); do
  grep -q '^Unknot is at' "$work/said" && break
  sleep 0.1
done
url=$(sed -n 's/^Unknot is at //p' "$work/said")
[ -n "$url" ] || fail "it did not start"

slow() { # NAME OPTION...
  local name=$1
  shift
  slowhttptest -c 1500 -r 300 -l 40 -p 3 "$@" >"$work/$name" 2>&1 || true
  sed 's/\x1b\[[0-9;]*m//g' "$work/$name" >"$work/$name.plain"
  # Said every five seconds, and at the end.
  grep -q 'service available: *YES' "$work/$name.plain" || fail "$name: never available"
  if grep -q 'service available: *NO' "$work/$name.plain"; then fail "$name: not available"; fi
  echo "ok: $name"
}
slow slow_heads -H -i 2 -u "$url/"
slow slow_bodies -B -i 2 -s 65536 -f application/json -u "$url/api/v1/plan"
slow slow_readers -X -w 512 -y 1024 -n 5 -z 32 -k 3 -u "$url/assets/large.png"

kill -0 "$server" || fail "it is gone"
peak=$(awk '/VmHWM/ { print $2 }' "/proc/$server/status")
[ "$peak" -lt $most_kb ] || fail "$peak KiB of memory at the most, not below $most_kb"
echo "ok: $((peak / 1024)) MiB of memory at the most"
kill -TERM "$server"
wait "$server" || fail "it did not end well"
server=
