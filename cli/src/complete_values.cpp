#include "complete_values.hpp"

#include <algorithm>

#include "log_entries.hpp"
#include "log_terms.hpp"
#include "profile.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/knowledge/enums.hpp"
#include "unknot/model/limits.hpp"
#include "unknot/model/request.hpp"

namespace unknot::cli {

using knowledge::Pack;
using knowledge::Place;

namespace {

/// The part of the word that is the value.
std::string value_of(const Offers& offers, const std::string& head) {
  return offers.current().substr(std::min(head.size(), offers.current().size()));
}

template <class E>
void enumerators(Offers& offers, const std::string& head, std::string_view tail = {}) {
  for (const auto& row : knowledge::EnumNames<E>::all) {
    offers.add(head + std::string(row.name) + std::string(tail));
  }
}

template <class Rows>
void ids(Offers& offers, const std::string& head, const Rows& rows) {
  for (const auto& row : rows) offers.add(head + std::string(row.id), row.name);
}

/// PLACE, and PLACE/SIDE once there is a slash.
void places_with(Offers& offers, const std::string& head, const Pack& pack, std::string_view tail) {
  const std::string value = value_of(offers, head);
  const bool side = value.find('/') != std::string::npos;
  for (const Place& place : pack.places) {
    const std::string id = head + std::string(place.id);
    if (!side) {
      offers.add(id + std::string(tail), place.name);
      continue;
    }
    for (const auto& row : knowledge::EnumNames<model::Side>::all) {
      const bool fits =
          (row.value == model::Side::middle) == (place.sides == knowledge::Sides::middle);
      if (fits) offers.add(id + '/' + std::string(row.name) + std::string(tail), place.name);
    }
  }
}

void places(Offers& offers, const std::string& head, const Pack& pack) {
  places_with(offers, head, pack, "");
}

/// PLACE[/SIDE]:KIND[:LEVEL]
void feelings(Offers& offers, const std::string& head, const Pack& pack) {
  const std::string value = value_of(offers, head);
  const auto parts = base::split(value, ':');
  if (parts.size() == 1) {
    places_with(offers, head, pack, ":");
    return;
  }
  const std::string place = head + std::string(parts[0]) + ':';
  if (parts.size() == 2) {
    enumerators<model::FeelKind>(offers, place);
    return;
  }
  for (int level = 0; level <= model::limits::level.most; ++level) {
    offers.add(place + std::string(parts[1]) + ':' + std::to_string(level));
  }
}

/// ID[:PLACE[/SIDE]][:weeks=N][:cleared=DATE]
void conditions(Offers& offers, const std::string& head, const Pack& pack) {
  const std::string value = value_of(offers, head);
  const auto colon = value.rfind(':');
  if (colon == std::string::npos) {
    for (const auto& row : pack.conditions) {
      offers.add(head + std::string(row.id) + (row.needs_at ? ":" : ""), row.name);
    }
    return;
  }
  const std::string before = head + value.substr(0, colon + 1);
  places_with(offers, before, pack, "");
  offers.add(before + "weeks=", "of pregnancy");
  offers.add(before + "cleared=", "the day a clinician agreed, YYYY-MM-DD");
}

/// [NAME=]PRESET or [NAME=]KIND:DENSITY:SURFACE[:cold|warm][:vibration]
void tools(Offers& offers, const std::string& head, const Pack& pack) {
  const std::string value = value_of(offers, head);
  const auto equals = value.find('=');
  const std::string name = equals == std::string::npos ? "" : value.substr(0, equals + 1);
  const auto colon = value.rfind(':');
  if (colon == std::string::npos) {
    ids(offers, head + name, pack.presets);
    enumerators<knowledge::ToolKind>(offers, head + name, ":");
    return;
  }
  const std::string before = head + value.substr(0, colon + 1);
  const auto colons =
      std::count(before.begin() + static_cast<std::ptrdiff_t>(head.size()), before.end(), ':');
  if (colons == 1) {
    enumerators<knowledge::Density>(offers, before, ":");
  } else if (colons == 2) {
    enumerators<knowledge::Surface>(offers, before);
  } else {
    for (const char* extra : {"cold", "warm", "vibration"}) offers.add(before + extra);
  }
}

/// Several, with commas between; none twice.
void supports(Offers& offers, const std::string& head, const Pack&) {
  const std::string value = value_of(offers, head);
  const auto comma = value.rfind(',');
  const std::string before = comma == std::string::npos ? "" : value.substr(0, comma + 1);
  const auto taken = base::split(before, ',');
  for (const auto& row : knowledge::EnumNames<knowledge::Support>::all) {
    if (std::find(taken.begin(), taken.end(), row.name) != taken.end()) continue;
    offers.add(head + before + std::string(row.name));
  }
}

void goals(Offers& offers, const std::string& head, const Pack& pack) {
  for (const auto& row : pack.goals) {
    offers.add(head + std::string(name_of(row.kind)), row.description);
  }
}

void activities(Offers& offers, const std::string& head, const Pack& pack) {
  ids(offers, head, pack.activities);
}

void red_flags(Offers& offers, const std::string& head, const Pack& pack) {
  ids(offers, head, pack.red_flags);
}

void experiences(Offers& offers, const std::string& head, const Pack&) {
  enumerators<model::Experience>(offers, head);
}

void floor_transfers(Offers& offers, const std::string& head, const Pack&) {
  enumerators<model::FloorTransfer>(offers, head);
}

void languages(Offers& offers, const std::string& head, const Pack& pack) {
  ids(offers, head, pack.languages);
}

void territories(Offers& offers, const std::string& head, const Pack& pack) {
  for (const auto& row : pack.emergency_numbers) {
    for (const auto territory : row.territories) {
      offers.add(head + std::string(territory), row.number);
    }
  }
}

void formats(Offers& offers, const std::string& head, const Pack&) {
  for (const char* format : {"text", "json"}) offers.add(head + format);
}

void voices(Offers& offers, const std::string& head, const Pack&) {
  for (const char* voice : {"auto", "off", "spd-say", "espeak-ng"}) offers.add(head + voice);
}

void ready_percents(Offers& offers, const std::string& head, const Pack&) {
  for (const char* percent : {"100", "150", "200"}) offers.add(head + percent);
}

void shells(Offers& offers, const std::string& head, const Pack&) {
  for (const char* shell : {"bash", "fish", "zsh"}) offers.add(head + shell);
}

void files(Offers& offers, const std::string&, const Pack&) { offers.files(); }

/// Everything that `learn` can speak of.
void lessons(Offers& offers, const std::string& head, const Pack& pack) {
  for (const auto& row : knowledge::EnumNames<knowledge::Topic>::all) {
    offers.add(head + std::string(row.name), "what is said and what is known");
  }
  ids(offers, head, pack.places);
  ids(offers, head, pack.rules);
  ids(offers, head, pack.conditions);
  ids(offers, head, pack.red_flags);
  ids(offers, head, pack.techniques);
  ids(offers, head, pack.presets);
  for (const auto& row : pack.sources) offers.add(head + std::string(row.id), row.title);
}

/// A time is nobody's to guess.
void nothing(Offers&, const std::string&, const Pack&) {}

void areas(Offers& offers, const std::string& head, const Pack& pack) {
  const std::string value = value_of(offers, head);
  Offers all(offers.current());
  places(all, head, pack);
  for (auto& candidate : all.take().candidates) {
    const std::string id = candidate.text.substr(head.size());
    const auto place = knowledge::find_place(pack, id.substr(0, id.rfind('/')));
    if (place.valid() && pack[place].kind == knowledge::PlaceKind::area) {
      offers.add(candidate.text, candidate.about);
    }
  }
}

void effects(Offers& offers, const std::string& head, const Pack&) {
  enumerators<model::AfterEffect>(offers, head);
  offers.add(head + "gone");
}

void levels(Offers& offers, const std::string& head, const Pack&) {
  for (int level = 0; level <= model::limits::level.most; ++level)
    offers.add(head + std::to_string(level));
}

void facts(Offers& offers, const std::string& head, const Pack&) {
  for (const auto& name : fact_names()) offers.add(head + name);
}

void export_formats(Offers& offers, const std::string& head, const Pack&) {
  for (const char* format : {"json", "csv"}) offers.add(head + format);
}

/// What cannot be read offers nothing.
std::optional<Logbook> log_of(const Offers& offers) {
  auto log = Logbook::open(offers.log(), LogUse::read);
  return log ? std::optional(std::move(*log)) : std::nullopt;
}

void names(Offers& offers, const std::string& head, const Pack&) {
  const auto log = log_of(offers);
  if (!log) return;
  for (const auto& one : everybody(*log)) offers.add(head + one.name);
}

/// Names of one's own first, then those of the shop.
void tools_of_mine(Offers& offers, const std::string& head, const Pack&) {
  const auto log = log_of(offers);
  if (!log) return;
  const auto person = whose(*log, offers.log());
  if (!person || !*person) return;
  for (const auto& tool : (*person)->tools) offers.add(head + tool.id, tool_words(tool));
}

void any_tools(Offers& offers, const std::string& head, const Pack& pack) {
  tools_of_mine(offers, head, pack);
  tools(offers, head, pack);
}

void ids_of_mine(Offers& offers, const std::string& head, const Pack& pack) {
  const auto log = log_of(offers);
  if (!log) return;
  const auto person = whose(*log, offers.log());
  if (!person || !*person) return;
  const auto records = with_plans(*log, (*person)->id);
  if (!records) return;
  for (const Entry& entry : entries(*records, pack)) {
    for (const auto& id : ids_of({entry})) offers.add(head + short_id(id), clock_words(entry.at));
  }
}

/// PLACE:TOOL
void uses(Offers& offers, const std::string& head, const Pack& pack) {
  const std::string value = value_of(offers, head);
  const auto colon = value.find(':');
  if (colon == value.npos) {
    for (const Place& place : pack.places)
      offers.add(head + std::string(place.id) + ':', place.name);
    return;
  }
  any_tools(offers, head + value.substr(0, colon + 1), pack);
}

struct ValuesOf {
  std::string_view name;
  Values values;
};

/// `VERB NAME` goes before `NAME` alone.
constexpr ValuesOf table[] = {
    {"--voice", voices},
    {"--activity", activities},
    {"--area", areas},
    {"--as", names},
    {"--at", supports},
    {"--avoid", places},
    {"--batch", files},
    {"--bundle", files},
    {"--clips", files},
    {"--condition", conditions},
    {"--data", files},
    {"--experience", experiences},
    {"--feel", feelings},
    {"--floor-transfer", floor_transfers},
    {"--format", formats},
    {"--goal", goals},
    {"--get-ready", ready_percents},
    {"--language", languages},
    {"--level", levels},
    {"--output", files},
    {"--place", places},
    {"--red-flag", red_flags},
    {"--plan", files},
    {"--request", files},
    {"--territory", territories},
    {"--tool", any_tools},
    {"--use", uses},
    {"--unset", facts},
    {"--want", places},
    {"backup file", files},
    {"check plan", files},
    {"compare a", files},
    {"compare b", files},
    {"completion shell", shells},
    {"export --format", export_formats},
    {"history place", places},
    {"import file", files},
    {"learn about", lessons},
    {"log add --at", nothing},
    {"log add area", areas},
    {"log after --at", nothing},
    {"log after area", areas},
    {"log after effect", effects},
    {"log edit --at", nothing},
    {"log edit id", ids_of_mine},
    {"log remove id", ids_of_mine},
    {"log show id", ids_of_mine},
    {"me tool add what", tools},
    {"me tool remove what", tools_of_mine},
    {"note --at", nothing},
    {"restore file", files},
    {"serve --host", nothing},
    {"serve --listen", nothing},
    {"serve --port", nothing},
};

}  // namespace

Values values_of(std::string_view verb, std::string_view name) {
  const std::string whole = std::string(verb) + ' ' + std::string(name);
  for (const std::string_view wanted : {std::string_view(whole), name}) {
    for (const ValuesOf& row : table) {
      if (row.name == wanted) return row.values;
    }
  }
  return nullptr;
}

}  // namespace unknot::cli
