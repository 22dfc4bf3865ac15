#pragma once
/// @file
/// A voice by another program: speech-dispatcher's spd-say, espeak-ng, or any that speaks what it
/// reads. Nothing goes through a shell, and nothing here ever waits for it.

#include <memory>
#include <string>

#include "coaching.hpp"

namespace unknot::cli {

/// Programs that are looked for on the PATH, best first.
inline constexpr std::string_view voice_programs[] = {"spd-say", "espeak-ng", "espeak"};

/// @param wish  `auto`: the first there is; `off`; `clips`: the same clips as a track, by paplay or
///              aplay; or a program, by name or path, which reads the text from its standard input.
/// @error id_unknown `--voice`  A program that was asked for by name is not there.
/// @error as ClipShelf::open()
[[nodiscard]] base::Result<std::unique_ptr<Voice>> voice_for(const std::string& wish,
                                                             const std::string& language);

/// The voice that says nothing.
[[nodiscard]] std::unique_ptr<Voice> no_voice();

}  // namespace unknot::cli
