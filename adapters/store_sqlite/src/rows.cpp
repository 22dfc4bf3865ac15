#include "rows.hpp"

#include "checksum.hpp"
#include "unknot/base/text.hpp"
#include "unknot/journal/store.hpp"

namespace unknot::store_sqlite {

std::int64_t checksum_of(const journal::Record& record) {
  Checksum sum;
  for (const std::string_view piece :
       {std::string_view(record.id), std::string_view(record.person),
        std::string_view(record.session), stored_kind(record), std::string_view(record.knowledge),
        std::string_view(record.data)}) {
    sum.add(piece);
  }
  sum.add(record.at.seconds);
  sum.add(std::int64_t{record.at.offset_minutes});
  return sum.value();
}

void Whole::add(std::int64_t row_checksum) {
  ++records;
  checksum = static_cast<std::int64_t>(static_cast<std::uint64_t>(checksum) +
                                       static_cast<std::uint64_t>(row_checksum));
}

Outcome<Whole> whole_of(Database& database) {
  auto select = database.prepare("SELECT records, checksum FROM log WHERE one = 1");
  if (!select) return std::unexpected(std::move(select.error()));
  const auto row = select->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return damaged(database.file(), "it does not say what it holds");
  return Whole{select->number(0), select->number(1)};
}

void bind_row(Statement& insert, const journal::Record& record, std::int64_t checksum) {
  insert.bind(1, record.id);
  insert.bind(2, record.person);
  insert.bind(3, record.session);
  insert.bind(4, stored_kind(record));
  insert.bind(5, record.at.seconds);
  insert.bind(6, std::int64_t{record.at.offset_minutes});
  insert.bind(7, record.knowledge);
  insert.bind(8, record.extra);
  insert.bind(9, checksum);
  insert.bind(10, record.data);
}

void take_row(const Statement& select, journal::Record& into) {
  into.id = select.text(0);
  into.person = select.text(1);
  into.session = select.text(2);
  into.kind_name = select.text(3);
  into.kind = journal::kind_of(into.kind_name);
  into.at.seconds = select.number(4);
  into.at.offset_minutes = static_cast<std::int32_t>(select.number(5));
  into.knowledge = select.text(6);
  into.extra = select.text(7);
  into.data = select.text(9);
}

Outcome<Whole> read_all(Database& database, const std::function<void(journal::Record&)>& take) {
  auto snapshot = Transaction::begin(database, Transaction::Kind::read);
  if (!snapshot) return std::unexpected(std::move(snapshot.error()));
  const auto told = whole_of(database);
  if (!told) return std::unexpected(told.error());
  auto select = database.prepare(select_all_sql);
  if (!select) return std::unexpected(std::move(select.error()));
  Whole found;
  journal::Record record;
  for (;;) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) break;
    take_row(*select, record);
    if (checksum_of(record) != row_checksum(*select)) {
      return damaged(database.file(), "a record is not as it was written");
    }
    found.add(row_checksum(*select));
    take(record);
  }
  if (found != *told) return damaged(database.file(), "records are missing or doubled");
  return found;
}

}  // namespace unknot::store_sqlite
