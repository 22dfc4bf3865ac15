#include <optional>

#include "files.hpp"
#include "opening.hpp"
#include "rows.hpp"

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;
using journal::Record;

class SqliteStore final : public journal::Store {
 public:
  SqliteStore(Database database, Where where, Settings settings)
      : database_(std::move(database)), where_(std::move(where)), settings_(settings) {}

  base::Result<std::size_t> append(std::span<const Record> records) override {
    if (records.empty()) return 0;
    return told(add(records), Writing::yes);
  }

  base::Result<std::vector<Record>> read(const journal::Query& query) override {
    if (broken_) return std::unexpected(*broken_);
    std::vector<Record> found;
    auto whole = read_all(*database_, [&](Record& record) {
      if (matches(record, query)) found.push_back(std::move(record));
    });
    if (!whole) return std::unexpected(told(std::move(whole), Writing::no).error());
    return found;
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
    auto whole = whole_now();
    if (!whole) return std::unexpected(std::move(whole.error()));
    const auto before = whole->records;
    for (const Record& record : records) {
      if (auto added = add_one(record, *whole); !added) {
        return std::unexpected(std::move(added.error()));
      }
    }
    const auto added = static_cast<std::size_t>(whole->records - before);
    if (added == 0) return added;
    if (auto done = finish(*transaction, *whole); !done) {
      return std::unexpected(std::move(done.error()));
    }
    return added;
  }

  Outcome<Whole> whole_now() {
    auto select = statement(statements_.whole, "SELECT records, checksum FROM log WHERE one = 1");
    if (!select) return std::unexpected(std::move(select.error()));
    const auto row = (*select)->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return damaged(where_.file, "it does not say what it holds");
    const Whole whole{(*select)->number(0), (*select)->number(1)};
    (*select)->reset();
    return whole;
  }

  Outcome<void> add_one(const Record& record, Whole& whole) {
    auto insert = statement(statements_.insert, insert_sql);
    if (!insert) return std::unexpected(std::move(insert.error()));
    const auto checksum = checksum_of(record);
    bind_row(**insert, record, checksum);
    if (auto done = (*insert)->run(); !done) return done;
    if (sqlite3_changes64(database_->get()) == 0) return same_as_kept(record);
    whole.add(checksum);
    return {};
  }

  Outcome<void> same_as_kept(const Record& record) {
    auto select = statement(statements_.one, select_one_sql);
    if (!select) return std::unexpected(std::move(select.error()));
    (*select)->bind(1, record.id);
    const auto row = (*select)->step();
    if (!row) return std::unexpected(row.error());
    Record kept;
    std::int64_t checksum = 0;
    if (*row) {
      take_row(**select, kept);
      checksum = row_checksum(**select);
    }
    (*select)->reset();
    if (!*row || checksum_of(kept) != checksum) {
      return damaged(where_.file, "a record is not as it was written");
    }
    if (same(kept, as_stored(record))) return {};
    return failed(ErrorCode::contradiction, "record " + record.id, "other content",
                  "what is written under this id already: records never change");
  }

  Outcome<void> finish(Transaction& transaction, const Whole& whole) {
    auto update =
        statement(statements_.update, "UPDATE log SET records = $1, checksum = $2 WHERE one = 1");
    if (!update) return std::unexpected(std::move(update.error()));
    (*update)->bind(1, whole.records);
    (*update)->bind(2, whole.checksum);
    if (auto done = (*update)->run(); !done) return done;
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
    Whole whole;
    auto left = database_->prepare("SELECT checksum FROM record");
    if (!left) return std::unexpected(std::move(left.error()));
    for (;;) {
      const auto row = left->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      whole.add(left->number(0));
    }
    auto done = database_->run("UPDATE log SET purge_due = 1 WHERE one = 1");
    if (done) done = finish(*transaction, whole);
    if (!done) return std::unexpected(std::move(done.error()));
    return removed;
  }

  struct Statements {
    std::optional<Statement> whole, insert, one, update;
  };

  std::optional<Database> database_;
  Statements statements_;  // Gone before the connection they belong to.
  Where where_;
  Settings settings_;
  std::optional<base::Error> broken_;
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
