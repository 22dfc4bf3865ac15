// The system itself refuses: no room, failing synchronisation, a lock held for too long. By the
// kernel's own answers, where the power tests make them up.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "child.hpp"
#include "database.hpp"
#include "sample_records.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::contract {
namespace {

using base::ErrorCode;

// What an appender said, and whether the log holds what it acknowledged.
struct Told {
  std::vector<std::string> lines;
  std::size_t acknowledged = 0;
  std::size_t refused = 0;

  [[nodiscard]] bool every_refusal_is(const std::string& code) const {
    return std::ranges::all_of(lines, [&](const std::string& line) {
      return !line.starts_with("NO ") || line.ends_with(" " + code);
    });
  }
};

Told told_by(const std::vector<std::string>& command, const std::string& file) {
  Child child(command);
  Told told{.lines = child.rest()};
  EXPECT_EQ(child.wait(), 0);
  const auto batches = batches_in(told.lines);
  for (const Batch& batch : batches) ++(batch.acknowledged ? told.acknowledged : told.refused);
  const auto store = store_sqlite::open({.file = file, .moment = "disk"});
  EXPECT_TRUE(store) << sentence(store.error());
  if (!store) return told;
  const auto found = (*store)->read({});
  EXPECT_TRUE(found) << sentence(found.error());
  EXPECT_TRUE(found && judge(*found, batches).good());
  EXPECT_TRUE((*store)->append(samples(900'000, 5))) << "and it goes on";
  return told;
}

TEST(StoreDisk, no_room_is_told_and_loses_nothing) {
  const Folder folder;
  const auto file = folder.file("log.db");
  ASSERT_TRUE(store_sqlite::open({.file = file}));
  const Told told = told_by(appender({file, "0", "900", "3", "most=300000"}), file);
  EXPECT_GT(told.acknowledged, 20U);
  EXPECT_GT(told.refused, 20U);
  EXPECT_TRUE(told.every_refusal_is("store_full"));
}

TEST(StoreDisk, no_room_for_a_new_log_is_told) {
  const Folder folder;
  Child child(appender({folder.file("log.db"), "0", "3", "3", "most=5000"}));
  EXPECT_EQ(child.rest(), std::vector<std::string>{"CLOSED store_full"});
  EXPECT_TRUE(store_sqlite::open({.file = folder.file("log.db")})) << "nothing is in the way";
}

// strace answers in the kernel's place. Where the machine forbids tracing, the same is left to
// DiskFault, which needs nobody's leave.
bool can_trace() {
  Child probe({"strace", "-qq", "-o", "/dev/null", "true"});
  static_cast<void>(probe.rest());
  const bool can = probe.wait() == 0;
  if (!can) std::puts("strace is absent or forbidden here: DiskFault alone shows failing fsync");
  return can;
}

std::vector<std::string> traced(const std::string& when, const std::vector<std::string>& command) {
  // The leak checker of a sanitizer build traces too, and only one can.
  std::vector<std::string> out{"strace",
                               "-f",
                               "-qq",
                               "-o",
                               "/dev/null",
                               "-E",
                               "ASAN_OPTIONS=detect_leaks=0",
                               "-e",
                               "trace=fsync,fdatasync",
                               "-e",
                               "inject=fsync,fdatasync:error=EIO:when=" + when};
  out.insert(out.end(), command.begin(), command.end());
  return out;
}

TEST(StoreDisk, failing_fsync_is_told_and_loses_nothing) {
  if (!can_trace()) return;
  const Folder folder;
  const auto file = folder.file("log.db");
  ASSERT_TRUE(store_sqlite::open({.file = file}));
  const Told told = told_by(traced("20+", appender({file, "0", "150", "3"})), file);
  EXPECT_GT(told.acknowledged, 5U);
  EXPECT_GT(told.refused, 20U);
  EXPECT_TRUE(told.every_refusal_is("store_broken"));
  EXPECT_TRUE(told.lines.at(told.lines.size() - 2).starts_with("NO ")) << "to the end";
}

TEST(StoreDisk, fsync_that_works_again_is_used_again) {
  if (!can_trace()) return;
  const Folder folder;
  const auto file = folder.file("log.db");
  ASSERT_TRUE(store_sqlite::open({.file = file}));
  const Told told = told_by(traced("20..25", appender({file, "0", "150", "3"})), file);
  EXPECT_GT(told.refused, 0U);
  EXPECT_LT(told.refused, 10U);
  EXPECT_TRUE(told.lines.at(told.lines.size() - 2).starts_with("ACK ")) << "without a new start";
}

TEST(StoreDisk, a_log_held_too_long_is_busy) {
  const Folder folder;
  const store_sqlite::Where where{.file = folder.file("log.db"), .wait_ms = 30};
  auto store = store_sqlite::open(where);
  ASSERT_TRUE((*store)->append(samples(0, 3)));
  auto other = store_sqlite::Database::open(where.file, store_sqlite::Access::write, nullptr);
  {
    auto holding = store_sqlite::Transaction::begin(*other, store_sqlite::Transaction::Kind::write);
    ASSERT_TRUE(holding);
    EXPECT_EQ((*store)->append(samples(3, 3)).error().code, ErrorCode::store_busy);
    EXPECT_EQ((*store)->forget("").error().code, ErrorCode::store_busy);
    EXPECT_EQ((*store)->read({})->size(), 3U) << "reading needs no turn";
  }
  EXPECT_EQ((*store)->append(samples(3, 3)).value(), 3U);
}

}  // namespace
}  // namespace unknot::contract
