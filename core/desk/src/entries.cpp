#include "entries.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"
#include "unknot/journal/limits.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/safety/envelope.hpp"
#include "words.hpp"

namespace unknot::desk {

using base::ErrorCode;
using base::Json;
using journal::Record;
using journal::RecordKind;
using model::Side;

namespace {

constexpr std::string_view kind_words =
    "person | profile | rolled | level | after_effect | note | removal";

/// What is expected where no area was named; the rule, where it is a zone.
std::string area_instead(knowledge::PlaceIndex named, const knowledge::Pack& pack) {
  const std::string expected = "an area that can be rolled";
  if (!named.valid()) return expected;
  const knowledge::Place& place = pack[named];
  if (place.kind == knowledge::PlaceKind::zone) {
    return expected + "; " + base::lower_ascii(place.name) + " is never rolled";
  }
  std::string areas;
  for (const auto area : place.covers) {
    areas += (areas.empty() ? "" : " | ") + std::string(pack[area].id);
  }
  return areas.empty() ? expected : "one area of it: " + areas;
}

bool has(const Json& data, std::string_view name) {
  const Json* found = data.find(name);
  return found != nullptr && found->kind != Json::Kind::null;
}

std::string tool_names(const std::vector<model::Tool>& tools) {
  std::string out;
  for (const auto& tool : tools) out += (out.empty() ? "one of yours: " : " | ") + tool.id;
  return out.empty() ? "none, as you have none yet" : out;
}

/// A record with this data alone, for the readers of the journal.
Record bare(const Json& data) {
  Record out;
  out.data = text_of(data);
  return out;
}

}  // namespace

void EntryReader::only(const Json& data, const std::string& path,
                       std::initializer_list<std::string_view> names) {
  model::Fields fields(data, path, complaint_);
  for (const std::string_view name : names) static_cast<void>(fields.get(name));
  if (!complaint_.error) fields.finish();
}

void EntryReader::read(const Json& entry, const std::string& path) {
  model::Fields fields(entry, path, complaint_);
  const Json* data = fields.need("data", "an object");
  const Json* session = fields.get("session");
  fields.need("kind", kind_words);
  const std::string kind = fields.text("kind", model::limits::id_length).value_or("");
  if (session != nullptr && kind != "note") {
    fields.complain(ErrorCode::field_unknown, "session", *session, "a session in notes alone");
  }
  fields.finish();
  if (complaint_.error) return;
  const std::string where = path + ".data";
  /// Reads what the kind says, in its own words for what is wrong.
  const auto read_as = [&](auto reader, auto&& take) {
    auto read = reader(bare(*data));
    if (!read) {
      complaint_.error = std::move(read.error());
      complaint_.error->field = path + '.' + complaint_.error->field;
    } else {
      take(std::move(*read));
    }
  };
  if (kind == "person") return person(*data, where);
  if (kind == "profile") {
    only(*data, where,
         {"name", "experience", "age", "height_cm", "mass_kg", "floor_transfer", "language",
          "territory", "at", "tools", "conditions", "regular_declined"});
    if (complaint_.error) return;
    return read_as(journal::profile_data, [&](auto one) { profile(std::move(one), where); });
  }
  if (kind == "rolled") {
    only(*data, where, {"area", "side", "seconds", "tool", "level"});
    if (complaint_.error) return;
    return read_as(journal::rolled_data, [&](auto one) {
      take_area(one.area, one.side, has(*data, "side"), where);
      rolled(std::move(one), where);
    });
  }
  if (kind == "level") {
    only(*data, where, {"of", "level"});
    if (complaint_.error) return;
    return read_as(journal::level_data, [&](const auto& one) { level(one, where); });
  }
  if (kind == "after_effect") {
    only(*data, where, {"area", "side", "effect", "gone"});
    if (complaint_.error) return;
    return read_as(journal::after_effect_data, [&](auto one) {
      take_area(one.area, one.side, has(*data, "side"), where);
      after_effect(std::move(one), where);
    });
  }
  if (kind == "note") {
    only(*data, where, {"text", "place", "side"});
    if (complaint_.error) return;
    const std::string of = session == nullptr ? std::string() : session->text;
    return read_as(journal::note_data, [&](auto one) { note(std::move(one), of, where); });
  }
  if (kind == "removal") {
    only(*data, where, {"of", "why"});
    if (complaint_.error) return;
    return read_as(journal::removal_data, [&](const auto& one) { removal(one, where); });
  }
  say(ErrorCode::id_unknown, path + ".kind", kind, kind_words);
}

void EntryReader::take_area(std::string& area, Side& side, bool side_said,
                            const std::string& path) {
  const auto index = knowledge::find_place(state_.pack, area);
  if (!index.valid() || state_.pack[index].kind != knowledge::PlaceKind::area) {
    say(ErrorCode::id_unknown, path + ".area", area, area_instead(index, state_.pack));
    return;
  }
  const bool middle = state_.pack[index].sides == knowledge::Sides::middle;
  if (!side_said) side = middle ? Side::middle : Side::both;
  if ((side == Side::middle) != middle) {
    say(ErrorCode::id_unknown, path + ".side", knowledge::name_of(side),
        middle ? "middle" : "left | right | both");
  }
}

void EntryReader::check_name(const std::string& name, const std::string& own,
                             const std::string& path) {
  if (base::trim(name) != name || base::printable(name) != name) {
    say(ErrorCode::out_of_range, path + ".name", name,
        "1 to " + std::to_string(journal::limits::name_length) + " printable characters");
  }
  for (const auto& one : state_.log.people(writing_.now, journal::Offers::judged)) {
    if (one.id == own || base::lower_ascii(one.name) != base::lower_ascii(name)) continue;
    say(ErrorCode::contradiction, path + ".name", name, "a name nobody else has here");
  }
}

/// Somebody new, whom what follows in the same call is about.
void EntryReader::person(const Json& data, const std::string& path) {
  only(data, path, {"name"});
  if (complaint_.error) return;
  auto read = journal::person_data(bare(data));
  if (!read) {
    complaint_.error = std::move(read.error());
    return;
  }
  check_name(read->name, {}, path);
  records_.push_back(journal::make_person(stamps_({}), *read));
  to_ = {};
  to_.id = records_.back().id;
  to_.name = read->name;
}

std::string EntryReader::territory(std::string word, const std::string& path) {
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c >= 'A' && c <= 'Z') continue;
    say(ErrorCode::field_type, path + ".territory", word, "two letters such as GB");
  }
  return word;
}

void EntryReader::profile(journal::ProfileData data, const std::string& path) {
  if (data.name.value) check_name(*data.name.value, to_.id, path);
  // Staying new once the offer was there answers it.
  const bool stays_new = data.experience.value == model::Experience::fresh;
  if (to_.may_be_regular && stays_new) data.regular_declined = true;
  if (data.territory.value) *data.territory.value = territory(*data.territory.value, path);
  if (data.language.value) *data.language.value = lower(*data.language.value);
  for (const auto& one : data.conditions.value.value_or(std::vector<journal::ConditionData>{})) {
    if (!knowledge::find_condition(state_.pack, one.id).valid()) {
      say(ErrorCode::id_unknown, path + ".conditions", one.id, "a known condition");
    }
    if (!one.at.empty() && !knowledge::find_place(state_.pack, one.at).valid()) {
      say(ErrorCode::id_unknown, path + ".conditions", one.at, "a known area, zone or region");
    }
  }
  records_.push_back(journal::make_profile(stamp(), data));
}

void EntryReader::rolled(journal::RolledData data, const std::string& path) {
  if (!data.tool.empty()) {
    const auto& tools = to_.tools;
    const auto own = std::find_if(tools.begin(), tools.end(),
                                  [&](const auto& tool) { return tool.id == data.tool; });
    if (own == tools.end()) {
      say(ErrorCode::id_unknown, path + ".tool", data.tool, tool_names(tools));
      return;
    }
    data.rung = safety::rung_of(*own);
  }
  records_.push_back(journal::make_rolled(stamp(), data));
}

const Record* EntryReader::own_record(const std::string& id) const {
  for (const Record& record : records_) {
    if (record.id == id) return &record;
  }
  const Record* found = state_.log.find(id);
  return found != nullptr && journal::belongs_to(*found, to_.id) ? found : nullptr;
}

void EntryReader::level(const journal::LevelData& data, const std::string& path) {
  const Record* of = own_record(data.of);
  if (of == nullptr || of->kind != RecordKind::rolled) {
    say(ErrorCode::id_unknown, path + ".of", data.of, "the id of a piece of rolling of this log");
    return;
  }
  records_.push_back(journal::make_level(stamp(of->session), data));
}

/// Each thing that is there is gone by a record of its own, so that the log says what went.
void EntryReader::after_effect(journal::AfterEffectData data, const std::string& path) {
  if (complaint_.error) return;
  if (!data.gone || data.effect) {
    records_.push_back(journal::make_after_effect(stamp(), data));
    return;
  }
  const auto facts = state_.log.facts_of(to_.id);
  bool any = false;
  for (const auto& one : journal::open_effects(facts, state_.pack, at_)) {
    const Side there = one.side == Side::both ? data.side : one.side;
    const bool meant = data.side == Side::both || there == data.side;
    if (state_.pack[one.area].id != data.area || !meant) continue;
    journal::AfterEffectData gone = data;
    gone.side = there;
    gone.effect = one.effect;
    records_.push_back(journal::make_after_effect(stamp(), gone));
    any = true;
  }
  if (!any) {
    say(ErrorCode::contradiction, path + ".gone", "true",
        "something that is known to be left from last time there");
  }
}

void EntryReader::note(journal::NoteData data, const std::string& session,
                       const std::string& path) {
  if (base::trim(data.text).empty()) {
    say(ErrorCode::out_of_range, path + ".text", data.text, "some words");
  }
  if (!data.place.empty() && !knowledge::find_place(state_.pack, data.place).valid()) {
    say(ErrorCode::id_unknown, path + ".place", data.place, "a known area, zone or region");
  }
  if (!session.empty()) {
    const Record* of = own_record(session);
    const bool one =
        of != nullptr && (of->kind == RecordKind::plan || of->kind == RecordKind::rolled);
    if (!one) say(ErrorCode::id_unknown, path + ".session", session, "a session of this log");
  }
  records_.push_back(journal::make_note(stamp(session), data));
}

void EntryReader::removal(const journal::RemovalData& data, const std::string& path) {
  if (own_record(data.of) == nullptr) {
    say(ErrorCode::id_unknown, path + ".of", data.of, "the id of a record of this log");
    return;
  }
  records_.push_back(journal::make_removal(stamps_(to_.id), data));
}

}  // namespace unknot::desk
