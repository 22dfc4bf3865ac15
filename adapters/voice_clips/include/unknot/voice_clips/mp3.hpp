#pragma once
/// @file
/// One clip's sound out of its MP3.

#include <cstdint>
#include <string_view>
#include <vector>

#include "unknot/base/result.hpp"

namespace unknot::voice_clips {

/// One channel at `sample_rate`, without the silence before and after that the MP3's own tag (LAME)
/// tells of. Memory: never more than `samples`, whatever the bytes claim.
/// @error contradiction  It is no MP3, is damaged, or has another rate or number of samples.
[[nodiscard]] base::Result<std::vector<std::int16_t>> decode_mp3(std::string_view mp3,
                                                                 std::uint32_t samples,
                                                                 int sample_rate);

}  // namespace unknot::voice_clips
