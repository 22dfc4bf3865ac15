#include "small_knowledge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "unknot/knowledge/numbers.hpp"
#include "unknot/knowledge/phrases.hpp"
#include "unknot/knowledge/rule_code.hpp"

namespace unknot::kbc {

namespace {

constexpr std::string_view sources = R"([[source]]
id = "book"
title = "A book that says what heals"
address = "doi.org/10.1/1"
verified = "read"
note = "Read."

[[source]]
id = "hearsay"
title = "Something heard"
address = ""
verified = "recalled"
note = ""
)";

constexpr std::string_view body = R"([[muscle]]
id = "gastrocnemius"
name = "Gastrocnemius"

[[muscle]]
id = "soleus_muscle"
name = "Soleus"
fma = "22542"

[[muscle]]
id = "biceps_femoris"
name = "Biceps femoris"

[[area]]
id = "calves"
name = "Calves"
plain = "back of the lower leg"
part = "leg"
sides = "pair"
aliases = ["calf"]
muscles = ["gastrocnemius", "soleus_muscle"]
neighbours = ["hamstrings"]
landmarks = "Below the crease of the knee."
article = true
sources = ["book"]

[[area]]
id = "soleus"
name = "Soleus"
plain = "lower calf"
part = "leg"
sides = "pair"
muscles = ["soleus_muscle"]
neighbours = ["hamstrings"]
landmarks = "Above the heel."
sources = ["book"]

[[area]]
id = "hamstrings"
name = "Hamstrings"
plain = "back of the thigh"
part = "leg"
sides = "pair"
aliases = ["hams"]
muscles = ["biceps_femoris"]
neighbours = ["calves", "soleus"]
landmarks = "Above the knee."
sources = ["book"]

[[zone]]
id = "knee_hollow"
name = "Popliteal fossa"
plain = "back of the knee"
part = "leg"
sides = "pair"
aliases = ["hollow"]
covers = []
around = ["calves", "soleus"]
reason = "Vessels and nerves lie open here."
sources = ["book"]

[[zone]]
id = "leg"
name = "Whole leg"
plain = "leg"
part = "leg"
sides = "pair"
covers = ["calves", "hamstrings", "soleus"]
around = []
reason = "The whole of it."
sources = ["book"]

[[region]]
id = "knee"
name = "Knee joint"
plain = "knee"
part = "leg"
sides = "pair"
covers = []
around = ["hamstrings"]
reason = "A joint."
sources = ["book"]
)";

constexpr std::string_view techniques = R"([[position]]
id = "seated"
place = "floor"
name = "Sitting on the floor"
setup_seconds = 10

[[position]]
id = "seated"
place = "chair"
name = "Sitting on a chair"
setup_seconds = 5

[[technique]]
id = "calves_roller_floor"
name = "Calf on a roller"
area = "calves"
tool = "roller"
place = "floor"
position = "seated"
motion = "stroke"
laterality = "each"
loads = ["knee"]
setup_seconds = 10
seconds_per_pass = 4
fit = 90
start = "Above the heel"
end = "Below the knee"
direction = "Up and down"
clear_of = ["knee_hollow"]
path = ["calves"]
setup = ["Sit.", "Put the calf on the roller."]
cues = ["Breathe."]
cautions = []
sources = ["book"]

[[technique.fault]]
fault = "Rolling fast."
correction = "Count to four."

[[technique.variant]]
kind = "lighter"
load_permille = 50
how = "Keep the hips down."
sources = ["book"]

[[technique.variant]]
kind = "standard"
load_permille = 100
how = "Lift the hips."
estimated = false
sources = ["book"]
)";

constexpr std::string_view care = R"([[condition]]
id = "broken_bone"
name = "Broken bone"
question = "A broken bone"
says = "Nothing near it."
needs_at = true
basis = "caution"
sources = ["book"]
[condition.effects]
ask = true
bar_at = true

[[condition]]
id = "pregnancy"
name = "Pregnancy"
question = "Pregnant"
says = "Sitting is fine."
basis = "evidence"
sources = ["book"]
[condition.effects]
bar_places = ["calves"]
bar_positions = ["seated"]
positions_from_week = 16
with_pain_at = "knee"

[[red_flag]]
id = "numb"
name = "Numb"
question = "Numb between the legs"
urgency = "emergency"
text = "Call {number} now."
sources = ["book"]

[[emergency_number]]
number = "112"
name = "European Union"
territories = ["DE", "FR"]
sources = ["book"]
)";

constexpr std::string_view claims = R"([[claim]]
id = "feels_looser"
topic = "benefits"
text = "Rolling releases tension."
known = "It may feel looser."
kind = "effect"
grade = "weak"
place = "calves"
rule = "dose_range"
sources = ["hearsay", "book"]

[[sentence]]
id = "s01"
gist = "It heals, they say."
claims = ["feels_looser"]

[[sentence]]
id = "s02"
gist = "Welcome."
no_claim = "A greeting."
)";

constexpr std::string_view activities = R"([[activity]]
id = "running"
name = "Running"
aliases = ["jogging"]
why = "Calves work hard."
sources = ["book"]
weights = { calves = 80, hamstrings = 60 }

[[activity]]
id = "cycling"
name = "Cycling"
why = "Thighs work hard."
sources = ["book"]
weights = { hamstrings = 70 }

[[dose]]
seconds = 60
response_permille = 900
stroke_sets = [30, 30]
hold_sets = [30, 30]
)";

std::string tools() {
  using namespace knowledge;
  std::string text;
  for (const auto& kind : EnumNames<ToolKind>::all) {
    text += say("[[tool_kind]]\nid = \"", kind.name, "\"\nname = \"A ", kind.name,
                "\"\ndescription = \"Round.\"\nsuits = \"Legs.\"\nsources = [\"book\"]\n\n");
    for (const auto& density : EnumNames<Density>::all) {
      for (const auto& surface : EnumNames<Surface>::all) {
        text += say("[[contact]]\nkind = \"", kind.name, "\"\ndensity = \"", density.name,
                    "\"\nsurface = \"", surface.name, "\"\narea_mm2 = 900\n",
                    "sources = [\"book\"]\n\n");
      }
    }
  }
  for (const auto id :
       {"soft", "medium", "firm", "smooth", "textured", "cold", "warm", "vibration"}) {
    text += say("[[tool_hint]]\nid = \"", id, "\"\ntest = \"Press it.\"\n\n");
  }
  return text + R"([[preset]]
id = "tennis_ball"
name = "Tennis ball"
kind = "ball"
density = "medium"
surface = "smooth"
aliases = ["tennis"]
hint = "An old one is softer."
)";
}

std::string goals() {
  std::string text;
  for (const auto& goal : knowledge::EnumNames<knowledge::GoalKind>::all) {
    text += say("[[goal]]\nid = \"", goal.name, "\"\nname = \"Goal ", goal.name,
                "\"\ndescription = \"Why.\"\nsources = [\"book\"]\nweights = { calves = 50 }\n\n");
  }
  return text;
}

/// Values for numbers that have to agree with each other or with rows above; for all others the
/// least that is allowed will do.
std::int32_t value_of(const knowledge::NumberSpec& spec) {
  static const std::map<std::string, std::int32_t> chosen = {
      {"dose_range.min_seconds", 30},  {"dose_range.max_seconds", 90},
      {"warm_up_cap.max_seconds", 60}, {"spot_hold.max_seconds", 30},
      {"pace.min_seconds", 2},         {"pace.max_seconds", 5},
      {"pace.new_min_seconds", 3},     {"pace.default_seconds", 4},
      {"pace.new_default_seconds", 4}, {"condition.gentle_seconds_max", 60},
      {"session.rest_seconds", 5},     {"soft_first.new_third_seconds_max", 60},
  };
  const auto found = chosen.find(say(spec.owner, ".", spec.key));
  return found == chosen.end() ? spec.least : found->second;
}

std::string numbers_of(std::string_view owner, std::string_view table) {
  std::string text;
  for (const auto& spec : knowledge::number_specs) {
    if (spec.owner != owner) continue;
    text += say("[[", table, ".number]]\nkey = \"", spec.key, "\"\nvalue = ", value_of(spec),
                "\nunit = \"", knowledge::name_of(spec.unit),
                "\"\nbasis = \"caution\"\nsources = [\"book\"]\n");
  }
  return text;
}

/// Every rule that code applies, then settings for the numbers of all other owners.
std::string rules() {
  std::string text;
  std::size_t order = 0;
  for (const auto& rule : knowledge::EnumNames<knowledge::RuleCode>::all) {
    text += say("[[rule]]\nid = \"", rule.name, "\"\norder = ", ++order,
                "\nname = \"N\"\nsummary = \"What.\"\nreason = \"Why.\"\nknown = \"Little.\"\n",
                "basis = \"caution\"\nsources = [\"book\"]\nplaces = [\"calves\"]\n",
                numbers_of(rule.name, "rule"), "\n");
  }
  std::set<std::string_view> seen;
  for (const auto& spec : knowledge::number_specs) {
    if (knowledge::parse_enum<knowledge::RuleCode>(spec.owner)) continue;
    if (!seen.insert(spec.owner).second) continue;
    text += say("[[setting]]\nid = \"", spec.owner, "\"\nname = \"N\"\nsummary = \"What.\"\n",
                numbers_of(spec.owner, "setting"), "\n");
  }
  return text;
}

std::string language() {
  std::string text =
      "[[language]]\nid = \"en\"\nname = \"English\"\nletters_per_second = 40\n\n[phrases]\n";
  for (const auto& spec : knowledge::phrase_specs) {
    std::string slots;
    for (const char c : spec.slots) slots += c == '!' ? "" : std::string{c};
    std::string sentence = "Words";
    for (std::size_t at = 0; at < slots.size();) {
      const auto end = std::min(slots.find(' ', at), slots.size());
      if (end > at) sentence += say(" {", slots.substr(at, end - at), "}");
      at = end + 1;
    }
    text += say("\"", spec.key, "\" = \"", sentence, "\"\n");
  }
  return text;
}

constexpr std::string_view words = R"([say.en]
calves_roller_floor = "Sit, calf on the roller."

[sides.en]
calves = { left = "left calf", right = "right calf", both = "both calves" }
soleus = { left = "left soleus", right = "right soleus", both = "both soleus" }
hamstrings = { left = "left hamstrings", right = "right hamstrings", both = "both hamstrings" }

[aliases.en]
leg = ["limb"]

[banned.en]
words = ["heals", "cured", "breaks up", "release", "prevents injury", "guaranteed"]
except = ["self-myofascial release"]
)";

/// A hundred of them; which, nobody asks.
std::string number_words() {
  std::string text = "\n[numbers.en]\nwords = [";
  for (int n = 0; n < 100; ++n) text += say(n == 0 ? "" : ", ", "\"", n, "\"");
  return text + "]\n";
}

}  // namespace

std::vector<SourceFile> small_knowledge() {
  return {{"k/activities.toml", say(activities, "\n", goals())},
          {"k/body.toml", std::string{body}},
          {"k/care.toml", std::string{care}},
          {"k/claims.toml", std::string{claims}},
          {"k/en.toml", language()},
          {"k/rules.toml", rules()},
          {"k/sources.toml", std::string{sources}},
          {"k/techniques.toml", std::string{techniques}},
          {"k/tools.toml", tools()},
          {"k/words.toml", say(words, number_words())}};
}

SourceFile& file_of(std::vector<SourceFile>& files, std::string_view name) {
  return *std::ranges::find(files, say("k/", name), &SourceFile::path);
}

void replace_first(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << "the fixture has no: " << from;
  text.replace(at, from.size(), to);
}

std::size_t line_of(std::string_view text, std::string_view part) {
  const auto at = text.find(part);
  if (at == std::string_view::npos) return 0;
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, at), '\n'));
}

std::vector<std::string> complaints_about(const std::vector<SourceFile>& files) {
  Complaints complaints("k");
  const auto compiled = compile(files, complaints);
  EXPECT_EQ(compiled.cpp.empty(), !complaints.empty());
  return complaints.lines();
}

}  // namespace unknot::kbc
