// The verbs about the log as a whole: taken in, handed out, forgotten.

#include <algorithm>

#include "live.hpp"
#include "state.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/journal/csv.hpp"
#include "unknot/journal/format.hpp"
#include "unknot/journal/limits.hpp"

namespace unknot::desk {

using base::ErrorCode;
using base::Json;
using journal::Record;

namespace {

constexpr std::size_t sessions_told = 100'000;
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

/// What a log holds after it took something.
std::string told(std::size_t added, const Log& log) {
  base::JsonWriter out;
  out.begin_object().key("new").number(static_cast<std::int64_t>(added));
  out.key("held").number(std::ssize(log.all()));
  return out.end_object().take();
}

std::string record_id(model::Fields& fields, std::string_view name) {
  constexpr std::string_view expected = "the id of a record";
  const Json* id = fields.need(name, expected);
  if (id == nullptr) return {};
  if (id->kind == Json::Kind::string && base::uuid_v7_time(id->text)) return id->text;
  fields.complain(ErrorCode::out_of_range, name, *id, expected);
  return {};
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
  return told(*added, state.log);
}

/// A host that keeps plans by themselves need not bring the documents of sessions long over.
Answer log_headings(State& state, std::string_view input) {
  Asked in(input, import_bytes);
  std::vector<Record> all;
  if (const Json* list = in.need("sessions", "a list of objects with id, person and at")) {
    static_cast<void>(in.fields().list("sessions", sessions_told));
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      model::Fields fields(list->items[i], "sessions[" + std::to_string(i) + ']', in.complaint());
      const auto id = record_id(fields, "id");
      const auto person = record_id(fields, "person");
      static_cast<void>(fields.need("at", "the time it began"));
      const auto at = fields.instant("at");
      fields.finish();
      if (in.complaint().error) break;
      all.push_back(heading(id, person, at.value_or(base::Instant{})));
    }
  }
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const auto added = state.log.add(all);
  if (!added) return std::unexpected(added.error());
  return told(*added, state.log);
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
    if (!journal::belongs_to(record, person)) continue;
    if (as == "json" && is_heading(record)) {
      return base::fail(ErrorCode::contradiction, "as", "json",
                        "csv, or a log of which every plan was loaded");
    }
    records.push_back(record);
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
