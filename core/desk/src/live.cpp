#include "live.hpp"

#include "scene.hpp"
#include "state.hpp"

namespace unknot::desk {

using base::JsonWriter;
using journal::Record;
using knowledge::name_of;

namespace {

/// The plan as it is told: in another language, perhaps, and otherwise the same.
coach::Planned told_in(coach::Planned planned, const std::string& language) {
  if (!language.empty()) planned.request.language = language;
  return planned;
}

SessionOf session_of(const Manner& manner, const coach::Planned& planned) {
  SessionOf out = manner.session;
  out.plan_json = planned.json;
  if (manner.before) {
    out.session = manner.before->session;
    out.preferences = manner.before->preferences;
  }
  return out;
}

std::string_view weight_word(guidance::Weight weight) {
  switch (weight) {
    case guidance::Weight::aside: return "aside";
    case guidance::Weight::cue: return "normal";
    case guidance::Weight::urgent: return "urgent";
  }
  return {};
}

void write_said(JsonWriter& out, const std::vector<Said>& all) {
  out.key("said").begin_array();
  for (const auto& [session_ms, utterance] : all) {
    out.begin_object().key("at").number(session_ms);
    out.key("spoken").string(utterance.spoken).key("written").string(utterance.written);
    out.key("weight").string(weight_word(utterance.weight));
    out.key("passing").boolean(utterance.passing).end_object();
  }
  out.end_array();
}

}  // namespace

base::Result<void> Tray::keep(const Happening& happening) {
  if (!keeps_ || stamps_ == nullptr) return {};
  const auto stamp = [this](std::string_view person, std::optional<base::Instant> at,
                            std::string_view session) { return (*stamps_)(person, at, session); };
  const auto records = records_.of(happening, stamp);
  const auto added = log_.add(records);
  if (!added) return std::unexpected(added.error());
  records_.kept(records);
  written_.insert(written_.end(), records.begin(), records.end());
  return {};
}

std::vector<Record> Tray::take() { return std::exchange(written_, {}); }

Live::Live(Log& log, const knowledge::Pack& pack, coach::Planned planned, Manner manner,
           Stamps& stamps, ClockReading now)
    : pack_(pack),
      planned_(told_in(std::move(planned), manner.language)),
      person_(manner.session.person),
      tray_(log, SessionRecords(session_of(manner, planned_), planned_.request, pack),
            manner.keeps),
      at_(now.boot_ms) {
  tray_.stamp_with(stamps);
  Guided guided{.plan = *planned_.answer.plan,
                .request = planned_.request,
                .pack = pack,
                .territory = std::move(manner.territory),
                .name = std::move(manner.name),
                .preferences = manner.session.preferences,
                .keeping = manner.keeps ? Keeping::kept : Keeping::trial,
                .verbosity = manner.verbosity,
                .familiar = std::move(manner.familiar),
                .hand = guidance::Hand::taps};
  if (manner.before) {
    guided.preferences = manner.before->preferences;
    guided.before = std::move(manner.before->events);
    guided.rolled_before = manner.before->rolled;
    guided.ended_before = manner.before->ended;
  }
  guiding_ = std::make_unique<Guiding>(guided, tray_, voice_, now);
}

void Live::happen(const session::Event& event, Stamps& stamps, ClockReading now) {
  tray_.stamp_with(stamps);
  at_ = now.boot_ms;
  guiding_->turn(now);
  if (event.kind == session::EventKind::tick) return;
  // Nothing was begun, so there is nothing to end in the log.
  const bool waiting = guiding_->view().phase == session::Phase::waiting;
  if (waiting && event.kind == session::EventKind::stop) tray_.keep_nothing();
  guiding_->send(event);
}

std::string Live::json(std::vector<Record> first) {
  JsonWriter out;
  out.begin_object().key("session");
  session().empty() ? out.null() : out.string(session());
  out.key("scene");
  write_scene(out, *guiding_);
  write_said(out, guiding_->take_said());
  out.key("due");
  const auto due = guiding_->due_ms();
  due ? out.number(at_ + *due) : out.null();
  for (Record& record : tray_.take()) first.push_back(std::move(record));
  write_records(out, first);
  return out.end_object().take();
}

std::string Live::events_json() const {
  JsonWriter out;
  out.begin_object().key("events").begin_array();
  for (const auto& [at, event] : guiding_->events()) {
    out.begin_object().key("at").number(at.ms).key("event").string(name_of(event.kind));
    if (event.kind == session::EventKind::level) out.key("level").number(event.level);
    if (event.red_flag.valid()) out.key("red_flag").string(pack_[event.red_flag].id);
    out.end_object();
  }
  return out.end_array().end_object().take();
}

}  // namespace unknot::desk
