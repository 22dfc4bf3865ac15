#include "asked.hpp"

#include <algorithm>

#include "unknot/base/sha256.hpp"
#include "unknot/base/text.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/journal/limits.hpp"

namespace unknot::desk {

using base::ErrorCode;
using base::Json;

namespace {

constexpr std::size_t chance_digits = 32;

Json read(std::string_view input, std::size_t most_bytes, model::Complaint& complaint) {
  auto json = base::parse_json(input, {most_bytes, base::JsonLimits{}.max_depth});
  if (json) return std::move(*json);
  complaint.error = std::move(json.error());
  return {};
}

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

journal::Stamp Stamps::operator()(std::string_view person, std::optional<base::Instant> at,
                                  std::string_view session) {
  const auto digest = base::sha256(writing_.chance + ' ' + std::to_string(count_++));
  std::array<std::uint8_t, 10> chance{};
  std::copy_n(digest.begin(), chance.size(), chance.begin());
  return {.id = ids_.next(writing_.unix_ms, chance),
          .person = std::string(person),
          .at = at.value_or(writing_.now),
          .session = std::string(session),
          .knowledge = knowledge_};
}

Asked::Asked(std::string_view input, std::size_t most_bytes)
    : json_(read(input, most_bytes, complaint_)), fields_(json_, "", complaint_) {}

base::Instant Asked::moment() {
  fields_.need("now", "a time such as 2026-11-22T08:00:00Z (RFC 3339 with offset)");
  return fields_.instant("now").value_or(base::Instant{});
}

std::int64_t Asked::milliseconds(std::string_view name) {
  constexpr std::string_view expected = "a whole number of milliseconds";
  const Json* json = fields_.need(name, expected);
  if (json == nullptr) return 0;
  const auto ms = base::whole_number(*json);
  const bool number = json->kind == Json::Kind::number;
  if (!ms) {
    fields_.complain(number ? ErrorCode::out_of_range : ErrorCode::field_type, name, *json,
                     expected);
  }
  return ms.value_or(0);
}

std::int64_t Asked::at() { return milliseconds("at"); }

Writing Asked::writing() {
  Writing out;
  out.now = moment();
  out.unix_ms = milliseconds("unix_ms");
  constexpr std::string_view expected = "32 hex digits that nobody can guess";
  const Json* chance = fields_.need("chance", expected);
  if (chance == nullptr) return out;
  if (chance->kind != Json::Kind::string || chance->text.size() != chance_digits ||
      !is_hex(chance->text)) {
    fields_.complain(ErrorCode::field_type, "chance", *chance, expected);
  }
  out.chance = base::lower_ascii(chance->text);
  return out;
}

std::string Asked::id(std::string_view name) {
  const Json* json = fields_.get(name);
  if (json == nullptr) return {};
  if (json->kind == Json::Kind::string && base::is_uuid(json->text)) return json->text;
  fields_.complain(ErrorCode::field_type, name, *json, "the id of a record (UUIDv7)");
  return {};
}

std::string Asked::language(const knowledge::Pack& pack) {
  const auto word = fields_.text("language", journal::limits::language_length);
  return word ? std::string(knowledge::language_of(pack, *word).id) : std::string();
}

std::string Asked::territory() {
  const Json* json = fields_.get("territory");
  if (json == nullptr) return {};
  std::string out;
  if (json->kind == Json::Kind::string && json->text.size() == 2 &&
      std::all_of(json->text.begin(), json->text.end(), is_letter)) {
    for (const char c : base::lower_ascii(json->text)) out += static_cast<char>(c - 'a' + 'A');
    return out;
  }
  fields_.complain(ErrorCode::field_type, "territory", *json, "two letters such as GB");
  return out;
}

std::optional<base::Error> Asked::finish() {
  // A host may say more of the moment than a verb needs.
  for (const std::string_view moment : {"now", "unix_ms", "chance"}) {
    static_cast<void>(fields_.get(moment));
  }
  if (!complaint_.error) fields_.finish();
  return complaint_.error;
}

base::Error within(base::Error error, std::string_view part) {
  error.field = error.field.empty() ? std::string(part) : std::string(part) + '.' + error.field;
  return error;
}

}  // namespace unknot::desk
