#!/usr/bin/env bash
# What Lighthouse says of the web app on a phone, served by the released program.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
make --no-print-directory build
work=$(mktemp -d)
build/release/unknot serve --port 0 --data "$work" >"$work/said" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  url=$(grep -o 'http://localhost:[0-9]*' "$work/said" | head -1) && break
  sleep 0.1
done
node tests/proof/lighthouse/run.mjs "$url/"
