#pragma once
/// @file
/// The records of a log in memory: a set that only grows, save when somebody is forgotten.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "unknot/desk/session_records.hpp"
#include "unknot/journal/people.hpp"
#include "unknot/journal/store.hpp"

namespace unknot::desk {

/// The record of a plan whose document the host has and did not bring: who and when. A log of years
/// is made of little else, and nothing but taking up a session and handing out the log needs them.
[[nodiscard]] journal::Record heading(std::string id, std::string person, base::Instant at);
/// No record that was written is without data.
[[nodiscard]] inline bool is_heading(const journal::Record& record) { return record.data.empty(); }

class Log {
 public:
  explicit Log(const knowledge::Pack& pack) : pack_(pack) {}

  /// In the order of their ids.
  [[nodiscard]] const std::vector<journal::Record>& all() const { return records_; }

  /// As journal::Store::append. A plan whose heading is here takes its place, and is not new.
  [[nodiscard]] base::Result<std::size_t> add(std::span<const journal::Record> records);
  /// Drops everything of a person, or of everybody (empty).
  std::size_t forget(std::string_view person);

  /// What projections need of one person: neither plans nor single events. It lives until the log
  /// changes.
  [[nodiscard]] std::span<const journal::Record> facts_of(std::string_view person) const;
  /// The same with plans, which tell what was guided.
  [[nodiscard]] std::vector<journal::Record> with_plans(std::string_view person) const;

  [[nodiscard]] std::vector<journal::Profile> people(base::Instant now,
                                                     journal::Offers offers) const;
  /// Who was last written about; nobody when there is nobody.
  [[nodiscard]] std::optional<journal::Profile> last_used(base::Instant now,
                                                          journal::Offers offers) const;

  /// The newest session of a person, when its end was never written.
  [[nodiscard]] std::optional<BrokenOff> broken_off(std::string_view person) const;

  [[nodiscard]] const journal::Record* find(std::string_view id) const;

 private:
  [[nodiscard]] base::Result<std::vector<journal::Record>> new_ones(
      std::span<const journal::Record> records) const;
  [[nodiscard]] journal::Record* filled_by(const journal::Record& plan);

  const knowledge::Pack& pack_;
  std::vector<journal::Record> records_;
  /// Gathered once for many plans; of nobody while it is null.
  struct Facts {
    std::string person;
    std::vector<journal::Record> records;
  };
  mutable std::optional<Facts> facts_;
};

}  // namespace unknot::desk
