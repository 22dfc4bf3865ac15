#include "scan.hpp"

#include <algorithm>
#include <cstring>

#include "unknot/base/text.hpp"
#include "unknot/journal/limits.hpp"

namespace unknot::journal::scan {

namespace {
constexpr std::size_t few = 16;  ///< Members up to which each is held against each.

/// Whether none of eight bytes ends a string, escapes or is a control character. Bytes of 128 and
/// more are taken for plain, which they are.
bool is_plain(const char* eight) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t tops = 0x8080808080808080;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  const std::uint64_t quote = bytes ^ (ones * '"');
  const std::uint64_t slash = bytes ^ (ones * '\\');
  const std::uint64_t below = (quote - ones) & ~quote;
  return ((below | ((slash - ones) & ~slash) | ((bytes - ones * 0x20) & ~bytes)) & tops) == 0;
}
}  // namespace

bool Cursor::stop(std::string_view what, std::string_view expected) {
  if (!broken_) {
    what_ = what;
    expected_ = expected;
  }
  broken_ = true;
  return false;
}

void Cursor::blank() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
    ++at_;
  }
}

bool Cursor::take(char c) {
  if (at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool Cursor::open(char bracket) {
  blank();
  fresh_ = true;
  if (take(bracket)) return true;
  return stop("something else", bracket == '{' ? "an object" : "a list");
}

bool Cursor::separator(char close, bool& done) {
  blank();
  done = take(close);
  if (done) {
    fresh_ = false;
    return true;
  }
  if (fresh_) {
    fresh_ = false;
    return true;
  }
  if (!take(',')) return stop("something else", close == '}' ? "',' or '}'" : "',' or ']'");
  blank();
  return true;
}

bool Cursor::next_member(Member& out) {
  bool done = false;
  if (!separator('}', done) || done) return false;
  const std::size_t start = at_;
  bool escaped = false;
  if (at_ >= text_.size() || text_[at_] != '"') {
    return stop("something else", "a field name in double quotes");
  }
  if (!string(escaped)) return false;
  out.key = text_.substr(start + 1, at_ - start - 2);
  blank();
  if (!take(':')) return stop("something else", "':' after a field name");
  const bool good = value(out.value);
  fresh_ = false;
  if (escaped) out.value.escaped = true;  // The name then wants a closer look too.
  return good;
}

bool Cursor::next_item(Value& out) {
  bool done = false;
  if (!separator(']', done) || done) return false;
  const bool good = value(out);
  fresh_ = false;
  return good;
}

bool Cursor::value(Value& out) {
  blank();
  const std::size_t start = at_;
  out.escaped = false;
  bool good = false;
  switch (at_ < text_.size() ? text_[at_] : '\0') {
    case '"':
      out.kind = Kind::string;
      good = string(out.escaped);
      break;
    case '{':
    case '[':
      out.kind = text_[at_] == '{' ? Kind::object : Kind::array;
      out.escaped = true;
      good = nested();
      break;
    case 't':
      out.kind = Kind::boolean;
      good = word("true");
      break;
    case 'f':
      out.kind = Kind::boolean;
      good = word("false");
      break;
    case 'n':
      out.kind = Kind::null;
      good = word("null");
      break;
    default: out.kind = Kind::number; good = number();
  }
  out.raw = text_.substr(start, at_ - start);
  return good;
}

bool Cursor::finish() {
  blank();
  return at_ == text_.size() || stop("something else", "the end of the JSON text");
}

bool Cursor::string(bool& escaped) {
  // By local pointers: this is where the time of reading a log goes.
  const char* const begin = text_.data();
  const char* const end = begin + text_.size();
  const char* at = begin + at_ + 1;
  while (end - at >= 8 && is_plain(at)) at += 8;
  for (; at < end && *at != '"'; ++at) {
    if (static_cast<unsigned char>(*at) < 0x20) {
      at_ = static_cast<std::size_t>(at - begin);
      return stop("a control character", "text without control characters");
    }
    if (*at != '\\') continue;
    escaped = true;
    if (++at == end) break;
  }
  if (at == end) {
    at_ = text_.size();
    return stop("the end", "a closing '\"'");
  }
  at_ = static_cast<std::size_t>(at - begin) + 1;
  return true;
}

bool Cursor::word(std::string_view wanted) {
  if (text_.substr(at_, wanted.size()) != wanted) return stop("something else", "a JSON value");
  at_ += wanted.size();
  return true;
}

bool Cursor::digits() {
  const std::size_t start = at_;
  while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
  return at_ != start;
}

bool Cursor::number() {
  take('-');
  const std::size_t start = at_;
  if (!digits()) return stop(start < text_.size() ? "something else" : "the end", "a JSON value");
  if (text_[start] == '0' && at_ - start > 1) return stop("a number with a leading zero", "none");
  if (take('.') && !digits()) return stop("something else", "a digit after the decimal point");
  if (take('e') || take('E')) {
    if (!take('-')) take('+');
    if (!digits()) return stop("something else", "a digit in the exponent");
  }
  return true;
}

/// Only what closes is looked at: strings hide brackets, brackets come in pairs.
bool Cursor::nested() {
  std::size_t depth = 0;
  bool escaped = false;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '"') {
      if (!string(escaped)) return false;
      continue;
    }
    ++at_;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return true;
  }
  return stop("the end", "a closing bracket");
}

std::optional<std::string> text_of(const Value& value) {
  if (value.kind != Kind::string || value.raw.size() < 2) return std::nullopt;
  if (!value.raw.contains('\\')) return std::string(value.raw.substr(1, value.raw.size() - 2));
  auto json = base::parse_json(value.raw, {.max_bytes = limits::document_bytes});
  if (!json) return std::nullopt;
  return std::move(json->text);
}

std::vector<Member> members_of(std::string_view object) {
  std::vector<Member> out;
  Cursor cursor(object);
  Member member;
  if (!cursor.open('{')) return out;
  while (cursor.next_member(member)) out.push_back(member);
  if (cursor.broken() || !cursor.finish()) out.clear();
  return out;
}

std::vector<Value> items_of(std::string_view array) {
  std::vector<Value> out;
  Cursor cursor(array);
  Value item;
  if (!cursor.open('[')) return out;
  while (cursor.next_item(item)) out.push_back(item);
  if (cursor.broken() || !cursor.finish()) out.clear();
  return out;
}

namespace {
/// Scalars without escapes, such as the seconds of sets.
bool is_flat_list(const Value& value) {
  if (value.kind != Kind::array) return false;
  Cursor cursor(value.raw);
  Value item;
  if (!cursor.open('[')) return false;
  while (cursor.next_item(item)) {
    if (item.escaped) return false;
  }
  return !cursor.broken() && cursor.finish();
}

/// Small and plain enough that walking over it has shown all there is to see.
bool plainly_sound(std::string_view object, std::vector<Member>& members) {
  if (object.size() > limits::data_bytes || base::invalid_utf8_at(object)) return false;
  Cursor cursor(object);
  Member member;
  if (!cursor.open('{')) return false;
  while (cursor.next_member(member)) {
    const auto same = [&](const Member& other) { return other.key == member.key; };
    const bool twice = std::find_if(members.begin(), members.end(), same) != members.end();
    const bool plain =
        !member.key.contains('\\') && (!member.value.escaped || is_flat_list(member.value));
    if (!plain || twice || members.size() == few) return false;
    members.push_back(member);
  }
  return !cursor.broken() && cursor.finish();
}
}  // namespace

std::optional<base::Error> unsound(std::string_view object, std::vector<Member>* members) {
  std::vector<Member> own;
  std::vector<Member>& found = members == nullptr ? own : *members;
  found.reserve(few);
  if (plainly_sound(object, found)) return std::nullopt;
  auto json = base::parse_json(object, {.max_bytes = limits::data_bytes});
  if (!json) return std::move(json.error());
  if (json->kind != Kind::object) {
    return base::fail(base::ErrorCode::field_type, "", base::shown(*json), "an object").error();
  }
  found = members_of(object);
  return std::nullopt;
}

std::optional<base::Error> unsound(const Value& value) {
  if (!value.escaped) return std::nullopt;
  auto json = base::parse_json(value.raw, {.max_bytes = limits::data_bytes});
  if (json) return std::nullopt;
  return std::move(json.error());
}

std::optional<std::string_view> repeated(const std::vector<Member>& members) {
  std::vector<std::string_view> keys;
  for (const Member& member : members) keys.push_back(member.key);
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  return twice == keys.end() ? std::nullopt : std::optional(*twice);
}

std::string place_of(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto newline = before.rfind('\n');
  const auto column = before.size() - (newline == std::string_view::npos ? 0 : newline + 1) + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace unknot::journal::scan
