#pragma once
/// @file
/// Sound to MP3.

#include <string>

#include "sound.hpp"

namespace unknot::clips {

/// One MP3 with a tag (LAME) that says where the sound begins and ends in it, so that decoding
/// gives as many samples as there were. The same sound gives the same bytes.
[[nodiscard]] std::string encode_mp3(const Sound& sound);

/// What encodes and how, for the cache: another one makes other bytes.
[[nodiscard]] std::string encoder_name();

}  // namespace unknot::clips
