#include "unknot/journal/build.hpp"

#include "unknot/base/text.hpp"
#include "unknot/base/uuid.hpp"

namespace unknot::journal {

namespace {

using base::JsonWriter;
using knowledge::name_of;

constexpr std::int32_t counts = 1 << 12;  ///< What the bits after the version can count to.

void text(JsonWriter& out, std::string_view key, std::string_view value) {
  if (!value.empty()) out.key(key).string(value);
}

void number(JsonWriter& out, std::string_view key, std::optional<std::int32_t> value) {
  if (value) out.key(key).number(*value);
}

/// Begins a fact that was said; gives its value, or null pointer when there is none to write.
template <class T>
const T* said(JsonWriter& out, std::string_view key, const Fact<T>& fact) {
  if (!fact.said) return nullptr;
  out.key(key);
  if (!fact.value) out.null();
  return fact.value ? &*fact.value : nullptr;
}

void write(JsonWriter& out, const model::Tool& tool) {
  out.begin_object().key("id").string(tool.id).key("kind").string(name_of(tool.kind));
  out.key("density").string(name_of(tool.density)).key("surface").string(name_of(tool.surface));
  if (tool.diameter_tenths_cm) out.key("diameter_cm").tenths(*tool.diameter_tenths_cm);
  if (tool.temperature != knowledge::Temperature::none) {
    out.key("temperature").string(name_of(tool.temperature));
  }
  if (tool.vibration) out.key("vibration").boolean(true);
  out.end_object();
}

void write(JsonWriter& out, const ConditionData& condition) {
  out.begin_object().key("id").string(condition.id);
  text(out, "at", condition.at);
  out.key("side").string(name_of(condition.side));
  number(out, "weeks", condition.weeks);
  if (condition.cleared_on) out.key("cleared_on").string(format_day(*condition.cleared_on));
  out.end_object();
}

void write_lists(JsonWriter& out, const ProfileData& data) {
  if (const auto* at = said(out, "at", data.at)) {
    out.begin_array();
    for (const auto support : *at) out.string(name_of(support));
    out.end_array();
  }
  if (const auto* tools = said(out, "tools", data.tools)) {
    out.begin_array();
    for (const auto& tool : *tools) write(out, tool);
    out.end_array();
  }
  if (const auto* conditions = said(out, "conditions", data.conditions)) {
    out.begin_array();
    for (const auto& condition : *conditions) write(out, condition);
    out.end_array();
  }
}

void write(JsonWriter& out, const ProfileData& data) {
  if (const auto* v = said(out, "name", data.name)) out.string(*v);
  if (const auto* v = said(out, "experience", data.experience)) out.string(name_of(*v));
  if (const auto* v = said(out, "age", data.age)) out.number(*v);
  if (const auto* v = said(out, "height_cm", data.height_tenths_cm)) out.tenths(*v);
  if (const auto* v = said(out, "mass_kg", data.mass_hectograms)) out.tenths(*v);
  if (const auto* v = said(out, "floor_transfer", data.floor_transfer)) out.string(name_of(*v));
  if (const auto* v = said(out, "language", data.language)) out.string(*v);
  if (const auto* v = said(out, "territory", data.territory)) out.string(*v);
  write_lists(out, data);
  if (const auto* v = said(out, "regular_declined", data.regular_declined)) out.boolean(*v);
}

void write(JsonWriter& out, const RolledData& data) {
  out.key("area").string(data.area).key("side").string(name_of(data.side));
  out.key("seconds").number(data.seconds).key("rung").number(data.rung);
  number(out, "level", data.level);
  if (!data.sets.empty()) {
    out.key("sets").begin_array();
    for (const auto set : data.sets) out.number(set);
    out.end_array();
  }
  text(out, "technique", data.technique);
  text(out, "tool", data.tool);
  text(out, "variant", data.variant);
  text(out, "replaces", data.replaces);
}

/// Everything but the data.
Record sealed(const Stamp& stamp, RecordKind kind, JsonWriter& data) {
  return Record{.id = stamp.id,
                .person = stamp.person,
                .kind = kind,
                .kind_name = std::string(name_of(kind)),
                .at = stamp.at,
                .session = stamp.session,
                .knowledge = stamp.knowledge,
                .data = data.end_object().take(),
                .extra = {}};
}

}  // namespace

IdMaker::IdMaker(std::string_view newest) {
  const auto ms = base::uuid_v7_time(newest);
  if (!ms) return;
  ms_ = *ms;
  // The count stands behind the version: xxxxxxxx-xxxx-7ccc.
  for (const char c : base::lower_ascii(newest.substr(15, 3))) {
    count_ = count_ * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
  }
}

std::string IdMaker::next(std::int64_t unix_ms, std::array<std::uint8_t, 10> chance) {
  if (unix_ms > ms_) {
    ms_ = unix_ms;
    // Half of the room is left for counting up.
    count_ = (chance[0] * 256 + chance[1]) % (counts / 2);
  } else if (++count_ == counts) {
    ++ms_;
    count_ = 0;
  }
  chance[0] = static_cast<std::uint8_t>(count_ >> 8);
  chance[1] = static_cast<std::uint8_t>(count_ & 0xFF);
  return base::uuid_v7(ms_, chance);
}

Record make_person(const Stamp& stamp, const PersonData& data) {
  JsonWriter out;
  out.begin_object().key("name").string(data.name);
  Record record = sealed(stamp, RecordKind::person, out);
  record.person = record.id;
  record.session.clear();
  return record;
}

Record make_profile(const Stamp& stamp, const ProfileData& data) {
  JsonWriter out;
  out.begin_object();
  write(out, data);
  return sealed(stamp, RecordKind::profile, out);
}

Record make_plan(const Stamp& stamp, const PlanData& data) {
  JsonWriter out;
  out.begin_object().key("plan").raw(data.plan);
  if (!data.settings.empty()) out.key("settings").raw(data.settings);
  Record record = sealed(stamp, RecordKind::plan, out);
  record.session = record.id;
  return record;
}

Record make_event(const Stamp& stamp, const EventData& data) {
  JsonWriter out;
  out.begin_object().key("ms").number(data.ms).key("kind").string(data.kind);
  number(out, "level", data.level);
  text(out, "red_flag", data.red_flag);
  return sealed(stamp, RecordKind::event, out);
}

Record make_session_end(const Stamp& stamp, const SessionData& data) {
  JsonWriter out;
  out.begin_object().key("reason").string(data.reason);
  number(out, "seconds", data.seconds);
  return sealed(stamp, RecordKind::session, out);
}

Record make_rolled(const Stamp& stamp, const RolledData& data) {
  JsonWriter out;
  out.begin_object();
  write(out, data);
  return sealed(stamp, RecordKind::rolled, out);
}

Record make_level(const Stamp& stamp, const LevelData& data) {
  JsonWriter out;
  out.begin_object().key("of").string(data.of).key("level").number(data.level);
  return sealed(stamp, RecordKind::level, out);
}

Record make_after_effect(const Stamp& stamp, const AfterEffectData& data) {
  JsonWriter out;
  out.begin_object().key("area").string(data.area).key("side").string(name_of(data.side));
  if (data.effect) out.key("effect").string(name_of(*data.effect));
  out.key("gone").boolean(data.gone);
  return sealed(stamp, RecordKind::after_effect, out);
}

Record make_area_over(const Stamp& stamp, const AreaOverData& data) {
  JsonWriter out;
  out.begin_object().key("area").string(data.area).key("reason").string(data.reason);
  return sealed(stamp, RecordKind::area_over, out);
}

Record make_note(const Stamp& stamp, const NoteData& data) {
  JsonWriter out;
  out.begin_object().key("text").string(data.text);
  text(out, "place", data.place);
  if (data.side) out.key("side").string(name_of(*data.side));
  return sealed(stamp, RecordKind::note, out);
}

Record make_removal(const Stamp& stamp, const RemovalData& data) {
  JsonWriter out;
  out.begin_object().key("of").string(data.of);
  text(out, "why", data.why);
  return sealed(stamp, RecordKind::removal, out);
}

std::vector<Record> make_edit(const Stamp& stamp, std::string removal_id, std::string_view old_id,
                              RolledData data) {
  Stamp removal = stamp;
  removal.id = std::move(removal_id);
  data.replaces = old_id;
  return {make_removal(removal, {std::string(old_id), "replaced"}), make_rolled(stamp, data)};
}

}  // namespace unknot::journal
