#include "rows.hpp"

#include <algorithm>

#include "checksum.hpp"
#include "unknot/base/sha256.hpp"
#include "unknot/base/text.hpp"

namespace unknot::store_sqlite {

namespace {

using journal::Record;
using journal::RecordKind;

enum class Extra : std::uint8_t { left_out, counted };

std::int64_t sum_of(const Record& record, Extra extra) {
  Checksum sum;
  for (const std::string_view piece :
       {std::string_view(record.id), std::string_view(record.person),
        std::string_view(record.session), stored_kind(record), std::string_view(record.knowledge),
        std::string_view(record.data)}) {
    sum.add(piece);
  }
  sum.add(record.at.seconds);
  sum.add(std::int64_t{record.at.offset_minutes});
  if (extra == Extra::counted && !record.extra.empty()) sum.add(record.extra);
  return sum.value();
}

/// How one version lays its rows out; $1 is the number of a part, $2 and $3 where its ids begin and
/// end.
struct Layout {
  std::size_t parts;
  std::string_view told;
  std::string_view rows;
};

/// A number on a damaged page is no reason to ask for all memory.
constexpr std::int64_t most_expected = 1'000'000;
constexpr int first_with_parts = 2;
constexpr std::string_view after_all = "\xF4\x8F\xBF\xBF";  // The last of all characters.
constexpr Layout undivided{
    1, "SELECT records, checksum FROM log WHERE one = 1 AND $1 = 0",
    "SELECT id, person, session, kind, at_seconds, offset_minutes, knowledge, extra, checksum, data"
    " FROM record WHERE $1 = 0 AND id >= $2 AND id < $3 ORDER BY id"};
constexpr Layout divided{
    part_count, "SELECT records, checksum FROM part WHERE number = $1",
    "SELECT id, person, session, kind, at_seconds, offset_minutes, knowledge, extra, checksum, data"
    " FROM record WHERE part = $1 AND id >= $2 AND id < $3 ORDER BY id"};

Outcome<Whole> told_of(Database& database, const Layout& layout, std::int64_t part) {
  auto select = database.prepare(layout.told);
  if (!select) return std::unexpected(std::move(select.error()));
  select->bind(1, part);
  const auto row = select->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return damaged(database.file(), "it does not say what it holds");
  return Whole{select->number(0), select->number(1)};
}

Outcome<Whole> read_part(Database& database, const Layout& layout, std::int64_t part,
                         const Stretch& stretch, const Taker& taker) {
  const auto told = told_of(database, layout, part);
  if (!told) return told;
  taker.expect(static_cast<std::size_t>(std::clamp<std::int64_t>(told->records, 0, most_expected)));
  auto select = database.prepare(layout.rows);
  if (!select) return std::unexpected(std::move(select.error()));
  select->bind(1, part);
  select->bind(2, stretch.first);
  select->bind(3, stretch.before.empty() ? after_all : stretch.before);
  Whole found;
  Record record;
  for (;;) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) break;
    take_row(*select, record);
    if (!is_as_written(record, row_checksum(*select))) {
      return damaged(database.file(), "a record is not as it was written");
    }
    found.add(row_checksum(*select));
    taker.take(record);
  }
  if (stretch.whole() && found != *told)
    return damaged(database.file(), "records are missing or doubled");
  return found;
}

}  // namespace

std::int64_t checksum_of(const Record& record) { return sum_of(record, Extra::counted); }

// Version 1 left `extra` out. What it wrote is accepted so; of a row with `extra` in its sum a
// changed byte there is still noticed, as neither sum is then the one it has.
bool is_as_written(const Record& record, std::int64_t checksum) {
  return checksum_of(record) == checksum ||
         (!record.extra.empty() && sum_of(record, Extra::left_out) == checksum);
}

std::size_t part_of(std::string_view kind_name) {
  if (kind_name == name_of(RecordKind::plan)) return 1;
  return kind_name == name_of(RecordKind::event) ? 2 : 0;
}

PartSet parts_for(const journal::Query& query) {
  if (query.kinds.empty()) return every_part;
  PartSet out{};
  for (const RecordKind kind : query.kinds) out[part_of(name_of(kind))] = true;
  return out;
}

void Whole::add(std::int64_t row_checksum) {
  ++records;
  checksum = static_cast<std::int64_t>(static_cast<std::uint64_t>(checksum) +
                                       static_cast<std::uint64_t>(row_checksum));
}

Outcome<Held> held_by(Statement& select, const std::string& file) {
  Held out;
  for (std::size_t part = 0; part < part_count; ++part) {
    const auto row = select.step();
    if (!row) return std::unexpected(row.error());
    if (!*row || select.number(0) != static_cast<std::int64_t>(part)) {
      select.reset();
      return damaged(file, "it does not say what it holds");
    }
    out.parts[part] = {select.number(1), select.number(2)};
    if (select.text(3) > out.newest) out.newest = select.text(3);
  }
  select.reset();
  return out;
}

journal::Extent extent_of(const Held& held) {
  journal::Extent out;
  std::string sums;
  for (const Whole& part : held.parts) {
    out.records += static_cast<std::size_t>(part.records);
    sums += std::to_string(part.records) + ' ' + std::to_string(part.checksum) + ' ';
  }
  out.mark = base::to_hex(base::sha256(sums));
  return out;
}

void bind_row(Statement& insert, const Record& record, std::int64_t checksum) {
  const auto kind = stored_kind(record);
  insert.bind(1, static_cast<std::int64_t>(part_of(kind)));
  insert.bind(2, record.id);
  insert.bind(3, record.person);
  insert.bind(4, record.session);
  insert.bind(5, kind);
  insert.bind(6, record.at.seconds);
  insert.bind(7, std::int64_t{record.at.offset_minutes});
  insert.bind(8, record.knowledge);
  insert.bind(9, record.extra);
  insert.bind(10, checksum);
  insert.bind(11, record.data);
}

void take_row(const Statement& select, Record& into) {
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

Outcome<std::size_t> read_parts(Database& database, const PartSet& wanted, const Stretch& stretch,
                                const Taker& taker) {
  auto snapshot = Transaction::begin(database, Transaction::Kind::read);
  if (!snapshot) return std::unexpected(std::move(snapshot.error()));
  const auto version = database.number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  const Layout& layout = *version < first_with_parts ? undivided : divided;
  std::size_t records = 0;
  for (std::size_t part = 0; part < layout.parts; ++part) {
    if (!wanted[part] && layout.parts == part_count) continue;
    const auto found = read_part(database, layout, static_cast<std::int64_t>(part), stretch, taker);
    if (!found) return std::unexpected(found.error());
    records += static_cast<std::size_t>(found->records);
  }
  return records;
}

Outcome<std::vector<std::string>> read_ids(Database& database) {
  auto select = database.prepare("SELECT id FROM record ORDER BY id");
  if (!select) return std::unexpected(std::move(select.error()));
  std::vector<std::string> out;
  for (;;) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return out;
    out.emplace_back(select->text(0));
  }
}

}  // namespace unknot::store_sqlite
