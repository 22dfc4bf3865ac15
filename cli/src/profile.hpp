#pragma once
/// @file
/// What somebody said about themselves: as words, as JSON, and changed by words.

#include <string>
#include <vector>

#include "logbook.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace unknot::cli {

/// What `unknot me` is told.
struct SelfWords {
  Words words;  ///< Of these: experience, age, height, mass, floor_transfer, language, at,
                ///< conditions.
  std::string name;
  std::string territory;
  bool no_conditions = false;
  std::vector<std::string> unset;  ///< Facts to forget, as in fact_names().
};

/// What can be unset.
[[nodiscard]] const std::vector<std::string>& fact_names();

/// A name for a person: 1 to 40 printable characters, not taken yet.
/// @param own  Id of whoever may keep it; empty: nobody.
[[nodiscard]] base::Result<std::string> person_name(std::string_view text,
                                                    const std::vector<journal::Profile>& people,
                                                    std::string_view own);

/// The facts these words give, checked as those of a request are.
[[nodiscard]] base::Result<journal::ProfileData> profile_of_words(const SelfWords& said,
                                                                  const knowledge::Pack& pack);

/// The tool a word describes, `[NAME=]PRESET` or `[NAME=]KIND:DENSITY:SURFACE...`.
[[nodiscard]] base::Result<model::Tool> tool_of_word(const std::string& word,
                                                     const knowledge::Pack& pack);

/// "roller, soft, smooth, 15 cm"
[[nodiscard]] std::string tool_words(const model::Tool& tool);

/// In the words of --condition, so that they can be said again.
[[nodiscard]] std::vector<std::string> condition_flags(
    const std::vector<model::ConditionEntry>& conditions, const knowledge::Pack& pack);

/// "pregnancy (20 weeks, cleared on 2026-11-01)"
[[nodiscard]] std::string condition_words(const model::ConditionEntry& entry,
                                          const knowledge::Pack& pack);

/// All of a profile for reading.
[[nodiscard]] std::string profile_text(const journal::Profile& profile, const knowledge::Pack& pack,
                                       const Style& style);

}  // namespace unknot::cli
