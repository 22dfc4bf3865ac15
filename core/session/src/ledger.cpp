#include "ledger.hpp"

#include <algorithm>

namespace unknot::session {

using model::SideIndex;

Ledger::Ledger(const safety::VettedPlan& plan, const knowledge::Pack& pack)
    : pack_(&pack), left_(plan.limits().muscle_seconds), rungs_(knowledge::area_count(pack)) {}

std::int32_t Ledger::left(const Entry& entry) const {
  std::int32_t left = entry.most_seconds;
  for (SideIndex side = 0; side < model::side_count; ++side) {
    if (!model::counts_for(entry.side, side)) continue;
    const auto& used = rungs_[entry.area.value][side];
    left = std::min(left, entry.most_seconds - used[static_cast<std::size_t>(entry.rung - 1)]);
    for (const auto muscle : (*pack_)[entry.area].muscles) {
      left = std::min(left, left_[muscle.value][side]);
    }
  }
  return std::max(left, 0);
}

void Ledger::use(const Entry& entry, std::int32_t seconds) {
  for (SideIndex side = 0; side < model::side_count; ++side) {
    if (!model::counts_for(entry.side, side)) continue;
    rungs_[entry.area.value][side][static_cast<std::size_t>(entry.rung - 1)] += seconds;
    for (const auto muscle : (*pack_)[entry.area].muscles) left_[muscle.value][side] -= seconds;
  }
}

}  // namespace unknot::session
