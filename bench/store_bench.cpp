// What the log costs: durable appends against SQLite's own inserts under the same settings, in
// turns and in the same files' folder; and opening and reading ten years of daily sessions.
//
//   store_bench [FOLDER]   on the disk of FOLDER; by default the current one

#include <sqlite3.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "sample_records.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace {

using namespace unknot;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void must(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "store_bench: %s failed\n", what);
  std::exit(1);
}

void bind(sqlite3_stmt* insert, int place, const std::string& text) {
  sqlite3_bind_text(insert, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

/// The same rows by SQLite alone: no checksum, no sum of all, no look at what is there.
class Plain {
 public:
  explicit Plain(const std::string& file) {
    must(sqlite3_open(file.c_str(), &database_) == SQLITE_OK, "opening SQLite");
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
        "CREATE TABLE record (id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, session TEXT NOT"
        " NULL, kind TEXT NOT NULL, at_seconds INTEGER NOT NULL, offset_minutes INTEGER NOT NULL,"
        " knowledge TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID");
    must(sqlite3_prepare_v2(database_, "INSERT INTO record VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                            -1, &insert_, nullptr) == SQLITE_OK,
         "preparing");
  }
  ~Plain() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;

  void append(std::span<const journal::Record> records) {
    run("BEGIN IMMEDIATE");
    for (const auto& record : records) {
      bind(insert_, 1, record.id);
      bind(insert_, 2, record.person);
      bind(insert_, 3, record.session);
      bind(insert_, 4, record.kind_name);
      sqlite3_bind_int64(insert_, 5, record.at.seconds);
      sqlite3_bind_int64(insert_, 6, record.at.offset_minutes);
      bind(insert_, 7, record.knowledge);
      bind(insert_, 8, record.data);
      must(sqlite3_step(insert_) == SQLITE_DONE, "inserting");
      sqlite3_reset(insert_);
    }
    run("COMMIT");
  }

 private:
  void run(const char* sql) {
    must(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
  }
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

template <class Append>
double rate(std::span<const journal::Record> records, std::size_t batch, Append append) {
  const auto start = Clock::now();
  for (std::size_t at = 0; at < records.size(); at += batch) {
    append(records.subspan(at, std::min(batch, records.size() - at)));
  }
  return static_cast<double>(records.size()) / seconds_since(start);
}

void compare(const std::string& folder, std::size_t batch, std::size_t count, int rounds) {
  const auto file = folder + "/batch" + std::to_string(batch);
  auto opened = store_sqlite::open({.file = file + ".db"});
  must(opened.has_value(), "opening the log");
  auto& store = **opened;
  Plain plain(file + ".plain");
  std::vector<double> ours;
  std::vector<double> theirs;
  std::vector<double> ratios;
  for (int i = 0; i < rounds; ++i) {
    const auto records = contract::samples(static_cast<std::uint64_t>(i) * count, count);
    const auto by_store = [&] {
      ours.push_back(rate(records, batch,
                          [&](auto part) { must(store.append(part).has_value(), "appending"); }));
    };
    const auto by_sqlite = [&] {
      theirs.push_back(rate(records, batch, [&](auto part) { plain.append(part); }));
    };
    // Who goes first changes every round, so that neither has the better disk.
    if (i % 2 == 0) by_store();
    by_sqlite();
    if (i % 2 != 0) by_store();
    ratios.push_back(ours.back() / theirs.back());
  }
  std::printf("%3zu a transaction   log %7.0f/s   SQLite alone %7.0f/s   ratio %.2f\n", batch,
              median(ours), median(theirs), median(ratios));
}

/// Daily sessions for ten years, 25 records each; every 40th record is as long as a plan.
void ten_years(const std::string& folder) {
  constexpr std::uint64_t count = 3650 * 25;
  const std::string file = folder + "/years.db";
  {
    auto store = store_sqlite::open({.file = file});
    must(store.has_value(), "opening");
    for (std::uint64_t at = 0; at < count; at += 3650) {
      must((*store)->append(contract::samples(at, 3650)).has_value(), "filling");
    }
  }
  std::vector<double> open_times;
  std::vector<double> read_times;
  for (int i = 0; i < 9; ++i) {
    auto start = Clock::now();
    auto store = store_sqlite::open({.file = file});
    must(store.has_value(), "opening");
    open_times.push_back(seconds_since(start));
    start = Clock::now();
    const auto found = (*store)->read({});
    must(found && found->size() == count, "reading");
    read_times.push_back(seconds_since(start));
  }
  std::printf(
      "ten years (%llu records, %.0f MB): open with its check %.0f ms, read all, each"
      " checked, %.0f ms\n",
      static_cast<unsigned long long>(count),
      static_cast<double>(std::filesystem::file_size(file)) / 1e6, 1000 * median(open_times),
      1000 * median(read_times));
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder = std::string(argc > 1 ? argv[1] : ".") + "/store_bench-XXXXXX";
  must(mkdtemp(folder.data()) != nullptr, "making a folder");
  compare(folder, 1, 300, 9);
  compare(folder, 50, 5'000, 9);
  ten_years(folder);
  std::filesystem::remove_all(folder);
  return 0;
}
