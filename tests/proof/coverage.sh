#!/usr/bin/env bash
# Every line, branch and condition of core/safety.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
make --no-print-directory coverage
