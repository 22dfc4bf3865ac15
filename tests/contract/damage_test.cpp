// Files that are not what they should be: damaged, cut short, somebody else's, newer, not to be
// written. Whatever they are, nothing of them is lost and nothing wrong is taken for a log.

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "child.hpp"
#include "database.hpp"
#include "migrate.hpp"
#include "sample_records.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::contract {
namespace {

using base::ErrorCode;
using journal::Record;
using journal::RecordKind;
using store_sqlite::Check;
using store_sqlite::set_aside_files;

constexpr std::uint64_t records_in_log = 150;

std::string sound_log() {
  const Folder folder;
  const auto file = folder.file("log.db");
  {
    auto store = store_sqlite::open({.file = file});
    if (!store || !(*store)->append(samples(0, records_in_log))) return {};
  }
  return bytes_of(file);
}

class StoreDamage : public testing::Test {
 protected:
  void put(std::string_view bytes) {
    std::filesystem::remove_all(folder.path());
    std::filesystem::create_directory(folder.path());
    write_bytes(log, bytes);
  }

  // Opens, reads and appends, as a program would.
  base::Result<std::vector<Record>> use(const journal::Query& query = {},
                                        Check check = Check::at_opening) {
    auto store = store_sqlite::open({.file = log, .moment = "m", .check = check});
    if (!store) return std::unexpected(store.error());
    auto found = (*store)->read(query);
    if (!found) return found;
    const auto added = (*store)->append(samples(1000, 3));
    if (!added) return std::unexpected(added.error());
    return found;
  }

  void expect_set_aside(std::string_view bytes) {
    EXPECT_EQ(set_aside_files(log), std::vector<std::string>{log + ".damaged-m"});
    EXPECT_EQ(bytes_of(log + ".damaged-m"), bytes) << "unchanged";
    EXPECT_FALSE(std::filesystem::exists(log));
  }
  void expect_left_alone(std::string_view bytes) {
    EXPECT_TRUE(set_aside_files(log).empty());
    EXPECT_EQ(bytes_of(log), bytes) << "unchanged";
  }

  const std::string sound = sound_log();
  const std::vector<Record> all = samples(0, records_in_log);
  Folder folder;
  std::string log = folder.file("log.db");
};

// What a reader asks for who does not want the bulk.
const journal::Query facts{.person = {},
                           .session = {},
                           .kinds = {RecordKind::rolled, RecordKind::after_effect},
                           .from = {}};

std::vector<Record> facts_among(const std::vector<Record>& records) {
  std::vector<Record> out;
  for (const Record& one : records) {
    if (matches(one, facts)) out.push_back(one);
  }
  return out;
}

// A few flipped bits anywhere. Either the log reads as it was written - the bits meant nothing to
// what was read - or it is refused, and is there byte for byte under some name.
class FlippedBits : public StoreDamage {
 protected:
  void try_all(const journal::Query& query, Check check, const std::vector<Record>& expected) {
    std::mt19937_64 random(2026);
    for (int i = 0; i < 600; ++i) {
      const std::string bytes = flipped(random, i % 2 == 0);
      put(bytes);
      const auto found = use(query, check);
      if (found) {
        ASSERT_TRUE(std::ranges::equal(*found, expected, journal::same)) << "round " << i;
        continue;
      }
      ++refused;
      ASSERT_TRUE(found.error().code == ErrorCode::store_broken ||
                  found.error().code == ErrorCode::store_newer)
          << sentence(found.error());
      if (set_aside_files(log).empty()) {
        expect_left_alone(bytes);
      } else {
        expect_set_aside(bytes);
      }
      if (HasFailure()) FAIL() << "round " << i << ": " << sentence(found.error());
    }
    RecordProperty("refused", refused);
  }
  int refused = 0;

 private:
  std::string flipped(std::mt19937_64& random, bool in_structure) const {
    std::string bytes = sound;
    for (auto flips = 1 + random() % 4; flips > 0; --flips) {
      // Near a page's head, where the structure is, or anywhere.
      auto at = random() % bytes.size();
      if (in_structure) at = at / 4096 * 4096 + random() % 120;
      bytes[std::min(at, bytes.size() - 1)] ^= static_cast<char>(1U << (random() % 8));
    }
    return bytes;
  }
};

TEST_F(FlippedBits, are_noticed_or_mean_nothing) {
  try_all({}, Check::at_opening, all);
  EXPECT_GT(refused, 300);
}

TEST_F(FlippedBits, are_noticed_where_only_some_is_read) {
  try_all(facts, Check::before_writing, facts_among(all));
  EXPECT_GT(refused, 200);
}

// No byte of a record is outside its sum.
TEST_F(StoreDamage, a_changed_byte_in_any_column_is_noticed) {
  for (const std::string_view text : {"\"of_tomorrow\":99", "\"number\":99", "bbbbbbbbbb"}) {
    std::string bytes = sound;
    ASSERT_NE(bytes.find(text), std::string::npos) << text;
    bytes[bytes.find(text) + text.size() - 1] ^= 1;
    put(bytes);
    const auto found = use();
    ASSERT_FALSE(found) << text;
    EXPECT_NE(sentence(found.error()).find("a record is not as it was written"), std::string::npos);
  }
}

// Damage where a reader does not look waits for it no longer than until something is written.
TEST_F(StoreDamage, who_reads_some_is_not_kept_from_it_by_the_rest_but_from_writing) {
  constexpr std::uint64_t last_event = 146;  // Its page is the table's last.
  ASSERT_EQ(sample(last_event).kind, RecordKind::event);
  std::string bytes = sound;
  const auto at = bytes.find("\"number\":" + std::to_string(last_event));
  ASSERT_NE(at, std::string::npos);
  bytes[at / 4096 * 4096 + 3] = '\xFF';  // How many cells it has.
  put(bytes);
  {
    auto store = store_sqlite::open({.file = log, .moment = "m", .check = Check::before_writing});
    ASSERT_TRUE(store) << sentence(store.error());
    EXPECT_TRUE(std::ranges::equal(*(*store)->read(facts), facts_among(all), journal::same));
    expect_left_alone(bytes);
    EXPECT_EQ((*store)->append(samples(1000, 1)).error().code, ErrorCode::store_broken);
    EXPECT_EQ((*store)->read(facts).error().code, ErrorCode::store_broken);
    expect_set_aside(bytes);
  }
  put(bytes);
  EXPECT_FALSE(store_sqlite::open({.file = log, .moment = "m"})) << "or, to write, from opening";
  expect_set_aside(bytes);
}

// Reading leaves a log as it is: what is written ahead of it goes into it after a look at it all.
TEST_F(StoreDamage, what_waits_beside_a_log_is_taken_in_only_when_all_is_sound) {
  put(sound);
  {
    Child child(appender({log, "5000", "1000000", "3"}));
    while (child.line() != "ACK 5000 3") {
    }
    child.kill();
    child.wait();
  }
  std::string bytes = bytes_of(log);
  const auto at = bytes.find("\"number\":0,");
  ASSERT_NE(at, std::string::npos);
  bytes[at / 4096 * 4096 + 3] = '\xFF';
  write_bytes(log, bytes);
  const auto wal = bytes_of(log + "-wal");
  ASSERT_FALSE(wal.empty());
  EXPECT_FALSE(store_sqlite::open({.file = log, .moment = "m", .check = Check::before_writing}));
  EXPECT_TRUE(bytes_of(log + ".damaged-m") == bytes) << "unchanged";
  EXPECT_TRUE(bytes_of(log + ".damaged-m-wal") == wal) << "unchanged";
}

TEST_F(StoreDamage, the_sentence_says_where_the_log_went_and_what_to_do) {
  std::string bytes = sound;
  bytes[bytes.find("\"number\":77")] ^= 1;
  put(bytes);
  const auto found = use();
  ASSERT_FALSE(found);
  EXPECT_EQ(sentence(found.error()),
            log +
                ": a record is not as it was written; it is damaged and was set aside, "
                "unchanged, as \"" +
                log +
                ".damaged-m\". Put a backup in its place by \"unknot "
                "restore\"; without one the next start begins an empty log, which knows nothing of "
                "earlier sessions.");
  expect_set_aside(bytes);
  // A second one of the same moment overwrites nothing.
  write_bytes(log, bytes);
  EXPECT_FALSE(use());
  EXPECT_EQ(set_aside_files(log),
            (std::vector<std::string>{log + ".damaged-m", log + ".damaged-m-2"}));
  EXPECT_TRUE(use()) << "then it begins anew";
}

TEST_F(StoreDamage, a_store_that_found_damage_writes_no_more) {
  std::string bytes = sound;
  bytes[bytes.find("\"number\":77")] ^= 1;
  put(bytes);
  auto store = store_sqlite::open({.file = log, .moment = "m"});
  ASSERT_TRUE(store) << "only reading finds it";
  EXPECT_EQ((*store)->read({}).error().code, ErrorCode::store_broken);
  EXPECT_EQ((*store)->append(samples(1, 1)).error().code, ErrorCode::store_broken);
  EXPECT_EQ((*store)->forget("").error().code, ErrorCode::store_broken);
  EXPECT_EQ((*store)->read({}).error().code, ErrorCode::store_broken);
  expect_set_aside(bytes);
}

TEST_F(StoreDamage, a_log_that_another_program_has_open_is_not_moved_under_it) {
  put(sound);
  Child other(appender({log, "5000", "1000000", "1"}));
  while (other.line() != "ACK 5000 1") {
  }
  // Behind SQLite's back, where the other one does not look.
  std::string bytes = bytes_of(log);
  bytes[bytes.find("\"number\":77")] ^= 1;
  {
    std::FILE* file = std::fopen(log.c_str(), "r+");
    ASSERT_NE(file, nullptr);
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
  }
  const auto found = use();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::store_broken);
  EXPECT_TRUE(set_aside_files(log).empty());
  EXPECT_TRUE(other.line()) << "it goes on";
}

TEST_F(StoreDamage, a_file_cut_short_is_noticed) {
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{99}, std::size_t{511},
        std::size_t{600}, std::size_t{4095}, std::size_t{4096}, std::size_t{8192}, sound.size() / 2,
        sound.size() - 4096, sound.size() - 1}) {
    put(sound.substr(0, length));
    const auto found = use();
    ASSERT_FALSE(found) << length;
    EXPECT_EQ(found.error().code, ErrorCode::store_broken) << sentence(found.error());
    if (set_aside_files(log).empty()) {
      EXPECT_LT(length, 72U) << "too short to be known for ours";
      expect_left_alone(sound.substr(0, length));
    } else {
      expect_set_aside(sound.substr(0, length));
    }
  }
}

TEST_F(StoreDamage, a_page_of_yesterday_is_noticed) {
  // Every page is sound by itself; one is as it was some records ago.
  std::string older;
  {
    put(sound);
    older = sound;
    auto store = store_sqlite::open({.file = log});
    ASSERT_TRUE((*store)->append(samples(1000, 1)));
  }
  std::string bytes = bytes_of(log);
  int changed = 0;
  for (std::size_t page = 0; page + 4096 <= older.size(); page += 4096) {
    if (bytes.compare(page, 4096, older, page, 4096) == 0) continue;
    std::string mixed = bytes;
    mixed.replace(page, 4096, older, page, 4096);
    put(mixed);
    const auto found = use();
    // Of the first page a counter alone has changed.
    EXPECT_EQ(found.has_value(), page == 0) << "page " << page / 4096;
    if (found) {
      EXPECT_EQ(found->size(), all.size() + 1);
    }
    ++changed;
  }
  EXPECT_GE(changed, 2);
}

TEST_F(StoreDamage, what_belongs_to_a_log_that_is_gone_is_kept) {
  put(sound);
  {
    Child child(appender({log, "5000", "1000000", "3"}));
    while (child.line() != "ACK 5000 3") {
    }
    child.kill();
    child.wait();
  }
  const auto wal = bytes_of(log + "-wal");
  ASSERT_FALSE(wal.empty());
  std::filesystem::remove(log);
  EXPECT_EQ(use().error().code, ErrorCode::store_broken);
  EXPECT_EQ(bytes_of(log + ".damaged-m-wal"), wal);
  EXPECT_TRUE(use());
}

TEST_F(StoreDamage, files_of_others_are_left_alone) {
  std::string other_program = sound;
  other_program[68] ^= 1;
  for (const std::string& bytes :
       {std::string("# my notes\n"), std::string(100'000, 'x'), other_program}) {
    put(bytes);
    const auto found = use();
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::store_broken);
    EXPECT_EQ(found.error().value, "it is no log of Unknot");
    expect_left_alone(bytes);
  }
  std::filesystem::remove(log);
  std::filesystem::create_directory(log);
  EXPECT_EQ(use().error().code, ErrorCode::store_broken);
}

TEST_F(StoreDamage, a_newer_log_is_refused_and_left_alone) {
  put(sound);
  {
    auto database = store_sqlite::Database::open(log, store_sqlite::Access::write, nullptr);
    ASSERT_TRUE(database);
    const auto next = std::to_string(store_sqlite::migrations().size() + 1);
    ASSERT_TRUE(database->run(("PRAGMA user_version = " + next).c_str()));
  }
  const auto bytes = bytes_of(log);
  const auto found = use();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::store_newer);
  EXPECT_NE(sentence(found.error()).find("a newer program wrote it"), std::string::npos);
  EXPECT_EQ(store_sqlite::verify(log).error().code, ErrorCode::store_newer);
  const auto copy = folder.file("copy.db");
  EXPECT_EQ(store_sqlite::backup({.file = log}, copy).error().code, ErrorCode::store_newer);
  EXPECT_EQ(store_sqlite::restore(log, {.file = copy}).error().code, ErrorCode::store_newer);
  expect_left_alone(bytes);
}

// As a person whose rights do count: root's do not.
TEST_F(StoreDamage, what_cannot_be_written_is_read) {
  const bool root = geteuid() == 0;
  const std::string user = root ? "user=65534" : "wait=1000";
  put(sound);
  std::filesystem::permissions(folder.path(), std::filesystem::perms(root ? 0755 : 0555));
  std::filesystem::permissions(log, std::filesystem::perms(root ? 0644 : 0444));
  Child child(appender({log, "0", "3", "3", user}));
  EXPECT_EQ(child.rest(), (std::vector<std::string>{"OPEN", "NO 0 3 store_readonly", "END"}));
  Child maker(appender({folder.file("new.db"), "0", "3", "3", user}));
  EXPECT_EQ(maker.rest(), std::vector<std::string>{"CLOSED store_readonly"});
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
  EXPECT_EQ(bytes_of(log), sound);
  EXPECT_EQ(use()->size(), records_in_log);
}

TEST_F(StoreDamage, a_log_moved_away_takes_no_more) {
  put(sound);
  auto store = store_sqlite::open({.file = log});
  ASSERT_TRUE((*store)->append(samples(1000, 1)));
  std::filesystem::rename(log, folder.file("elsewhere.db"));
  const auto refused = (*store)->append(samples(1001, 1));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().value, "it was moved or deleted");
}

}  // namespace
}  // namespace unknot::contract
