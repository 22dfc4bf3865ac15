// Every kind of refusal: one thing is spoiled, and the complaint must name its file, its line and
// what is wrong, without raising false alarms elsewhere.

#include <gtest/gtest.h>

#include <algorithm>

#include "small_knowledge.hpp"

namespace unknot::kbc {
namespace {

/// `from` becomes `to` in `file`; then kbc complains at the line of `at` (empty: of the knowledge
/// as a whole) with a sentence that holds `says`. `count` exceeds 1 where one slip has true
/// consequences, such as references that lost their row.
struct Spoiled {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* at;
  const char* says;
  std::size_t count = 1;
};

std::ostream& operator<<(std::ostream& out, const Spoiled& spoiled) { return out << spoiled.name; }

class Refusals : public testing::TestWithParam<Spoiled> {};

TEST_P(Refusals, NameTheLineAndTheFault) {
  const auto& spoiled = GetParam();
  auto files = small_knowledge();
  auto& file = file_of(files, spoiled.file);
  ASSERT_NO_FATAL_FAILURE(replace_first(file.text, spoiled.from, spoiled.to));
  const bool somewhere = *spoiled.at != '\0';
  const auto line = line_of(file.text, spoiled.at);
  ASSERT_TRUE(line != 0 || !somewhere) << "the spoiled file has no: " << spoiled.at;
  const auto prefix = somewhere ? say("k/", spoiled.file, ":", line, ":") : std::string{"k: "};
  const auto complaints = complaints_about(files);
  EXPECT_EQ(complaints.size(), spoiled.count) << testing::PrintToString(complaints);
  const auto expected = [&](const std::string& line_said) {
    return line_said.starts_with(prefix) && line_said.find(spoiled.says) != std::string::npos;
  };
  EXPECT_EQ(std::ranges::count_if(complaints, expected), 1)
      << prefix << " ... " << spoiled.says << "\n"
      << testing::PrintToString(complaints);
}

constexpr Spoiled shapes[] = {
    {"no_toml", "body.toml", "id = \"calves\"", "id = = 1", "id = = 1", "no TOML"},
    {"unknown_table", "body.toml", "[[zone]]", "[[zoone]]", "[[zoone]]", "did you mean `zone`?", 2},
    {"table_not_array", "body.toml", "[[region]]", "[region]", "[region]", "[[region]]", 3},
    {"unknown_key", "body.toml", "fma = ", "fmaa = ", "fmaa = ", "did you mean `fma`?"},
    {"missing_key", "sources.toml", "title = \"Something heard\"\n", "", "[[source]]\nid = \"hear",
     "`title` is missing in this [[source]]"},
    {"wrong_type_text", "body.toml", "name = \"Calves\"", "name = 7", "name = 7",
     "`name` is a whole number; expected text"},
    {"wrong_type_number", "techniques.toml", "fit = 90", "fit = 9.5", "fit = 9.5",
     "expected a whole number from 0 to 100"},
    {"wrong_type_flag", "body.toml", "article = true", "article = \"yes\"", "article = \"yes\"",
     "expected true or false"},
    {"wrong_type_list", "body.toml", "covers = []", "covers = \"none\"", "covers = \"none\"",
     "expected a list"},
    {"wrong_type_rows", "techniques.toml", "[[technique.fault]]", "[technique.fault]",
     "[technique.fault]", "[[...fault]]"},
    {"wrong_type_group", "care.toml",
     "basis = \"caution\"\nsources = [\"book\"]\n[condition.effects]",
     "basis = \"caution\"\nsources = [\"book\"]\n[[condition.effects]]", "[[condition.effects]]",
     "expected a table", 2},
    {"wrong_type_weights", "activities.toml", "{ hamstrings = 70 }", "70", "weights = 70",
     "expected a table of areas"},
    {"out_of_range", "techniques.toml", "setup_seconds = 5\n", "setup_seconds = 61\n",
     "setup_seconds = 61", "`setup_seconds` is 61; expected 5 to 60"},
    {"weight_out_of_range", "activities.toml", "calves = 80", "calves = 101", "calves = 101",
     "expected 0 to 100"},
    {"empty_text", "body.toml", "plain = \"knee\"", "plain = \"\"", "plain = \"\"", "is empty"},
    {"empty_list", "body.toml", "muscles = [\"biceps_femoris\"]", "muscles = []", "muscles = []",
     "empty list"},
    {"twice_in_list", "body.toml", "around = [\"hamstrings\"]",
     "around = [\"hamstrings\", \"hamstrings\"]", "around = [\"hamstrings\", \"hamstrings\"]",
     "stands twice"},
    {"malformed_id", "body.toml", "id = \"knee\"", "id = \"Knee-joint\"", "id = \"Knee-joint\"",
     "expected lower-case letters", 3},
    {"malformed_language", "en.toml", "id = \"en\"", "id = \"e n\"", "id = \"e n\"",
     "expected a language tag", 10},
    {"alias_upper_case", "body.toml", "[\"calf\"]", "[\"Calf\"]", "[\"Calf\"]", "lower case"},
    {"unknown_enumerator", "body.toml", "sides = \"pair\"", "sides = \"pairs\"",
     "sides = \"pairs\"", "expected pair | middle; did you mean `pair`?"},
    {"phrases_without_language", "en.toml",
     "[[language]]\nid = \"en\"\nname = \"English\"\nletters_per_second = 40", "", "[phrases]",
     "exactly one [[language]]", 7},
};

constexpr Spoiled references[] = {
    {"repeated_source", "sources.toml", "id = \"hearsay\"", "id = \"book\"",
     "id = \"book\"\ntitle = \"Something",
     "`book` is repeated; it already stands at k/sources.toml:2:", 2},
    {"repeated_place_across_tables", "body.toml", "id = \"knee\"", "id = \"soleus\"",
     "id = \"soleus\"\nname = \"Knee", "place `soleus` is repeated", 3},
    {"repeated_position", "techniques.toml", "place = \"chair\"", "place = \"floor\"",
     "id = \"seated\"\nplace = \"floor\"\nname = \"Sitting on a chair",
     "`seated at floor` is repeated"},
    {"repeated_goal", "activities.toml", "id = \"unwind\"", "id = \"recover\"",
     "id = \"recover\"\nname = \"Goal unwind", "goal `recover` is repeated", 2},
    {"repeated_dose", "activities.toml", "[[dose]]",
     "[[dose]]\nseconds = 60\nresponse_permille = 1\nstroke_sets = [60]\nhold_sets = [30, 30]\n"
     "[[dose]]",
     "seconds = 60\nresponse_permille = 900", "dose of `60 s` is repeated"},
    {"unknown_source", "body.toml", "landmarks = \"Above the heel.\"\nsources = [\"book\"]",
     "landmarks = \"Above the heel.\"\nsources = [\"bock\"]", "sources = [\"bock\"]",
     "is not a source; did you mean `book`?"},
    {"unknown_muscle", "body.toml", "[\"biceps_femoris\"]", "[\"biceps_femori\"]",
     "[\"biceps_femori\"]", "did you mean `biceps_femoris`?"},
    {"area_is_a_zone", "body.toml", "around = [\"hamstrings\"]", "around = [\"knee_hollow\"]",
     "around = [\"knee_hollow\"]", "is not an area; it is a zone, which is never rolled"},
    {"path_through_a_zone", "techniques.toml", "path = [\"calves\"]",
     "path = [\"calves\", \"knee_hollow\"]", "path = ", "it is a zone, which is never rolled"},
    {"clear_of_no_zone", "techniques.toml", "clear_of = [\"knee_hollow\"]", "clear_of = [\"knee\"]",
     "clear_of", "is not a zone; it is a region"},
    {"unknown_position", "techniques.toml", "position = \"seated\"", "position = \"sitting\"",
     "position = \"sitting\"", "there is no position `sitting` at `floor`"},
    {"position_elsewhere", "techniques.toml", "tool = \"roller\"\nplace = \"floor\"",
     "tool = \"roller\"\nplace = \"bed\"", "position = \"seated\"", "it exists elsewhere", 2},
    {"unknown_bar_position", "care.toml", "[\"seated\"]", "[\"prone\"]", "[\"prone\"]",
     "is not a position"},
    {"unknown_weight_area", "activities.toml", "{ hamstrings = 70 }", "{ hamstring = 70 }",
     "{ hamstring = 70 }", "did you mean `hamstrings`?"},
    {"unknown_rule", "claims.toml", "rule = \"dose_range\"", "rule = \"dose\"", "rule = \"dose\"",
     "is not a rule"},
    {"unknown_claim", "claims.toml", "claims = [\"feels_looser\"]", "claims = [\"feels_loose\"]",
     "claims = [\"feels_loose\"]", "did you mean `feels_looser`?"},
};

constexpr Spoiled bodies[] = {
    {"neighbour_not_mutual", "body.toml",
     "neighbours = [\"hamstrings\"]\nlandmarks = \"Above the heel",
     "neighbours = []\nlandmarks = \"Above the heel", "neighbours = [\"calves\", \"soleus\"]",
     "names the neighbour `soleus`, which does not name it back"},
    {"own_neighbour", "body.toml", "neighbours = [\"hamstrings\"]\nlandmarks = \"Above the heel",
     "neighbours = [\"hamstrings\", \"soleus\"]\nlandmarks = \"Above the heel",
     "neighbours = [\"hamstrings\", \"soleus\"]", "neighbours itself"},
    {"neighbours_split_a_muscle", "body.toml", "neighbours = [\"calves\", \"soleus\"]",
     "neighbours = [\"calves\"]", "neighbours = [\"calves\"]",
     "`neighbours` of `hamstrings` holds `calves` but not `soleus`, which shares a muscle", 2},
    {"around_splits_a_muscle", "body.toml", "around = [\"calves\", \"soleus\"]",
     "around = [\"soleus\"]", "around = [\"soleus\"]",
     "`around` of `knee_hollow` holds `soleus` but not `calves`, which shares a muscle"},
    {"region_around_splits_a_muscle", "body.toml", "around = [\"hamstrings\"]",
     "around = [\"hamstrings\", \"calves\"]", "around = [\"hamstrings\", \"calves\"]",
     "`around` of `knee` holds `calves` but not `soleus`, which shares a muscle"},
    {"covers_splits_a_muscle", "body.toml", "covers = []\naround = [\"calves\", \"soleus\"]",
     "covers = [\"calves\"]\naround = []", "covers = [\"calves\"]",
     "`covers` of `knee_hollow` holds `calves` but not `soleus`, which shares a muscle"},
    {"covered_and_offered", "body.toml", "covers = []\naround = [\"hamstrings\"]",
     "covers = [\"hamstrings\"]\naround = [\"hamstrings\"]", "around = [\"hamstrings\"]",
     "`knee` both covers and offers `hamstrings`"},
    {"area_not_covered", "body.toml", "covers = [\"calves\", \"hamstrings\", \"soleus\"]",
     "covers = [\"calves\", \"soleus\"]", "[[area]]\nid = \"hamstrings\"",
     "area `hamstrings` is covered by no zone and no region"},
    {"alias_of_two", "body.toml", "[\"hams\"]", "[\"hams\", \"calf\"]", "[\"hams\", \"calf\"]",
     "alias `calf` is already used at k/body.toml:20:"},
    {"alias_is_a_name_but_for_a_hyphen", "body.toml", "[\"hollow\"]", "[\"knee-joint\"]",
     "[\"knee-joint\"]", "is already used"},
    {"alias_is_a_name", "body.toml", "[\"hollow\"]", "[\"knee joint\"]", "[\"knee joint\"]",
     "is already used"},
    {"activity_alias_is_a_name", "activities.toml", "[\"jogging\"]", "[\"cycling\"]",
     "[\"cycling\"]", "is already used"},
    {"article_area_without_floor", "body.toml", "landmarks = \"Above the knee.\"",
     "article = true\nlandmarks = \"Above the knee.\"", "[[area]]\nid = \"hamstrings\"",
     "area `hamstrings` of the article has no technique on the floor"},
    {"loads_something_else", "techniques.toml", "loads = [\"knee\"]", "loads = [\"calves\"]",
     "loads", "expected wrist, elbow"},
    {"pace_of_a_hold", "techniques.toml", "motion = \"stroke\"", "motion = \"hold\"",
     "seconds_per_pass", "a hold has no passes"},
    {"pace_outside_its_rule", "techniques.toml", "seconds_per_pass = 4", "seconds_per_pass = 6",
     "seconds_per_pass", "the rule `pace` allows 2 to 5"},
    {"variant_missing", "techniques.toml", "kind = \"lighter\"", "kind = \"harder\"",
     "[[technique]]", "has no variant `lighter`", 2},
    {"variant_repeated", "techniques.toml", "kind = \"lighter\"", "kind = \"standard\"",
     "[[technique]]", "has 2 variants `standard`", 2},
    {"variant_loads_out_of_order", "techniques.toml", "load_permille = 50", "load_permille = 100",
     "load_permille = 100\nhow = \"Lift", "expected more than the lighter one's 100"},
    {"contact_missing", "tools.toml",
     "[[contact]]\nkind = \"stick\"\ndensity = \"firm\"\nsurface = \"smooth\"\narea_mm2 = 900\n"
     "sources = [\"book\"]\n",
     "", "", "no [[contact]] for a firm smooth stick"},
    {"tool_kind_missing", "tools.toml",
     "[[tool_kind]]\nid = \"ball\"\nname = \"A ball\"\ndescription = \"Round.\"\n"
     "suits = \"Legs.\"\nsources = [\"book\"]\n",
     "", "", "no [[tool_kind]] `ball`"},
    {"contact_repeated", "tools.toml", "[[preset]]",
     "[[contact]]\nkind = \"ball\"\ndensity = \"soft\"\nsurface = \"smooth\"\narea_mm2 = 7\n"
     "sources = [\"book\"]\n[[preset]]",
     "[[contact]]\nkind = \"ball\"\ndensity = \"soft\"\nsurface = \"smooth\"\narea_mm2 = 7",
     "this [[contact]] is repeated"},
    {"hint_about_nothing", "tools.toml", "id = \"warm\"", "id = \"warmth\"", "id = \"warmth\"",
     "tool hint `warmth` is about no density", 2},
    {"hint_missing", "tools.toml", "[[tool_hint]]\nid = \"warm\"\ntest = \"Press it.\"\n", "", "",
     "no [[tool_hint]] `warm`"},
    {"goal_missing", "activities.toml",
     "[[goal]]\nid = \"unwind\"\nname = \"Goal unwind\"\ndescription = \"Why.\"\n"
     "sources = [\"book\"]\nweights = { calves = 50 }\n",
     "", "", "no [[goal]] `unwind`"},
};

constexpr Spoiled numbers[] = {
    {"number_missing", "rules.toml",
     "[[rule.number]]\nkey = \"gap_minutes\"\nvalue = 0\nunit = \"minute\"\nbasis = \"caution\"\n"
     "sources = [\"book\"]\n",
     "", "[[rule]]\nid = \"warm_up_cap\"",
     "`warm_up_cap.gap_minutes` is missing; expected 0 to 60, unit `minute`"},
    {"number_unknown", "rules.toml", "key = \"gap_minutes\"", "key = \"gap_minute\"",
     "key = \"gap_minute\"", "no code asks for the number `warm_up_cap.gap_minute`; did you mean",
     2},
    {"number_repeated", "rules.toml", "key = \"gap_minutes\"", "key = \"moving_minutes\"",
     "key = \"moving_minutes\"\nvalue = 1",
     "the number `warm_up_cap.moving_minutes` is repeated; it stands at k/rules.toml:", 3},
    {"setting_named_like_a_rule", "rules.toml", "[[setting]]\nid = \"session\"",
     "[[setting]]\nid = \"pace\"\nname = \"N\"\nsummary = \"S\"\n[[setting.number]]\nkey = \"x\"\n"
     "value = 1\nunit = \"none\"\nbasis = \"caution\"\nsources = [\"book\"]\n"
     "[[setting]]\nid = \"session\"",
     "id = \"pace\"\nname = \"N\"\nsummary = \"S\"", "setting `pace` is repeated", 2},
    {"number_unit", "rules.toml", "unit = \"year\"", "unit = \"week\"", "unit = \"week\"",
     "has the unit `week`; expected `year`"},
    {"number_outside", "rules.toml", "value = 90", "value = 91", "value = 91",
     "`dose_range.max_seconds` is 91; expected 1 to 90"},
    {"numbers_disagree", "rules.toml", "key = \"new_min_seconds\"\nvalue = 3",
     "key = \"new_min_seconds\"\nvalue = 5",
     "value = 5\nunit = \"second\"\nbasis = \"caution\"\nsources = [\"book\"]\n[[rule.number]]\n"
     "key = \"default_seconds\"",
     "`pace.new_min_seconds` is 5; expected at most the 4 of `pace.new_default_seconds`"},
    {"number_without_source", "rules.toml",
     "unit = \"year\"\nbasis = \"caution\"\nsources = [\"book\"]",
     "unit = \"year\"\nbasis = \"caution\"\nsources = []", "sources = []", "empty list"},
    {"number_on_hearsay", "rules.toml",
     "unit = \"year\"\nbasis = \"caution\"\nsources = [\"book\"]",
     "unit = \"year\"\nbasis = \"caution\"\nsources = [\"hearsay\"]", "[\"hearsay\"]",
     "rests on recalled sources only"},
    {"rule_order_shared", "rules.toml", "order = 2\n", "order = 1\n",
     "order = 1\nname = \"N\"\nsummary = \"What.\"\nreason = \"Why.\"\nknown = \"Little.\"\nbasis "
     "= "
     "\"caution\"\nsources = [\"book\"]\nplaces = [\"calves\"]\n[[rule.number]]\nkey = \"min_age\"",
     "which the rule `screening` has already"},
    {"rule_order_against_code", "rules.toml", "order = 2\n", "order = 200\n", "order = 3\n",
     "expected more than the 200 of `bodies`"},
    {"rule_unknown", "rules.toml", "id = \"rolled\"", "id = \"roled\"", "id = \"roled\"",
     "no code applies the rule `roled`; did you mean `rolled`?", 2},
    {"rule_missing", "rules.toml", "id = \"rolled\"", "id = \"roled\"", "",
     "there is no [[rule]] `rolled`", 2},
    {"never_zones_without_places", "rules.toml",
     "places = [\"calves\"]\n\n[[rule]]\nid = \"own_tools\"", "\n[[rule]]\nid = \"own_tools\"",
     "[[rule]]\nid = \"never_zones\"", "the rule `never_zones` has no `places`"},
    {"around_the_pain_without_places", "rules.toml",
     "places = [\"calves\"]\n[[rule.number]]\nkey = \"bar_level_min\"",
     "[[rule.number]]\nkey = \"bar_level_min\"", "[[rule]]\nid = \"around_the_pain\"",
     "the rule `around_the_pain` has no `places`"},
    {"refer_without_places", "rules.toml",
     "places = [\"calves\"]\n[[rule.number]]\nkey = \"level_min\"",
     "[[rule.number]]\nkey = \"level_min\"", "[[rule]]\nid = \"refer\"",
     "the rule `refer` has no `places`"},
    {"places_empty", "rules.toml", "places = [\"calves\"]\n\n[[rule]]\nid = \"own_tools\"",
     "places = []\n\n[[rule]]\nid = \"own_tools\"", "places = []",
     "`places` is an empty list; expected at least one entry"},
    {"dose_outside_its_rule", "activities.toml",
     "seconds = 60\nresponse_permille = 900\nstroke_sets = [30, 30]\nhold_sets = [30, 30]",
     "seconds = 120\nresponse_permille = 900\nstroke_sets = [120]\nhold_sets = [30, 30, 30, 30]",
     "seconds = 120", "`dose_range` allows 30 to 90"},
    {"stroke_sets_sum", "activities.toml", "stroke_sets = [30, 30]", "stroke_sets = [30, 20]",
     "stroke_sets", "sums to 50; expected 60"},
    {"hold_sets_sum", "activities.toml", "hold_sets = [30, 30]", "hold_sets = [30]", "hold_sets",
     "sums to 30; expected 60"},
    {"hold_set_too_long", "activities.toml", "hold_sets = [30, 30]", "hold_sets = [40, 20]",
     "hold_sets", "`spot_hold` allows at most 30"},
    {"dose_missing", "activities.toml",
     "[[dose]]\nseconds = 60\nresponse_permille = 900\nstroke_sets = [30, 30]\n"
     "hold_sets = [30, 30]\n",
     "", "", "no [[dose]]"},
};

constexpr Spoiled times[] = {
    {"position_between_steps", "techniques.toml", "setup_seconds = 5\n", "setup_seconds = 7\n",
     "setup_seconds = 7\n", "`setup_seconds` is 7 s; expected a multiple of 5"},
    {"technique_between_steps", "techniques.toml", "setup_seconds = 10\nseconds_per_pass",
     "setup_seconds = 12\nseconds_per_pass", "setup_seconds = 12",
     "`setup_seconds` is 12 s; expected a multiple of 5"},
    {"dose_between_steps", "activities.toml",
     "seconds = 60\nresponse_permille = 900\nstroke_sets = [30, 30]\nhold_sets = [30, 30]",
     "seconds = 57\nresponse_permille = 900\nstroke_sets = [30, 27]\nhold_sets = [30, 27]",
     "seconds = 57", "a dose is 57 s; expected a multiple of 5", 3},
    {"stroke_set_between_steps", "activities.toml", "stroke_sets = [30, 30]",
     "stroke_sets = [32, 28]", "stroke_sets", "a set of `stroke_sets` is 32 s", 2},
    {"hold_set_between_steps", "activities.toml", "hold_sets = [30, 30]",
     "hold_sets = [22, 20, 18]", "hold_sets", "a set of `hold_sets` is 18 s", 2},
    {"rest_between_steps", "rules.toml", "key = \"rest_seconds\"\nvalue = 5",
     "key = \"rest_seconds\"\nvalue = 13", "value = 13\n",
     "the number `session.rest_seconds` is 13 s; expected a multiple of 5"},
    {"change_of_tool_between_steps", "rules.toml", "key = \"change_tool_seconds\"\nvalue = 0",
     "key = \"change_tool_seconds\"\nvalue = 17", "value = 17\n",
     "the number `session.change_tool_seconds` is 17 s; expected a multiple of 5"},
};

constexpr Spoiled sayings[] = {
    {"claim_on_hearsay", "claims.toml", "[\"hearsay\", \"book\"]", "[\"hearsay\"]", "[\"hearsay\"]",
     "claim `feels_looser` rests on recalled sources only"},
    {"condition_on_hearsay", "care.toml", "basis = \"evidence\"\nsources = [\"book\"]",
     "basis = \"evidence\"\nsources = [\"hearsay\"]", "[\"hearsay\"]", "condition `pregnancy`"},
    {"sentence_without_both", "claims.toml", "no_claim = \"A greeting.\"\n", "",
     "[[sentence]]\nid = \"s02\"", "neither `claims` nor `no_claim`"},
    {"sentence_with_both", "claims.toml", "gist = \"Welcome.\"",
     "claims = [\"feels_looser\"]\ngist = \"W\"", "[[sentence]]\nid = \"s02\"",
     "both `claims` and `no_claim`"},
    {"sentence_gap", "claims.toml", "id = \"s02\"", "id = \"s03\"", "", "no `s02`"},
    {"condition_without_effect", "care.toml", "ask = true\nbar_at = true\n", "", "[[condition]]",
     "has no effect"},
    {"bar_at_without_place", "care.toml", "needs_at = true\n", "", "bar_at",
     "needs `needs_at = true`"},
    {"weeks_without_positions", "care.toml", "bar_positions = [\"seated\"]\n", "",
     "positions_from_week", "needs `bar_positions`"},
    {"pain_without_places", "care.toml", "bar_places = [\"calves\"]\n", "", "with_pain_at",
     "needs `bar_places`"},
    {"emergency_without_number", "care.toml", "Call {number} now.", "Call now.", "Call now.",
     "no slot {number}"},
    {"emergency_unknown_slot", "care.toml", "{number} now.", "{number} at {time}.", "{time}",
     "has the slot `time`"},
    {"emergency_open_brace", "care.toml", "now.\"", "{now.\"", "{now.", "not closed"},
    {"territory_form", "care.toml", "\"FR\"", "\"fra\"", "\"fra\"", "two capital letters"},
    {"banned_heal", "care.toml", "Sitting is fine.", "Sitting heals.", "Sitting heals.",
     "says `heals`"},
    {"banned_break_up", "techniques.toml", "\"Breathe.\"", "\"It breaks up knots.\"", "breaks up",
     "says `breaks up`"},
    {"banned_release", "techniques.toml", "Lift the hips.", "Wait for the Release.", "Release.",
     "says `release`"},
    {"banned_prevents", "activities.toml", "Calves work hard.", "It prevents injury.", "injury.",
     "says `prevents injury`"},
    {"banned_in_phrases", "en.toml", "Words", "Guaranteed words", "Guaranteed",
     "says `guaranteed`"},
    {"stray_slot", "body.toml", "A joint.", "A {joint}.", "{joint}", "nothing fills slots here"},
};

std::string name_of_case(const testing::TestParamInfo<Spoiled>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Shapes, Refusals, testing::ValuesIn(shapes), name_of_case);
INSTANTIATE_TEST_SUITE_P(References, Refusals, testing::ValuesIn(references), name_of_case);
INSTANTIATE_TEST_SUITE_P(Bodies, Refusals, testing::ValuesIn(bodies), name_of_case);
INSTANTIATE_TEST_SUITE_P(Numbers, Refusals, testing::ValuesIn(numbers), name_of_case);
INSTANTIATE_TEST_SUITE_P(Times, Refusals, testing::ValuesIn(times), name_of_case);
INSTANTIATE_TEST_SUITE_P(Sayings, Refusals, testing::ValuesIn(sayings), name_of_case);

}  // namespace
}  // namespace unknot::kbc
