#pragma once
/// @file
/// What this machine gives the program: terminal, characters, language, voice, a folder for data.
/// Nothing is changed; a probe file in the data folder is removed at once.

#include <string>
#include <string_view>
#include <vector>

#include "unknot/knowledge/pack.hpp"

namespace unknot::cli {

/// ok: as it should be. note: it works, something is less than it could be. problem: something
/// will not work.
enum class Health : std::uint8_t { ok, note, problem };

struct Examination {
  std::string_view id;  ///< Stable; such as `terminal`.
  Health health = Health::ok;
  std::string found;   ///< What there is.
  std::string advice;  ///< What to do about it, one sentence; empty when there is nothing to do.
};

[[nodiscard]] std::string_view name_of(Health health);

/// Every examination, always the same ones in the same order.
[[nodiscard]] std::vector<Examination> examine(const knowledge::Pack& pack);

/// Where records of this person belong (XDG Base Directory), and whether they could be kept there.
[[nodiscard]] Examination examine_data_folder();

// What unknot serve will find: an app to show, a port, spoken clips.
[[nodiscard]] Examination examine_web_app();
[[nodiscard]] Examination examine_web_port();
[[nodiscard]] Examination examine_clips(const knowledge::Pack& pack);

}  // namespace unknot::cli
