#!/usr/bin/env bash
# Every request of the small scope, on two threads.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build/dev/tests/scope/small_scope --all --threads 2
