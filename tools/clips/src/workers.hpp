#pragma once
/// @file
/// The sentences that are missing, spoken by several processes.

#include <string>
#include <vector>

#include "cache.hpp"
#include "voices.hpp"

namespace unknot::clips {

/// Speaks each sentence into the cache, `jobs` at a time, each in a process of its own. So a
/// sentence sounds the same whatever else is spoken, and espeak-ng, which is one a process, can
/// work on several. This process must have one thread. What goes wrong is said on stderr; nothing
/// new is begun then, and false returned.
[[nodiscard]] bool speak_all(const Voice& voice, const std::vector<std::string>& sentences,
                             const Cache& cache, int jobs);

}  // namespace unknot::clips
