#include <algorithm>

#include "unknot/base/text.hpp"
#include "unknot/model/fields.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::model {

namespace {

using base::ErrorCode;
using base::Json;
using knowledge::Pack;

/// "an id such as hamstrings", with a near miss when there is one.
template <class Rows>
std::string expected_id(const Rows& rows, std::string_view wanted, std::string_view kind) {
  std::vector<std::string_view> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  const auto near = base::nearest(wanted, ids);
  if (!near.empty()) return "a known " + std::string(kind) + "; did you mean " + std::string(near);
  return "a known " + std::string(kind) + " (unknot " + std::string(kind) + "s lists them)";
}

/// Reads whole requests. One object a call, so that paths and the first complaint stay together.
class RequestReader {
 public:
  RequestReader(const Pack& pack, base::Instant clock) : pack_(pack), clock_(clock) {}

  base::Result<Request> read(const Json& json) {
    Fields fields(json, "", complaint_);
    if (!fields.is_object()) return std::unexpected(*complaint_.error);
    head(fields);
    person(fields);
    session(fields);
    feelings(fields);
    wishes(fields, "want", false, request_.want);
    wishes(fields, "avoid", true, request_.avoid);
    conditions(fields);
    red_flags(fields);
    tools(fields);
    history(fields);
    tool_choices(fields);
    fields.finish();
    if (complaint_.error) return std::unexpected(std::move(*complaint_.error));
    return std::move(request_);
  }

 private:
  void head(Fields& fields) {
    const Json* format = fields.need("format", '"' + std::string(request_format) + '"');
    if (format != nullptr &&
        (format->kind != Json::Kind::string || format->text != request_format)) {
      fields.complain(ErrorCode::format_unknown, "format", *format,
                      '"' + std::string(request_format) + '"');
    }
    request_.now = fields.instant("now").value_or(clock_);
    language(fields);
    request_.starts_in_minutes = fields.integer("starts_in_minutes", limits::starts_in_minutes);
  }

  void language(Fields& fields) {
    const Json* json = fields.get("language");
    if (json == nullptr) return;
    std::string known;
    for (const auto& language : pack_.languages) {
      if (json->kind == Json::Kind::string && language.id == json->text) {
        request_.language = json->text;
        return;
      }
      known += (known.empty() ? "" : " | ") + std::string(language.id);
    }
    fields.complain(ErrorCode::id_unknown, "language", *json, known);
  }

  void person(Fields& fields) {
    const Json* json = fields.get("person");
    if (json == nullptr) return;
    Fields person(*json, "person", complaint_);
    request_.person.experience =
        person.choice<Experience>("experience").value_or(Experience::fresh);
    request_.person.age = person.integer("age", limits::age);
    request_.person.height_tenths_cm = person.tenths("height_cm", limits::height_tenths_cm);
    request_.person.mass_hectograms = person.tenths("mass_kg", limits::mass_hectograms);
    request_.person.floor_transfer =
        person.choice<FloorTransfer>("floor_transfer").value_or(FloorTransfer::easy);
    person.finish();
  }

  void session(Fields& fields) {
    request_.goal =
        fields.choice<knowledge::GoalKind>("goal").value_or(knowledge::GoalKind::recover);
    if (const Json* json = fields.get("activity")) {
      request_.activity = knowledge::find_activity(pack_, id_text(*json));
      if (!request_.activity.valid()) {
        fields.complain(ErrorCode::id_unknown, "activity", *json,
                        expected_activity(id_text(*json)));
      }
    }
    fields.need("minutes", "a whole number from 1 to 600");
    request_.minutes = fields.integer("minutes", limits::minutes).value_or(1);
    supports(fields);
  }

  std::string expected_activity(std::string_view wanted) const {
    std::vector<std::string_view> ids;
    for (const auto& row : pack_.activities) ids.push_back(row.id);
    const auto near = base::nearest(wanted, ids);
    if (!near.empty()) return "a known activity; did you mean " + std::string(near);
    return "a known activity (unknot activities lists them)";
  }

  void supports(Fields& fields) {
    const Json* json = fields.list("at", limits::places_to_be);
    if (json == nullptr) return;
    request_.at.clear();
    for (std::size_t i = 0; i < json->items.size(); ++i) {
      const Json& item = json->items[i];
      const auto value = knowledge::parse_enum<knowledge::Support>(id_text(item));
      if (!value) {
        fields.complain(ErrorCode::id_unknown, element("at", i), item,
                        choices<knowledge::Support>());
        return;
      }
      if (std::find(request_.at.begin(), request_.at.end(), *value) == request_.at.end()) {
        request_.at.push_back(*value);
      }
    }
    if (json->items.empty()) {
      fields.complain(ErrorCode::out_of_range, "at", *json,
                      "at least one of " + choices<knowledge::Support>());
    }
  }

  void feelings(Fields& fields) {
    const Json* json = fields.list("feel", limits::list_length);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      Fields entry(json->items[i], element("feel", i), complaint_);
      Feel feel;
      feel.at = need_place(entry);
      feel.side = entry.choice<Side>("side").value_or(Side::both);
      entry.need("kind", choices<FeelKind>());
      feel.kind = entry.choice<FeelKind>("kind").value_or(FeelKind::injury);
      feel.level = entry.integer("level", limits::level);
      entry.finish();
      request_.feel.push_back(feel);
    }
  }

  void wishes(Fields& fields, std::string_view name, bool reasons, std::vector<Wish>& out) {
    const Json* json = fields.list(name, limits::list_length);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      Fields entry(json->items[i], element(name, i), complaint_);
      Wish wish;
      wish.at = need_place(entry);
      wish.side = entry.choice<Side>("side").value_or(Side::both);
      if (reasons) wish.why = entry.text("why", limits::why_length).value_or("");
      entry.finish();
      out.push_back(std::move(wish));
    }
  }

  void conditions(Fields& fields) {
    const Json* json = fields.list("conditions", limits::list_length);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      const Json& item = json->items[i];
      const std::string path = element("conditions", i);
      ConditionEntry entry;
      if (item.kind == Json::Kind::string) {
        entry.id = condition_id(path, item);
      } else {
        condition_object(item, path, entry);
      }
      request_.conditions.push_back(entry);
    }
  }

  void condition_object(const Json& item, const std::string& path, ConditionEntry& entry) {
    Fields fields(item, path, complaint_);
    if (const Json* id = fields.need("id", "a known condition")) {
      entry.id = condition_id(fields.path_of("id"), *id);
    }
    if (const Json* at = fields.get("at")) entry.at = place(fields, "at", *at);
    entry.side = fields.choice<Side>("side").value_or(Side::both);
    entry.weeks = fields.integer("weeks", limits::weeks);
    entry.cleared_on = fields.day("cleared_on");
    fields.finish();
  }

  knowledge::ConditionIndex condition_id(const std::string& path, const Json& json) {
    const auto index = knowledge::find_condition(pack_, id_text(json));
    if (!index.valid()) {
      complaint_.say(ErrorCode::id_unknown, path, base::shown(json),
                     expected_id(pack_.conditions, id_text(json), "condition"));
    }
    return index;
  }

  void red_flags(Fields& fields) {
    const Json* json = fields.need("red_flags", "an object with screened, at and present");
    if (json == nullptr) return;
    Fields flags(*json, "red_flags", complaint_);
    request_.red_flags.screened = flags.boolean("screened").value_or(false);
    request_.red_flags.at = flags.instant("at");
    const Json* present = flags.list("present", limits::list_length);
    for (std::size_t i = 0; present != nullptr && i < present->items.size(); ++i) {
      const Json& item = present->items[i];
      const auto index = knowledge::find_red_flag(pack_, id_text(item));
      if (!index.valid()) {
        complaint_.say(ErrorCode::id_unknown, flags.path_of(element("present", i)),
                       base::shown(item), expected_id(pack_.red_flags, id_text(item), "red_flag"));
      }
      request_.red_flags.present.push_back(index);
    }
    flags.finish();
    if (!request_.red_flags.screened && !request_.red_flags.present.empty()) {
      complaint_.say(ErrorCode::contradiction, "red_flags.screened", "false",
                     "true when flags are present");
    }
  }

  void tools(Fields& fields) {
    fields.need("tools", "a list of rollers, sticks and balls");
    const Json* json = fields.list("tools", limits::tools_listed);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      Fields entry(json->items[i], element("tools", i), complaint_);
      request_.tools.push_back(tool(entry));
      entry.finish();
      const Tool& added = request_.tools.back();
      const auto twin = std::find_if(request_.tools.begin(), request_.tools.end() - 1,
                                     [&](const Tool& other) { return other.id == added.id; });
      if (twin != request_.tools.end() - 1) {
        complaint_.say(ErrorCode::contradiction, entry.path_of("id"), '"' + added.id + '"',
                       "an id no other tool has");
      }
    }
  }

  Tool tool(Fields& entry) {
    using namespace knowledge;
    Tool tool;
    entry.need("id", "text of 1 to 40 characters");
    tool.id = entry.text("id", limits::tool_id_length).value_or("");
    entry.need("kind", choices<ToolKind>());
    tool.kind = entry.choice<ToolKind>("kind").value_or(ToolKind::roller);
    entry.need("density", choices<Density>());
    tool.density = entry.choice<Density>("density").value_or(Density::firm);
    entry.need("surface", choices<Surface>());
    tool.surface = entry.choice<Surface>("surface").value_or(Surface::textured);
    tool.diameter_tenths_cm = entry.tenths("diameter_cm", limits::diameter_tenths_cm);
    tool.temperature = entry.choice<Temperature>("temperature").value_or(Temperature::none);
    tool.vibration = entry.boolean("vibration").value_or(false);
    return tool;
  }

  void history(Fields& fields) {
    const Json* json = fields.list("history", limits::list_length);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      Fields entry(json->items[i], element("history", i), complaint_);
      History h;
      h.area = need_area(entry);
      h.side = entry.choice<Side>("side").value_or(Side::both);
      h.rung = entry.integer("rung", limits::rung).value_or(1);
      h.clean_sessions = entry.integer("clean_sessions", limits::clean_sessions).value_or(0);
      h.last_levels = last_levels(entry);
      h.after_effect = entry.choice<AfterEffect>("after_effect").value_or(AfterEffect::none);
      h.after_effect_gone = entry.boolean("after_effect_gone").value_or(false);
      h.last = entry.instant("last");
      h.seconds_6h = entry.integer("seconds_6h", limits::seconds_6h).value_or(0);
      h.times_24h = entry.integer("times_24h", limits::times_24h).value_or(0);
      entry.finish();
      request_.history.push_back(std::move(h));
    }
  }

  void tool_choices(Fields& fields) {
    const Json* json = fields.list("use", limits::list_length);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      Fields entry(json->items[i], element("use", i), complaint_);
      ToolChoice choice;
      choice.at = need_place(entry);
      if (const Json* id = entry.need("tool", "the id of one of the tools")) {
        const auto tool = std::find_if(
            request_.tools.begin(), request_.tools.end(),
            [&](const Tool& one) { return id->kind == Json::Kind::string && one.id == id->text; });
        if (tool == request_.tools.end()) {
          entry.complain(ErrorCode::id_unknown, "tool", *id, "the id of one of the tools");
        }
        choice.tool = static_cast<std::size_t>(tool - request_.tools.begin());
      }
      entry.finish();
      request_.use.push_back(choice);
    }
  }

  std::vector<std::optional<std::int32_t>> last_levels(Fields& entry) {
    std::vector<std::optional<std::int32_t>> out;
    const Json* json = entry.list("last_levels", limits::last_levels_kept);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      const Json& item = json->items[i];
      const auto value = base::whole_number(item);
      const bool good = value && *value >= limits::level.least && *value <= limits::level.most;
      if (!good && item.kind != Json::Kind::null) {
        complaint_.say(ErrorCode::out_of_range, entry.path_of(element("last_levels", i)),
                       base::shown(item), "a whole number from 0 to 10, or null");
      }
      out.push_back(good ? std::optional(static_cast<std::int32_t>(*value)) : std::nullopt);
    }
    return out;
  }

  knowledge::PlaceIndex need_place(Fields& entry) {
    const Json* at = entry.need("at", "a known area, zone or region");
    return at == nullptr ? knowledge::PlaceIndex{} : place(entry, "at", *at);
  }

  knowledge::PlaceIndex place(Fields& entry, std::string_view name, const Json& json) {
    const auto index = knowledge::find_place(pack_, id_text(json));
    if (!index.valid()) {
      entry.complain(ErrorCode::id_unknown, name, json,
                     expected_id(pack_.places, id_text(json), "area"));
    }
    return index;
  }

  knowledge::PlaceIndex need_area(Fields& entry) {
    const Json* json = entry.need("area", "a known area");
    if (json == nullptr) return {};
    const auto index = place(entry, "area", *json);
    if (index.valid() && pack_[index].kind != knowledge::PlaceKind::area) {
      entry.complain(ErrorCode::id_unknown, "area", *json,
                     "an area that can be rolled (unknot areas lists them)");
    }
    return index;
  }

  /// Text of an id, empty when the value is no sensible id at all.
  static std::string_view id_text(const Json& json) {
    const bool sensible = json.kind == Json::Kind::string && json.text.size() <= limits::id_length;
    return sensible ? std::string_view(json.text) : std::string_view();
  }

  static std::string element(std::string_view list, std::size_t i) {
    return std::string(list) + '[' + std::to_string(i) + ']';
  }

  const Pack& pack_;
  base::Instant clock_;
  Complaint complaint_;
  Request request_;
};

}  // namespace

base::Result<Request> read_request(const Json& json, const Pack& pack, base::Instant clock) {
  return RequestReader(pack, clock).read(json);
}

base::Result<Request> read_request(std::string_view text, const Pack& pack, base::Instant clock) {
  auto json = base::parse_json(text);
  if (!json) return std::unexpected(std::move(json.error()));
  return read_request(*json, pack, clock);
}

}  // namespace unknot::model
