#pragma once
/// @file
/// Which ids exist and where their rows stand: the base of all references.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema.hpp"

namespace unknot::kbc {

/// Ids by space with the index of their row. A snapshot: rows sorted later need a new one.
class Names {
 public:
  explicit Names(const Tables& tables);

  /// Index in the table of the space; places share one table. Nothing when there is none.
  [[nodiscard]] std::optional<std::size_t> find(Space space, std::string_view id) const;
  [[nodiscard]] std::vector<std::string_view> all(Space space) const;

  /// Index of the position `id` at `place`.
  [[nodiscard]] std::optional<std::size_t> find_position(std::string_view id,
                                                         knowledge::Support place) const;

 private:
  using Ids = std::map<std::string, std::size_t, std::less<>>;
  [[nodiscard]] const Ids* ids(Space space) const;

  std::map<Space, Ids> spaces_;
  std::map<std::pair<std::string, knowledge::Support>, std::size_t> positions_;
};

/// What a reference of this space names: "an area", "a source", ...
[[nodiscard]] std::string_view in_words(Space space);

/// The space a place of this kind lies in.
[[nodiscard]] Space space_of(knowledge::PlaceKind kind);

}  // namespace unknot::kbc
