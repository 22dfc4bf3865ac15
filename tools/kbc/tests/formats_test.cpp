// The JSON Schemas that kbc writes. What they accept is tested against the program in tests/schema.

#include <gtest/gtest.h>

#include <map>
#include <optional>

#include "formats/schema_builder.hpp"
#include "small_knowledge.hpp"
#include "unknot/model/limits.hpp"

namespace unknot::kbc {
namespace {

using base::Json;

std::map<std::string, std::string> texts_of(const std::vector<SourceFile>& files) {
  Complaints complaints("k");
  std::map<std::string, std::string> texts;
  for (auto& [path, text] : compile(files, complaints).documents) {
    if (path.ends_with(".json")) texts[path.substr(path.rfind('/') + 1)] = text;
  }
  EXPECT_EQ(complaints.lines(), std::vector<std::string>{});
  return texts;
}

Json schema(const std::string& name) {
  auto parsed = base::parse_json(texts_of(small_knowledge()).at(name + ".schema.json"));
  EXPECT_TRUE(parsed) << name;
  return parsed ? *parsed : Json{};
}

/// The value at "a/b/c", compact; "-" when there is none.
std::string at(const Json& json, std::string_view path) {
  const Json* here = &json;
  while (!path.empty() && here != nullptr) {
    const auto end = std::min(path.find('/'), path.size());
    here = here->find(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return here == nullptr ? "-" : base::JsonWriter().value(*here).take();
}

struct Row {
  std::string_view path;
  std::string_view value;
};

void expect(const std::string& name, std::initializer_list<Row> rows) {
  const auto json = schema(name);
  for (const auto& [path, value] : rows) EXPECT_EQ(at(json, path), value) << name << ": " << path;
}

TEST(Formats, NameThemselves) {
  for (const auto& [name, text] : texts_of(small_knowledge())) {
    const auto json = base::parse_json(text);
    ASSERT_TRUE(json) << name;
    EXPECT_EQ(at(*json, "$schema"), "\"https://json-schema.org/draft/2020-12/schema\"") << name;
    EXPECT_EQ(at(*json, "$id"), say("\"", name, "\""));
    EXPECT_NE(at(*json, "title"), "-") << name;
    EXPECT_NE(at(*json, "description"), "-") << name;
  }
}

TEST(Formats, HoldTheIdsOfTheKnowledge) {
  expect("ids", {{"$defs/area/enum", R"(["calves","hamstrings","soleus"])"},
                 {"$defs/zone/enum", R"(["knee_hollow","leg"])"},
                 {"$defs/region/enum", R"(["knee"])"},
                 {"$defs/technique/enum", R"(["calves_roller_floor"])"},
                 {"$defs/position/enum", R"(["seated"])"},
                 {"$defs/condition/enum", R"(["broken_bone","pregnancy"])"},
                 {"$defs/red_flag/enum", R"(["numb"])"},
                 {"$defs/activity/enum", R"(["cycling","running"])"},
                 {"$defs/language/enum", R"(["en"])"},
                 {"$defs/source/enum", R"(["book","hearsay"])"}});
}

TEST(Formats, HoldTheLimitsOfTheReader) {
  namespace limits = model::limits;
  const auto json = schema("request");
  const std::map<std::string, model::Range> ranges = {
      {"properties/minutes", limits::minutes},
      {"properties/starts_in_minutes", limits::starts_in_minutes},
      {"$defs/person/properties/age", limits::age},
      {"$defs/feel/properties/level", limits::level},
      {"$defs/condition/properties/weeks", limits::weeks},
      {"$defs/history/properties/rung", limits::rung},
      {"$defs/history/properties/times_24h", limits::times_24h}};
  for (const auto& [path, range] : ranges) {
    EXPECT_EQ(at(json, path + "/minimum"), say(range.least)) << path;
    EXPECT_EQ(at(json, path + "/maximum"), say(range.most)) << path;
  }
  EXPECT_EQ(at(json, "$defs/person/properties/mass_kg/maximum"), "400");
  EXPECT_EQ(at(json, "properties/tools/maxItems"), say(limits::tools_listed));
}

TEST(Formats, RequestsRefuseWhatPlansIgnore) {
  expect("request", {{"additionalProperties", "false"},
                     {"$defs/tool/additionalProperties", "false"},
                     {"required", R"(["format","minutes","red_flags","tools"])"},
                     {"$defs/feel/required", R"(["at","kind"])"}});
  expect("plan", {{"additionalProperties", "-"},
                  {"$defs/step/additionalProperties", "-"},
                  {"properties/request/$ref", R"("request.schema.json")"}});
  expect("error",
         {{"properties/error/properties/code/enum",
           R"(["json_malformed","field_missing","field_unknown","field_type",)"
           R"("out_of_range","id_unknown","contradiction","format_unknown",)"
           R"("draft_malformed","verb_unknown","store_busy","store_full","store_readonly",)"
           R"("store_broken","store_newer"])"}});
}

TEST(Formats, WhatIsTheSameIsSaidOnce) {
  expect("explanation",
         {{"properties/plan/$ref", R"("plan.schema.json")"},
          {"$defs/area/properties/area/$ref", R"("ids.schema.json#/$defs/area")"},
          {"$defs/share/properties/from/enum",
           R"(["base","goal","activity","wish","complaint","around"])"},
          {"$defs/rolled/required", R"(["seconds","technique","tool","variant","rung","intensity",)"
                                    R"("level_target"])"}});
  expect("comparison",
         {{"properties/a/$ref", R"("plan.schema.json")"},
          {"properties/areas/items/$ref", R"("explanation.schema.json#/$defs/difference")"},
          {"$defs/difference", "-"}});
  const auto plan = schema("plan");
  const auto explanation = schema("explanation");
  for (const std::string_view field : {"tool", "variant", "rung", "intensity"}) {
    const auto path = [&](std::string_view def) {
      return say("$defs/", def, "/properties/", field);
    };
    EXPECT_NE(at(plan, path("alternative")), "-") << field;
    EXPECT_EQ(at(explanation, path("rolled")), at(plan, path("alternative"))) << field;
  }
}

TEST(Formats, WordsAreThoseOfTheEnumerators) {
  expect("request",
         {{"$defs/person/properties/experience/enum", R"(["new","regular","seasoned",null])"},
          {"$defs/person/properties/experience/default", R"("new")"},
          {"$defs/tool/properties/kind/enum", R"(["roller","stick","ball"])"}});
  expect("plan", {{"$defs/why/properties/rule/enum",
                   R"(["around_the_pain","complaint","wish","activity","goal"])"}});
}

TEST(RowSchema, HasTheKeysThatKbcReads) {
  const auto json = schema("rows");
  const auto row = [&json](std::string_view table, std::string_view path) {
    return at(json, say("properties/", table, "/items/", path));
  };
  EXPECT_EQ(row("muscle", "required"), R"(["id","name"])");
  EXPECT_EQ(row("muscle", "properties/fma/type"), R"("string")");
  EXPECT_EQ(row("zone", "properties/landmarks"), "-") << "zones have no landmarks";
  EXPECT_EQ(row("area", "properties/landmarks/minLength"), "1");
  EXPECT_EQ(row("area", "properties/overlaps"), "-") << "derived, never written";
  EXPECT_EQ(row("goal", "properties/id/enum"), R"(["recover","warm_up","mobility","unwind"])");
  EXPECT_EQ(row("technique", "properties/fit/maximum"), "100");
  EXPECT_EQ(row("technique", "properties/cautions/minItems"), "-") << "may be empty";
  EXPECT_EQ(row("technique", "properties/cues/minItems"), "1");
  EXPECT_EQ(row("technique", "properties/variant/items/properties/estimated/default"), "true");
  EXPECT_EQ(row("technique", "properties/path/type"), R"("array")");
  EXPECT_EQ(row("activity", "properties/weights/additionalProperties/maximum"), "100");
  EXPECT_EQ(row("condition", "properties/effects/properties/ask/default"), "false");
  EXPECT_EQ(row("language", "properties/phrases"), "-") << "a table of its own";
  EXPECT_EQ(at(json, "properties/phrases/additionalProperties"), "false");
  EXPECT_EQ(row("rule", "additionalProperties"), "false");
}

TEST(PrettyJson, KeepsShortThingsOnOneLineAndFillsLists) {
  std::vector<Json> words;
  for (int i = 0; i < 30; ++i) words.push_back(formats::json_text("a_word"));
  const auto text = formats::pretty(formats::Schema()
                                        .set("short", formats::json_list({words[0], words[1]}))
                                        .set("empty", formats::json_object())
                                        .set("long", formats::json_list(words))
                                        .take());
  EXPECT_TRUE(
      text.starts_with("{\n  \"short\": [\"a_word\", \"a_word\"],\n  \"empty\": {},\n"
                       "  \"long\": [\n    \"a_word\", \"a_word\","))
      << text;
  for (std::size_t from = 0, end = 0; from < text.size(); from = end + 1) {
    end = text.find('\n', from);
    EXPECT_LE(end - from, 100U);
  }
  const auto back = base::parse_json(text);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->find("long")->items.size(), words.size());
}

}  // namespace
}  // namespace unknot::kbc
