#pragma once
/// @file
/// Every lawful way to spend time on one area: technique, tool, variant, sides, dose.

#include <vector>

#include "need.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::planner {

/// Time is counted in steps of five seconds; every duration of the pack is a multiple of it.
inline constexpr std::int32_t time_unit = 5;

/// One way to spend time on one area. Position and tool are paid apart, as others share them.
struct Option {
  std::int64_t value = 0;  ///< Need x dose response x fit, both sides.
  std::int32_t cost = 0;   ///< In time units: technique set-ups, sets, rests.
  model::Alternative choice;
  model::Side side = model::Side::both;  ///< both: left and right in turn, or at once.
  std::size_t dose = 0;                  ///< Index in Pack::doses.
  std::int32_t fit = 0;                  ///< Of its technique, for this person.
};

/// All options of one area in one position.
struct Offer {
  knowledge::PlaceIndex area;
  knowledge::PositionIndex position;
  std::vector<Option> options;  ///< Softer tools first, then catalogue order, then rising dose.
};

/// What can be done for whom: filled once per request, used for every set of tools.
struct Menu {
  std::vector<Offer> offers;  ///< By area, then position.
};

/// When one side of an area may be rolled without the other; never unless the sides may differ.
enum class Alone : std::uint8_t {
  with_reason,  ///< The other side is closed or needs less.
  wherever_lawful
};

/// Whether an area is rolled with the tool that was asked for, where that is lawful at all.
enum class Tools : std::uint8_t { as_asked, any };

[[nodiscard]] Menu menu_of(const safety::Envelope& envelope, const model::Request& request,
                           const knowledge::Pack& pack, const std::vector<Need>& needs,
                           Alone alone = Alone::with_reason, Tools tools = Tools::as_asked);

/// The draft steps an option stands for: one, or left and right.
[[nodiscard]] std::vector<model::DraftStep> steps_of(const Option& option,
                                                     const safety::Envelope& envelope,
                                                     const model::Request& request,
                                                     const knowledge::Pack& pack);

}  // namespace unknot::planner
