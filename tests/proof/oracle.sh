#!/usr/bin/env bash
# The independent checker over two hundred thousand requests, five seeds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
for seed in 2 3 5 7 11; do
  python3 tests/oracle/judge.py --program build/dev/unknot --knowledge knowledge \
    --count 40000 --seed "$seed" --out build/dev/oracle_breaches.json
done
