#include "unknot/desk/session_records.hpp"

#include <algorithm>

#include "unknot/base/json.hpp"
#include "unknot/coach/guidable.hpp"
#include "unknot/desk/guiding.hpp"

namespace unknot::desk {

using base::JsonWriter;
using journal::Record;
using journal::RecordKind;
using knowledge::name_of;
using session::EventKind;

namespace {

/// What cannot be read is as nobody chose it: the engine brings all into range.
session::Preferences preferences_in(const std::string& settings) {
  session::Preferences out;
  const auto json = base::parse_json(settings);
  if (!json) return out;
  const auto number = [&](std::string_view key, std::int32_t& value) {
    const auto* found = json->find(key);
    if (found == nullptr) return;
    value = static_cast<std::int32_t>(
        std::clamp<std::int64_t>(base::whole_number(*found).value_or(value), 0, 1000));
  };
  const auto flag = [&](std::string_view key, bool& value) {
    const auto* found = json->find(key);
    if (found != nullptr && found->kind == base::Json::Kind::boolean) value = found->flag;
  };
  number("ready_percent", out.ready_percent);
  number("time_left_every", out.time_left_every);
  flag("breathing", out.breathing);
  flag("ask_levels", out.ask_levels);
  return out;
}

journal::EventData event_data_of(const session::TimedEvent& event, const knowledge::Pack& pack) {
  journal::EventData data;
  data.ms = event.at.ms;
  data.kind = name_of(event.event.kind);
  if (event.event.kind == EventKind::level) data.level = event.event.level;
  if (event.event.red_flag.valid()) data.red_flag = pack[event.event.red_flag].id;
  return data;
}

/// Nothing for an event of a newer program: it cannot be replayed then.
std::optional<session::TimedEvent> event_in(const Record& record, const knowledge::Pack& pack) {
  const auto data = journal::event_data(record);
  if (!data) return std::nullopt;
  const auto kind = knowledge::parse_enum<EventKind>(data->kind);
  if (!kind) return std::nullopt;
  session::Event event{*kind, data->level.value_or(0), {}};
  if (!data->red_flag.empty()) event.red_flag = knowledge::find_red_flag(pack, data->red_flag);
  return session::TimedEvent{{data->ms}, event};
}

/// What is to be asked about before the area is rolled again.
bool is_numb(session::EndReason reason) {
  return reason == session::EndReason::tingling || reason == session::EndReason::coldness;
}

std::int32_t sum_of(const std::vector<std::int32_t>& sets) {
  std::int32_t sum = 0;
  for (const std::int32_t set : sets) sum += set;
  return sum;
}

}  // namespace

std::string preferences_json(const session::Preferences& preferences) {
  JsonWriter out;
  out.begin_object().key("ready_percent").number(preferences.ready_percent);
  out.key("time_left_every").number(preferences.time_left_every);
  out.key("breathing").boolean(preferences.breathing);
  return out.key("ask_levels").boolean(preferences.ask_levels).end_object().take();
}

SessionRecords::SessionRecords(SessionOf session, const model::Request& request,
                               const knowledge::Pack& pack)
    : session_(std::move(session)), request_(request), pack_(pack) {}

journal::RolledData SessionRecords::rolled_data(const session::Rolled& rolled) const {
  const auto& tool = request_.tools[rolled.way.tool];
  journal::RolledData data;
  data.area = pack_[rolled.area].id;
  data.side = rolled.side;
  data.seconds = sum_of(rolled.sets);
  data.rung = safety::rung_of(tool);
  data.level = rolled.level;
  data.sets = rolled.sets;
  data.technique = pack_[rolled.way.technique].id;
  data.tool = tool.id;
  data.variant = name_of(rolled.way.variant);
  return data;
}

std::vector<Record> SessionRecords::of(const Happening& happening, const Stamper& stamper) const {
  std::vector<Record> records;
  std::string session = session_.session;
  const auto stamp = [&] { return stamper(session_.person, session_.at, session); };
  if (session.empty()) {
    records.push_back(
        journal::make_plan(stamp(), {session_.plan_json, preferences_json(session_.preferences)}));
    session = records.back().id;
  }
  for (const auto& event : happening.events) {
    records.push_back(journal::make_event(stamp(), event_data_of(event, pack_)));
  }
  for (const auto& rolled : happening.rolled) {
    if (sum_of(rolled.sets) > 0) {
      records.push_back(journal::make_rolled(stamp(), rolled_data(rolled)));
    }
  }
  for (const auto& [area, reason] : happening.ended) {
    const std::string id(pack_[area].id);
    records.push_back(journal::make_area_over(stamp(), {id, std::string(name_of(reason))}));
    if (!is_numb(reason)) continue;
    journal::AfterEffectData data;
    data.area = id;
    data.effect = model::AfterEffect::tingling;
    records.push_back(journal::make_after_effect(stamp(), data));
  }
  if (happening.over) {
    records.push_back(
        journal::make_session_end(stamp(), {std::string(name_of(*happening.over)), {}}));
  }
  return records;
}

void SessionRecords::kept(std::span<const Record> records) {
  if (session_.session.empty() && !records.empty()) session_.session = records.front().id;
}

const Record* newest_plan(std::span<const Record> records, std::string_view person) {
  const Record* newest = nullptr;
  for (const Record& record : records) {
    if (record.kind == RecordKind::plan && record.person == person) newest = &record;
  }
  if (newest == nullptr) return nullptr;
  for (const Record& record : records) {
    if (record.kind != RecordKind::removal || record.person != person) continue;
    const auto data = journal::removal_data(record);
    if (data && data->of == newest->id) return nullptr;
  }
  return newest;
}

std::optional<BrokenOff> broken_off(const Record& plan, std::span<const Record> records,
                                    const knowledge::Pack& pack) {
  const auto data = journal::plan_data(plan);
  if (!data) return std::nullopt;
  BrokenOff out{plan.id, data->plan, preferences_in(data->settings), {}, 0, 0, plan.at};
  for (const Record& record : records) {
    if (record.session != plan.id) continue;
    if (record.kind == RecordKind::session || record.kind == RecordKind::removal) {
      return std::nullopt;
    }
    if (record.kind == RecordKind::rolled) ++out.rolled;
    if (record.kind == RecordKind::area_over) ++out.ended;
    if (record.kind != RecordKind::event) continue;
    const auto event = event_in(record, pack);
    if (!event) return std::nullopt;
    out.events.push_back(*event);
    out.last = record.at;
  }
  if (out.events.empty()) return std::nullopt;
  return out;
}

base::Result<void> close_session(
    const BrokenOff& session, const knowledge::Pack& pack,
    const std::function<std::unique_ptr<Recorder>(const model::Request&)>& recorder_for) {
  const auto planned = coach::as_guided(session.plan_json, pack, {session.last, {}});
  if (!planned) {
    const model::Request nobody;
    return recorder_for(nobody)->keep({{}, {}, {}, session::EndReason::stopped});
  }
  const auto recorder = recorder_for(planned->request);
  NoVoice voice;
  Guiding guiding({.plan = *planned->answer.plan,
                   .request = planned->request,
                   .pack = pack,
                   .preferences = session.preferences,
                   .before = session.events,
                   .rolled_before = session.rolled,
                   .ended_before = session.ended},
                  *recorder, voice, {0, 0});
  guiding.turn({0, 0});
  if (!guiding.over()) guiding.send({EventKind::stop, 0, {}});
  if (guiding.log_error()) return std::unexpected(*guiding.log_error());
  return {};
}

}  // namespace unknot::desk
