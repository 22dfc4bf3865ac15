#pragma once
/// @file
/// The account of one session: whole seconds per muscle and side, and per area, side and rung,
/// against what the vetted plan says is left today.

#include "unknot/safety/gate.hpp"

namespace unknot::session {

inline constexpr std::int64_t ms_per_second = 1000;

/// Where and how something is rolled, as far as the account cares.
struct Entry {
  knowledge::PlaceIndex area;
  model::Side side = model::Side::both;
  std::int32_t rung = 1;
  std::int32_t most_seconds = 0;  ///< Of this rung on this area and side.
};

class Ledger {
 public:
  Ledger(const safety::VettedPlan& plan, const knowledge::Pack& pack);

  /// Seconds still open there; 0 when there are none. O(muscles of the area).
  [[nodiscard]] std::int32_t left(const Entry& entry) const;
  void use(const Entry& entry, std::int32_t seconds);
  /// Left of each muscle and side; never below 0.
  [[nodiscard]] const safety::MuscleSeconds& muscles() const { return left_; }

 private:
  using RungSeconds = std::array<std::array<std::int32_t, safety::rung_count>, model::side_count>;

  const knowledge::Pack* pack_;
  safety::MuscleSeconds left_;
  std::vector<RungSeconds> rungs_;  ///< Used, by area.
};

}  // namespace unknot::session
