#include "unknot/guidance/log_words.hpp"

#include "unknot/session/commands.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using model::AfterEffect;
using model::quantity;

namespace {

bool bars(AfterEffect effect) {
  return effect == AfterEffect::bruise || effect == AfterEffect::tingling ||
         effect == AfterEffect::swelling;
}

}  // namespace

std::string LogWords::conditions_due() const { return speaker_.phrase("log.conditions_due"); }

std::string LogWords::ended(std::string_view place, std::string_view reason) const {
  const auto known = knowledge::parse_enum<session::EndReason>(reason);
  const bool strong = known == session::EndReason::level;
  const bool numb = known == session::EndReason::tingling || known == session::EndReason::coldness;
  const std::string_view key = strong ? "log.ended_level" : numb ? "log.ended_numb" : "log.ended";
  return speaker_.phrase(key, {{"place", std::string(place)}});
}

std::string LogWords::may_be_regular() const { return speaker_.phrase("log.may_be_regular"); }

std::string LogWords::effect(AfterEffect effect) const {
  return speaker_.phrase("after_effect." + std::string(name_of(effect)));
}

std::string LogWords::nothing_open(const std::string& where) const {
  return speaker_.phrase("log.nothing_open", {{"what", where}});
}

std::string LogWords::rests(const std::string& where, const std::string& verb) const {
  return speaker_.phrase("log.rests", {{"place", where}, {"verb", verb}});
}

std::string LogWords::still_open(const std::vector<LeftThere>& left,
                                 const std::string& verb) const {
  std::string effects;
  for (const LeftThere& one : left) {
    effects += effects.empty() ? "" : ", ";
    effects +=
        speaker_.phrase("log.effect_at", {{"effect", effect(one.effect)}, {"what", one.where}});
  }
  return speaker_.phrase("log.still_open", {{"effects", effects}, {"verb", verb}});
}

std::string LogWords::rung(std::int32_t rung) const {
  return speaker_.phrase("rung." + std::to_string(rung));
}

/// Each with what it is out of, unless all of them are numbers.
std::string LogWords::levels(const std::vector<std::optional<std::int32_t>>& all) const {
  std::string numbers;
  std::string each;
  std::size_t known = 0;
  for (const auto& level : all) {
    const std::string number = level ? std::to_string(*level) : std::string();
    numbers += (numbers.empty() ? "" : ", ") + number;
    each += each.empty() ? "" : ", ";
    each += level ? speaker_.phrase("unit.level", {{"n", number}})
                  : speaker_.phrase("history.level_unknown");
    known += level ? 1 : 0;
  }
  if (known == 0) return speaker_.phrase("history.no_levels");
  const std::string said =
      known == all.size() ? speaker_.phrase("unit.level", {{"n", numbers}}) : each;
  return speaker_.phrase(all.size() == 1 ? "history.level" : "history.levels", {{"levels", said}});
}

std::string LogWords::never() const { return speaker_.phrase("history.never"); }

std::vector<std::string> LogWords::history(const model::History& entry,
                                           std::string_view when) const {
  std::vector<std::string> out;
  if (entry.last) {
    out.push_back(
        speaker_.phrase("history.last", {{"when", std::string(when)}, {"rung", rung(entry.rung)}}));
  }
  out.push_back(levels(entry.last_levels));
  if (entry.clean_sessions > 0) {
    out.push_back(
        speaker_.phrase("history.clean", {{"count", std::to_string(entry.clean_sessions)}}));
  }
  if (entry.after_effect == AfterEffect::unknown) {
    out.push_back(speaker_.phrase("history.after_unknown"));
  } else if (entry.after_effect != AfterEffect::none) {
    out.push_back(speaker_.phrase(entry.after_effect_gone ? "history.after_gone" : "history.after",
                                  {{"effect", effect(entry.after_effect)}}));
  }
  return out;
}

std::vector<std::string> LogWords::next(const model::History& entry, const NextTime& next) const {
  if (bars(entry.after_effect) && !entry.after_effect_gone) {
    return {speaker_.phrase("history.next_barred", {{"effect", effect(entry.after_effect)}})};
  }
  if (!next.left_alone.empty()) {
    return {speaker_.phrase("history.next_left_alone", {{"when", next.left_alone}})};
  }
  std::vector<std::string> out;
  std::string rungs;
  for (const OpenRung& one : next.rungs) {
    rungs += (rungs.empty() ? "" : ", ");
    rungs += speaker_.phrase(
        "history.next_rung",
        {{"rung", rung(one.rung)},
         {"index", speaker_.amount(quantity(one.intensity, knowledge::Unit::index))}});
  }
  out.push_back(rungs.empty() ? speaker_.phrase("history.next_closed")
                              : speaker_.phrase("history.next_rungs", {{"rungs", rungs}}));
  if (!next.again.empty()) {
    out.push_back(speaker_.phrase("history.next_again", {{"when", next.again}}));
  } else if (next.seconds_left < next.seconds_full) {
    out.push_back(speaker_.phrase(
        "history.next_left",
        {{"amount", speaker_.amount(quantity(next.seconds_left, knowledge::Unit::second))}}));
  }
  return out;
}

std::string LogWords::steadiness(std::int32_t weeks_in_a_row, std::int32_t this_week) const {
  return speaker_.phrase("steady.weeks", {{"weeks", std::to_string(weeks_in_a_row)},
                                          {"count", std::to_string(this_week)}});
}

}  // namespace unknot::guidance
