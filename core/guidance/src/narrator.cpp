#include "unknot/guidance/narrator.hpp"

#include "unknot/base/text.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using knowledge::Pack;
using model::DraftStep;
using session::Command;
using session::CommandKind;
using session::EndReason;

namespace {

constexpr std::int64_t seconds_per_minute = 60;

/// "1 minute", "2 minutes": the form a number asks for. Languages with more forms than two add
/// theirs here, and their words as phrases.
std::string_view plural(std::int64_t n) { return n == 1 ? "_one" : "_other"; }

std::string joined(knowledge::List<knowledge::Text> sentences) {
  std::string out;
  for (const auto sentence : sentences) out += (out.empty() ? "" : " ") + std::string(sentence);
  return out;
}

/// Cues take turns, so that a longer step hears all of them.
std::string cue_of(const knowledge::Technique& technique, std::size_t turn) {
  if (technique.cues.empty()) return {};
  return std::string(technique.cues[turn % technique.cues.size()]);
}

std::size_t turn_of(const Command& command) {
  const auto set = static_cast<std::size_t>(command.number > 0 ? command.number - 1 : 0);
  return 2 * set + (command.kind == CommandKind::half_way ? 1 : 0);
}

std::string how_of(const knowledge::Technique& technique, knowledge::VariantKind kind) {
  const auto* variant = knowledge::find_variant(technique, kind);
  return variant == nullptr ? std::string() : std::string(variant->how);
}

Weight weight_of(CommandKind kind) {
  switch (kind) {
    case CommandKind::paused:
    case CommandKind::ask_pain:
    case CommandKind::area_over:
    case CommandKind::emergency:
    case CommandKind::switch_side:
    case CommandKind::last_seconds:
    case CommandKind::spot_begins:
    case CommandKind::rest: return Weight::urgent;
    case CommandKind::breathe:
    case CommandKind::half_way:
    case CommandKind::time_left:
    case CommandKind::level_taken: return Weight::aside;
    default: return Weight::cue;
  }
}

/// Said beside what is to be done.
bool is_passing(CommandKind kind) {
  switch (kind) {
    case CommandKind::half_way:
    case CommandKind::last_seconds:
    case CommandKind::time_left:
    case CommandKind::breathe:
    case CommandKind::ask_level:
    case CommandKind::level_unknown:
    case CommandKind::level_taken:
    case CommandKind::no_softer:
    case CommandKind::no_harder:
    case CommandKind::longer:
    case CommandKind::again:
    case CommandKind::no_more_time:
    case CommandKind::nothing_before:
    case CommandKind::step_over: return true;
    default: return false;
  }
}

}  // namespace

Narrator::Narrator(const Session& session, const Pack& pack)
    : plan_(session.plan),
      request_(session.request),
      territory_(session.territory),
      pack_(pack),
      speaker_(pack, session.request.language) {}

const DraftStep& Narrator::step_of(const Command& command) const {
  const auto steps = plan_.steps();
  return steps[command.step < steps.size() ? command.step : steps.size() - 1].draft;
}

std::string Narrator::seconds(Voice voice, std::int64_t n) const {
  if (voice == Voice::written) {
    const std::int64_t minutes = n / seconds_per_minute;
    const std::string rest = speaker_.phrase("unit.second", {{"n", std::to_string(n % 60)}});
    if (minutes == 0) return rest;
    const std::string out = speaker_.phrase("unit.minute", {{"n", std::to_string(minutes)}});
    return n % seconds_per_minute == 0 ? out : out + ' ' + rest;
  }
  const auto spoken = [&](std::string_view unit, std::int64_t count) {
    return speaker_.phrase("voice." + std::string(unit) + std::string(plural(count)),
                           {{"n", std::to_string(count)}});
  };
  const std::int64_t minutes = n / seconds_per_minute;
  if (minutes == 0) return spoken("second", n);
  const std::string out = spoken("minute", minutes);
  return n % seconds_per_minute == 0 ? out : out + ' ' + spoken("second", n % seconds_per_minute);
}

std::string Narrator::place_side(Voice voice, knowledge::PlaceIndex area, model::Side side) const {
  const std::string place = speaker_.place(area);
  if (side == model::Side::middle) return place;
  const std::string head = voice == Voice::written ? "guide." : "voice.";
  return speaker_.phrase(
      head + "place_side",
      {{"place", place}, {"side", speaker_.phrase(head + "side." + std::string(name_of(side)))}});
}

std::string Narrator::what(std::size_t step) const {
  const auto& draft = plan_.steps()[step].draft;
  return place_side(Voice::written, draft.area, draft.side);
}

std::string Narrator::one(Voice voice, std::string_view key, const Command& command) const {
  const DraftStep& step = step_of(command);
  const bool own_way = command.way.technique.valid();
  const auto& technique = pack_[own_way ? command.way.technique : step.technique];
  const std::size_t tool = own_way ? command.way.tool : step.tool;
  const auto variant = own_way ? command.way.variant : step.variant;
  const std::string head = voice == Voice::written ? "guide." : "voice.";
  const auto area = command.area.valid() ? command.area : step.area;
  const auto pass = step.seconds_per_pass.value_or(0);
  std::string out =
      speaker_.phrase(head + std::string(key),
                      {{"what", place_side(voice, area, step.side)},
                       {"place", speaker_.place(area)},
                       {"side", speaker_.phrase(head + "side." + std::string(name_of(step.side)))},
                       {"tool", base::printable(request_.tools[tool].id)},
                       {"position", std::string(pack_[technique.position].name)},
                       {"technique", std::string(technique.name)},
                       {"setup", joined(technique.setup)},
                       {"how", how_of(technique, variant)},
                       {"start", std::string(technique.start)},
                       {"end", std::string(technique.end)},
                       {"cue", cue_of(technique, turn_of(command))},
                       {"pass", seconds(voice, pass)},
                       {"time", seconds(voice, command.seconds)},
                       {"dose", seconds(voice, model::seconds_of(step))},
                       {"n", std::to_string(command.number)},
                       {"count", std::to_string(command.count)},
                       {"number", speaker_.emergency_number(territory_)}});
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

Utterance Narrator::both(std::string_view key, const Command& command, Weight weight) const {
  return {one(Voice::written, key, command), one(Voice::spoken, key, command), weight};
}

/// Key of what a command says; empty when it says nothing.
std::string Narrator::key_of(const Command& command) const {
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

std::optional<Utterance> Narrator::say(const Command& command) const {
  const std::string key = key_of(command);
  if (key.empty()) return std::nullopt;
  if (command.kind == CommandKind::emergency && command.red_flag.valid()) {
    const std::string text = speaker_.urgent(pack_[command.red_flag], territory_);
    return Utterance{text, text, Weight::urgent};
  }
  Utterance said = both(key, command, weight_of(command.kind));
  if (command.reason == EndReason::dizzy) said.weight = Weight::urgent;
  if (command.kind == CommandKind::level_unknown) said.spoken.clear();
  said.passing = is_passing(command.kind);
  return said;
}

Utterance Narrator::level_unused(std::int32_t level) const {
  Utterance said;
  said.written = speaker_.phrase("guide.level_unused", {{"n", std::to_string(level)}});
  said.weight = Weight::aside;
  said.passing = true;
  return said;
}

Utterance Narrator::hello(std::string_view name) const {
  const std::string key = name.empty() ? "hello" : "hello_name";
  const auto text = [&](Voice voice) {
    const auto count = static_cast<std::int64_t>(plan_.steps().size());
    const std::string head = voice == Voice::written ? "guide." : "voice.";
    return speaker_.phrase(head + key,
                           {{"name", base::printable(name)},
                            {"steps", speaker_.phrase("voice.step" + std::string(plural(count)),
                                                      {{"n", std::to_string(count)}})},
                            {"time", seconds(voice, plan_.total_seconds())}});
  };
  return {text(Voice::written), text(Voice::spoken), Weight::cue};
}

}  // namespace unknot::guidance
