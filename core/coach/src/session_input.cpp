#include "unknot/coach/session_input.hpp"

#include "unknot/base/text.hpp"

namespace unknot::coach {

using base::ErrorCode;
using base::Json;
using knowledge::Pack;
using model::Complaint;
using model::Fields;
using session::Event;
using session::EventKind;

namespace {

session::Moment read_moment(Fields& fields) {
  constexpr std::string_view expected = "a whole number of milliseconds";
  const Json* json = fields.need("at", expected);
  if (json == nullptr) return {};
  if (const auto ms = base::whole_number(*json)) return {*ms};
  const bool number = json->kind == Json::Kind::number;
  fields.complain(number ? ErrorCode::out_of_range : ErrorCode::field_type, "at", *json, expected);
  return {};
}

knowledge::RedFlagIndex read_red_flag(Fields& fields, const Pack& pack) {
  const Json* json = fields.get("red_flag");
  if (json == nullptr) return {};
  const bool text = json->kind == Json::Kind::string;
  const auto found = text ? knowledge::find_red_flag(pack, json->text) : knowledge::RedFlagIndex{};
  if (found.valid()) return found;
  std::vector<std::string_view> ids;
  for (const auto& row : pack.red_flags) ids.push_back(row.id);
  const auto near = text ? base::nearest(json->text, ids) : std::string_view{};
  fields.complain(ErrorCode::id_unknown, "red_flag", *json,
                  near.empty() ? "a known red flag (unknot red_flags lists them)"
                               : "a known red flag; did you mean " + std::string(near));
  return {};
}

session::TimedEvent read_timed(Fields& fields, const Pack& pack) {
  session::TimedEvent timed{read_moment(fields), {}};
  timed.event = read_event(fields, pack);
  fields.finish();
  return timed;
}

}  // namespace

session::Event read_event(Fields& fields, const Pack& pack) {
  Event event;
  fields.need("event", model::choices<EventKind>());
  event.kind = fields.choice<EventKind>("event").value_or(EventKind::tick);
  if (event.kind == EventKind::level) {
    fields.need("level", "a whole number from 0 to 10");
    event.level = fields.integer("level", model::limits::level).value_or(0);
  }
  if (event.kind == EventKind::urgent) event.red_flag = read_red_flag(fields, pack);
  return event;
}

session::Preferences read_preferences(Fields& input, Complaint& complaint) {
  session::Preferences read;
  const Json* json = input.get("preferences");
  if (json == nullptr) return read;
  Fields fields(*json, "preferences", complaint);
  read.ready_percent =
      fields.integer("ready_percent", model::limits::ready_percent).value_or(read.ready_percent);
  read.time_left_every = fields.integer("time_left_every", model::limits::time_left_every)
                             .value_or(read.time_left_every);
  read.breathing = fields.boolean("breathing").value_or(read.breathing);
  read.ask_levels = fields.boolean("ask_levels").value_or(read.ask_levels);
  fields.finish();
  return read;
}

std::vector<session::TimedEvent> read_events(Fields& input, const Pack& pack,
                                             Complaint& complaint) {
  std::vector<session::TimedEvent> read;
  const Json* events = input.list("events", model::limits::session_events);
  for (std::size_t i = 0; events != nullptr && i < events->items.size(); ++i) {
    Fields event(events->items[i], "events[" + std::to_string(i) + "]", complaint);
    read.push_back(read_timed(event, pack));
    if (complaint.error) break;
  }
  return read;
}

base::Result<SessionInput> read_session(std::string_view input, const Pack& pack) {
  auto json = base::parse_json(input);
  if (!json) return std::unexpected(std::move(json.error()));
  Complaint complaint;
  SessionInput read;
  Fields fields(*json, "", complaint);
  if (const Json* request = fields.need("request", "a request")) read.request = *request;
  read.preferences = read_preferences(fields, complaint);
  fields.need("events", "a list of events");
  read.events = read_events(fields, pack, complaint);
  fields.finish();
  if (complaint.error) return std::unexpected(std::move(*complaint.error));
  return read;
}

}  // namespace unknot::coach
