#pragma once
/// @file
/// What a plan made now would find open on one side of an area, but for what is said on the day.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "unknot/desk/known.hpp"
#include "unknot/guidance/log_words.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/safety/envelope.hpp"

namespace unknot::desk {

/// `2026-11-22 19:00`, by the clock of where it was.
[[nodiscard]] std::string clock_words(base::Instant at);

/// One side of an area: what was, and what comes next.
struct SideOutlook {
  knowledge::PlaceIndex area;
  model::Side side = model::Side::both;
  std::optional<model::History> entry;  ///< Unset: it was never rolled.
  guidance::NextTime next;
  std::optional<base::Instant> again;       ///< As `next` says it.
  std::optional<base::Instant> left_alone;  ///< Until when.
};

class Outlook {
 public:
  /// @param facts  Records of the person. All of it must outlive the outlook.
  Outlook(const Known& known, std::span<const journal::Record> facts, const knowledge::Pack& pack,
          base::Instant now);

  [[nodiscard]] SideOutlook of(knowledge::PlaceIndex area, model::Side side) const;

 private:
  [[nodiscard]] model::Request request_at(base::Instant now) const;
  [[nodiscard]] std::optional<model::History> entry_of(knowledge::PlaceIndex area,
                                                       model::Side side) const;
  [[nodiscard]] base::Instant again(knowledge::PlaceIndex area, model::SideIndex index) const;

  const Known& known_;
  std::span<const journal::Record> facts_;
  const knowledge::Pack& pack_;
  base::Instant now_;
  std::vector<journal::LeftAlone> left_alone_;
  model::Request request_;
  safety::Envelope envelope_;
  safety::Envelope rested_;                       ///< With nothing rolled lately.
  mutable std::vector<safety::Envelope> hourly_;  ///< Of the full hours to come, as asked for.
};

}  // namespace unknot::desk
