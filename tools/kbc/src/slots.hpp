#pragma once
/// @file
/// The {slots} of a text.

#include <string>
#include <string_view>
#include <vector>

namespace unknot::kbc {

struct Slots {
  std::vector<std::string_view> names;  ///< In order, repeats included.
  std::string_view wrong;               ///< Why the braces make no slots; empty: they do.
};

/// Names between braces. Braces have no other use in texts, so a lone one is a slip.
[[nodiscard]] Slots slots_of(std::string_view text);

/// What a phrase may and must hold.
struct SlotSpec {
  std::vector<std::string_view> allowed;
  std::vector<std::string_view> demanded;  ///< Those of `allowed` whose loss would lose the sense.
};

/// Reads the slots of a `knowledge::PhraseSpec`: names between spaces; one that ends in `!` must
/// be used. "n! unit" allows n and unit, and demands n.
[[nodiscard]] SlotSpec slot_spec_of(std::string_view spec);

}  // namespace unknot::kbc
