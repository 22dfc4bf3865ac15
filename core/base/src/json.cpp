#include "unknot/base/json.hpp"

#include "unknot/base/text.hpp"

namespace unknot::base {

namespace {

constexpr std::int64_t exact_limit = 9007199254740991;  // 2^53 - 1, as in RFC 8259 section 6
constexpr std::int64_t exponent_limit = 400;            // Beyond any number a person writes.

struct Decimal {
  std::string digits;         ///< Without sign, point or leading zeros.
  std::int64_t exponent = 0;  ///< Power of ten of the last digit.
  bool negative = false;
};

/// Takes a checked JSON number apart; nothing when the exponent is absurd.
std::optional<Decimal> decimal(std::string_view text) {
  Decimal out;
  if (text.starts_with('-')) {
    out.negative = true;
    text.remove_prefix(1);
  }
  const auto e = text.find('e');
  if (e != std::string_view::npos) {
    const auto exponent = parse_integer(text.substr(e + 1));
    if (!exponent || *exponent > exponent_limit || *exponent < -exponent_limit) return std::nullopt;
    out.exponent = *exponent;
  }
  const std::string_view mantissa = text.substr(0, e);
  const auto point = mantissa.find('.');
  out.digits = std::string(mantissa.substr(0, point));
  if (point != std::string_view::npos) {
    out.digits += mantissa.substr(point + 1);
    out.exponent -= static_cast<std::int64_t>(mantissa.size() - point - 1);
  }
  while (out.digits.size() > 1 && out.digits.back() == '0') {
    out.digits.pop_back();
    ++out.exponent;
  }
  const auto first = out.digits.find_first_not_of('0');
  out.digits.erase(0, first == std::string::npos ? out.digits.size() : first);
  return out;
}

/// The number times 10^shift when that is whole and exact.
std::optional<std::int64_t> scaled(const Json& value, std::int64_t shift) {
  if (value.kind != Json::Kind::number) return std::nullopt;
  auto d = decimal(value.text);
  if (!d) return std::nullopt;
  if (d->digits.empty()) return 0;
  const std::int64_t exponent = d->exponent + shift;
  if (exponent < 0 || exponent > 16 || d->digits.size() > 16) return std::nullopt;
  d->digits.append(static_cast<std::size_t>(exponent), '0');
  const auto whole = parse_integer(d->digits);
  if (!whole || *whole > exact_limit) return std::nullopt;
  return d->negative ? -*whole : *whole;
}

}  // namespace

const Json* Json::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return &items[i];
  }
  return nullptr;
}

std::string_view kind_name(Json::Kind kind) {
  switch (kind) {
    case Json::Kind::null: return "null";
    case Json::Kind::boolean: return "true or false";
    case Json::Kind::number: return "a number";
    case Json::Kind::string: return "text";
    case Json::Kind::array: return "a list";
    case Json::Kind::object: return "an object";
  }
  return "nothing";
}

std::string shown(const Json& value) {
  switch (value.kind) {
    case Json::Kind::string: return '"' + shorten(printable(value.text), 40) + '"';
    case Json::Kind::number: return shorten(value.text, 40);
    case Json::Kind::boolean: return value.flag ? "true" : "false";
    default: return std::string(kind_name(value.kind));
  }
}

std::optional<std::int64_t> whole_number(const Json& value) { return scaled(value, 0); }

std::optional<std::int64_t> tenths(const Json& value) { return scaled(value, 1); }

void JsonWriter::separate() {
  if (!fresh_) text_ += ',';
  fresh_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  text_ += '{';
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  text_ += '}';
  fresh_ = false;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  text_ += '[';
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  text_ += ']';
  fresh_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  text_ += ':';
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  constexpr std::string_view hex = "0123456789abcdef";
  separate();
  text_ += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (c == '\n') {
      text_ += "\\n";
    } else if (byte < 0x20) {
      text_ += "\\u00";
      text_ += hex[byte >> 4];
      text_ += hex[byte & 15];
    } else {
      text_ += c;
    }
  }
  text_ += '"';
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::tenths(std::int64_t value) {
  const std::int64_t size = value < 0 ? -value : value;
  separate();
  if (value < 0) text_ += '-';
  text_ += std::to_string(size / 10);
  if (size % 10 != 0) {
    text_ += '.';
    text_ += std::to_string(size % 10);
  }
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::value(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null: return null();
    case Json::Kind::boolean: return boolean(value.flag);
    case Json::Kind::number: return raw(value.text);
    case Json::Kind::string: return string(value.text);
    case Json::Kind::array:
      begin_array();
      for (const Json& item : value.items) this->value(item);
      return end_array();
    case Json::Kind::object:
      begin_object();
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        key(value.keys[i]).value(value.items[i]);
      }
      return end_object();
  }
  return *this;
}

}  // namespace unknot::base
