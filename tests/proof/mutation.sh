#!/usr/bin/env bash
# Every mistake of tools/mutate in safety, and a sample of those in the planner, the same one each
# time: all of them take most of an hour and are run by `make mutate`, which explains every survivor.
# What an earlier run judged is not run again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
make --no-print-directory mutate MUTATE="--module safety"
make --no-print-directory mutate MUTATE="--module planner --count 250 --seed 1"
