#pragma once
/// @file
/// Records kept in memory, for as long as the program runs: for tests, for trying a session out,
/// and as the plainest example of what a store does.

#include <memory>

#include "unknot/journal/store.hpp"

namespace unknot::store_memory {

/// An empty store. Its calls fail with `contradiction` alone.
[[nodiscard]] std::unique_ptr<journal::Store> make();

}  // namespace unknot::store_memory
