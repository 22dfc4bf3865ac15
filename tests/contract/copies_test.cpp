// Backup, restore and forget of the store on disk: what is promised of whole files.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "sample_records.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::contract {
namespace {

using base::ErrorCode;
using journal::Record;
using store_sqlite::Where;

class StoreCopies : public testing::Test {
 protected:
  std::unique_ptr<journal::Store> open(const std::string& file) {
    auto store = store_sqlite::open({.file = file, .moment = "now"});
    EXPECT_TRUE(store) << sentence(store.error());
    return store ? std::move(*store) : nullptr;
  }
  void fill(const std::string& file, std::uint64_t from, std::size_t count) {
    ASSERT_TRUE(open(file)->append(samples(from, count)));
  }
  void expect_holds(const std::string& file, std::uint64_t from, std::size_t count) {
    const auto found = open(file)->read({});
    ASSERT_TRUE(found) << sentence(found.error());
    EXPECT_TRUE(std::ranges::equal(*found, samples(from, count), journal::same));
  }
  std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      found.push_back(entry.path().filename().string());
    }
    std::ranges::sort(found);
    return found;
  }
  void expect_no_files() {
    EXPECT_TRUE(store_sqlite::files_of_log(log).own.empty());
    EXPECT_TRUE(store_sqlite::files_of_log(log).aside.empty());
  }
  // In any file of the folder, whatever it is called.
  bool anywhere(std::string_view bytes) {
    return std::ranges::any_of(names(), [&](const std::string& name) {
      return bytes_of(folder.file(name)).find(bytes) != std::string::npos;
    });
  }

  Folder folder;
  std::string log = folder.file("log.db");
  std::string copy = folder.file("copy.db");
};

TEST_F(StoreCopies, a_backup_restores) {
  fill(log, 0, 100);
  const auto made = store_sqlite::backup({.file = log}, copy);
  ASSERT_TRUE(made) << sentence(made.error());
  EXPECT_EQ(made->records, 100U);
  EXPECT_EQ(made->schema, 2);
  EXPECT_EQ(names(), (std::vector<std::string>{"copy.db", "log.db"})) << "and nothing beside them";
  EXPECT_EQ(store_sqlite::verify(copy)->records, 100U);
  fill(log, 100, 50);
  const auto before = bytes_of(copy);
  const auto restored = store_sqlite::restore(copy, {.file = log});
  ASSERT_TRUE(restored) << sentence(restored.error());
  EXPECT_EQ(restored->records, 100U);
  expect_holds(log, 0, 100);
  EXPECT_EQ(bytes_of(copy), before);
}

TEST_F(StoreCopies, a_backup_is_taken_while_the_log_is_in_use) {
  const auto store = open(log);
  ASSERT_TRUE(store->append(samples(0, 30)));
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  ASSERT_TRUE(store->append(samples(30, 1)));
  expect_holds(copy, 0, 30);
  expect_holds(log, 0, 31);
}

TEST_F(StoreCopies, a_log_in_use_is_restored_under_its_users) {
  const auto store = open(log);
  ASSERT_TRUE(store->append(samples(0, 30)));
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  ASSERT_TRUE(store->append(samples(30, 30)));
  ASSERT_TRUE(store_sqlite::restore(copy, {.file = log}));
  EXPECT_EQ(store->read({})->size(), 30U);
  EXPECT_EQ(store->append(samples(25, 10)).value(), 5U);
  expect_holds(log, 0, 35);
}

TEST_F(StoreCopies, a_backup_restores_where_there_is_no_log) {
  fill(log, 0, 20);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  const auto other = folder.file("another/folder/log.db");
  ASSERT_TRUE(store_sqlite::restore(copy, {.file = other}));
  expect_holds(other, 0, 20);
}

TEST_F(StoreCopies, a_newer_backup_replaces_an_older_one_and_nothing_else) {
  fill(log, 0, 20);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  fill(log, 20, 5);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  EXPECT_EQ(store_sqlite::verify(copy)->records, 25U);
  write_bytes(copy, "my shopping list");
  EXPECT_EQ(store_sqlite::backup({.file = log}, copy).error().code, ErrorCode::contradiction);
  EXPECT_EQ(bytes_of(copy), "my shopping list");
  EXPECT_EQ(store_sqlite::backup({.file = log}, log).error().code, ErrorCode::contradiction);
  const auto linked = folder.file("linked.db");
  std::filesystem::create_symlink(log, linked);
  EXPECT_EQ(store_sqlite::backup({.file = log}, linked).error().code, ErrorCode::contradiction);
  EXPECT_EQ(store_sqlite::backup({.file = log}, folder.file("no/such/copy.db")).error().code,
            ErrorCode::store_broken);
  expect_holds(log, 0, 25);
}

TEST_F(StoreCopies, a_bad_backup_changes_nothing) {
  fill(log, 0, 100);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  fill(log, 100, 3);
  const std::string good = bytes_of(copy);
  std::string flipped = good;
  flipped[flipped.find("\"number\":50")] ^= 1;
  for (const std::string& bad :
       {flipped, good.substr(0, good.size() / 2), good.substr(0, 40), std::string("not a log"),
        std::string(), std::string(20'000, '\0')}) {
    write_bytes(copy, bad);
    const auto refused = store_sqlite::restore(copy, {.file = log});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::store_broken) << sentence(refused.error());
    EXPECT_EQ(refused.error().field, copy);
    EXPECT_TRUE(refused.error().expected.contains("was left as it is"))
        << sentence(refused.error());
    EXPECT_EQ(bytes_of(copy), bad);
    expect_holds(log, 0, 103);
  }
  EXPECT_FALSE(store_sqlite::restore(folder.file("absent.db"), {.file = log}));
  EXPECT_FALSE(store_sqlite::restore(folder.path(), {.file = log}));
  EXPECT_EQ(store_sqlite::restore(log, {.file = log}).error().code, ErrorCode::contradiction);
  expect_holds(log, 0, 103);
}

TEST_F(StoreCopies, restoring_sets_a_damaged_log_aside) {
  fill(log, 0, 100);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  const std::string half = bytes_of(log).substr(0, 9000);
  write_bytes(log, half);
  const auto restored = store_sqlite::restore(copy, {.file = log, .moment = "20261122T080000Z"});
  ASSERT_TRUE(restored) << sentence(restored.error());
  expect_holds(log, 0, 100);
  EXPECT_EQ(bytes_of(log + ".replaced-20261122T080000Z"), half);
}

TEST_F(StoreCopies, restoring_sets_a_file_of_somebody_else_aside) {
  fill(log, 0, 100);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  std::string other_program = bytes_of(log);
  other_program[68] ^= 1;
  for (const std::string& bytes : {std::string("my diary"), other_program}) {
    for (const char* name : {"log.db", "log.db-wal", "log.db-shm"}) {
      std::filesystem::remove(folder.file(name));
    }
    write_bytes(log, bytes);
    const auto restored = store_sqlite::restore(copy, {.file = log, .moment = "m"});
    ASSERT_TRUE(restored) << sentence(restored.error());
    EXPECT_EQ(bytes_of(restored->aside), bytes);
    EXPECT_TRUE(restored->aside.starts_with(log + ".other-m"));
    EXPECT_EQ(restored->records, 100U);
    expect_holds(log, 0, 100);
    // Neither is it ever taken for a part of the log.
    EXPECT_EQ(store_sqlite::files_of_log(log).own, std::vector<std::string>{log});
    EXPECT_TRUE(store_sqlite::files_of_log(log).aside.empty());
  }
  EXPECT_EQ(bytes_of(log + ".other-m"), "my diary");
  EXPECT_EQ(bytes_of(log + ".other-m-2"), other_program);
}

TEST_F(StoreCopies, a_bad_backup_sets_nothing_aside) {
  fill(log, 0, 100);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  std::string flipped = bytes_of(copy);
  flipped[flipped.find("\"number\":50")] ^= 1;
  write_bytes(copy, flipped);
  std::filesystem::remove(log);
  write_bytes(log, "my diary");
  EXPECT_FALSE(store_sqlite::restore(copy, {.file = log, .moment = "m"}));
  EXPECT_EQ(bytes_of(log), "my diary");
  EXPECT_EQ(names(), (std::vector<std::string>{"copy.db", "log.db"}));
}

TEST_F(StoreCopies, what_a_backup_has_replaced_is_missed_no_more) {
  fill(log, 0, 100);
  ASSERT_TRUE(store_sqlite::backup({.file = log}, copy));
  const std::string half = bytes_of(log).substr(0, 9000);
  write_bytes(log, half);
  EXPECT_FALSE(store_sqlite::open({.file = log, .moment = "m"}));
  EXPECT_EQ(store_sqlite::set_aside_files(log), std::vector<std::string>{log + ".damaged-m"});
  ASSERT_TRUE(store_sqlite::restore(copy, {.file = log, .moment = "n"}));
  EXPECT_TRUE(store_sqlite::set_aside_files(log).empty());
  EXPECT_EQ(bytes_of(log + ".replaced-m"), half);
  EXPECT_EQ(store_sqlite::files_of_log(log).own, std::vector<std::string>{log});
  EXPECT_EQ(store_sqlite::files_of_log(log).aside, std::vector<std::string>{log + ".replaced-m"});
}

TEST_F(StoreCopies, files_of_a_log_are_never_those_of_others) {
  using store_sqlite::Standing;
  EXPECT_EQ(store_sqlite::standing_at(log), Standing::nothing);
  expect_no_files();
  for (const char* name : {"log.db", "log.db-wal", "log.db-journal", "log.db.damaged-photos",
                           "log.db.new-recipes", "log.db.replaced-m"}) {
    write_bytes(folder.file(name), "a letter to my aunt");
  }
  EXPECT_EQ(store_sqlite::standing_at(log), Standing::foreign);
  expect_no_files();
  std::filesystem::remove(log);
  EXPECT_EQ(store_sqlite::standing_at(log), Standing::nothing);
  expect_no_files();
  std::filesystem::create_directory(log);
  EXPECT_EQ(store_sqlite::standing_at(log), Standing::unreadable);
  expect_no_files();
}

TEST_F(StoreCopies, what_is_forgotten_is_in_no_file) {
  const std::string canary = "canary_4711";
  const auto store = open(log);
  const auto reader = open(log);
  std::vector<Record> records = samples(0, 400);
  for (Record& record : records) {
    if (record.person == sample_person(1)) record.data += canary;
  }
  // One by one and out of order, so that pages are split and rows moved about.
  for (std::size_t i = 0; i < records.size(); ++i) {
    ASSERT_TRUE(store->append({&records[i * 211 % records.size()], 1}));
  }
  ASSERT_EQ(reader->read({})->size(), 400U);
  ASSERT_TRUE(anywhere(canary));
  ASSERT_TRUE(anywhere(sample_person(1)));
  EXPECT_EQ(store->forget(sample_person(1)).value(), 133U);
  EXPECT_FALSE(anywhere(canary));
  EXPECT_FALSE(anywhere(sample_person(1)));
  EXPECT_TRUE(anywhere(sample_person(2)));
  EXPECT_EQ(reader->read({})->size(), 267U);
  EXPECT_EQ(store->forget("").value(), 267U);
  EXPECT_FALSE(anywhere(sample_person(2)));
  EXPECT_FALSE(anywhere("\"number\":"));
}

TEST_F(StoreCopies, files_are_for_their_owner_alone) {
  const auto deep = folder.file("data/unknot/log.db");
  const auto store = open(deep);
  ASSERT_TRUE(store->append(samples(0, 1)));
  ASSERT_TRUE(store_sqlite::backup({.file = deep}, copy));
  const auto mode = [](const std::string& path) {
    struct stat status{};
    return stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
  };
  EXPECT_EQ(mode(folder.file("data")), 0700U);
  EXPECT_EQ(mode(folder.file("data/unknot")), 0700U);
  for (const std::string& file : {deep, deep + "-wal", deep + "-shm", copy}) {
    EXPECT_EQ(mode(file), 0600U) << file;
  }
  chmod(copy.c_str(), 0644);
  open(copy);
  EXPECT_EQ(mode(copy), 0600U) << "a log copied by hand";
}

}  // namespace
}  // namespace unknot::contract
