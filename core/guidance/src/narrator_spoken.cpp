// What a voice says at a command: whole sentences, each of which is a clip.

#include "script.hpp"
#include "speech_parts.hpp"
#include "unknot/guidance/narrator.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using session::Command;
using session::CommandKind;
using session::EndReason;

/// The emergency number digit by digit.
std::string Narrator::spoken_number() const {
  const std::string number = speaker_.emergency_number(session_.territory);
  const std::string digits = wording_.digits(number);
  return digits == number ? wording_.phrase("voice.local_number") : digits;
}

/// A phrase with nothing but what the command holds.
std::string Narrator::spoken_plain(std::string_view key, const Command& command) const {
  const auto& step = step_of(command);
  const bool all_of_it = command.kind == CommandKind::area_over;
  const auto area = command.area.valid() ? command.area : step.area;
  return wording_.spoken("voice." + std::string(key),
                         {{"what", wording_.side(area, all_of_it ? model::Side::both : step.side)},
                          {"time", wording_.time(command.seconds)},
                          {"n", wording_.number(command.number)},
                          {"count", wording_.number(command.count)},
                          {"number", spoken_number()}});
}

/// Set-up and variant of another way than the plan's.
std::string Narrator::spoken_way(const Command& command) const {
  const auto& step = step_of(command);
  const auto& technique = pack_[command.way.technique];
  std::string out;
  if (command.way.tool != step.tool) {
    const auto& tool = session_.request.tools[command.way.tool];
    out = wording_.spoken("voice.with_tool", {{"tool", wording_.tool(tool)}});
  }
  if (command.way.technique != step.technique) append(out, wording_.set_up(technique));
  const auto* variant = knowledge::find_variant(technique, command.way.variant);
  if (variant != nullptr) append(out, wording_.own(variant->how));
  return out;
}

std::string Narrator::spoken_ready(const Command& command) const {
  const bool switches = command.kind == CommandKind::switch_side;
  // The script knows what comes after what; somebody who skipped comes from elsewhere.
  const StepScript& script = script_->step(index_of(command));
  if (as_planned(command) && switches == script.switches) return script.ready;
  std::string out = spoken_plain(switches ? "switch_side" : "next", command);
  if (switches) return out;
  if (as_planned(command)) {
    append(out, wording_.set_up(pack_[step_of(command).technique]));
  } else {
    append(out, spoken_way(command));
  }
  return out;
}

/// As planned with its remarks; what is left of a set, or another way, with its time alone.
std::string Narrator::spoken_set(const Command& command) const {
  const auto& step = step_of(command);
  const auto set = static_cast<std::size_t>(command.number > 0 ? command.number - 1 : 0);
  const StepScript& script = script_->step(index_of(command));
  const bool whole = set < step.sets.size() && command.seconds == step.sets[set];
  if (whole && as_planned(command)) return script.sets[set].begin;
  std::string out = spoken_plain(set == 0 ? "begin" : "set", command);
  append(out, spoken_plain("dose", command));
  return out;
}

std::string Narrator::spoken_call(const Command& command) const {
  const auto set = static_cast<std::size_t>(command.number > 0 ? command.number - 1 : 0);
  const auto verbosity = script_->verbosity(index_of(command));
  const StepScript& script = script_->step(index_of(command));
  const SetRemarks* remarks =
      as_planned(command) && set < script.sets.size() ? &script.sets[set] : nullptr;
  const std::string kind(name_of(command.kind));
  switch (command.kind) {
    case CommandKind::breathe:
      if (remarks != nullptr) return remarks->breathe;
      return verbosity == Verbosity::full ? spoken_plain(kind, command) : std::string();
    case CommandKind::half_way:
      if (verbosity == Verbosity::minimal) return {};
      return remarks != nullptr ? remarks->half_way : spoken_plain(kind, command);
    case CommandKind::last_seconds:
      return verbosity == Verbosity::minimal ? std::string() : spoken_plain(kind, command);
    default:  // A rest; the one that is owed before a first set was not planned.
      return remarks != nullptr && set > 0 && !remarks->rest.empty() &&
                     command.seconds == step_of(command).rest_seconds
                 ? remarks->rest
                 : spoken_plain(kind, command);
  }
}

std::string Narrator::spoken(const Command& command) const {
  const std::string kind(name_of(command.kind));
  switch (command.kind) {
    case CommandKind::stroke:
    case CommandKind::write_rolled:
    case CommandKind::level_unknown: return {};
    case CommandKind::get_ready:
    case CommandKind::switch_side: return spoken_ready(command);
    case CommandKind::set_begins: return spoken_set(command);
    case CommandKind::breathe:
    case CommandKind::half_way:
    case CommandKind::last_seconds:
    case CommandKind::rest: return spoken_call(command);
    case CommandKind::eased:
    case CommandKind::hardened: {
      const auto& step = step_of(command);
      const bool other = command.way.technique != step.technique || command.way.tool != step.tool;
      std::string out = spoken_plain(other ? kind + "_other" : kind, command);
      append(out, spoken_way(command));
      return out;
    }
    case CommandKind::paused:
      return spoken_plain(kind + '_' + std::string(name_of(command.pause)), command);
    case CommandKind::step_over:
      return spoken_plain(kind + '_' + std::string(name_of(command.reason)), command);
    case CommandKind::area_over:
      switch (command.reason) {
        case EndReason::level:
        case EndReason::hurt:
        case EndReason::tingling:
        case EndReason::coldness:
        case EndReason::dose_spent:
          return spoken_plain(kind + '_' + std::string(name_of(command.reason)), command);
        case EndReason::dizzy:
        case EndReason::urgent: return spoken_plain("stop_rolling", command);
        default: return spoken_plain(kind, command);
      }
    case CommandKind::over:
      if (command.reason == EndReason::dizzy) return spoken_plain("over_dizzy", command);
      return spoken_plain(command.reason == EndReason::stopped ? "over_stopped" : "over_finished",
                          command);
    default: return spoken_plain(kind, command);
  }
}

}  // namespace unknot::guidance
