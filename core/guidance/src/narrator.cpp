#include "unknot/guidance/narrator.hpp"

#include <algorithm>

#include "script.hpp"
#include "unknot/base/text.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using knowledge::Pack;
using model::DraftStep;
using session::Command;
using session::CommandKind;
using session::EndReason;

namespace {

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

Narrator::Narrator(Session session, const Pack& pack)
    : session_(std::move(session)),
      pack_(pack),
      speaker_(pack, session_.request.language),
      wording_(pack, session_.request.language, session_.length),
      script_(std::make_unique<Script>(session_, pack_, wording_)) {}

Narrator::~Narrator() = default;

std::size_t Narrator::index_of(const Command& command) const {
  return std::min(command.step, session_.plan.steps().size() - 1);
}

const DraftStep& Narrator::step_of(const Command& command) const {
  return session_.plan.steps()[index_of(command)].draft;
}

/// Whether the command is about the way the plan names: only for that were remarks chosen.
bool Narrator::as_planned(const Command& command) const {
  return !command.way.technique.valid() || command.way == safety::way_of(step_of(command));
}

std::string Narrator::what(std::size_t step) const {
  const auto& draft = session_.plan.steps()[step].draft;
  return place_side(draft.area, draft.side);
}

std::optional<Utterance> Narrator::say(const Command& command) const {
  if (command.kind == CommandKind::emergency && command.red_flag.valid()) {
    const auto& flag = pack_[command.red_flag];
    const std::string number = spoken_number();
    return Utterance{speaker_.urgent(flag, session_.territory),
                     capitalised(fill(wording_.own(flag.text), {{"number", number}})),
                     Weight::urgent};
  }
  Utterance said;
  said.written = written(command);
  if (said.written.empty()) return std::nullopt;
  said.spoken = spoken(command);
  said.weight = weight_of(command.kind);
  if (command.reason == EndReason::dizzy) said.weight = Weight::urgent;
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

Utterance Narrator::hello(std::string_view name, Hand hand) const {
  const auto count = std::ssize(session_.plan.steps());
  const std::string key = name.empty() ? "hello" : "hello_name";
  const std::string shown_key = hand == Hand::keys ? key
                                : name.empty()     ? "hello_tap"
                                                   : "hello_tap_name";
  const std::string shown = base::printable(name);
  const auto minutes = std::max((session_.plan.total_seconds() + 30) / 60, 1);
  return {speaker_.phrase("guide." + shown_key,
                          {{"name", shown},
                           {"steps", speaker_.phrase("guide.step" + std::string(plural(count)),
                                                     {{"n", std::to_string(count)}})},
                           {"time", seconds(session_.plan.total_seconds())}}),
          wording_.spoken("voice." + key, {{"name", shown},
                                           {"steps", wording_.count("step", count)},
                                           {"time", wording_.count("minute", minutes)}}),
          Weight::cue};
}

Utterance Narrator::why(std::size_t step) const {
  std::string written, spoken;
  for (const auto& why : session_.plan.steps()[step].draft.why) {
    const std::string says = speaker_.why(why, session_.request);
    written += (written.empty() ? "" : ", ") + says;
    spoken += (spoken.empty() ? "" : " ") + wording_.spoken("voice.why", {{"why", says}});
  }
  return {capitalised(written), spoken, Weight::aside, true};
}

}  // namespace unknot::guidance
