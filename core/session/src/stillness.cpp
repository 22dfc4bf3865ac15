#include "stillness.hpp"

#include <algorithm>

#include "ledger.hpp"

namespace unknot::session {

Stillness::Stillness(const safety::SessionLimits& limits, const knowledge::Pack& pack)
    : pack_(&pack),
      hold_ms_(limits.hold_seconds * ms_per_second),
      rest_length_ms_(limits.hold_rest_seconds * ms_per_second),
      muscles_(pack.muscles.size()) {}

template <class Self, class Take>
void Stillness::each(Self& self, const model::DraftStep& step, const Take& take) {
  for (model::SideIndex side = 0; side < model::side_count; ++side) {
    if (!model::counts_for(step.side, side)) continue;
    for (const auto muscle : (*self.pack_)[step.area].muscles) {
      take(self.muscles_[muscle.value][side]);
    }
  }
}

void Stillness::press(const model::DraftStep& step, bool still, std::int64_t ms, std::int64_t now) {
  each(*this, step, [&](Held& held) {
    held.held_ms = held_ms(held, now - ms) + (still ? ms : 0);
    held.until_ms = now;
  });
}

void Stillness::passed(const model::DraftStep& step) {
  each(*this, step, [](Held& held) { held.held_ms = 0; });
}

std::int64_t Stillness::held_ms(const Held& held, std::int64_t now) const {
  return rest_ms(held, now) > 0 ? held.held_ms : 0;
}

std::int64_t Stillness::rest_ms(const Held& held, std::int64_t now) const {
  return std::max<std::int64_t>(rest_length_ms_ - (now - held.until_ms), 0);
}

std::int64_t Stillness::left_ms(const model::DraftStep& step, std::int64_t now) const {
  std::int64_t left = hold_ms_;
  each(*this, step,
       [&](const Held& held) { left = std::min(left, hold_ms_ - held_ms(held, now)); });
  return left;
}

std::int64_t Stillness::owed_ms(const model::DraftStep& step, std::int64_t ms,
                                std::int64_t now) const {
  std::int64_t owed = 0;
  each(*this, step, [&](const Held& held) {
    const bool fits = held_ms(held, now) + std::min(ms, hold_ms_) <= hold_ms_;
    if (!fits) owed = std::max(owed, rest_ms(held, now));
  });
  return owed;
}

}  // namespace unknot::session
