// Every id of the catalogue, by kind. The one schema that changes with each row of knowledge.

#include <algorithm>

#include "formats/schema_builder.hpp"

namespace unknot::kbc::formats {

namespace {

template <class Rows, class Fits>
Schema ids_where(const Rows& rows, Fits fits) {
  std::vector<std::string_view> ids;
  for (const auto& row : rows) {
    // The id of a position may stand at several places.
    if (fits(row) && (ids.empty() || ids.back() != row.id.value)) ids.push_back(row.id.value);
  }
  std::ranges::sort(ids);
  const auto twins = std::ranges::unique(ids);
  ids.erase(twins.begin(), twins.end());
  return one_of(ids);
}

template <class Rows>
Schema ids(const Rows& rows) {
  return ids_where(rows, [](const auto&) { return true; });
}

Schema places(const Tables& tables, knowledge::PlaceKind kind) {
  return ids_where(tables.places, [kind](const PlaceRow& row) { return row.kind.value == kind; });
}

Json list(std::vector<Schema> schemas) {
  Json json = json_list();
  for (auto& schema : schemas) json.items.push_back(std::move(schema).take());
  return json;
}

}  // namespace

Document ids_schema(const Tables& tables) {
  using knowledge::PlaceKind;
  const auto of = [](std::string_view kind) { return reference(say("#/$defs/", kind)); };
  Schema defs;
  const auto add = [&defs](std::string_view name, std::string_view says, Schema schema) {
    defs.set(name, std::move(schema).says(says).take());
  };
  add("area", "A part that can be rolled.", places(tables, PlaceKind::area));
  add("zone", "A part that is never rolled.", places(tables, PlaceKind::zone));
  add("region", "A part that people name.", places(tables, PlaceKind::region));
  add("place", "An area, zone or region; they share one id space.",
      Schema().set("anyOf", list({of("area"), of("zone"), of("region")})));
  add("muscle", "A muscle.", ids(tables.muscles));
  add("technique", "One way to roll one area.", ids(tables.techniques));
  add("position", "A position of the body, such as seated.", ids(tables.positions));
  add("preset", "An everyday tool by name.", ids(tables.presets));
  add("rule", "A rule that every plan keeps.", ids(tables.rules));
  add("condition", "A condition that changes or refuses a plan.", ids(tables.conditions));
  add("red_flag", "A warning sign that stops everything.", ids(tables.red_flags));
  add("activity", "What is done before or after.", ids(tables.activities));
  add("claim", "A statement of the article.", ids(tables.claims));
  add("source", "A publication, page or judgement.", ids(tables.sources));
  add("language", "A language of the sentences, BCP 47.", ids(tables.languages));
  return document(formats_folder, "ids.schema.json",
                  Schema()
                      .title("Ids of the catalogue")
                      .says("Every id of this version of the knowledge. Ids are added and never "
                            "deleted, so a newer list accepts older documents.")
                      .set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
