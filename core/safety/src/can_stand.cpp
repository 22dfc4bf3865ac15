// Whether a plan of one area alone could be lawful.

#include <algorithm>
#include <array>

#include "unknot/safety/gate.hpp"

namespace unknot::safety {

using knowledge::Laterality;
using knowledge::Pack;
using knowledge::VariantKind;
using model::SideIndex;

namespace {

constexpr VariantKind variants[] = {VariantKind::lighter, VariantKind::standard,
                                    VariantKind::harder};

/// Calls `visit` with every technique for `area`, tool of the request and variant it has.
template <class Visit>
void each_choice(const model::Request& request, const Pack& pack, knowledge::PlaceIndex area,
                 Visit visit) {
  for (std::size_t t = 0; t < pack.techniques.size(); ++t) {
    if (pack.techniques[t].area != area) continue;
    for (std::size_t tool = 0; tool < request.tools.size(); ++tool) {
      for (const VariantKind kind : variants) {
        if (knowledge::find_variant(pack.techniques[t], kind) == nullptr) continue;
        visit(model::Alternative{{static_cast<std::uint16_t>(t)}, tool, kind});
      }
    }
  }
}

}  // namespace

bool can_stand(const Envelope& envelope, const model::Request& request, const Pack& pack,
               knowledge::PlaceIndex area) {
  struct Least {
    std::int32_t one = 1000000;  ///< One side alone, s.
    bool open = false;
  };
  std::array<Least, model::side_count> side;
  std::int32_t both = 1000000;
  each_choice(request, pack, area, [&](const model::Alternative& choice) {
    std::array<bool, model::side_count> lawful{};
    for (SideIndex s = 0; s < model::side_count; ++s) {
      lawful[s] = !objection(envelope, request, pack, choice, s);
      side[s].open = side[s].open || lawful[s];
    }
    const auto& technique = pack[choice.technique];
    const auto setup = [&](const model::Alternative* before) {
      return setup_seconds_of(pack, envelope.setup_factor, before, choice);
    };
    const std::int32_t first = setup(nullptr) + envelope.dose_min;
    const std::int32_t second = setup(&choice) + envelope.dose_min;
    if (technique.laterality == Laterality::both) {
      if (lawful[0] && lawful[1]) both = std::min(both, first);
      return;
    }
    if (lawful[0] && lawful[1]) both = std::min(both, first + second);
    for (SideIndex s = 0; s < model::side_count; ++s) {
      if (lawful[s]) side[s].one = std::min(side[s].one, first);
    }
  });
  if (both <= envelope.budget_seconds) return true;
  // One side alone is lawful where the other is closed to every technique, or where the sides may
  // differ for any reason.
  const bool differ = envelope.sides_may_differ;
  const bool left = side[0].one <= envelope.budget_seconds && (differ || !side[1].open);
  const bool right = side[1].one <= envelope.budget_seconds && (differ || !side[0].open);
  return left || right;
}

}  // namespace unknot::safety
