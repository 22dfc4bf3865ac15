#include <algorithm>

#include "facts.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/journal/format.hpp"

namespace unknot::journal {

namespace {

using base::Error;
using base::ErrorCode;
using scan::Kind;
using scan::Member;
using scan::Value;

constexpr std::size_t hash_length = 64;
constexpr std::string_view document_fields[] = {"format", "made", "records"};
constexpr std::string_view record_fields[] = {"id",      "person",    "kind", "at",
                                              "session", "knowledge", "data"};

bool is_hash(std::string_view text) {
  return text.size() == hash_length &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Reads one document. Paths and the first complaint stay together.
class JournalReader {
 public:
  explicit JournalReader(std::string_view text) : text_(text) {}

  base::Result<Journal> read() {
    if (text_.size() > limits::document_bytes) {
      complaint_.say(ErrorCode::json_malformed, "", std::to_string(text_.size()) + " bytes",
                     "at most " + std::to_string(limits::document_bytes) + " bytes of JSON");
    } else if (const auto bad = base::invalid_utf8_at(text_)) {
      malformed("bytes that are not UTF-8", *bad, "valid UTF-8");
    } else {
      document();
    }
    if (complaint_.error) return std::unexpected(std::move(*complaint_.error));
    return std::move(journal_);
  }

 private:
  void malformed(std::string_view what, std::size_t at, std::string_view expected) {
    complaint_.say(ErrorCode::json_malformed, "",
                   std::string(what) + " at " + scan::place_of(text_, at), expected);
  }

  /// The members of an object inside the text, once each.
  std::vector<Member> members(std::string_view object, std::string_view path) {
    std::vector<Member> out;
    scan::Cursor cursor(object);
    Member member;
    bool good = cursor.open('{');
    while (good && cursor.next_member(member)) out.push_back(member);
    if (cursor.broken() || !cursor.finish()) {
      const auto start = static_cast<std::size_t>(object.data() - text_.data());
      malformed(cursor.what(), start + cursor.at(), cursor.expected());
    } else if (const auto twice = scan::repeated(out)) {
      complaint_.say(ErrorCode::json_malformed, path,
                     "field \"" + base::shorten(base::printable(*twice), 40) + "\" twice",
                     "each field once");
    }
    return out;
  }

  void document() {
    const auto fields = members(text_, "");
    if (complaint_.error) return;
    Facts in({Kind::object, text_, true}, "", complaint_);
    format(in);
    in.need("made", "the time it was written");
    journal_.made = in.instant("made").value_or(base::Instant{});
    journal_.extra = others(fields, document_fields, "");
    in.need("records", "a list of records");
    const Value* list = in.find("records");
    if (complaint_.error) return;
    if (list->kind != Kind::array) {
      in.complain(ErrorCode::field_type, "records", *list, "a list of records");
      return;
    }
    records(list->raw);
  }

  void format(Facts& in) {
    const std::string expected = '"' + std::string(journal_format) + '"';
    in.need("format", expected);
    const Value* format = in.find("format");
    if (format != nullptr && scan::text_of(*format) != journal_format) {
      in.complain(ErrorCode::format_unknown, "format", *format, expected);
    }
  }

  /// What is not known, as it was written.
  template <std::size_t n>
  std::string others(const std::vector<Member>& fields, const std::string_view (&known)[n],
                     const std::string& path) {
    std::string out;
    for (const Member& member : fields) {
      if (std::find(std::begin(known), std::end(known), member.key) != std::end(known)) continue;
      const std::string name = '"' + std::string(member.key) + '"';
      out += (out.empty() ? "" : ",") + name + ':' + std::string(member.value.raw);
      auto error = scan::unsound(member.value);
      if (!error) error = scan::unsound({Kind::string, name, member.key.contains('\\')});
      if (!error) continue;
      const std::string at = path.empty() ? "" : path + '.';
      complaint_.say(error->code, at + base::shorten(base::printable(member.key), 40), error->value,
                     error->expected);
    }
    return out;
  }

  void records(std::string_view list) {
    scan::Cursor cursor(list);
    Value item;
    if (!cursor.open('[')) return;
    for (std::size_t i = 0; !complaint_.error && cursor.next_item(item); ++i) {
      record(item, element("records", i));
    }
    if (cursor.broken()) {
      const auto start = static_cast<std::size_t>(list.data() - text_.data());
      malformed(cursor.what(), start + cursor.at(), cursor.expected());
    }
    if (!complaint_.error) arrange();
  }

  void record(const Value& item, const std::string& path) {
    if (item.kind != Kind::object) {
      complaint_.say(ErrorCode::field_type, path, shown(item), "a record");
      return;
    }
    const auto fields = members(item.raw, path);
    if (complaint_.error) return;
    Facts in(fields, path, complaint_);
    Record out = head(in);
    out.extra = others(fields, record_fields, path);
    in.need("data", "an object");
    out.data = in.object("data").value_or("{}");
    if (!complaint_.error) judge(out, path);
    journal_.records.push_back(std::move(out));
  }

  Record head(Facts& in) {
    Record out;
    constexpr std::string_view written_id = "a UUID of version 7 in small letters";
    in.need("id", written_id);
    out.id = in.record_id("id").value_or("");
    in.need("person", written_id);
    out.person = in.record_id("person").value_or("");
    in.need_choice<RecordKind>("kind");
    out.kind_name = in.word("kind").value_or("");
    out.kind = kind_of(out.kind_name);
    in.need("at", "the time it happened");
    out.at = in.instant("at").value_or(base::Instant{});
    out.session = in.record_id("session").value_or("");
    out.knowledge = in.text("knowledge", 0, hash_length).value_or("");
    if (!out.knowledge.empty() && !is_hash(out.knowledge)) {
      in.complain(ErrorCode::out_of_range, "knowledge", *in.find("knowledge"),
                  "64 hex digits in small letters");
    }
    return out;
  }

  void judge(const Record& record, const std::string& path) {
    if (auto error = broken_data(record)) {
      complaint_.say(error->code, path + '.' + error->field, error->value, error->expected);
    }
    if (record.kind == RecordKind::person && record.id != record.person) {
      complaint_.say(ErrorCode::contradiction, path + ".person", record.person,
                     "the id of the record itself, as for every person record");
    }
  }

  /// In order, each once; one id must not say two things.
  void arrange() {
    auto& all = journal_.records;
    if (!std::is_sorted(all.begin(), all.end(), before)) std::sort(all.begin(), all.end(), before);
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    const auto twice = std::adjacent_find(
        all.begin(), all.end(), [](const Record& a, const Record& b) { return a.id == b.id; });
    if (twice == all.end()) return;
    complaint_.say(ErrorCode::contradiction, "records", twice->id,
                   "records of one id that say the same");
  }

  std::string_view text_;
  Complaint complaint_;
  Journal journal_;
};

}  // namespace

base::Result<Journal> read_journal(std::string_view text) { return JournalReader(text).read(); }

}  // namespace unknot::journal
