#include "header.hpp"

#include <limits>

#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"

namespace unknot::voice_clips {

namespace {

using base::ErrorCode;
using base::Json;
using base::Result;

std::string range(std::int64_t least, std::int64_t most) {
  return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
}

/// Reads fields of one object; `path` names it in errors, as in `entries[7]`.
class Fields {
 public:
  Fields(const Json& object, std::string path) : object_(object), path_(std::move(path)) {}

  [[nodiscard]] Result<std::string> text(std::string_view key) const {
    const Json* value = object_.find(key);
    if (value == nullptr) return base::fail(ErrorCode::field_missing, name(key), "", "text");
    if (value->kind != Json::Kind::string) {
      return base::fail(ErrorCode::field_type, name(key), base::shown(*value), "text");
    }
    return value->text;
  }

  [[nodiscard]] Result<std::int64_t> number(std::string_view key, std::int64_t least,
                                            std::int64_t most) const {
    const Json* value = object_.find(key);
    const auto expected = range(least, most);
    if (value == nullptr) return base::fail(ErrorCode::field_missing, name(key), "", expected);
    if (value->kind != Json::Kind::number) {
      return base::fail(ErrorCode::field_type, name(key), base::shown(*value), expected);
    }
    const auto whole = base::whole_number(*value);
    if (!whole || *whole < least || *whole > most) {
      return base::fail(ErrorCode::out_of_range, name(key), base::shown(*value), expected);
    }
    return *whole;
  }

 private:
  [[nodiscard]] std::string name(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  }

  const Json& object_;
  std::string path_;
};

Result<Entry> read_entry(const Json& row, const std::string& path, int sample_rate,
                         std::int64_t data_bytes) {
  if (row.kind != Json::Kind::object) {
    return base::fail(ErrorCode::field_type, path, base::shown(row), "an object");
  }
  const Fields fields(row, path);
  auto sentence = fields.text("sentence");
  if (!sentence) return std::unexpected(sentence.error());
  const auto offset = fields.number("offset", 0, data_bytes);
  if (!offset) return std::unexpected(offset.error());
  const std::int64_t most = std::numeric_limits<std::int32_t>::max();
  const auto bytes = fields.number("bytes", 1, std::min(most, data_bytes - *offset));
  if (!bytes) return std::unexpected(bytes.error());
  const auto samples = fields.number("samples", 1, most_seconds * sample_rate);
  if (!samples) return std::unexpected(samples.error());
  return Entry{.sentence = std::move(*sentence),
               .offset = static_cast<std::uint64_t>(*offset),
               .bytes = static_cast<std::uint32_t>(*bytes),
               .samples = static_cast<std::uint32_t>(*samples)};
}

Result<std::vector<Entry>> read_entries(const Json& header, int sample_rate,
                                        std::int64_t data_bytes) {
  const Json* rows = header.find("entries");
  if (rows == nullptr) return base::fail(ErrorCode::field_missing, "entries", "", "a list");
  if (rows->kind != Json::Kind::array) {
    return base::fail(ErrorCode::field_type, "entries", base::shown(*rows), "a list");
  }
  std::vector<Entry> entries;
  entries.reserve(rows->items.size());
  for (const Json& row : rows->items) {
    const auto path = "entries[" + std::to_string(entries.size()) + "]";
    auto entry = read_entry(row, path, sample_rate, data_bytes);
    if (!entry) return std::unexpected(entry.error());
    if (!entries.empty() && entries.back().sentence >= entry->sentence) {
      return base::fail(ErrorCode::contradiction, path + ".sentence",
                        base::shorten(entry->sentence, base::shown_value_length),
                        "sentences in order, each once");
    }
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace

Result<Header> read_header(std::string_view json, std::uint64_t data_bytes) {
  const auto parsed = base::parse_json(json, {.max_bytes = most_header_bytes, .max_depth = 8});
  if (!parsed) return std::unexpected(parsed.error());
  const Fields fields(*parsed, "");
  const auto format = fields.text("format");
  if (!format) return std::unexpected(format.error());
  if (*format != "unknot/clips@1") {
    return base::fail(ErrorCode::format_unknown, "format", *format, "unknot/clips@1");
  }
  auto language = fields.text("language");
  if (!language) return std::unexpected(language.error());
  auto voice = fields.text("voice");
  if (!voice) return std::unexpected(voice.error());
  const auto rate = fields.number("sample_rate", 8000, 48000);
  if (!rate) return std::unexpected(rate.error());
  const auto sample_rate = static_cast<int>(*rate);
  auto entries = read_entries(*parsed, sample_rate, static_cast<std::int64_t>(data_bytes));
  if (!entries) return std::unexpected(entries.error());
  return Header{.language = std::move(*language),
                .voice = std::move(*voice),
                .sample_rate = sample_rate,
                .entries = std::move(*entries)};
}

}  // namespace unknot::voice_clips
