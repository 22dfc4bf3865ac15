#include "facts.hpp"

#include "unknot/base/uuid.hpp"

namespace unknot::journal {

using base::ErrorCode;
using base::Json;
using scan::Kind;
using scan::Value;

namespace {

constexpr std::size_t longest_number = 40;  ///< Bytes; beyond any number there is.
constexpr std::size_t shown_length = 40;

std::string from_to(std::string_view least, std::string_view most) {
  return "from " + std::string(least) + " to " + std::string(most);
}

}  // namespace

std::string element(std::string_view list, std::size_t i) {
  return std::string(list) + '[' + std::to_string(i) + ']';
}

std::string shown(const Value& value) {
  const bool scalar = value.kind == Kind::number || value.kind == Kind::boolean;
  if (scalar) return base::shorten(value.raw, shown_length);
  if (value.kind != Kind::string) return std::string(base::kind_name(value.kind));
  const auto text = scan::text_of(value);
  return '"' + base::shorten(base::printable(text.value_or("")), shown_length) + '"';
}

Facts::Facts(const Value& object, std::string path, Complaint& complaint)
    : path_(std::move(path)), complaint_(complaint) {
  if (object.kind == Kind::object) {
    members_ = scan::members_of(object.raw);
  } else {
    complaint_.say(ErrorCode::field_type, path_, shown(object), "an object");
  }
}

std::string Facts::path_of(std::string_view name) const {
  if (path_.empty()) return std::string(name);
  return path_ + '.' + std::string(name);
}

void Facts::complain(ErrorCode code, std::string_view name, const Value& found,
                     std::string_view expected) {
  complaint_.say(code, path_of(name), shown(found), expected);
}

const Value* Facts::find(std::string_view name) const {
  for (const scan::Member& member : members_) {
    if (member.key == name) return &member.value;
  }
  return nullptr;
}

const Value* Facts::given(std::string_view name) const {
  const Value* value = find(name);
  return value == nullptr || value->kind == Kind::null ? nullptr : value;
}

void Facts::need(std::string_view name, std::string_view expected) {
  if (given(name) == nullptr) {
    complaint_.say(ErrorCode::field_missing, path_of(name), "", expected);
  }
}

std::optional<Json> Facts::number_of(const Value& value) {
  if (value.kind != Kind::number || value.raw.size() > longest_number) return std::nullopt;
  auto json = base::parse_json(value.raw);
  if (!json) return std::nullopt;
  return std::move(*json);
}

std::optional<std::int64_t> Facts::whole(std::string_view name, limits::Range range) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  auto number = base::parse_integer(value->raw);  // Nearly always; 1.0 and 1e0 go the long way.
  if (!number) {
    const auto json = number_of(*value);
    if (json) number = base::whole_number(*json);
  }
  if (value->kind == Kind::number && number && *number >= range.least && *number <= range.most) {
    return number;
  }
  const auto code = value->kind == Kind::number ? ErrorCode::out_of_range : ErrorCode::field_type;
  complain(code, name, *value,
           "a whole number " + from_to(std::to_string(range.least), std::to_string(range.most)));
  return std::nullopt;
}

std::optional<std::int32_t> Facts::integer(std::string_view name, limits::Range range) {
  const auto value = whole(name, range);
  return value ? std::optional(static_cast<std::int32_t>(*value)) : std::nullopt;
}

std::optional<std::int32_t> Facts::tenths(std::string_view name, limits::Range range) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  const auto json = number_of(*value);
  const auto number = json ? base::tenths(*json) : std::nullopt;
  if (number && *number >= range.least && *number <= range.most) {
    return static_cast<std::int32_t>(*number);
  }
  const auto code = value->kind == Kind::number ? ErrorCode::out_of_range : ErrorCode::field_type;
  complain(code, name, *value,
           "a number " +
               from_to(base::JsonWriter().tenths(range.least).text(),
                       base::JsonWriter().tenths(range.most).text()) +
               " with at most one decimal");
  return std::nullopt;
}

std::optional<bool> Facts::flag(std::string_view name) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  if (value->kind == Kind::boolean) return value->raw == "true";
  complain(ErrorCode::field_type, name, *value, "true or false");
  return std::nullopt;
}

std::optional<std::string> Facts::text(std::string_view name, std::size_t least, std::size_t most) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  auto text = scan::text_of(*value);
  const std::string expected =
      "text of " + std::to_string(least) + " to " + std::to_string(most) + " characters";
  if (!text) {
    complain(ErrorCode::field_type, name, *value, expected);
    return std::nullopt;
  }
  const std::size_t length = base::code_points(*text);
  if (length >= least && length <= most) return text;
  complain(ErrorCode::out_of_range, name, *value, expected);
  return std::nullopt;
}

std::optional<std::string> Facts::word(std::string_view name) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  auto text = scan::text_of(*value);
  if (text && base::is_id(*text) && text->size() <= limits::word_length) return text;
  complain(text ? ErrorCode::out_of_range : ErrorCode::field_type, name, *value,
           "a word of small letters, digits and _, at most " + std::to_string(limits::word_length) +
               " long");
  return std::nullopt;
}

std::optional<std::string> Facts::record_id(std::string_view name) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  auto text = scan::text_of(*value);
  if (text && base::uuid_v7_time(*text) && base::lower_ascii(*text) == *text) return text;
  complain(text ? ErrorCode::out_of_range : ErrorCode::field_type, name, *value,
           "a UUID of version 7 in small letters");
  return std::nullopt;
}

std::optional<base::Instant> Facts::instant(std::string_view name) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  if (const auto text = scan::text_of(*value)) {
    if (const auto instant = base::parse_instant(*text)) return instant;
  }
  complain(value->kind == Kind::string ? ErrorCode::out_of_range : ErrorCode::field_type, name,
           *value, "a time such as 2026-11-22T08:00:00Z (RFC 3339 with offset)");
  return std::nullopt;
}

std::optional<base::Day> Facts::day(std::string_view name) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  if (const auto text = scan::text_of(*value)) {
    if (const auto day = base::parse_day(*text)) return day;
  }
  complain(value->kind == Kind::string ? ErrorCode::out_of_range : ErrorCode::field_type, name,
           *value, "a date such as 2026-11-01");
  return std::nullopt;
}

std::optional<std::string_view> Facts::object(std::string_view name) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  if (value->kind == Kind::object) return value->raw;
  complain(ErrorCode::field_type, name, *value, "an object");
  return std::nullopt;
}

std::optional<std::vector<Value>> Facts::list(std::string_view name, std::size_t most) {
  const Value* value = given(name);
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::array) {
    complain(ErrorCode::field_type, name, *value, "a list");
    return std::nullopt;
  }
  auto items = scan::items_of(value->raw);
  if (items.size() <= most) return items;
  complaint_.say(ErrorCode::out_of_range, path_of(name), std::to_string(items.size()) + " entries",
                 "at most " + std::to_string(most) + " entries");
  return std::nullopt;
}

}  // namespace unknot::journal
