#!/usr/bin/env bash
# Every mistake of tools/mutate in safety; what an earlier run judged is not run again. The planner's
# take hours and are run by `make mutate`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
make --no-print-directory mutate MUTATE="--module safety"
