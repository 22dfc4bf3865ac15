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

std::string frozen(int version) {
  return "tests/contract/frozen/log_v" + std::to_string(version) + ".db";
}

TEST_P(Frozen, logs_open_and_hold_what_they_held) {
  const Folder folder;
  const auto log = folder.file("log.db");
  std::filesystem::copy_file(frozen(GetParam()), log);
  const auto summary = store_sqlite::verify(log);
  ASSERT_TRUE(summary) << sentence(summary.error());
  EXPECT_EQ(summary->schema, GetParam());
  const auto store = store_sqlite::open({.file = log});
  ASSERT_TRUE(store) << sentence(store.error());
  EXPECT_TRUE(std::ranges::equal(*(*store)->read({}), samples(10, 20), journal::same));
  EXPECT_EQ((*store)->append(samples(20, 20)).value(), 10U);
}

TEST_P(Frozen, logs_restore) {
  const Folder folder;
  const auto log = folder.file("log.db");
  const auto restored = store_sqlite::restore(frozen(GetParam()), {.file = log});
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
