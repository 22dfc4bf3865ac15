#pragma once
/// @file
/// The header of a clip pack: docs/formats/clips.md.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/result.hpp"

namespace unknot::voice_clips {

inline constexpr std::string_view magic = "UNKNOTC1";
/// Bytes before the header: the magic and the header's length.
inline constexpr std::size_t preamble = magic.size() + 4;
/// Some hundred thousand sentences: far more than is ever said.
inline constexpr std::size_t most_header_bytes = std::size_t{16} << 20;
/// No sentence takes ten minutes.
inline constexpr std::int64_t most_seconds = 600;

struct Entry {
  std::string sentence;
  std::uint64_t offset = 0;  ///< From the start of the data, which follows the header.
  std::uint32_t bytes = 0;
  std::uint32_t samples = 0;
};

struct Header {
  std::string language;
  std::string voice;
  int sample_rate = 0;
  std::vector<Entry> entries;  ///< By sentence, each once.
};

/// @param data_bytes  Of what follows the header: every clip lies within.
/// @error as open() of clips.hpp
[[nodiscard]] base::Result<Header> read_header(std::string_view json, std::uint64_t data_bytes);

}  // namespace unknot::voice_clips
