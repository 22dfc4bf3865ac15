#!/usr/bin/env bash
# Every mistake of tools/mutate in safety and planner; what an earlier run judged is not run again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
make --no-print-directory mutate
