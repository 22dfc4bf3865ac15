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

class Log {
 public:
  explicit Log(const knowledge::Pack& pack) : pack_(pack) {}

  /// In the order of their ids.
  [[nodiscard]] const std::vector<journal::Record>& all() const { return records_; }

  /// As journal::Store::append.
  [[nodiscard]] base::Result<std::size_t> add(std::span<const journal::Record> records);
  /// Drops everything of a person, or of everybody (empty).
  std::size_t forget(std::string_view person);

  /// What projections need of one person: neither plans nor single events.
  [[nodiscard]] std::vector<journal::Record> facts_of(std::string_view person) const;
  /// The same with plans, which tell what was guided.
  [[nodiscard]] std::vector<journal::Record> with_plans(std::string_view person) const;

  [[nodiscard]] std::vector<journal::Profile> people(base::Instant now) const;
  /// Who was last written about; nobody when there is nobody.
  [[nodiscard]] std::optional<journal::Profile> last_used(base::Instant now) const;

  /// The newest session of a person, when its end was never written.
  [[nodiscard]] std::optional<BrokenOff> broken_off(std::string_view person) const;

  [[nodiscard]] const journal::Record* find(std::string_view id) const;

 private:
  [[nodiscard]] base::Result<std::vector<journal::Record>> new_ones(
      std::span<const journal::Record> records) const;

  const knowledge::Pack& pack_;
  std::vector<journal::Record> records_;
};

}  // namespace unknot::desk
