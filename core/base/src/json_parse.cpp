#include <algorithm>

#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"

namespace unknot::base {

namespace {

/// Recursive descent over one text. The first complaint wins and stops everything.
class Parser {
 public:
  Parser(std::string_view text, JsonLimits limits) : text_(text), limits_(limits) {}

  Result<Json> document() {
    if (text_.size() > limits_.max_bytes) {
      return fail(ErrorCode::json_malformed, "", std::to_string(text_.size()) + " bytes",
                  "at most " + std::to_string(limits_.max_bytes) + " bytes of JSON");
    }
    if (const auto bad = invalid_utf8_at(text_)) {
      at_ = *bad;
      return complaint("bytes that are not UTF-8", "valid UTF-8");
    }
    Json root;
    blank();
    if (!value(root, 0)) return std::unexpected(std::move(error_));
    blank();
    if (at_ != text_.size()) return complaint(found(), "the end of the JSON text");
    return root;
  }

 private:
  std::unexpected<Error> complaint(std::string_view what, std::string_view expected) {
    const auto before = text_.substr(0, at_);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto newline = before.rfind('\n');
    const auto column = at_ - (newline == std::string_view::npos ? 0 : newline + 1) + 1;
    return fail(ErrorCode::json_malformed, "",
                std::string(what) + " at line " + std::to_string(line) + ", column " +
                    std::to_string(column),
                expected);
  }
  bool stop(std::string_view what, std::string_view expected) {
    error_ = complaint(what, expected).error();
    return false;
  }
  std::string found() const {
    if (at_ >= text_.size()) return "the end";
    return "'" + printable(text_.substr(at_, 1)) + "'";
  }
  void blank() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").contains(text_[at_])) ++at_;
  }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool value(Json& out, std::size_t depth) {
    if (depth >= limits_.max_depth) {
      return stop("deeper nesting", "at most " + std::to_string(limits_.max_depth) + " levels");
    }
    switch (peek()) {
      case '{': return object(out, depth);
      case '[': return array(out, depth);
      case '"': out.kind = Json::Kind::string; return string(out.text);
      case 't':
        out.kind = Json::Kind::boolean;
        out.flag = true;
        return word("true");
      case 'f': out.kind = Json::Kind::boolean; return word("false");
      case 'n': return word("null");
      default: return number(out);
    }
  }

  bool word(std::string_view wanted) {
    if (text_.substr(at_, wanted.size()) != wanted) return stop(found(), "a JSON value");
    at_ += wanted.size();
    return true;
  }

  bool object(Json& out, std::size_t depth) {
    out.kind = Json::Kind::object;
    ++at_;
    blank();
    if (take('}')) return true;
    while (true) {
      std::string key;
      if (peek() != '"') return stop(found(), "a field name in double quotes");
      if (!string(key)) return false;
      blank();
      if (!take(':')) return stop(found(), "':' after a field name");
      blank();
      out.keys.push_back(std::move(key));
      if (!value(out.items.emplace_back(), depth + 1)) return false;
      blank();
      if (take('}')) return unrepeated(out.keys);
      if (!take(',')) return stop(found(), "',' or '}'");
      blank();
    }
  }

  /// Sorted, because an object of a hundred thousand names must not cost their square.
  bool unrepeated(const std::vector<std::string>& keys) {
    std::vector<std::string_view> sorted(keys.begin(), keys.end());
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice == sorted.end()) return true;
    return stop("field \"" + shorten(printable(*twice), 40) + "\" twice", "each field once");
  }

  bool array(Json& out, std::size_t depth) {
    out.kind = Json::Kind::array;
    ++at_;
    blank();
    if (take(']')) return true;
    while (true) {
      if (!value(out.items.emplace_back(), depth + 1)) return false;
      blank();
      if (take(']')) return true;
      if (!take(',')) return stop(found(), "',' or ']'");
      blank();
    }
  }

  bool digits(std::string& out) {
    const std::size_t start = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    out += text_.substr(start, at_ - start);
    return at_ != start;
  }

  bool number(Json& out) {
    out.kind = Json::Kind::number;
    if (take('-')) out.text += '-';
    const bool leading_zero = peek() == '0';
    const std::size_t start = at_;
    if (!digits(out.text)) return stop(found(), "a JSON value");
    if (leading_zero && at_ - start > 1) return stop("a number with a leading zero", "none");
    if (take('.')) {
      out.text += '.';
      if (!digits(out.text)) return stop(found(), "a digit after the decimal point");
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      out.text += 'e';
      if (take('-')) {
        out.text += '-';
      } else {
        take('+');
      }
      if (!digits(out.text)) return stop(found(), "a digit in the exponent");
    }
    return true;
  }

  bool string(std::string& out) {
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        return stop("a control character", "text without control characters");
      }
      if (c == '\\') {
        if (!escape(out)) return false;
        continue;
      }
      out += c;
      ++at_;
    }
    return stop("the end", "a closing '\"'");
  }

  bool escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meaning = "\"\\/\b\f\n\r\t";
    ++at_;
    if (peek() == 'u') return unicode(out);
    const auto which = at_ < text_.size() ? letters.find(peek()) : std::string_view::npos;
    if (which == std::string_view::npos) return stop(found(), "a known escape after '\\'");
    out += meaning[which];
    ++at_;
    return true;
  }

  bool hex4(std::uint32_t& out) {
    ++at_;  // the 'u'
    out = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = peek();
      const auto digit = std::string_view("0123456789abcdef")
                             .find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
      if (c == '\0' || digit == std::string_view::npos) return stop(found(), "four hex digits");
      out = out * 16 + static_cast<std::uint32_t>(digit);
      ++at_;
    }
    return true;
  }

  bool unicode(std::string& out) {
    std::uint32_t point = 0;
    if (!hex4(point)) return false;
    const bool high = point >= 0xD800 && point < 0xDC00;
    if (point >= 0xDC00 && point < 0xE000) return stop("half a surrogate pair", "a whole pair");
    if (high) {
      std::uint32_t low = 0;
      if (text_.substr(at_, 2) != "\\u") return stop("half a surrogate pair", "a whole pair");
      ++at_;
      if (!hex4(low)) return false;
      if (low < 0xDC00 || low > 0xDFFF) return stop("half a surrogate pair", "a whole pair");
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(out, point);
    return true;
  }

  static void append_utf8(std::string& out, std::uint32_t point) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (point < 0x80) {
      put(point);
    } else if (point < 0x800) {
      put(0xC0 | (point >> 6));
      put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
      put(0xE0 | (point >> 12));
      put(0x80 | ((point >> 6) & 0x3F));
      put(0x80 | (point & 0x3F));
    } else {
      put(0xF0 | (point >> 18));
      put(0x80 | ((point >> 12) & 0x3F));
      put(0x80 | ((point >> 6) & 0x3F));
      put(0x80 | (point & 0x3F));
    }
  }

  std::string_view text_;
  JsonLimits limits_;
  std::size_t at_ = 0;
  Error error_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, JsonLimits limits) {
  return Parser(text, limits).document();
}

}  // namespace unknot::base
