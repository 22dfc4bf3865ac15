#pragma once
/// @file
/// The one who speaks: espeak-ng, in this process.

#include <string>

#include "sound.hpp"
#include "unknot/base/result.hpp"
#include "voices.hpp"

namespace unknot::clips {

/// Engine, its version, voice and speed: whatever the sound depends on besides the sentence.
[[nodiscard]] std::string speaker_name(const Voice& voice);

/// The sentence as it comes, with what silence there is at its ends.
///
/// Once a process: the voice wavers a little and goes on wavering from one sentence to the next, so
/// that the same sentence sounds alike only when it is the first. Besides, espeak-ng starts a
/// thread, and ending that one sometimes waits for ever. workers.hpp calls it as it should be.
/// @param sentence  Valid UTF-8. Marks of SSML and phonemes are read as they stand.
/// @error id_unknown  The data of espeak-ng, or of this voice, is not installed.
[[nodiscard]] base::Result<Sound> speak(const Voice& voice, const std::string& sentence);

}  // namespace unknot::clips
