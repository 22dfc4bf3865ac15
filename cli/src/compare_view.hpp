#pragma once
/// @file
/// Two requests and their plans beside each other, as text for a person.

#include <string>

#include "terminal.hpp"
#include "unknot/coach/compare.hpp"

namespace unknot::cli {

/// From this width on the two stand side by side, else one above the other.
inline constexpr std::size_t side_by_side_columns = 100;

struct Names {
  std::string a;
  std::string b;
};

struct ToCompare {
  const coach::Compared& compared;
  const Names& names;
  const coach::Context& context;
  std::size_t width = columns;  ///< Of the terminal.
};

[[nodiscard]] std::string comparison_text(const ToCompare& what, const Style& style);

}  // namespace unknot::cli
