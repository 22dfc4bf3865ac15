#!/usr/bin/env bash
# The log on real disks: the quick suites once more where fsync is real (TMPDIR), a disk of one megabyte that
# runs full, and one that can only be read. Root only, for mount.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fail() {
  echo "tests/proof/store.sh: $*" >&2
  exit 1
}
[ "$(id -u)" = 0 ] || fail "needs root, for mount"
appender=build/dev/tests/contract/unknot_contract_appender
work=$(mktemp -d)
chmod 755 "$work"  # A test looks in as another user.
finish() {
  umount "$work/small" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

UNKNOT_TEST_FOLDER=$work build/dev/tests/contract/unknot_contract_tests --gtest_brief=1
UNKNOT_TEST_FOLDER=$work build/dev/tests/contract/unknot_store_faults_tests --gtest_brief=1 \
  --gtest_filter='Kill.*:TogetherOneLog.*'
echo "ok: the suites on a real disk"

mkdir "$work/small"
mount -t tmpfs -o size=1m tmpfs "$work/small"
"$appender" "$work/small/log.db" 0 3000 3 >"$work/said"
grep -q '^NO .* store_full$' "$work/said" || fail "a disk of 1 MB did not run full"
if grep '^NO ' "$work/said" | grep -qv ' store_full$'; then fail "full, and called otherwise"; fi
mount -o remount,size=8m "$work/small"
"$appender" "$work/small/log.db" 0 3000 3 >"$work/again"
if grep -q '^NO ' "$work/again"; then fail "with room again it did not go on"; fi
echo "ok: $(grep -c '^ACK' "$work/said") batches on a full disk, the rest when there was room"

mount -o remount,ro "$work/small"
"$appender" "$work/small/log.db" 0 3 3 >"$work/read" || true
[ "$(cat "$work/read")" = $'OPEN\nNO 0 3 store_readonly\nEND' ] || fail "read-only: $(cat "$work/read")"
echo "ok: a log on a disk that can only be read"
