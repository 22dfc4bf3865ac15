#include "migrate.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "opening.hpp"
#include "unknot/base/sha256.hpp"

namespace unknot::store_sqlite {
namespace {

using base::ErrorCode;

class MigrateTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder =
        (std::filesystem::temp_directory_path() / "unknot-migrate-XXXXXX").string();
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
    file = folder + "/log.db";
    std::ofstream(file).close();
    auto opened = Database::open(file, Access::write, nullptr);
    ASSERT_TRUE(opened);
    database = std::move(*opened);
  }
  void TearDown() override {
    database = {};
    std::filesystem::remove_all(folder_);
  }
  std::int64_t number(const char* sql) { return database.number(sql).value_or(-1); }

  const std::vector<Migration> steps{
      {"0001_one", "CREATE TABLE one (a INTEGER) STRICT;"},
      {"0002_two", "INSERT INTO one VALUES (7); ALTER TABLE one ADD COLUMN b INTEGER;"},
      {"0003_three", "UPDATE one SET b = a + 1;"}};
  std::string file;
  Database database;

 private:
  std::filesystem::path folder_;
};

TEST_F(MigrateTest, steps_run_once_and_in_order) {
  for (std::size_t count = 1; count <= steps.size(); ++count) {
    ASSERT_TRUE(migrate(database, std::span(steps).first(count)));
    EXPECT_EQ(version_of(database, steps).value(), static_cast<int>(count));
  }
  ASSERT_TRUE(migrate(database, steps));
  EXPECT_EQ(number("SELECT b FROM one"), 8);
  EXPECT_EQ(number("SELECT count(*) FROM one"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM migration"), 3);
}

TEST_F(MigrateTest, a_step_that_fails_undoes_them_all) {
  ASSERT_TRUE(migrate(database, std::span(steps).first(1)));
  const std::vector<Migration> bad{
      steps[0], steps[1], {"0003_bad", "INSERT INTO nowhere VALUES (1);"}};
  EXPECT_FALSE(migrate(database, bad));
  EXPECT_EQ(version_of(database, steps).value(), 1);
  EXPECT_EQ(number("SELECT count(*) FROM one"), 0);
  ASSERT_TRUE(migrate(database, steps)) << "and may be tried again";
  EXPECT_EQ(number("SELECT b FROM one"), 8);
}

TEST_F(MigrateTest, more_steps_than_known_are_a_newer_log) {
  ASSERT_TRUE(migrate(database, steps));
  const auto refused = migrate(database, std::span(steps).first(2));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().error.code, ErrorCode::store_newer);
  EXPECT_EQ(sentence(refused.error().error),
            file +
                ": a newer program wrote it; its version is 3, this program reads up to 2. "
                "Nothing was changed; use the newer program.");
}

TEST_F(MigrateTest, other_steps_than_known_are_refused) {
  ASSERT_TRUE(migrate(database, std::span(steps).first(2)));
  auto renamed = steps;
  renamed[0].name = "0001_uno";
  auto changed = steps;
  changed[1].sql = "INSERT INTO one VALUES (8);";
  for (const auto& others : {renamed, changed}) {
    const auto refused = migrate(database, others);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().error.code, ErrorCode::store_broken);
    EXPECT_EQ(version_of(database, steps).value(), 2);
  }
}

TEST_F(MigrateTest, two_programs_at_once_migrate_once) {
  auto other = Database::open(file, Access::write, nullptr);
  ASSERT_TRUE(other);
  {
    auto held = Transaction::begin(*other, Transaction::Kind::write);
    ASSERT_TRUE(held);
    EXPECT_EQ(migrate(database, steps).error().error.code, ErrorCode::store_busy);
  }
  ASSERT_TRUE(migrate(*other, steps));
  ASSERT_TRUE(migrate(database, steps));
  EXPECT_EQ(number("SELECT count(*) FROM one"), 1);
}

// What is in use is never changed: a new number is added instead.
TEST(Migrations, are_numbered_and_frozen) {
  const std::vector<std::pair<std::string_view, std::string_view>> frozen{
      {"0001_records", "c6132d76275e0b62bc66c542271b8ad2b847610d9c687ab4841e9164d5872366"},
      {"0002_parts", "1f8cd22c6919d730ff0e2c2c27e8cae18cf05bccfc18ac83bb6b00cb47e15fa8"}};
  ASSERT_EQ(migrations().size(), frozen.size());
  for (std::size_t i = 0; i < frozen.size(); ++i) {
    EXPECT_EQ(migrations()[i].name, frozen[i].first);
    EXPECT_EQ(base::to_hex(base::sha256(migrations()[i].sql)), frozen[i].second);
    EXPECT_EQ(migrations()[i].name.substr(0, 5), "000" + std::to_string(i + 1) + "_");
  }
}

// Every setting that the promise rests on, asked back from SQLite.
TEST_F(MigrateTest, settings_are_taken) {
  const auto log = file + ".log";
  auto opened = open_log({.file = log}, {});
  ASSERT_TRUE(opened) << sentence(opened.error().error);
  EXPECT_EQ(opened->text("PRAGMA journal_mode").value(), "wal");
  EXPECT_EQ(opened->number("PRAGMA synchronous").value(), 2);
  EXPECT_EQ(opened->number("PRAGMA secure_delete").value(), 1);
  EXPECT_EQ(opened->number("PRAGMA cell_size_check").value(), 1);
  EXPECT_EQ(opened->number("PRAGMA trusted_schema").value(), 0);
  EXPECT_EQ(opened->number("PRAGMA busy_timeout").value(), 5000);
  EXPECT_EQ(opened->number("PRAGMA application_id").value(), application_id);
  EXPECT_EQ(opened->number("PRAGMA user_version").value(),
            static_cast<std::int64_t>(migrations().size()));
}

}  // namespace
}  // namespace unknot::store_sqlite
