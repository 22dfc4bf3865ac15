#include "unknot/model/request_format.hpp"

namespace unknot::model {

namespace {

using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;

void optional_number(JsonWriter& out, std::string_view key, std::optional<std::int32_t> value) {
  out.key(key);
  if (value) {
    out.number(*value);
  } else {
    out.null();
  }
}

void optional_tenths(JsonWriter& out, std::string_view key, std::optional<std::int32_t> value) {
  out.key(key);
  if (value) {
    out.tenths(*value);
  } else {
    out.null();
  }
}

void optional_instant(JsonWriter& out, std::string_view key, std::optional<base::Instant> value) {
  out.key(key);
  if (value) {
    out.string(format_instant(*value));
  } else {
    out.null();
  }
}

void write_person(JsonWriter& out, const Person& person) {
  out.key("person").begin_object();
  out.key("experience").string(name_of(person.experience));
  optional_number(out, "age", person.age);
  optional_tenths(out, "height_cm", person.height_tenths_cm);
  optional_tenths(out, "mass_kg", person.mass_hectograms);
  out.key("floor_transfer").string(name_of(person.floor_transfer));
  out.end_object();
}

void write_feel(JsonWriter& out, const Feel& feel, const Pack& pack) {
  out.begin_object();
  out.key("at").string(pack[feel.at].id).key("side").string(name_of(feel.side));
  out.key("kind").string(name_of(feel.kind));
  optional_number(out, "level", feel.level);
  out.end_object();
}

void write_wishes(JsonWriter& out, std::string_view key, const std::vector<Wish>& wishes,
                  const Pack& pack) {
  out.key(key).begin_array();
  for (const Wish& wish : wishes) {
    out.begin_object();
    out.key("at").string(pack[wish.at].id).key("side").string(name_of(wish.side));
    if (!wish.why.empty()) out.key("why").string(wish.why);
    out.end_object();
  }
  out.end_array();
}

/// Said by few, and left out where it is not.
void write_tool_choices(JsonWriter& out, const Request& request, const Pack& pack) {
  if (request.use.empty()) return;
  out.key("use").begin_array();
  for (const ToolChoice& choice : request.use) {
    out.begin_object().key("at").string(pack[choice.at].id);
    out.key("tool").string(request.tools[choice.tool].id).end_object();
  }
  out.end_array();
}

void write_condition(JsonWriter& out, const ConditionEntry& entry, const Pack& pack) {
  out.begin_object().key("id").string(pack[entry.id].id);
  out.key("at");
  if (entry.at.valid()) {
    out.string(pack[entry.at].id);
  } else {
    out.null();
  }
  out.key("side").string(name_of(entry.side));
  optional_number(out, "weeks", entry.weeks);
  out.key("cleared_on");
  if (entry.cleared_on) {
    out.string(format_day(*entry.cleared_on));
  } else {
    out.null();
  }
  out.end_object();
}

void write_red_flags(JsonWriter& out, const RedFlags& flags, const Pack& pack) {
  out.key("red_flags").begin_object().key("screened").boolean(flags.screened);
  optional_instant(out, "at", flags.at);
  out.key("present").begin_array();
  for (const auto index : flags.present) out.string(pack[index].id);
  out.end_array().end_object();
}

void write_history(JsonWriter& out, const History& h, const Pack& pack) {
  out.begin_object().key("area").string(pack[h.area].id).key("side").string(name_of(h.side));
  out.key("rung").number(h.rung).key("clean_sessions").number(h.clean_sessions);
  out.key("last_levels").begin_array();
  for (const auto& level : h.last_levels) {
    if (level) {
      out.number(*level);
    } else {
      out.null();
    }
  }
  out.end_array();
  out.key("after_effect").string(name_of(h.after_effect));
  out.key("after_effect_gone").boolean(h.after_effect_gone);
  optional_instant(out, "last", h.last);
  out.key("seconds_6h").number(h.seconds_6h).key("times_24h").number(h.times_24h);
  out.end_object();
}

}  // namespace

void write_tool(JsonWriter& out, const Tool& tool) {
  out.begin_object().key("id").string(tool.id).key("kind").string(name_of(tool.kind));
  out.key("density").string(name_of(tool.density)).key("surface").string(name_of(tool.surface));
  if (tool.diameter_tenths_cm) out.key("diameter_cm").tenths(*tool.diameter_tenths_cm);
  if (tool.temperature != knowledge::Temperature::none) {
    out.key("temperature").string(name_of(tool.temperature));
  }
  if (tool.vibration) out.key("vibration").boolean(true);
  out.end_object();
}

void write_request(JsonWriter& out, const Request& request, const Pack& pack) {
  out.begin_object().key("format").string(request_format);
  out.key("now").string(format_instant(request.now)).key("language").string(request.language);
  optional_number(out, "starts_in_minutes", request.starts_in_minutes);
  write_person(out, request.person);
  out.key("goal").string(name_of(request.goal)).key("activity");
  if (request.activity.valid()) {
    out.string(pack[request.activity].id);
  } else {
    out.null();
  }
  out.key("minutes").number(request.minutes).key("at").begin_array();
  for (const auto support : request.at) out.string(name_of(support));
  out.end_array();
  out.key("feel").begin_array();
  for (const Feel& feel : request.feel) write_feel(out, feel, pack);
  out.end_array();
  write_wishes(out, "want", request.want, pack);
  write_wishes(out, "avoid", request.avoid, pack);
  out.key("conditions").begin_array();
  for (const ConditionEntry& entry : request.conditions) write_condition(out, entry, pack);
  out.end_array();
  write_red_flags(out, request.red_flags, pack);
  out.key("tools").begin_array();
  for (const Tool& tool : request.tools) write_tool(out, tool);
  out.end_array().key("history").begin_array();
  for (const History& h : request.history) write_history(out, h, pack);
  out.end_array();
  write_tool_choices(out, request, pack);
  out.end_object();
}

}  // namespace unknot::model
