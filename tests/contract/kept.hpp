#pragma once
/// @file
/// What was acknowledged, and whether a log still holds it: all of it, nothing changed, and of any
/// other batch all or nothing.

#include <string>
#include <vector>

#include "unknot/journal/store.hpp"

namespace unknot::contract {

/// sample(from) .. sample(from + count - 1), appended together.
struct Batch {
  std::uint64_t from = 0;
  std::size_t count = 0;
  bool acknowledged = false;
};

struct Verdict {
  std::size_t lost = 0;     ///< Acknowledged records that are not there.
  std::size_t halves = 0;   ///< Batches of which some records are there and some are not.
  std::size_t strange = 0;  ///< Records that are not what was written, or that nobody wrote.
  [[nodiscard]] bool good() const { return lost + halves + strange == 0; }
};

[[nodiscard]] Verdict judge(const std::vector<journal::Record>& found,
                            const std::vector<Batch>& written);

}  // namespace unknot::contract
