// One log of every version there ever was, as the program of its day wrote it.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "migrate.hpp"
#include "sample_records.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::contract {
namespace {

class Frozen : public testing::TestWithParam<int> {};

// A copy, as SQLite puts files of its own beside one it reads.
std::string frozen(int version, const std::string& to) {
  std::filesystem::copy_file("tests/contract/frozen/log_v" + std::to_string(version) + ".db", to);
  return to;
}

TEST_P(Frozen, logs_open_and_hold_what_they_held) {
  const Folder folder;
  const auto log = frozen(GetParam(), folder.file("log.db"));
  const auto summary = store_sqlite::verify(log);
  ASSERT_TRUE(summary) << sentence(summary.error());
  EXPECT_EQ(summary->schema, GetParam());
  const auto store = store_sqlite::open({.file = log});
  ASSERT_TRUE(store) << sentence(store.error());
  EXPECT_TRUE(std::ranges::equal(*(*store)->read({}), samples(10, 20), journal::same));
  EXPECT_EQ((*store)->append(samples(20, 20)).value(), 10U);
  EXPECT_EQ(store_sqlite::verify(log)->records, 30U);
}

TEST_P(Frozen, logs_open_for_reading_alike) {
  const Folder folder;
  const auto log = frozen(GetParam(), folder.file("log.db"));
  const auto store =
      store_sqlite::open({.file = log, .check = store_sqlite::Check::before_writing});
  ASSERT_TRUE(store) << sentence(store.error());
  EXPECT_TRUE(std::ranges::equal(*(*store)->read({}), samples(10, 20), journal::same));
  EXPECT_EQ((*store)->append(samples(20, 20)).value(), 10U);
}

// What an older version's sum tells is not summed up anew as right.
TEST_P(Frozen, logs_that_lost_a_row_are_refused) {
  const Folder folder;
  const auto log = frozen(GetParam(), folder.file("log.db"));
  {
    auto database = store_sqlite::Database::open(log, store_sqlite::Access::write, nullptr);
    const auto lose = "DELETE FROM record WHERE id = '" + sample_id(15) + "'";
    ASSERT_TRUE(database && database->run(lose.c_str()));
  }
  const auto bytes = bytes_of(log);
  const auto store = store_sqlite::open({.file = log, .moment = "m"});
  const auto found = store ? (*store)->read({}) : std::unexpected(store.error());
  ASSERT_FALSE(found);
  EXPECT_NE(sentence(found.error()).find("records are missing or doubled"), std::string::npos);
  EXPECT_EQ(store_sqlite::set_aside_files(log), std::vector<std::string>{log + ".damaged-m"});
  EXPECT_TRUE(bytes_of(log + ".damaged-m") == bytes) << "unchanged";
}

TEST_P(Frozen, logs_restore) {
  const Folder folder;
  const auto log = folder.file("log.db");
  const auto old = frozen(GetParam(), folder.file("old.db"));
  const auto restored = store_sqlite::restore(old, {.file = log});
  ASSERT_TRUE(restored) << sentence(restored.error());
  EXPECT_EQ(restored->records, 20U);
  EXPECT_EQ(restored->schema, static_cast<int>(store_sqlite::migrations().size()));
}

// Each version there is, so that none can be added without its log.
INSTANTIATE_TEST_SUITE_P(of, Frozen,
                         testing::Range(1, static_cast<int>(store_sqlite::migrations().size()) + 1),
                         [](const auto& info) { return "version_" + std::to_string(info.param); });

}  // namespace
}  // namespace unknot::contract
