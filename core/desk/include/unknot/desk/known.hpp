#pragma once
/// @file
/// What is known of somebody before they say anything today, and a request completed by it.

#include <string>
#include <vector>

#include "unknot/base/json.hpp"
#include "unknot/journal/people.hpp"

namespace unknot::desk {

/// What is said goes before it, this once: each fact about the person by itself, tools and places
/// to be as a whole.
struct Known {
  model::Person person;
  std::string language;                ///< Empty: not said.
  std::vector<knowledge::Support> at;  ///< Empty: not said.
  std::vector<model::Tool> tools;
  /// These hold besides the conditions named today, but for one of the same id and place.
  std::vector<model::ConditionEntry> conditions;
  std::vector<model::History> history;
  /// These hold besides what is avoided today.
  std::vector<model::Wish> avoid;
};

/// What a profile says of somebody as of now: years and weeks of pregnancy that have gone by since
/// are added. History and what is avoided are not in a profile.
[[nodiscard]] Known known_of(const journal::Profile& profile, base::Instant now);

/// The request `said`, completed by what is known. History and what is avoided are added whatever
/// it says; everything else it says itself wins. Nothing is judged here: members of the wrong kind
/// go through to the reader of requests, which refuses them by name.
/// @param said  An object; `format` and `now` may be left out.
[[nodiscard]] std::string completed(const base::Json& said, const Known& known,
                                    const knowledge::Pack& pack, base::Instant now);

}  // namespace unknot::desk
