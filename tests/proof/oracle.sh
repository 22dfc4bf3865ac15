#!/usr/bin/env bash
# The independent checker over two hundred thousand requests, five seeds; then the optimum of a
# thousand by CBC, and whether every part of that model shows in some answer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
for seed in 2 3 5 7 11; do
  python3 tests/oracle/judge.py --program build/dev/unknot --knowledge knowledge \
    --count 40000 --seed "$seed" --out build/dev/oracle_breaches.json
done
python3 tools/oracle/optimum.py --program build/dev/unknot --count 1000 --seed proof \
  --least-plans 700
python3 tools/oracle/test_sharp.py build/dev/unknot
