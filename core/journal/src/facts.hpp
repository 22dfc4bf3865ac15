#pragma once
/// @file
/// Reads the known fields of one object and remembers the first complaint. Fields nobody asks for
/// are left alone.

#include "scan.hpp"
#include "unknot/base/instant.hpp"
#include "unknot/base/result.hpp"
#include "unknot/base/text.hpp"
#include "unknot/journal/limits.hpp"
#include "unknot/knowledge/enums.hpp"
#include "unknot/model/fields.hpp"

namespace unknot::journal {

using model::choices;
using model::Complaint;

/// "[3]", after the name of a list.
[[nodiscard]] std::string element(std::string_view list, std::size_t i);

class Facts {
 public:
  /// @param path  Of the object, such as `data.tools[0]`.
  Facts(const scan::Value& object, std::string path, Complaint& complaint);
  /// The same when its members are at hand.
  Facts(std::vector<scan::Member> members, std::string path, Complaint& complaint)
      : members_(std::move(members)), path_(std::move(path)), complaint_(complaint) {}

  /// The member as it stands, `null` included; null pointer when absent.
  [[nodiscard]] const scan::Value* find(std::string_view name) const;
  /// Complains when the member is absent or null.
  void need(std::string_view name, std::string_view expected);
  /// The same for one of an enumeration.
  template <class E>
  void need_choice(std::string_view name) {
    if (given(name) == nullptr) need(name, choices<E>());
  }

  std::optional<std::int64_t> whole(std::string_view name, limits::Range range);
  std::optional<std::int32_t> integer(std::string_view name, limits::Range range);
  std::optional<std::int32_t> tenths(std::string_view name, limits::Range range_in_tenths);
  std::optional<bool> flag(std::string_view name);
  /// Text of least..most characters, in one line or several.
  std::optional<std::string> text(std::string_view name, std::size_t least, std::size_t most);
  /// `[a-z][a-z0-9_]*`, an id or a word of the program.
  std::optional<std::string> word(std::string_view name);
  std::optional<std::string> record_id(std::string_view name);
  std::optional<base::Instant> instant(std::string_view name);
  std::optional<base::Day> day(std::string_view name);
  /// An object as it was written.
  std::optional<std::string_view> object(std::string_view name);
  /// The items of a list of at most `most`; nothing when absent, null or no list.
  std::optional<std::vector<scan::Value>> list(std::string_view name, std::size_t most);

  template <class E>
  std::optional<E> choice(std::string_view name) {
    const scan::Value* value = given(name);
    if (value == nullptr) return std::nullopt;
    return one_of<E>(*value, name);
  }
  /// The same for a value that has no name of its own, such as an item of a list.
  template <class E>
  std::optional<E> one_of(const scan::Value& value, std::string_view name) {
    if (const auto text = scan::text_of(value)) {
      if (const auto found = knowledge::parse_enum<E>(*text)) return found;
    }
    complain(base::ErrorCode::id_unknown, name, value, choices<E>());
    return std::nullopt;
  }

  void complain(base::ErrorCode code, std::string_view name, const scan::Value& found,
                std::string_view expected);
  [[nodiscard]] std::string path_of(std::string_view name) const;
  [[nodiscard]] Complaint& complaint() { return complaint_; }
  [[nodiscard]] const std::vector<scan::Member>& members() const { return members_; }

 private:
  /// The member, or null pointer when absent or null.
  [[nodiscard]] const scan::Value* given(std::string_view name) const;
  [[nodiscard]] static std::optional<base::Json> number_of(const scan::Value& value);

  std::vector<scan::Member> members_;
  std::string path_;
  Complaint& complaint_;
};

/// The value as a message shows it: scalars as written, else what kind of thing it is.
[[nodiscard]] std::string shown(const scan::Value& value);

}  // namespace unknot::journal
