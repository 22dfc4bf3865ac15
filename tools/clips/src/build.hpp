#pragma once
/// @file
/// The whole of it: sentences in, a clip pack out.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "unknot/base/result.hpp"
#include "voices.hpp"

namespace unknot::clips {

struct Order {
  const Voice* voice = nullptr;
  std::vector<std::string> sentences;  ///< Valid UTF-8, each once.
  std::filesystem::path cache;         ///< Made when it is not there.
  int jobs = 1;
};

struct Built {
  std::string pack;         ///< Bytes of the file.
  std::size_t spoken = 0;   ///< Clips that were not in the cache.
  std::uint64_t bytes = 0;  ///< Of all MP3s.
  double seconds = 0;       ///< How long all clips play.
};

/// The same order gives the same bytes, whatever the cache held and however many jobs there are.
[[nodiscard]] base::Result<Built> build(const Order& order);

}  // namespace unknot::clips
