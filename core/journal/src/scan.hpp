#pragma once
/// @file
/// Walking over JSON text without building anything: where members and items begin and end. A log
/// of ten years is tens of megabytes, of which a projection needs a few fields.
///
/// Scalars are checked to the letter, apart from escapes in strings; of what stands inside a nested
/// list or object only that its brackets close. Where text is not yet trusted, unsound() looks at
/// the rest.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/json.hpp"

namespace unknot::journal::scan {

using Kind = base::Json::Kind;

/// One value as it was written, without the blanks around it.
struct Value {
  Kind kind = Kind::null;
  std::string_view raw;
  bool escaped = false;  ///< A string with a backslash, or something nested.
};

struct Member {
  std::string_view key;  ///< As written, between its quotes.
  Value value;
};

/// Goes over one text. Every step gives false when the text is broken there; `what` and `expected`
/// then say how.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  /// Steps of an object: enter with open('{'), then next_member() until it is done.
  [[nodiscard]] bool open(char bracket);
  /// @return  false at the end or when broken: broken() tells which.
  [[nodiscard]] bool next_member(Member& out);
  [[nodiscard]] bool next_item(Value& out);
  [[nodiscard]] bool value(Value& out);
  /// Nothing but blanks is left.
  [[nodiscard]] bool finish();

  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::string_view what() const { return what_; }
  [[nodiscard]] std::string_view expected() const { return expected_; }

 private:
  bool stop(std::string_view what, std::string_view expected);
  void blank();
  bool take(char c);
  bool string(bool& escaped);
  bool word(std::string_view wanted);
  bool digits();
  bool number();
  bool nested();
  /// The comma before a further element, or the end.
  bool separator(char close, bool& done);

  std::string_view text_;
  std::size_t at_ = 0;
  bool fresh_ = true;
  bool broken_ = false;
  std::string_view what_;
  std::string_view expected_;
};

/// The characters of a string value; nothing for another kind or a broken escape.
[[nodiscard]] std::optional<std::string> text_of(const Value& value);

/// What is wrong with an object, down to its leaves; nothing: it is strict JSON of our limits.
/// @param members  Takes its members when it is sound.
[[nodiscard]] std::optional<base::Error> unsound(std::string_view object,
                                                 std::vector<Member>* members = nullptr);

/// The same for any value; scalars have been looked at already, but for escapes.
[[nodiscard]] std::optional<base::Error> unsound(const Value& value);

/// A name that stands twice among the members.
[[nodiscard]] std::optional<std::string_view> repeated(const std::vector<Member>& members);

/// The members of an object; empty when it is none.
[[nodiscard]] std::vector<Member> members_of(std::string_view object);
[[nodiscard]] std::vector<Value> items_of(std::string_view array);

/// "line 3, column 7" of an offset.
[[nodiscard]] std::string place_of(std::string_view text, std::size_t at);

}  // namespace unknot::journal::scan
