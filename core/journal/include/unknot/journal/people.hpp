#pragma once
/// @file
/// Who uses this device, and what each said about themselves.

#include "unknot/journal/data.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::journal {

/// The newest of each fact somebody gave about themselves.
struct Profile {
  std::string id;
  std::string name;
  model::Person person;
  std::string language;                               ///< Empty: not said.
  std::string territory;                              ///< ISO 3166 alpha-2; empty: not said.
  std::optional<std::vector<knowledge::Support>> at;  ///< Where one can be; unset: not said.
  std::vector<model::Tool> tools;
  std::vector<model::ConditionEntry> conditions;
  /// Conditions as they were said of which this catalogue does not know the id or the place. They
  /// make conditions_due.
  std::vector<ConditionData> unknown_conditions;
  std::optional<base::Instant> conditions_asked;
  bool conditions_due = true;   ///< Never asked, or 90 days ago and more.
  bool may_be_regular = false;  ///< Experience `new` could end: an offer is due.
  std::optional<base::Instant> age_said;
  std::optional<base::Instant> tools_said;
};

/// Whether it is looked into who may be asked to count as regular: as much work as a history.
enum class Offers : std::uint8_t { left_out, judged };

/// Everybody with a person record that counts, by id; what is dated after `now` is not known yet.
/// Of two facts the newer `at` counts, then the greater id.
///
/// The offer to be `regular` is due when the last 6 sessions (knowledge, `journal`) with a level
/// had none of 7 or more and no bruise, tingling or swelling. Sessions without any level neither
/// count nor hinder: silence is unknown. After a no, sessions are counted anew.
[[nodiscard]] std::vector<Profile> people(std::span<const Record> records,
                                          const knowledge::Pack& pack, base::Instant now,
                                          Offers offers = Offers::judged);

}  // namespace unknot::journal
