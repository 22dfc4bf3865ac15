#include "facts.hpp"
#include "unknot/journal/data.hpp"

namespace unknot::journal {

namespace {

namespace ml = model::limits;
using base::ErrorCode;
using scan::Kind;
using scan::Value;

constexpr std::string_view word_wanted = "a word such as hamstrings";
constexpr std::string_view id_wanted = "the id of a record (UUIDv7)";

void read(Facts& in, PersonData& out) {
  in.need("name", "the name of a person");
  out.name = in.text("name", 1, limits::name_length).value_or("");
}

/// Takes a fact when its field is there, `null` included.
template <class T>
void fact(const Facts& in, std::string_view name, Fact<T>& out, std::optional<T> value) {
  out.said = in.find(name) != nullptr;
  out.value = std::move(value);
}

std::optional<std::vector<knowledge::Support>> supports(Facts& in) {
  const auto items = in.list("at", ml::places_to_be);
  if (!items) return std::nullopt;
  std::vector<knowledge::Support> out;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const auto one = in.one_of<knowledge::Support>((*items)[i], element("at", i));
    if (one) out.push_back(*one);
  }
  return out;
}

model::Tool tool(Facts in) {
  using namespace knowledge;
  model::Tool out;
  in.need("id", "text of 1 to 40 characters");
  out.id = in.text("id", 1, ml::tool_id_length).value_or("");
  in.need_choice<ToolKind>("kind");
  out.kind = in.choice<ToolKind>("kind").value_or(out.kind);
  in.need_choice<Density>("density");
  out.density = in.choice<Density>("density").value_or(out.density);
  in.need_choice<Surface>("surface");
  out.surface = in.choice<Surface>("surface").value_or(out.surface);
  out.diameter_tenths_cm = in.tenths("diameter_cm", ml::diameter_tenths_cm);
  out.temperature = in.choice<Temperature>("temperature").value_or(out.temperature);
  out.vibration = in.flag("vibration").value_or(false);
  return out;
}

ConditionData condition(Facts in) {
  ConditionData out;
  in.need("id", "a word such as pregnancy");
  out.id = in.word("id").value_or("");
  out.at = in.word("at").value_or("");
  out.side = in.choice<model::Side>("side").value_or(model::Side::both);
  out.weeks = in.integer("weeks", ml::weeks);
  out.cleared_on = in.day("cleared_on");
  return out;
}

template <class T>
std::optional<std::vector<T>> all(Facts& in, std::string_view name, std::size_t most,
                                  T (*one)(Facts)) {
  const auto items = in.list(name, most);
  if (!items) return std::nullopt;
  std::vector<T> out;
  for (std::size_t i = 0; i < items->size(); ++i) {
    out.push_back(one(Facts((*items)[i], in.path_of(element(name, i)), in.complaint())));
  }
  return out;
}

void refuse_twins(Facts& in, const std::vector<model::Tool>& tools) {
  for (std::size_t i = 0; i < tools.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (tools[i].id != tools[j].id) continue;
      in.complaint().say(ErrorCode::contradiction, in.path_of(element("tools", i) + ".id"),
                         '"' + tools[i].id + '"', "an id no other tool has");
    }
  }
}

void read(Facts& in, ProfileData& out) {
  fact(in, "name", out.name, in.text("name", 1, limits::name_length));
  fact(in, "experience", out.experience, in.choice<model::Experience>("experience"));
  fact(in, "age", out.age, in.integer("age", ml::age));
  fact(in, "height_cm", out.height_tenths_cm, in.tenths("height_cm", ml::height_tenths_cm));
  fact(in, "mass_kg", out.mass_hectograms, in.tenths("mass_kg", ml::mass_hectograms));
  fact(in, "floor_transfer", out.floor_transfer, in.choice<model::FloorTransfer>("floor_transfer"));
  fact(in, "language", out.language, in.text("language", 1, limits::language_length));
  fact(in, "territory", out.territory, in.text("territory", 2, 2));
  fact(in, "at", out.at, supports(in));
  fact(in, "tools", out.tools, all(in, "tools", ml::tools_listed, tool));
  fact(in, "conditions", out.conditions, all(in, "conditions", ml::list_length, condition));
  fact(in, "regular_declined", out.regular_declined, in.flag("regular_declined"));
  if (out.tools.value) refuse_twins(in, *out.tools.value);
}

void read(Facts& in, PlanData& out) {
  in.need("plan", "a plan document (unknot/plan@1)");
  out.plan = in.object("plan").value_or("{}");
  out.settings = in.object("settings").value_or("");
}

void read(Facts& in, EventData& out) {
  in.need("ms", "a whole number of milliseconds");
  out.ms = in.whole("ms", limits::moment_ms).value_or(0);
  in.need("kind", "a word such as pause");
  out.kind = in.word("kind").value_or("");
  out.level = in.integer("level", ml::level);
  out.red_flag = in.word("red_flag").value_or("");
}

void read(Facts& in, SessionData& out) {
  in.need("reason", "a word such as finished");
  out.reason = in.word("reason").value_or("");
  out.seconds = in.integer("seconds", limits::session_seconds);
}

std::vector<std::int32_t> sets(Facts& in) {
  std::vector<std::int32_t> out;
  const auto items = in.list("sets", limits::sets_listed);
  for (std::size_t i = 0; items && i < items->size(); ++i) {
    const Value& item = (*items)[i];
    const auto seconds = base::parse_integer(item.raw);
    if (!seconds || *seconds < limits::rolled_seconds.least ||
        *seconds > limits::rolled_seconds.most) {
      in.complain(ErrorCode::out_of_range, element("sets", i), item,
                  "a whole number from 1 to " + std::to_string(limits::rolled_seconds.most));
      break;
    }
    out.push_back(static_cast<std::int32_t>(*seconds));
  }
  return out;
}

void read(Facts& in, RolledData& out) {
  in.need("area", word_wanted);
  out.area = in.word("area").value_or("");
  out.side = in.choice<model::Side>("side").value_or(model::Side::both);
  in.need("seconds", "a whole number of seconds");
  out.seconds = in.integer("seconds", limits::rolled_seconds).value_or(1);
  out.rung = in.integer("rung", ml::rung).value_or(1);
  out.level = in.integer("level", ml::level);
  out.sets = sets(in);
  out.technique = in.word("technique").value_or("");
  out.tool = in.text("tool", 1, ml::tool_id_length).value_or("");
  out.variant = in.word("variant").value_or("");
  out.replaces = in.record_id("replaces").value_or("");
}

void read(Facts& in, LevelData& out) {
  in.need("of", id_wanted);
  out.of = in.record_id("of").value_or("");
  in.need("level", "a whole number from 0 to 10");
  out.level = in.integer("level", ml::level).value_or(0);
}

void read(Facts& in, AfterEffectData& out) {
  in.need("area", word_wanted);
  out.area = in.word("area").value_or("");
  out.side = in.choice<model::Side>("side").value_or(model::Side::both);
  out.effect = in.choice<model::AfterEffect>("effect");
  out.gone = in.flag("gone").value_or(false);
  if (!out.gone && !out.effect) {
    in.need("effect", choices<model::AfterEffect>() + ", unless it is gone");
  }
}

void read(Facts& in, AreaOverData& out) {
  in.need("area", word_wanted);
  out.area = in.word("area").value_or("");
  in.need("reason", "a word such as hurt");
  out.reason = in.word("reason").value_or("");
}

void read(Facts& in, NoteData& out) {
  in.need("text", "the words of the note");
  out.text = in.text("text", 1, limits::note_length).value_or("");
  out.place = in.word("place").value_or("");
  out.side = in.choice<model::Side>("side");
}

void read(Facts& in, RemovalData& out) {
  in.need("of", id_wanted);
  out.of = in.record_id("of").value_or("");
  out.why = in.text("why", 0, limits::word_length).value_or("");
}

template <class Data>
base::Result<Data> data_of(const Record& record) {
  std::vector<scan::Member> members;
  if (auto error = scan::unsound(record.data, &members)) {
    error->field = "data";
    return std::unexpected(std::move(*error));
  }
  Complaint complaint;
  Facts in(std::move(members), "data", complaint);
  Data out;
  read(in, out);
  if (complaint.error) return std::unexpected(std::move(*complaint.error));
  return out;
}

template <class Data>
std::optional<base::Error> broken(const Record& record) {
  auto data = data_of<Data>(record);
  if (data) return std::nullopt;
  return std::move(data.error());
}

}  // namespace

base::Result<PersonData> person_data(const Record& r) { return data_of<PersonData>(r); }
base::Result<ProfileData> profile_data(const Record& r) { return data_of<ProfileData>(r); }
base::Result<PlanData> plan_data(const Record& r) { return data_of<PlanData>(r); }
base::Result<EventData> event_data(const Record& r) { return data_of<EventData>(r); }
base::Result<SessionData> session_data(const Record& r) { return data_of<SessionData>(r); }
base::Result<RolledData> rolled_data(const Record& r) { return data_of<RolledData>(r); }
base::Result<LevelData> level_data(const Record& r) { return data_of<LevelData>(r); }
base::Result<AfterEffectData> after_effect_data(const Record& r) {
  return data_of<AfterEffectData>(r);
}
base::Result<AreaOverData> area_over_data(const Record& r) { return data_of<AreaOverData>(r); }
base::Result<NoteData> note_data(const Record& r) { return data_of<NoteData>(r); }
base::Result<RemovalData> removal_data(const Record& r) { return data_of<RemovalData>(r); }

std::optional<base::Error> broken_data(const Record& record) {
  switch (record.kind) {
    case RecordKind::person: return broken<PersonData>(record);
    case RecordKind::profile: return broken<ProfileData>(record);
    case RecordKind::plan: return broken<PlanData>(record);
    case RecordKind::event: return broken<EventData>(record);
    case RecordKind::session: return broken<SessionData>(record);
    case RecordKind::rolled: return broken<RolledData>(record);
    case RecordKind::level: return broken<LevelData>(record);
    case RecordKind::after_effect: return broken<AfterEffectData>(record);
    case RecordKind::area_over: return broken<AreaOverData>(record);
    case RecordKind::note: return broken<NoteData>(record);
    case RecordKind::removal: return broken<RemovalData>(record);
    case RecordKind::unknown: break;
  }
  auto error = scan::unsound(record.data);
  if (error) error->field = "data";
  return error;
}

}  // namespace unknot::journal
