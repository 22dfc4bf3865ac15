#include "audit_history.hpp"

#include <algorithm>
#include <utility>

namespace unknot::safety::auditing {

namespace {

using model::AfterEffect;

constexpr std::size_t most_levels = 3;  // The format holds no more of them.

bool is_mark(AfterEffect effect) {
  return effect == AfterEffect::bruise || effect == AfterEffect::tingling ||
         effect == AfterEffect::swelling;
}

Known known_of(const model::History& entry) {
  Known known{entry.rung, entry.clean_sessions, entry.last_levels, 0, false, false};
  for (const auto& level : entry.last_levels) {
    known.highest_level = std::max(known.highest_level, level.value_or(0));
  }
  known.sore_long = entry.after_effect == AfterEffect::sore_over_48h;
  known.mark_gone = is_mark(entry.after_effect) && entry.after_effect_gone;
  return known;
}

std::optional<std::int32_t> higher(std::optional<std::int32_t> level, std::int32_t other) {
  if (!level) return std::nullopt;
  return std::max(*level, other);
}

/// Field by field, whichever of the two allows less. A level that one of them does not know is
/// not known.
Known strictest(Known a, const Known& b) {
  a.rung = std::min(a.rung, b.rung);
  a.clean = std::min(a.clean, b.clean);
  a.highest_level = std::max(a.highest_level, b.highest_level);
  a.sore_long = a.sore_long || b.sore_long;
  a.mark_gone = a.mark_gone || b.mark_gone;
  a.levels.resize(std::max(a.levels.size(), b.levels.size()));
  for (std::size_t i = 0; i < a.levels.size(); ++i) {
    const auto other = i < b.levels.size() ? b.levels[i] : std::nullopt;
    a.levels[i] = other ? higher(a.levels[i], *other) : std::nullopt;
  }
  return a;
}

/// Enough levels to speak for the sessions that a step up needs, all known and all low enough.
bool levels_allow_more(const Case& c, const Known& known) {
  const auto sessions = static_cast<std::size_t>(c.number(Number::up_clean_sessions));
  if (known.levels.size() < std::min(sessions, most_levels)) return false;
  std::vector<std::int32_t> levels;
  for (const auto& level : known.levels) {
    if (!level || *level > c.number(Number::up_level_max)) return false;
    levels.push_back(*level);
  }
  std::sort(levels.begin(), levels.end());
  return levels[levels.size() / 2] <= c.number(Number::up_median_max);
}

std::int32_t one_rung_softer(const Known& known) { return std::max(lowest_rung, known.rung - 1); }

}  // namespace

std::vector<Known> known_there(const Case& c, PlaceIndex area, SideIndex side) {
  std::vector<Known> all;
  for (const auto& entry : c.request.history) {
    if (entry.area != area || !touches(c.pack, area, entry.side, side)) continue;
    all.push_back(known_of(entry));
  }
  if (all.size() < 2) return all;
  Known merged = all.front();
  for (const Known& known : all) merged = strictest(std::move(merged), known);
  all.push_back(std::move(merged));
  return all;
}

std::int32_t earned(const Case& c, const Known& known, std::int32_t rung) {
  if (rung == known.rung && known.clean >= c.number(Number::again_clean_sessions)) {
    return c.number(Number::again_intensity_max);
  }
  const bool up = rung == known.rung + 1 && known.clean >= c.number(Number::up_clean_sessions);
  return up && levels_allow_more(c, known) ? c.number(Number::up_intensity_max) : not_at_all;
}

std::optional<std::int32_t> back_off_rung(const Case& c, const Known& known) {
  const bool too_strong = known.highest_level >= c.number(Number::back_level_min);
  if (!too_strong && !known.sore_long) return std::nullopt;
  return one_rung_softer(known);
}

std::optional<std::int32_t> rung_after_mark(const Known& known) {
  if (!known.mark_gone) return std::nullopt;
  return one_rung_softer(known);
}

}  // namespace unknot::safety::auditing
