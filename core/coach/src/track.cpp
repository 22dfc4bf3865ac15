#include "unknot/coach/track.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "unknot/base/text.hpp"
#include "unknot/coach/guidable.hpp"
#include "unknot/coach/session_input.hpp"

namespace unknot::coach {

using base::ErrorCode;
using base::Json;
using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;
using model::Complaint;
using model::Fields;

namespace {

constexpr std::size_t most_familiar = 1000;
constexpr std::int64_t longest_clip_ms = 60'000;

void complain_of_id(Fields& fields, std::string_view name, const Json& json,
                    const std::vector<std::string_view>& ids, std::string_view what) {
  const auto near =
      json.kind == Json::Kind::string ? base::nearest(json.text, ids) : std::string_view{};
  std::string expected = "a known " + std::string(what);
  if (!near.empty()) expected += "; did you mean " + std::string(near);
  fields.complain(ErrorCode::id_unknown, name, json, expected);
}

std::string read_language(Fields& fields, const Pack& pack) {
  const Json* json = fields.get("language");
  if (json == nullptr) return {};
  std::vector<std::string_view> ids;
  for (const auto& row : pack.languages) ids.push_back(row.id);
  const bool known = json->kind == Json::Kind::string &&
                     std::find(ids.begin(), ids.end(), json->text) != ids.end();
  if (known) return json->text;
  complain_of_id(fields, "language", *json, ids, "language");
  return {};
}

std::vector<knowledge::TechniqueIndex> read_familiar(Fields& fields, const Pack& pack) {
  std::vector<knowledge::TechniqueIndex> out;
  const Json* list = fields.list("familiar", most_familiar);
  if (list == nullptr) return out;
  for (const Json& item : list->items) {
    const bool text = item.kind == Json::Kind::string;
    const auto index =
        text ? knowledge::find_technique(pack, item.text) : knowledge::TechniqueIndex{};
    if (index.valid()) {
      out.push_back(index);
    } else {
      complain_of_id(fields, "familiar", item, {}, "technique (unknot techniques lists them)");
    }
  }
  return out;
}

/// Lengths of clips by sentence, ms.
guidance::LengthOf read_lengths(Fields& fields) {
  const Json* json = fields.get("lengths");
  if (json == nullptr) return {};
  constexpr std::string_view expected = "milliseconds of each sentence, 1 to 60000";
  auto lengths = std::make_shared<std::map<std::string, std::int64_t, std::less<>>>();
  if (json->kind != Json::Kind::object) {
    fields.complain(ErrorCode::field_type, "lengths", *json, expected);
    return {};
  }
  for (std::size_t i = 0; i < json->items.size(); ++i) {
    const Json& value = json->items[i];
    const auto ms = base::whole_number(value);
    if (!ms || *ms < 1 || *ms > longest_clip_ms) {
      fields.complain(ErrorCode::out_of_range, "lengths", value, expected);
      return {};
    }
    lengths->emplace(json->keys[i], *ms);
  }
  return [lengths](std::string_view sentence) -> std::optional<std::int64_t> {
    const auto found = lengths->find(sentence);
    if (found == lengths->end()) return std::nullopt;
    return found->second;
  };
}

std::string written(const guidance::Timeline& timeline, const knowledge::Language& language) {
  JsonWriter out;
  out.begin_object().key("format").string("unknot/timeline@1");
  out.key("language").string(language.id);
  out.key("start_ms").number(timeline.start_ms).key("length_ms").number(timeline.length_ms);
  out.key("chapters").begin_array();
  for (const auto& chapter : timeline.chapters) {
    out.begin_object().key("at_ms").number(chapter.at_ms);
    out.key("step").number(static_cast<std::int64_t>(chapter.step));
    out.key("title").string(chapter.title).end_object();
  }
  out.end_array().key("cues").begin_array();
  for (const auto& cue : timeline.cues) {
    out.begin_object().key("at_ms").number(cue.at_ms).key("cue").string(name_of(cue.kind));
    out.key("step").number(static_cast<std::int64_t>(cue.step));
    if (cue.kind == guidance::CueKind::sentence) {
      out.key("length_ms").number(cue.length_ms).key("text").string(cue.text);
    }
    out.end_object();
  }
  out.end_array().key("left_out").begin_array();
  for (const auto& sentence : timeline.left_out) out.string(sentence);
  return out.end_array().end_object().take();
}

/// Why nothing can go on after these events; unset: something can.
std::optional<base::Error> nothing_left(const Planned& planned, const Telling& telling,
                                        const Pack& pack) {
  if (telling.events.empty()) return std::nullopt;
  const auto engine =
      session::replay(*planned.answer.plan, pack, telling.preferences, telling.events);
  const bool begun = engine.view().phase != session::Phase::waiting;
  if (begun && !engine.over()) return std::nullopt;
  return base::fail(ErrorCode::out_of_range, "events",
                    begun ? "a session that is over" : "a session that has not begun",
                    "events that begin a session and leave something of it")
      .error();
}

}  // namespace

base::Result<Track> laid_out(std::string_view plan_json, const Telling& telling, const Pack& pack,
                             const Context& context) {
  auto planned = as_guided(plan_json, pack, context);
  if (!planned) return std::unexpected(std::move(planned.error()));
  Track track{std::move(*planned), {}, {}};
  model::Request& request = track.planned.request;
  if (!telling.language.empty()) request.language = telling.language;
  if (auto error = nothing_left(track.planned, telling, pack)) {
    return std::unexpected(std::move(*error));
  }
  const guidance::Session session{*track.planned.answer.plan, request,          context.territory,
                                  telling.verbosity,          telling.familiar, telling.length};
  const guidance::TimelineOptions options{telling.preferences, !telling.events.empty(),
                                          telling.events, telling.why};
  track.timeline = guidance::timeline(session, pack, options);
  track.json = written(track.timeline, knowledge::language_of(pack, request.language));
  return track;
}

base::Result<Track> laid_out(std::string_view input, const Pack& pack, const Context& context) {
  auto json = base::parse_json(input);
  if (!json) return std::unexpected(std::move(json.error()));
  Complaint complaint;
  Fields fields(*json, "", complaint);
  const Json* plan = fields.need("plan", "a plan");
  Telling telling;
  telling.language = read_language(fields, pack);
  telling.verbosity =
      fields.choice<guidance::Verbosity>("verbosity").value_or(guidance::Verbosity::full);
  telling.familiar = read_familiar(fields, pack);
  telling.why = fields.boolean("why").value_or(false);
  telling.preferences = read_preferences(fields, complaint);
  telling.events = read_events(fields, pack, complaint);
  telling.length = read_lengths(fields);
  fields.finish();
  if (complaint.error) return std::unexpected(std::move(*complaint.error));
  return laid_out(JsonWriter().value(*plan).take(), telling, pack, context);
}

base::Result<std::vector<session::TimedEvent>> events_of(std::string_view input, const Pack& pack) {
  auto json = base::parse_json(input);
  if (!json) return std::unexpected(std::move(json.error()));
  Complaint complaint;
  Fields fields(*json, "", complaint);
  fields.need("events", "a list of events");
  auto events = read_events(fields, pack, complaint);
  fields.finish();
  if (complaint.error) return std::unexpected(std::move(*complaint.error));
  return events;
}

}  // namespace unknot::coach
