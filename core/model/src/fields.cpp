#include "unknot/model/fields.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"

namespace unknot::model {

using base::ErrorCode;
using base::Json;

Fields::Fields(const Json& json, std::string path, Complaint& complaint)
    : json_(json), path_(std::move(path)), complaint_(complaint) {
  if (!is_object()) complaint_.say(ErrorCode::field_type, path_, base::shown(json_), "an object");
}

std::string Fields::path_of(std::string_view name) const {
  std::string path = path_;
  if (!path.empty()) path += '.';
  path += name;
  return path;
}

void Fields::complain(ErrorCode code, std::string_view name, const Json& found,
                      std::string_view expected) {
  complaint_.say(code, path_of(name), base::shown(found), expected);
}

const Json* Fields::get(std::string_view name) {
  if (std::find(known_.begin(), known_.end(), name) == known_.end()) known_.push_back(name);
  const Json* json = json_.find(name);
  return json == nullptr || json->kind == Json::Kind::null ? nullptr : json;
}

const Json* Fields::need(std::string_view name, std::string_view expected) {
  const Json* json = get(name);
  if (json == nullptr && is_object()) {
    complaint_.say(ErrorCode::field_missing, path_of(name), "", expected);
  }
  return json;
}

std::optional<std::int32_t> Fields::integer(std::string_view name, Range range) {
  const Json* json = get(name);
  if (json == nullptr) return std::nullopt;
  const auto value = base::whole_number(*json);
  if (value && *value >= range.least && *value <= range.most) {
    return static_cast<std::int32_t>(*value);
  }
  const auto code =
      json->kind == Json::Kind::number ? ErrorCode::out_of_range : ErrorCode::field_type;
  complain(
      code, name, *json,
      "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most));
  return std::nullopt;
}

std::optional<std::int32_t> Fields::tenths(std::string_view name, Range range) {
  const Json* json = get(name);
  if (json == nullptr) return std::nullopt;
  const auto value = base::tenths(*json);
  if (value && *value >= range.least && *value <= range.most) {
    return static_cast<std::int32_t>(*value);
  }
  const auto code =
      json->kind == Json::Kind::number ? ErrorCode::out_of_range : ErrorCode::field_type;
  complain(code, name, *json,
           "a number from " + base::JsonWriter().tenths(range.least).take() + " to " +
               base::JsonWriter().tenths(range.most).take() + " with at most one decimal");
  return std::nullopt;
}

std::optional<bool> Fields::boolean(std::string_view name) {
  const Json* json = get(name);
  if (json == nullptr) return std::nullopt;
  if (json->kind == Json::Kind::boolean) return json->flag;
  complain(ErrorCode::field_type, name, *json, "true or false");
  return std::nullopt;
}

std::optional<std::string> Fields::text(std::string_view name, std::size_t most) {
  const Json* json = get(name);
  if (json == nullptr) return std::nullopt;
  const std::string expected = "text of 1 to " + std::to_string(most) + " characters";
  if (json->kind != Json::Kind::string) {
    complain(ErrorCode::field_type, name, *json, expected);
    return std::nullopt;
  }
  if (json->text.empty() || base::code_points(json->text) > most) {
    complain(ErrorCode::out_of_range, name, *json, expected);
    return std::nullopt;
  }
  return json->text;
}

std::optional<base::Instant> Fields::instant(std::string_view name) {
  const Json* json = get(name);
  if (json == nullptr) return std::nullopt;
  if (json->kind == Json::Kind::string) {
    if (const auto value = base::parse_instant(json->text)) return value;
  }
  complain(ErrorCode::out_of_range, name, *json,
           "a time such as 2026-11-22T08:00:00Z (RFC 3339 with offset)");
  return std::nullopt;
}

std::optional<base::Day> Fields::day(std::string_view name) {
  const Json* json = get(name);
  if (json == nullptr) return std::nullopt;
  if (json->kind == Json::Kind::string) {
    if (const auto value = base::parse_day(json->text)) return value;
  }
  complain(ErrorCode::out_of_range, name, *json, "a date such as 2026-11-01");
  return std::nullopt;
}

const Json* Fields::list(std::string_view name, std::size_t most) {
  const Json* json = get(name);
  if (json == nullptr) return nullptr;
  if (json->kind != Json::Kind::array) {
    complain(ErrorCode::field_type, name, *json, "a list");
    return nullptr;
  }
  if (json->items.size() > most) {
    complaint_.say(ErrorCode::out_of_range, path_of(name),
                   std::to_string(json->items.size()) + " entries",
                   "at most " + std::to_string(most) + " entries");
    return nullptr;
  }
  return json;
}

void Fields::finish() {
  for (const std::string& key : json_.keys) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    const auto near = base::nearest(key, known_);
    std::string expected;
    if (!near.empty()) {
      expected = '"' + std::string(near) + '"';
    } else {
      for (const std::string_view known : known_) {
        expected += (expected.empty() ? "" : ", ");
        expected += known;
      }
      expected = "one of " + expected;
    }
    complaint_.say(ErrorCode::field_unknown, path_of(base::shorten(base::printable(key), 40)), "",
                   expected);
  }
}

}  // namespace unknot::model
