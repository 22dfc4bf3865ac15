#pragma once
/// @file
/// The records that count, of the kinds somebody asks for: each once, none that was removed.

#include <array>
#include <initializer_list>
#include <set>
#include <utility>

#include "unknot/journal/record.hpp"

namespace unknot::journal {

/// Gone through once, since a log of ten years is mostly events that no projection asks for. The
/// views live as long as the records.
///
/// A removal that was itself removed later does not count; later is the greater id, so that
/// removals cannot remove one another in a ring. Removing a plan record takes the session's events,
/// pieces, levels and end along. Notes and after-effects stay: the body keeps its bruise whatever
/// the log says about the session.
class Live {
 public:
  /// @param person  Whose records count; empty: everybody's.
  Live(std::span<const Record> records, std::initializer_list<RecordKind> kinds,
       std::string_view person = {});

  /// In the order of their ids, which is that of writing. Of two that differ under one id the first
  /// by `before` counts.
  [[nodiscard]] const std::vector<const Record*>& of(RecordKind kind) const {
    return kinds_[static_cast<std::size_t>(kind)];
  }

 private:
  using Bucket = std::vector<const Record*>;
  static constexpr std::size_t kind_count = static_cast<std::size_t>(RecordKind::unknown) + 1;

  void arrange_removals(Bucket& removals);
  [[nodiscard]] bool removed(const Record& record) const;
  [[nodiscard]] bool named(std::string_view id, std::string_view person) const {
    return removed_.contains({id, person});
  }

  std::array<Bucket, kind_count> kinds_;
  std::set<std::pair<std::string_view, std::string_view>> removed_;
};

}  // namespace unknot::journal
