#include <algorithm>

#include "unknot/journal/format.hpp"

namespace unknot::journal {

namespace {

void text_or_null(base::JsonWriter& out, std::string_view key, std::string_view value) {
  out.key(key);
  if (value.empty()) {
    out.null();
  } else {
    out.string(value);
  }
}

}  // namespace

std::string write_record(const Record& record) {
  base::JsonWriter out;
  out.begin_object().key("id").string(record.id).key("person").string(record.person);
  const auto known = name_of(record.kind);
  out.key("kind").string(known.empty() ? std::string_view(record.kind_name) : known);
  out.key("at").string(format_instant(record.at));
  text_or_null(out, "session", record.session);
  text_or_null(out, "knowledge", record.knowledge);
  out.key("data").raw(record.data);
  if (!record.extra.empty()) out.raw(record.extra);
  return out.end_object().take();
}

std::string write_journal(std::span<const Record> records, base::Instant made,
                          std::string_view extra) {
  std::vector<const Record*> sorted;
  sorted.reserve(records.size());
  for (const Record& record : records) sorted.push_back(&record);
  const auto less = [](const Record* a, const Record* b) { return before(*a, *b); };
  if (!std::is_sorted(sorted.begin(), sorted.end(), less)) {
    std::sort(sorted.begin(), sorted.end(), less);
  }
  const auto equal = [](const Record* a, const Record* b) { return same(*a, *b); };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), equal), sorted.end());

  base::JsonWriter head;
  head.begin_object().key("format").string(journal_format);
  head.key("made").string(format_instant(made));
  if (!extra.empty()) head.raw(extra);
  std::string out = head.key("records").take() + '[';
  for (const Record* record : sorted) {
    out += record == sorted.front() ? "\n" : ",\n";
    out += write_record(*record);
  }
  out += sorted.empty() ? "]}\n" : "\n]}\n";
  return out;
}

}  // namespace unknot::journal
