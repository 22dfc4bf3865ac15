#pragma once
/// @file
/// The records that count, of the kinds somebody asks for: each once, none that was removed.

#include <initializer_list>
#include <set>
#include <utility>

#include "unknot/journal/record.hpp"

namespace unknot::journal {

/// Which records do not count. A removal that was itself removed later does not either; later is
/// the greater id, so that removals cannot remove one another in a ring.
class Removals {
 public:
  explicit Removals(std::span<const Record> records);

  /// Removing a plan record takes the session's events, pieces, levels and end along. Notes and
  /// after-effects stay: the body keeps its bruise whatever the log says about the session.
  [[nodiscard]] bool hit(const Record& record) const;

 private:
  [[nodiscard]] bool named(std::string_view id, std::string_view person) const {
    return !removed_.empty() && removed_.contains({id, person});
  }
  std::set<std::pair<std::string_view, std::string_view>> removed_;
};

/// In the order of their ids, which is that of writing. Of two that differ under one id the first
/// by `before` counts. The views live as long as `records`.
[[nodiscard]] std::vector<const Record*> live(std::span<const Record> records,
                                              const Removals& removals,
                                              std::initializer_list<RecordKind> kinds);

}  // namespace unknot::journal
