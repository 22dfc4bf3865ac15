#pragma once
/// @file
/// What a person says: who, with what, where, how they feel, after what. Plain data, already
/// checked against the catalogue; `read_request` is the only way in from outside.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/instant.hpp"
#include "unknot/knowledge/enums.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::model {

/// Which sides of the body something concerns. `both` and `middle` count for left and for right.
enum class Side : std::uint8_t { left, right, both, middle };

/// One side as an index into pairs: 0 left, 1 right.
using SideIndex = std::size_t;
inline constexpr std::size_t side_count = 2;

/// Whether `side` counts for the left (0) or right (1).
[[nodiscard]] constexpr bool counts_for(Side side, SideIndex index) {
  return side == Side::both || side == Side::middle || (side == Side::left) == (index == 0);
}
/// The same for what was said of `place`: where it has no sides, any side means the whole of it.
[[nodiscard]] inline bool counts_at(const knowledge::Pack& pack, knowledge::PlaceIndex place,
                                    Side side, SideIndex index) {
  return pack[place].sides == knowledge::Sides::middle || counts_for(side, index);
}
[[nodiscard]] constexpr Side side_at(SideIndex index) {
  return index == 0 ? Side::left : Side::right;
}

/// How used somebody is to rolling. The first is the default and the strictest.
enum class Experience : std::uint8_t { fresh, regular, seasoned };
enum class FloorTransfer : std::uint8_t { easy, slow, no };
enum class FeelKind : std::uint8_t { tight, sore, pain, injury };
enum class AfterEffect : std::uint8_t {
  none,
  sore,
  sore_over_48h,
  bruise,
  tingling,
  swelling,
  unknown
};

struct Person {
  Experience experience = Experience::fresh;
  std::optional<std::int32_t> age;               ///< Years, 0..120.
  std::optional<std::int32_t> height_tenths_cm;  ///< 500..2500.
  std::optional<std::int32_t> mass_hectograms;   ///< 200..4000; 75 kg is assumed when unknown.
  FloorTransfer floor_transfer = FloorTransfer::easy;
};

struct Feel {
  knowledge::PlaceIndex at;
  Side side = Side::both;
  FeelKind kind = FeelKind::injury;   ///< Fails safe.
  std::optional<std::int32_t> level;  ///< 0..10.
};

/// `why` of a place to be avoided because it hurt when it was rolled, less than a day ago.
inline constexpr std::string_view why_hurt = "hurt";

/// A place the person wants rolled, or wants left alone.
struct Wish {
  knowledge::PlaceIndex at;
  Side side = Side::both;
  std::string why;  ///< Only for what is avoided; such as `trial`, `hurt`. At most 40 characters.
};

struct ConditionEntry {
  knowledge::ConditionIndex id;
  knowledge::PlaceIndex at;  ///< Unset when not said.
  Side side = Side::both;
  std::optional<std::int32_t> weeks;    ///< 0..45
  std::optional<base::Day> cleared_on;  ///< Day on which a clinician agreed.
};

struct RedFlags {
  bool screened = false;
  std::optional<base::Instant> at;
  std::vector<knowledge::RedFlagIndex> present;
};

struct Tool {
  std::string id;  ///< The person's own name for it, 1..40 characters.
  knowledge::ToolKind kind = knowledge::ToolKind::roller;
  knowledge::Density density = knowledge::Density::firm;
  knowledge::Surface surface = knowledge::Surface::textured;
  std::optional<std::int32_t> diameter_tenths_cm;  ///< 10..600
  knowledge::Temperature temperature = knowledge::Temperature::none;
  bool vibration = false;
};

/// What is known of earlier sessions on one area and side.
struct History {
  knowledge::PlaceIndex area;
  Side side = Side::both;
  std::int32_t rung = 1;                                 ///< 1..4
  std::int32_t clean_sessions = 0;                       ///< 0..100000
  std::vector<std::optional<std::int32_t>> last_levels;  ///< Newest first, at most 3; 0..10.
  AfterEffect after_effect = AfterEffect::none;
  bool after_effect_gone = false;
  std::optional<base::Instant> last;
  std::int32_t seconds_6h = 0;  ///< 0..21600
  std::int32_t times_24h = 0;   ///< 0..1000
};

/// With what the person wants an area rolled.
struct ToolChoice {
  knowledge::PlaceIndex at;
  std::size_t tool = 0;  ///< Index in Request::tools.
};

/// `unknot/request@1`.
struct Request {
  base::Instant now;
  std::string language = "en";
  std::optional<std::int32_t> starts_in_minutes;  ///< 0..10080
  Person person;
  knowledge::GoalKind goal = knowledge::GoalKind::recover;
  knowledge::ActivityIndex activity;  ///< Unset: none named.
  std::int32_t minutes = 0;           ///< 1..600
  std::vector<knowledge::Support> at{knowledge::Support::floor};
  std::vector<Feel> feel;
  std::vector<Wish> want;
  std::vector<Wish> avoid;
  std::vector<ConditionEntry> conditions;
  RedFlags red_flags;
  std::vector<Tool> tools;
  std::vector<History> history;
  std::vector<ToolChoice> use;  ///< Wished for, with that tool where the rules allow it.
};

}  // namespace unknot::model

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(model::Side, UNKNOT_N(left), UNKNOT_N(right), UNKNOT_N(both), UNKNOT_N(middle))
UNKNOT_ENUM(model::Experience, {T::fresh, "new"}, UNKNOT_N(regular), UNKNOT_N(seasoned))
UNKNOT_ENUM(model::FloorTransfer, UNKNOT_N(easy), UNKNOT_N(slow), UNKNOT_N(no))
UNKNOT_ENUM(model::FeelKind, UNKNOT_N(tight), UNKNOT_N(sore), UNKNOT_N(pain), UNKNOT_N(injury))
UNKNOT_ENUM(model::AfterEffect, UNKNOT_N(none), UNKNOT_N(sore), UNKNOT_N(sore_over_48h),
            UNKNOT_N(bruise), UNKNOT_N(tingling), UNKNOT_N(swelling), UNKNOT_N(unknown))
#undef UNKNOT_N

}  // namespace unknot::knowledge
