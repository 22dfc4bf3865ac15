#include "script.hpp"

#include <algorithm>

#include "speech_parts.hpp"

namespace unknot::guidance {

namespace {

std::string joined(std::string text, const std::string& more) {
  append(text, more);
  return text;
}

}  // namespace

Script::Script(const Session& session, const knowledge::Pack& pack, const Wording& wording)
    : session_(session), pack_(pack), wording_(wording) {
  steps_.resize(session.plan.steps().size());
  for (std::size_t i = 0; i < steps_.size(); ++i) tell_step(i);
}

const knowledge::Technique& Script::technique(std::size_t i) const {
  return pack_[session_.plan.steps()[i].draft.technique];
}

/// Whether step `i` is the other side of the step before, done the same way.
bool Script::goes_on(std::size_t i) const {
  if (i == 0) return false;
  const auto& before = session_.plan.steps()[i - 1].draft;
  const auto& now = session_.plan.steps()[i].draft;
  return before.technique == now.technique && before.area == now.area && before.tool == now.tool &&
         before.variant == now.variant;
}

Verbosity Script::verbosity(std::size_t i) const {
  const auto index = session_.plan.steps()[i].draft.technique;
  const bool familiar = std::find(session_.familiar.begin(), session_.familiar.end(), index) !=
                        session_.familiar.end();
  return familiar ? std::max(session_.verbosity, Verbosity::brief) : session_.verbosity;
}

std::string Script::announcement(std::size_t i) const {
  const auto& draft = session_.plan.steps()[i].draft;
  const std::vector<Slot> what{{"what", wording_.side(draft.area, draft.side)}};
  if (goes_on(i)) return wording_.spoken("voice.switch_side", what);
  std::string out = wording_.spoken(i == 0 ? "voice.first" : "voice.next", what);
  const bool new_tool = i == 0 || session_.plan.steps()[i - 1].draft.tool != draft.tool;
  const auto& tool = session_.request.tools[draft.tool];
  if (new_tool) append(out, wording_.spoken("voice.with_tool", {{"tool", wording_.tool(tool)}}));
  if (verbosity(i) == Verbosity::full) append(out, wording_.set_up(technique(i)));
  return out;
}

/// Cues first, then a fault (another one for each side), then what to do about a tender spot.
Script::Remarks Script::remarks_of(std::size_t i) const {
  Remarks out;
  if (verbosity(i) != Verbosity::full) return out;
  const auto& t = technique(i);
  for (const auto cue : t.cues) out.push_back(wording_.own(cue));
  if (!t.faults.empty()) {
    const auto& row = t.faults[0];
    const std::string fault = wording_.spoken(
        "voice.fault",
        {{"fault", wording_.own(row.fault)}, {"correction", wording_.own(row.correction)}});
    out.insert(out.begin() + std::min<std::ptrdiff_t>(1, std::ssize(out)), fault);
  }
  if (t.motion == knowledge::Motion::stroke) {
    const auto most = pack_.number(knowledge::Number::hold_max_seconds);
    out.insert(out.begin() + std::min<std::ptrdiff_t>(2, std::ssize(out)),
               wording_.spoken("voice.tender", {{"time", wording_.time(most)}}));
  }
  return out;
}

void Script::tell_step(std::size_t i) {
  StepScript& step = steps_[i];
  const auto& planned = session_.plan.steps()[i];
  const auto& t = technique(i);
  const auto* variant = knowledge::find_variant(t, planned.draft.variant);
  const bool on = goes_on(i);
  const std::int64_t room = planned.setup_seconds * ms_per_second;
  step.ready = announcement(i);
  step.switches = on;
  step.sets.resize(planned.draft.sets.size());
  if (!on) {
    left_ = remarks_of(i);
    cue_ = 0;
  }
  cues_.clear();
  if (verbosity(i) != Verbosity::minimal) {
    for (const auto cue : t.cues) cues_.push_back(wording_.own(cue));
  }
  std::string how = variant == nullptr || verbosity(i) == Verbosity::minimal || on
                        ? std::string()
                        : wording_.own(variant->how);
  std::string from_to;
  if (t.motion == knowledge::Motion::stroke && verbosity(i) == Verbosity::full && !on) {
    from_to = wording_.spoken("voice.from_to",
                              {{"start", wording_.own(t.start)}, {"end", wording_.own(t.end)}});
  }
  // What belongs to getting into place is said there when there is time for it.
  for (std::string* part : {&how, &from_to}) {
    if (part->empty() || wording_.length_ms(joined(step.ready, *part)) > room) continue;
    append(step.ready, *part);
    part->clear();
  }
  for (std::size_t set = 0; set < step.sets.size(); ++set) tell_set(i, set, how, from_to);
}

/// "Begin. Forty-five seconds. Slowly, three seconds each way."
std::string Script::beginning(std::size_t i, std::size_t set) const {
  const auto& draft = session_.plan.steps()[i].draft;
  if (verbosity(i) == Verbosity::minimal) return wording_.spoken("voice.begin");
  std::string out;
  if (set == 0) {
    out = wording_.spoken("voice.begin");
  } else {
    out = wording_.spoken("voice.set", {{"n", wording_.number(static_cast<std::int64_t>(set) + 1)},
                                        {"count", wording_.number(std::ssize(draft.sets))}});
  }
  if (!draft.seconds_per_pass && set == 0) append(out, wording_.spoken("voice.stay_still"));
  append(out, wording_.spoken("voice.dose", {{"time", wording_.time(draft.sets[set])}}));
  if (draft.seconds_per_pass && set == 0) {
    append(out, wording_.spoken("voice.pace", {{"pass", wording_.time(*draft.seconds_per_pass)}}));
  }
  return out;
}

/// The calls of a set cut it into stretches: up to the reminder to breathe, to half way, to the
/// last seconds. Where the beginning needs longer, the reminder comes with "half way".
void Script::tell_set(std::size_t i, std::size_t set, std::string how, std::string from_to) {
  SetRemarks& remarks = steps_[i].sets[set];
  const auto& draft = session_.plan.steps()[i].draft;
  const std::int64_t half = draft.sets[set] * ms_per_second / 2;
  const std::int64_t breathe_at =
      pack_.number(knowledge::Number::breathe_after_seconds) * ms_per_second;
  const std::int64_t last = pack_.number(knowledge::Number::call_seconds) * ms_per_second;
  const bool talks = verbosity(i) == Verbosity::full;

  remarks.begin = beginning(i, set);
  if (set == 0) append(remarks.begin, how);
  if (set == 0 && wording_.length_ms(joined(remarks.begin, from_to)) <= half) {
    append(remarks.begin, from_to);
  } else if (set == 0 && !from_to.empty()) {
    left_.push_front(from_to);
  }
  const std::int64_t said = wording_.length_ms(remarks.begin);
  if (verbosity(i) == Verbosity::minimal) return;

  const std::string breathe = talks ? wording_.spoken("voice.breathe") : std::string();
  const bool late = said > breathe_at || half <= breathe_at;
  if (!late) {
    remarks.breathe = breathe;
    append(remarks.breathe,
           talks ? take(half - breathe_at - wording_.length_ms(breathe), false) : std::string());
  }
  remarks.half_way = wording_.spoken("voice.half_way");
  if (late) append(remarks.half_way, breathe);
  append(remarks.half_way, take(half - last - wording_.length_ms(remarks.half_way), true));
  if (set == 0) return;
  remarks.rest = wording_.spoken("voice.rest", {{"time", wording_.time(draft.rest_seconds)}});
  if (!talks) return;
  append(remarks.rest,
         take(draft.rest_seconds * ms_per_second - wording_.length_ms(remarks.rest), false));
}

std::string Script::take(std::int64_t room_ms, bool cue) {
  for (auto remark = left_.begin(); remark != left_.end(); ++remark) {
    if (wording_.length_ms(*remark) > room_ms) continue;
    std::string out = std::move(*remark);
    left_.erase(remark);
    return out;
  }
  for (std::size_t turn = 0; cue && turn < cues_.size(); ++turn) {
    const std::string& again = cues_[cue_++ % cues_.size()];
    if (wording_.length_ms(again) <= room_ms) return again;
  }
  return {};
}

}  // namespace unknot::guidance
