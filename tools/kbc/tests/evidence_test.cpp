// What the pages of docs/evidence say, and what they keep to themselves.

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "small_knowledge.hpp"
#include "unknot/base/json.hpp"

namespace unknot::kbc {
namespace {

using Pages = std::map<std::string, std::string>;

/// Pages by their path below docs/evidence.
Pages pages_of(const std::vector<SourceFile>& files) {
  Complaints complaints("k");
  Pages pages;
  for (auto& [path, text] : compile(files, complaints).documents) {
    if (path.starts_with(evidence_folder)) pages[path.substr(evidence_folder.size() + 1)] = text;
  }
  EXPECT_EQ(complaints.lines(), std::vector<std::string>{});
  return pages;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

struct Told {
  std::string_view page;
  std::string_view part;
};

TEST(Evidence, TellsWhatARowSays) {
  const auto pages = pages_of(small_knowledge());
  constexpr Told rows[] = {
      {"README.md", "0 of 1 techniques are signed"},
      {"README.md", "| weak | little was studied, or the studies are weak | 1 |"},
      {"README.md", "| checked by nobody | written down from memory; never shown as support | 1 |"},
      {"README.md", "| [Calves](areas/calves.md) | 1 | 0 |"},
      {"claims/benefits.md", "## feels_looser\n\nRolling releases tension."},
      {"claims/benefits.md", "- **Grade:** **weak**"},
      {"claims/benefits.md", "- **Known:** It may feel looser."},
      {"claims/benefits.md", "- **Rule that follows:** [dose_range](../rules.md#dose_range)"},
      {"claims/benefits.md", "- **Sentence of the article:** [s01](../article.md#s01)"},
      {"claims/benefits.md", "A book that says what heals ([book](../sources.md#book))"},
      {"article.md", "- **Claims:** [feels_looser](claims/benefits.md#feels_looser)"},
      {"article.md", "- **No claim:** A greeting."},
      {"rules.md",
       "| `max_seconds` | 90 seconds | **our own caution** | [book](sources.md#book) |"},
      {"rules.md", "- **Places:** [Calves](areas/calves.md)"},
      {"conditions.md", "- **Action:** No plan until a clinician has agreed."},
      {"conditions.md", "- **Left out:** [Calves](areas/calves.md), with pain or injury at [Knee"},
      {"conditions.md", "`seated` from week 16 on, or when no week is said"},
      {"red_flags.md", "- **Urgency:** **emergency**\n- **Text:** Call {number} now."},
      {"emergency_numbers.md", "| 112 | European Union | DE FR | [book](sources.md#book) |"},
      {"areas/calves.md", "- **Muscle:** Gastrocnemius\n- **Muscle:** Soleus, FMA:22542"},
      {"areas/calves.md", "- **Neighbours:** [Hamstrings](../areas/hamstrings.md)"},
      {"areas/calves.md", "- **Shares a muscle with:** [Soleus](../areas/soleus.md)"},
      {"areas/calves.md", "- **Path:** from Above the heel to Below the knee; Up and down"},
      {"areas/calves.md", "- **Motion:** stroke, 4 seconds one way"},
      {"areas/calves.md", "- **Position:** Sitting on the floor"},
      {"areas/calves.md", "- **Keeps clear of:** [Popliteal fossa](../zones.md#knee_hollow)"},
      {"areas/calves.md", "- **Leans on:** [Knee joint](../regions.md#knee)"},
      {"areas/calves.md", "1. Sit.\n2. Put the calf on the roller."},
      {"areas/calves.md", "- Rolling fast. *Correction:* Count to four."},
      {"areas/calves.md", "| lighter | 5 % | **estimated** | Keep the hips down. |"},
      {"areas/calves.md", "| standard | 10 % | measured | Lift the hips. |"},
      {"areas/calves.md", "**Unsigned:** no physiotherapist has signed this technique."},
      {"areas/calves.md", "Sign here ([how](../README.md#how-to-sign))"},
      {"zones.md", "- **Offered instead:** [Calves](areas/calves.md), [Soleus](areas/soleus.md)"},
      {"regions.md", "- **What to know:** A joint."},
      {"activities.md", "(**our judgement**):** [Calves](areas/calves.md) 80"},
      {"goals.md", "## warm_up\n\n**Goal warm_up**"},
      {"doses.md", "| 60 s | 30 + 30 | 30 + 30 | 90 % **estimated** |"},
      {"pressure.md", "| ball | firm | textured | 900 mm² | **estimated** |"},
      {"tools.md", "| `tennis_ball` | Tennis ball | medium smooth ball |"},
      {"settings.md", "## pressure"},
      {"sources.md", "- **Address:** <https://doi.org/10.1/1>"},
      {"sources.md", "[calves_roller_floor](areas/calves.md#calves_roller_floor)"},
  };
  for (const auto& [page, part] : rows) {
    ASSERT_TRUE(pages.contains(std::string{page})) << page;
    EXPECT_TRUE(holds(pages.at(std::string{page}), part)) << page << " lacks: " << part;
  }
}

TEST(Evidence, TellsEveryRowOfEveryTable) {
  Complaints complaints("k");
  const auto dump = base::parse_json(compile(small_knowledge(), complaints).json);
  ASSERT_TRUE(dump);
  std::string all;
  for (const auto& [path, text] : pages_of(small_knowledge())) all += path + text;
  for (std::size_t i = 0; i < dump->keys.size(); ++i) {
    for (const auto& row : dump->items[i].items) {
      const auto* id = row.find("id");
      // Muscles, positions and languages are told by name, within what uses them.
      const bool by_name = dump->keys[i] == "muscles" || dump->keys[i] == "positions";
      if (id == nullptr || dump->keys[i] == "languages") continue;
      if (by_name && row.find("name")->text == "Sitting on a chair") continue;
      EXPECT_TRUE(holds(all, by_name ? row.find("name")->text : id->text))
          << dump->keys[i] << ": " << id->text;
    }
  }
}

TEST(Evidence, NamesWhatNobodyCheckedOnThePageOfSourcesAlone) {
  for (const auto& [path, text] : pages_of(small_knowledge())) {
    EXPECT_EQ(holds(text, "hearsay"), path == "sources.md") << path;
    EXPECT_EQ(holds(text, "Something heard"), path == "sources.md") << path;
  }
  const auto pages = pages_of(small_knowledge());
  EXPECT_TRUE(holds(pages.at("claims/benefits.md"), "**Not counted:** 1 that nobody has checked"));
  const auto& sources = pages.at("sources.md");
  EXPECT_LT(sources.find("Checked by nobody, so no evidence"), sources.find("### hearsay"));
}

TEST(Evidence, NamesWhatNobodyCheckedNowhereInAList) {
  auto files = small_knowledge();
  replace_first(file_of(files, "body.toml").text, "landmarks = \"Above the heel.\"\nsources = [",
                "landmarks = \"Above the heel.\"\nsources = [\"hearsay\", ");
  EXPECT_TRUE(holds(pages_of(files).at("areas/soleus.md"),
                    "[book](../sources.md#book); 1 more that nobody has checked, not counted"));
}

TEST(Evidence, SaysHowASourceWasCheckedWhereverItIsShown) {
  auto files = small_knowledge();
  replace_first(file_of(files, "sources.toml").text, "\"read\"", "\"secondary\"");
  const auto pages = pages_of(files);
  EXPECT_TRUE(holds(pages.at("zones.md"), "[book](sources.md#book) (read through another page)"));
  EXPECT_TRUE(holds(pages.at("sources.md"), "## Sources read through another page\n\n### book"));
}

TEST(Evidence, ShowsASignatureInsteadOfTheLineToSign) {
  auto files = small_knowledge();
  replace_first(file_of(files, "techniques.toml").text, "id = \"calves_roller_floor\"",
                "id = \"calves_roller_floor\"\nsigned_by = \"A. B., physiotherapist, 2026-11-22\"");
  const auto pages = pages_of(files);
  const auto& area = pages.at("areas/calves.md");
  EXPECT_TRUE(holds(area, "**Signed by:** A. B., physiotherapist, 2026-11-22"));
  EXPECT_TRUE(holds(area, "1 technique, 1 signed."));
  EXPECT_FALSE(holds(area, "Unsigned"));
  EXPECT_FALSE(holds(area, "Sign here"));
  EXPECT_TRUE(holds(pages.at("README.md"), "Physiotherapists have signed 1 of 1 techniques."));
  EXPECT_FALSE(holds(pages.at("README.md"), "anything yet"));
}

TEST(Evidence, ShowsCharactersOfMarkdownAsTheyAre) {
  auto files = small_knowledge();
  replace_first(file_of(files, "body.toml").text, "\"A joint.\"",
                R"("A *hinge* | [knee] <b> with `ticks`.")");
  EXPECT_TRUE(
      holds(pages_of(files).at("regions.md"), R"(A \*hinge\* \| \[knee\] \<b> with \`ticks\`.)"));
}

TEST(Evidence, LinksLeadToAPageAndToAHeadingOnIt) {
  const auto pages = pages_of(small_knowledge());
  std::map<std::string, std::set<std::string>> headings;
  const std::regex heading("(^|\n)#+ ([^\n]*)");
  for (const auto& [path, text] : pages) {
    for (std::sregex_iterator m(text.begin(), text.end(), heading), end; m != end; ++m) {
      std::string anchor;
      for (const char c : (*m)[2].str()) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-') {
          anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (c == ' ') {
          anchor += '-';
        }
      }
      EXPECT_TRUE(headings[path].insert(anchor).second) << path << " twice: " << anchor;
    }
  }
  const std::regex link(R"(\]\(([^)#]*)(#([^)]*))?\))");
  std::size_t followed = 0;
  for (const auto& [path, text] : pages) {
    for (std::sregex_iterator m(text.begin(), text.end(), link), end; m != end; ++m) {
      std::string target = (*m)[1].str();
      if (target.starts_with("../../")) continue;  // Out of docs/evidence.
      if (target.empty()) target = path;
      if (target.starts_with("../")) target = target.substr(3);
      ASSERT_TRUE(pages.contains(target)) << path << " -> " << (*m)[0];
      const auto anchor = (*m)[3].str();
      EXPECT_TRUE(anchor.empty() || headings[target].contains(anchor)) << path << (*m)[0];
      ++followed;
    }
  }
  EXPECT_GT(followed, pages.size());
}

TEST(Evidence, DependsNeitherOnFileNamesNorOnTheirOrder) {
  auto files = small_knowledge();
  const auto before = pages_of(files);
  std::swap(files.front(), files.back());
  for (auto& file : files) file.path = "elsewhere/" + file.path;
  EXPECT_EQ(pages_of(files), before);
}

}  // namespace
}  // namespace unknot::kbc
