#pragma once
/// @file
/// The one spelling of every enumerator, for C++, TOML and JSON alike.

#include <array>
#include <optional>
#include <string_view>

#include "unknot/knowledge/types.hpp"

namespace unknot::knowledge {

template <class E>
struct EnumName {
  E value;
  std::string_view name;
};

/// Specialised below for each enumeration: all its values with their names, in order.
template <class E>
struct EnumNames;

#define UNKNOT_ENUM(E, ...)                                                \
  template <>                                                              \
  struct EnumNames<E> {                                                    \
    using T = E;                                                           \
    static constexpr std::string_view type = #E;                           \
    static constexpr auto all = std::to_array<EnumName<E>>({__VA_ARGS__}); \
  };
#define UNKNOT_N(n) {T::n, #n}

UNKNOT_ENUM(PlaceKind, UNKNOT_N(area), UNKNOT_N(zone), UNKNOT_N(region))
UNKNOT_ENUM(Sides, UNKNOT_N(pair), UNKNOT_N(middle))
UNKNOT_ENUM(ToolKind, UNKNOT_N(roller), UNKNOT_N(stick), UNKNOT_N(ball))
UNKNOT_ENUM(Density, UNKNOT_N(soft), UNKNOT_N(medium), UNKNOT_N(firm))
UNKNOT_ENUM(Surface, UNKNOT_N(smooth), UNKNOT_N(textured))
UNKNOT_ENUM(Temperature, UNKNOT_N(none), UNKNOT_N(cold), UNKNOT_N(warm))
UNKNOT_ENUM(Support, UNKNOT_N(floor), UNKNOT_N(wall), UNKNOT_N(chair), UNKNOT_N(bed))
UNKNOT_ENUM(Motion, UNKNOT_N(stroke), UNKNOT_N(hold))
UNKNOT_ENUM(Laterality, UNKNOT_N(each), UNKNOT_N(both))
UNKNOT_ENUM(VariantKind, UNKNOT_N(lighter), UNKNOT_N(standard), UNKNOT_N(harder))
UNKNOT_ENUM(Verified, UNKNOT_N(read), UNKNOT_N(secondary), UNKNOT_N(recalled), UNKNOT_N(computed),
            UNKNOT_N(judgement))
UNKNOT_ENUM(Grade, UNKNOT_N(supported), UNKNOT_N(moderate), UNKNOT_N(weak), UNKNOT_N(mixed),
            UNKNOT_N(unsupported), UNKNOT_N(contradicted), UNKNOT_N(expert_opinion),
            UNKNOT_N(description))
UNKNOT_ENUM(ClaimKind, UNKNOT_N(effect), UNKNOT_N(mechanism), UNKNOT_N(comparison),
            UNKNOT_N(procedure), UNKNOT_N(definition))
UNKNOT_ENUM(Topic, UNKNOT_N(what), UNKNOT_N(benefits), UNKNOT_N(tools), UNKNOT_N(basics),
            UNKNOT_N(areas))
UNKNOT_ENUM(Basis, UNKNOT_N(article), UNKNOT_N(evidence), UNKNOT_N(caution))
UNKNOT_ENUM(Unit, UNKNOT_N(none), UNKNOT_N(second), UNKNOT_N(minute), UNKNOT_N(hour), UNKNOT_N(day),
            UNKNOT_N(week), UNKNOT_N(year), UNKNOT_N(count), UNKNOT_N(level), UNKNOT_N(rung),
            UNKNOT_N(index), UNKNOT_N(percent), UNKNOT_N(permille), UNKNOT_N(centimetre),
            UNKNOT_N(kilogram), UNKNOT_N(hectopascal))
UNKNOT_ENUM(Urgency, UNKNOT_N(emergency), UNKNOT_N(urgent))
UNKNOT_ENUM(GoalKind, UNKNOT_N(recover), UNKNOT_N(warm_up), UNKNOT_N(mobility), UNKNOT_N(unwind))

#undef UNKNOT_N

/// Name of `value`. O(1) values.
template <class E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
  for (const auto& row : EnumNames<E>::all) {
    if (row.value == value) return row.name;
  }
  return {};
}

/// The enumerator called `name`, or nothing.
template <class E>
[[nodiscard]] constexpr std::optional<E> parse_enum(std::string_view name) {
  for (const auto& row : EnumNames<E>::all) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

}  // namespace unknot::knowledge
