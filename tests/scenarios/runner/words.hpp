#pragma once
/// @file
/// The words of one clause, step or remark, taken one after another.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/text.hpp"
#include "unknot/model/request.hpp"

namespace unknot::scenarios {

/// What could not be read, as a sentence, or the value.
template <class T>
using Read = std::expected<T, std::string>;

/// `unexpected` with the sentence put together.
[[nodiscard]] std::unexpected<std::string> wrong(std::initializer_list<std::string_view> parts);

/// Puts a value where it belongs and answers nothing, or answers what was wrong with it.
template <class To, class T>
[[nodiscard]] std::string put(To& to, Read<T> value) {
  if (!value) return std::move(value.error());
  to = *value;
  return {};
}

inline constexpr std::int64_t seconds_per_hour = 3600;

class Words {
 public:
  explicit Words(std::string_view text);

  [[nodiscard]] bool done() const { return at_ == words_.size(); }
  /// The next word without taking it; empty at the end.
  [[nodiscard]] std::string_view peek() const { return done() ? std::string_view{} : words_[at_]; }
  std::string_view next();
  /// Takes the next word when it is this one.
  bool take(std::string_view word);
  /// All that is left, with one space between two words.
  [[nodiscard]] std::string rest();

 private:
  std::vector<std::string_view> words_;
  std::size_t at_ = 0;
};

/// A place and the side of it that is meant: `hamstrings/left`, `low_back`.
struct Located {
  knowledge::PlaceIndex at;
  model::Side side = model::Side::both;
};

[[nodiscard]] Read<std::int32_t> read_number(std::string_view word);
/// A number with at most one decimal, times ten: 70.5 is 705.
[[nodiscard]] Read<std::int32_t> read_tenths(std::string_view word);
[[nodiscard]] Read<Located> read_located(std::string_view word, const knowledge::Pack& pack);
[[nodiscard]] Read<knowledge::PlaceIndex> read_place(std::string_view word,
                                                     const knowledge::Pack& pack);

/// `unknown KIND "word"`, with a near miss among the ids of `rows`.
template <class Rows>
[[nodiscard]] std::unexpected<std::string> unknown_id(std::string_view kind, std::string_view word,
                                                      const Rows& rows) {
  std::vector<std::string_view> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  const std::string_view near = base::nearest(word, ids);
  if (near.empty()) return wrong({"unknown ", kind, " '", word, "'"});
  return wrong({"unknown ", kind, " '", word, "'; did you mean ", near, "?"});
}

/// One of an enumeration's names.
template <class E>
[[nodiscard]] Read<E> read_choice(std::string_view word) {
  if (const auto value = knowledge::parse_enum<E>(word)) return *value;
  std::string choices;
  for (const auto& row : knowledge::EnumNames<E>::all) {
    choices += (choices.empty() ? "" : " | ") + std::string(row.name);
  }
  return wrong({"got '", word, "', expected ", choices});
}

}  // namespace unknot::scenarios
