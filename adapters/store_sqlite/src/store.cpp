#include <algorithm>
#include <optional>

#include "aside.hpp"
#include "opening.hpp"
#include "rows.hpp"

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;
using journal::Record;

class SqliteStore final : public journal::Store {
 public:
  SqliteStore(Database database, Where where, Settings settings)
      : database_(std::move(database)),
        where_(std::move(where)),
        settings_(settings),
        check_due_(where_.check == Check::before_writing) {}

  base::Result<std::size_t> append(std::span<const Record> records) override {
    if (records.empty()) return 0;
    return told(add(records), Writing::yes);
  }

  base::Result<std::vector<Record>> read(const journal::Query& query) override {
    if (broken_) return std::unexpected(*broken_);
    std::vector<Record> found;
    std::vector<std::size_t> runs;  // Where each but the first begins: parts come one by one.
    const auto take = [&](Record& record) {
      if (!matches(record, query)) return;
      if (!found.empty() && record.id < found.back().id) runs.push_back(found.size());
      found.push_back(std::move(record));
    };
    // Of one person or session there may be few among many.
    const Stretch stretch{query.first_id, query.before_id};
    const bool all =
        query.person.empty() && query.session.empty() && !query.from && stretch.whole();
    const auto expect = [&](std::size_t more) {
      if (all) found.reserve(found.size() + more);
    };
    auto read = read_parts(*database_, parts_for(query), stretch, {expect, take});
    if (!read) return std::unexpected(told(std::move(read), Writing::no).error());
    runs.push_back(found.size());
    const auto at = [&](std::size_t i) { return found.begin() + static_cast<std::ptrdiff_t>(i); };
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
      std::inplace_merge(at(0), at(runs[i]), at(runs[i + 1]),
                         [](const Record& a, const Record& b) { return a.id < b.id; });
    }
    return found;
  }

  base::Result<std::vector<std::string>> ids() override {
    if (broken_) return std::unexpected(*broken_);
    return told(read_ids(*database_), Writing::no);
  }

  base::Result<journal::Extent> extent() override {
    if (broken_) return std::unexpected(*broken_);
    return told(whole_extent(), Writing::no);
  }

  base::Result<std::size_t> forget(std::string_view person) override {
    return told(remove(person), Writing::yes);
  }

 private:
  enum class Writing { no, yes };

  // After the disk has failed a write, what stands after the last acknowledged record is unsure. It
  // is emptied into the file before anything is built on it; until then nothing is written. On a
  // full disk the same makes room: what is written ahead takes more of it than the file.
  Outcome<void> ready() {
    if (broken_) return std::unexpected(Failure{*broken_});
    if (auto may = database_->expect_writable(); !may) return may;
    if (check_due_) {
      if (auto sound = make_ready(*database_); !sound) return sound;
      check_due_ = false;
    }
    if (!mend_due_) return {};
    auto mended = empty_wal(*database_);
    if (mended) mend_due_ = false;
    return mended;
  }

  template <class T>
  base::Result<T> told(Outcome<T> outcome, Writing writing) {
    if (outcome) return std::move(*outcome);
    Failure& failure = outcome.error();
    if (failure.damaged) {
      abandon(*database_);
      statements_ = {};
      database_.reset();
      failure = set_aside(where_.file, where_.moment, failure, settings_.vfs);
      broken_ = failure.error;
    } else if (writing == Writing::yes &&
               (failure.disk || failure.error.code == ErrorCode::store_full)) {
      mend_due_ = true;
      static_cast<void>(ready());  // Else the next call tries again.
    }
    return std::unexpected(std::move(failure.error));
  }

  Outcome<Statement*> statement(std::optional<Statement>& slot, std::string_view sql) {
    if (!slot) {
      auto prepared = database_->prepare(sql);
      if (!prepared) return std::unexpected(std::move(prepared.error()));
      slot = std::move(*prepared);
    }
    return &*slot;
  }

  Outcome<std::size_t> add(std::span<const Record> records) {
    if (auto may = ready(); !may) return std::unexpected(std::move(may.error()));
    auto transaction = Transaction::begin(*database_, Transaction::Kind::write);
    if (!transaction) return std::unexpected(std::move(transaction.error()));
    auto held = held_now();
    if (!held) return std::unexpected(std::move(held.error()));
    const auto before = held->parts;
    std::size_t added = 0;
    for (const Record& record : records) {
      const auto fresh = add_one(record, *held);
      if (!fresh) return std::unexpected(fresh.error());
      added += *fresh ? 1 : 0;
    }
    if (added == 0) return added;
    if (auto done = finish(*transaction, before, held->parts); !done) {
      return std::unexpected(std::move(done.error()));
    }
    return added;
  }

  Outcome<Held> held_now() {
    auto select = statement(statements_.held, held_sql);
    if (!select) return std::unexpected(std::move(select.error()));
    return held_by(**select, where_.file);
  }

  Outcome<journal::Extent> whole_extent() {
    const auto held = held_now();
    if (!held) return std::unexpected(held.error());
    return extent_of(*held);
  }

  // Whether it was new. An id is one of all parts, of which the table itself knows only one; nearly
  // always it is greater than any there is.
  Outcome<bool> add_one(const Record& record, Held& held) {
    if (record.id <= held.newest) {
      const auto kept = is_kept(record);
      if (!kept) return kept;
      if (*kept) return false;
    }
    auto insert = statement(statements_.insert, insert_sql);
    if (!insert) return std::unexpected(std::move(insert.error()));
    const auto checksum = checksum_of(record);
    bind_row(**insert, record, checksum);
    if (auto done = (*insert)->run(); !done) return std::unexpected(std::move(done.error()));
    held.parts[part_of(stored_kind(record))].add(checksum);
    held.newest = std::max(held.newest, record.id);
    return true;
  }

  Outcome<bool> is_kept(const Record& record) {
    auto select = statement(statements_.one, select_one_sql);
    if (!select) return std::unexpected(std::move(select.error()));
    (*select)->bind(1, record.id);
    const auto row = (*select)->step();
    if (!row || !*row) return row;
    Record kept;
    take_row(**select, kept);
    const auto checksum = row_checksum(**select);
    (*select)->reset();
    if (!is_as_written(kept, checksum)) {
      return damaged(where_.file, "a record is not as it was written");
    }
    if (same(kept, as_stored(record))) return true;
    return failed(ErrorCode::contradiction, "record " + record.id, "other content",
                  "what is written under this id already: records never change");
  }

  using Wholes = std::array<Whole, part_count>;

  Outcome<void> finish(Transaction& transaction, const Wholes& before, const Wholes& now) {
    auto update = statement(statements_.update,
                            "UPDATE part SET records = $1, checksum = $2 WHERE number = $3");
    if (!update) return std::unexpected(std::move(update.error()));
    for (std::size_t part = 0; part < part_count; ++part) {
      if (before[part] == now[part]) continue;
      (*update)->bind(1, now[part].records);
      (*update)->bind(2, now[part].checksum);
      (*update)->bind(3, static_cast<std::int64_t>(part));
      if (auto done = (*update)->run(); !done) return done;
    }
    // What is written into a file that has lost its name is lost with it.
    if (database_->moved()) {
      return failed(ErrorCode::store_broken, where_.file, "it was moved or deleted",
                    "nothing was changed; close the log and open it again");
    }
    return transaction.commit();
  }

  Outcome<std::size_t> remove(std::string_view person) {
    if (auto may = ready(); !may) return std::unexpected(std::move(may.error()));
    auto removed = remove_rows(person);
    if (!removed) return removed;
    if (auto purged = purge(*database_); !purged) {
      // The rows are gone for every reader; opening the log purges them again.
      return std::unexpected(std::move(purged.error()));
    }
    return removed;
  }

  Outcome<std::size_t> remove_rows(std::string_view person) {
    auto transaction = Transaction::begin(*database_, Transaction::Kind::write);
    if (!transaction) return std::unexpected(std::move(transaction.error()));
    auto erase = database_->prepare("DELETE FROM record WHERE $1 = '' OR person = $1 OR id = $1");
    if (!erase) return std::unexpected(std::move(erase.error()));
    erase->bind(1, person);
    if (auto done = erase->run(); !done) return std::unexpected(std::move(done.error()));
    const auto removed = static_cast<std::size_t>(sqlite3_changes64(database_->get()));
    const auto held = held_now();
    if (!held) return std::unexpected(held.error());
    const auto left = what_is_left();
    if (!left) return std::unexpected(left.error());
    auto done = database_->run("UPDATE log SET purge_due = 1 WHERE one = 1");
    if (done) done = finish(*transaction, held->parts, *left);
    if (!done) return std::unexpected(std::move(done.error()));
    return removed;
  }

  Outcome<Wholes> what_is_left() {
    auto select = database_->prepare("SELECT part, checksum FROM record");
    if (!select) return std::unexpected(std::move(select.error()));
    Wholes out;
    for (;;) {
      const auto row = select->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return out;
      const auto part = static_cast<std::size_t>(select->number(0));
      if (part >= part_count) return damaged(where_.file, "a record lies where none belongs");
      out[part].add(select->number(1));
    }
  }

  struct Statements {
    std::optional<Statement> held, insert, one, update;
  };

  std::optional<Database> database_;
  Statements statements_;  // Gone before the connection they belong to.
  Where where_;
  Settings settings_;
  std::optional<base::Error> broken_;
  bool check_due_;  ///< Structure, and what an earlier program left to do.
  bool mend_due_ = false;
};

}  // namespace

base::Result<std::unique_ptr<journal::Store>> open_with(const Where& where,
                                                        const Settings& settings) {
  auto database = open_log(where, settings);
  if (!database) return std::unexpected(std::move(database.error().error));
  return std::make_unique<SqliteStore>(std::move(*database), where, settings);
}

base::Result<std::unique_ptr<journal::Store>> open(const Where& where) {
  return open_with(where, {});
}

}  // namespace unknot::store_sqlite
