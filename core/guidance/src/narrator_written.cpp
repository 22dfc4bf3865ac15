// What a screen shows of a command. Short: there is a clock and a picture beside it.

#include "speech_parts.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/narrator.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using model::DraftStep;
using session::CommandKind;
using session::EndReason;

namespace {

/// Cues take turns, so that a longer step hears all of them.
std::size_t turn_of(const session::Command& command) {
  const auto set = static_cast<std::size_t>(command.number > 0 ? command.number - 1 : 0);
  return 2 * set + (command.kind == CommandKind::half_way ? 1 : 0);
}

}  // namespace

std::string Narrator::seconds(std::int64_t n) const {
  const std::int64_t minutes = n / seconds_per_minute;
  const std::int64_t left = n % seconds_per_minute;
  const std::string rest = speaker_.phrase("unit.second", {{"n", std::to_string(left)}});
  if (minutes == 0) return rest;
  const std::string out = speaker_.phrase("unit.minute", {{"n", std::to_string(minutes)}});
  return left == 0 ? out : out + ' ' + rest;
}

std::string Narrator::place_side(knowledge::PlaceIndex area, model::Side side) const {
  const std::string place = speaker_.place(area);
  if (side == model::Side::middle) return place;
  return speaker_.phrase(
      "guide.place_side",
      {{"place", place}, {"side", speaker_.phrase("guide.side." + std::string(name_of(side)))}});
}

/// Key of what a command shows; empty when it shows nothing.
std::string Narrator::written_key(const Command& command) const {
  const std::string kind(name_of(command.kind));
  const DraftStep& step = step_of(command);
  const bool hold = pack_[step.technique].motion == knowledge::Motion::hold;
  const bool other_way = command.way.technique.valid() &&
                         (command.way.technique != step.technique || command.way.tool != step.tool);
  switch (command.kind) {
    case CommandKind::stroke:
    case CommandKind::write_rolled: return {};
    case CommandKind::get_ready: return command.step == 0 ? "get_ready_first" : kind;
    case CommandKind::set_begins:
      return command.number > 1 ? "set_again" : hold ? "set_of_hold" : "set_of_strokes";
    case CommandKind::eased:
    case CommandKind::hardened: return other_way ? kind + "_other" : kind;
    case CommandKind::paused: return kind + '_' + std::string(name_of(command.pause));
    case CommandKind::step_over:
      // The other ends are told by area_over and over.
      return command.reason == EndReason::finished || command.reason == EndReason::skipped
                 ? kind + '_' + std::string(name_of(command.reason))
                 : std::string();
    case CommandKind::area_over: return kind + '_' + std::string(name_of(command.reason));
    case CommandKind::over:
      if (command.reason == EndReason::urgent) return {};  // `emergency` has said it.
      return command.reason == EndReason::dizzy || command.reason == EndReason::stopped
                 ? kind + '_' + std::string(name_of(command.reason))
                 : "over_finished";
    default: return kind;
  }
}

std::string Narrator::written(const Command& command) const {
  const std::string key = written_key(command);
  if (key.empty()) return {};
  const DraftStep& step = step_of(command);
  const auto way = command.way.technique.valid() ? command.way : safety::way_of(step);
  const auto& technique = pack_[way.technique];
  const auto area = command.area.valid() ? command.area : step.area;
  const auto* variant = knowledge::find_variant(technique, way.variant);
  std::string setup;
  for (const auto line : technique.setup) setup += (setup.empty() ? "" : " ") + wording_.own(line);
  const std::size_t cues = technique.cues.size();
  return capitalised(speaker_.phrase(
      "guide." + key,
      {{"what", place_side(area, step.side)},
       {"place", speaker_.place(area)},
       {"side", speaker_.phrase("guide.side." + std::string(name_of(step.side)))},
       {"tool", base::printable(session_.request.tools[way.tool].id)},
       {"position", wording_.own(pack_[technique.position].name)},
       {"technique", wording_.own(technique.name)},
       {"setup", setup},
       {"how", variant == nullptr ? std::string() : wording_.own(variant->how)},
       {"start", wording_.own(technique.start)},
       {"end", wording_.own(technique.end)},
       {"cue", cues == 0 ? "" : wording_.own(technique.cues[turn_of(command) % cues])},
       {"pass", seconds(step.seconds_per_pass.value_or(0))},
       {"time", seconds(command.seconds)},
       {"dose", seconds(model::seconds_of(step))},
       {"n", std::to_string(command.number)},
       {"count", std::to_string(command.count)},
       {"number", speaker_.emergency_number(session_.territory)}}));
}

}  // namespace unknot::guidance
