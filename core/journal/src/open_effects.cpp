#include <algorithm>
#include <map>
#include <set>

#include "past.hpp"
#include "unknot/journal/data.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::journal {

namespace {

using model::AfterEffect;

/// One side of one area; the middle is its left.
using Spot = std::pair<std::uint16_t, model::SideIndex>;

/// On how many sides of an area something can be.
model::SideIndex sides_of_area(const knowledge::Place& place) {
  return place.sides == knowledge::Sides::middle ? 1 : model::side_count;
}

/// Each effect with when it was said last.
class OpenHere {
 public:
  void take(AfterEffect effect, base::Instant at) { said_[effect] = at; }
  void close(std::optional<AfterEffect> effect) {
    effect ? static_cast<void>(said_.erase(*effect)) : said_.clear();
  }
  /// Soreness that was there before the last rolling was that of another time.
  void rolled(base::Instant at) {
    std::erase_if(said_, [&](const auto& one) { return !is_harm(one.first) && one.second < at; });
  }
  [[nodiscard]] std::set<AfterEffect> effects() const {
    std::set<AfterEffect> out;
    for (const auto& [effect, at] : said_) out.insert(effect);
    return out;
  }

 private:
  std::map<AfterEffect, base::Instant> said_;
};

using Spots = std::map<Spot, OpenHere>;

template <class F>
void at_each_side(Spots& spots, const knowledge::Pack& pack, knowledge::PlaceIndex area,
                  model::Side side, F on) {
  if (!area.valid() || pack[area].kind != knowledge::PlaceKind::area) return;
  for (model::SideIndex i = 0; i < sides_of_area(pack[area]); ++i) {
    if (model::counts_at(pack, area, side, i)) on(spots[{area.value, i}]);
  }
}

void take_words(Spots& spots, const Live& log, const knowledge::Pack& pack, base::Instant until) {
  const PlaceNames names(pack);
  auto words = log.of(RecordKind::after_effect);
  std::erase_if(words, [&](const Record* one) { return one->at > until; });
  std::sort(words.begin(), words.end(),
            [](const Record* a, const Record* b) { return earlier(*a, *b); });
  for (const Record* word : words) {
    const auto data = after_effect_data(*word);
    if (!data) continue;
    at_each_side(spots, pack, names.find(data->area), data->side, [&](OpenHere& here) {
      const bool nothing =
          data->effect == AfterEffect::none || data->effect == AfterEffect::unknown;
      if (data->gone) here.close(data->effect);
      if (!data->gone && !nothing) here.take(*data->effect, word->at);
    });
  }
  for (const Rolling& piece : pieces_of(log, {&names, until})) {
    at_each_side(spots, pack, piece.area, piece.side,
                 [&](OpenHere& here) { here.rolled(piece.record->at); });
  }
}

}  // namespace

std::vector<OpenEffect> open_effects(std::span<const Record> records, const knowledge::Pack& pack,
                                     base::Instant until) {
  Spots spots;
  take_words(spots, Live(records, past_kinds), pack, until);
  std::vector<OpenEffect> out;
  for (const auto& [spot, here] : spots) {
    const knowledge::PlaceIndex area{spot.first};
    const bool middle = sides_of_area(pack[area]) == 1;
    const auto effects = here.effects();
    for (auto effect = effects.rbegin(); effect != effects.rend(); ++effect) {
      const auto left = std::find_if(out.begin(), out.end(), [&](const OpenEffect& one) {
        return one.area == area && one.effect == *effect;
      });
      if (left != out.end()) {
        left->side = model::Side::both;
      } else {
        out.push_back({area, middle ? model::Side::middle : model::side_at(spot.second), *effect});
      }
    }
  }
  return out;
}

}  // namespace unknot::journal
