// The verbs about the log as a whole: taken in, handed out, forgotten.

#include <algorithm>

#include "live.hpp"
#include "state.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/journal/csv.hpp"
#include "unknot/journal/format.hpp"
#include "unknot/journal/limits.hpp"

namespace unknot::desk {

using base::ErrorCode;
using base::Json;
using journal::Record;

namespace {

/// A document stands in the input as text, with every quote escaped.
constexpr std::size_t import_bytes = 2 * journal::limits::document_bytes;

struct Incoming {
  std::vector<Record> records;
  std::size_t passed_over = 0;  ///< Rows of a table that are in the log already.
};

bool looks_like_json(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

/// Field and heading, as `columns` names them.
journal::CsvMapping read_mapping(const Json& columns, model::Complaint& complaint) {
  journal::CsvMapping out;
  for (std::size_t i = 0; i < columns.items.size(); ++i) {
    const Json& heading = columns.items[i];
    const auto field = knowledge::parse_enum<journal::CsvField>(columns.keys[i]);
    const bool text = heading.kind == Json::Kind::string && !heading.text.empty();
    if (!field) {
      complaint.say(ErrorCode::id_unknown, "columns", columns.keys[i],
                    model::choices<journal::CsvField>());
    } else if (!text) {
      complaint.say(ErrorCode::field_type, "columns." + columns.keys[i], base::shown(heading),
                    "the heading of a column");
    } else {
      out.columns.emplace_back(*field, heading.text);
    }
  }
  return out;
}

base::Result<Incoming> from_table(const State& state, const std::string& text,
                                  const journal::CsvMapping& mapping, const Writer& to,
                                  base::Instant now) {
  journal::CsvMapping whole = mapping;
  whole.separator = journal::separator_of(text);
  auto table =
      read_csv(text, whole, state.pack,
               {to.profile.id, now.offset_minutes, std::span<const Record>(state.log.all())});
  if (!table) return std::unexpected(std::move(table.error()));
  Incoming out{{}, table->passed_over};
  if (!table->records.empty()) out.records = to.first;
  out.records.insert(out.records.end(), table->records.begin(), table->records.end());
  return out;
}

base::Result<Incoming> from_json(const std::string& text, bool columns) {
  if (columns) {
    return base::fail(ErrorCode::contradiction, "columns", "with JSON", "a table (CSV)");
  }
  auto journal = journal::read_journal(text);
  if (!journal) return std::unexpected(within(std::move(journal.error()), "document"));
  return Incoming{std::move(journal->records), 0};
}

std::string document_json(const std::string& document) {
  base::JsonWriter out;
  return out.begin_object().key("document").string(document).end_object().take();
}

}  // namespace

Answer log_load(State& state, std::string_view input) {
  const auto journal = journal::read_journal(input);
  if (!journal) return std::unexpected(journal.error());
  const auto added = state.log.add(journal->records);
  if (!added) return std::unexpected(added.error());
  base::JsonWriter out;
  out.begin_object().key("new").number(static_cast<std::int64_t>(*added));
  out.key("held").number(std::ssize(state.log.all()));
  return out.end_object().take();
}

Answer log_import(State& state, std::string_view input) {
  Asked in(input, import_bytes);
  const Writing writing = in.writing();
  const std::string person = in.id("person");
  const auto text = in.fields().text("document", journal::limits::document_bytes);
  static_cast<void>(in.need("document", "what was exported, or a table with headings"));
  const Json* columns = in.fields().get("columns");
  const auto mapping =
      columns == nullptr ? journal::CsvMapping{} : read_mapping(*columns, in.complaint());
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  Stamps stamps = stamps_for(state, writing);
  const auto to = writer(state, person, writing.now, stamps);
  if (!to) return std::unexpected(to.error());
  auto incoming = looks_like_json(*text) ? from_json(*text, columns != nullptr)
                                         : from_table(state, *text, mapping, *to, writing.now);
  if (!incoming) return std::unexpected(std::move(incoming.error()));
  std::vector<Record> fresh;
  for (const Record& record : incoming->records) {
    if (state.log.find(record.id) == nullptr) fresh.push_back(journal::as_stored(record));
  }
  const auto added = state.log.add(incoming->records);
  if (!added) return std::unexpected(added.error());
  const std::size_t known = incoming->records.size() - fresh.size() + incoming->passed_over;
  const guidance::Speaker speaker(state.pack, to->profile.language);
  return written_json(fresh, {speaker.phrase("log.imported", {{"new", std::to_string(*added)},
                                                              {"known", std::to_string(known)}})});
}

Answer log_export(State& state, std::string_view input) {
  Asked in(input);
  const base::Instant now = in.moment();
  const std::string person = in.id("person");
  static_cast<void>(in.need("as", "json | csv"));
  const auto as = in.fields().text("as", 10).value_or("json");
  if (as != "json" && as != "csv") {
    in.complaint().say(ErrorCode::id_unknown, "as", as, "json | csv");
  }
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  if (!person.empty()) {
    if (const auto who = whose(state, person, now); !who) return std::unexpected(who.error());
  }
  std::vector<Record> records;
  for (const Record& record : state.log.all()) {
    if (journal::belongs_to(record, person)) records.push_back(record);
  }
  return document_json(as == "csv" ? journal::write_csv(records)
                                   : journal::write_journal(records, now));
}

/// What was never known is gone too: no clock is asked, and nothing stays behind a wrong one.
Answer log_forget(State& state, std::string_view input) {
  Asked in(input);
  const std::string person = in.id("person");
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const std::size_t gone = state.log.forget(person);
  if (person.empty() || (state.live && state.live->person() == person)) state.live.reset();
  base::JsonWriter out;
  out.begin_object().key("gone").number(static_cast<std::int64_t>(gone));
  return out.end_object().take();
}

}  // namespace unknot::desk
