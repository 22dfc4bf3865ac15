// What kbc makes of knowledge it accepts.

#include "compile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "emit_cpp.hpp"
#include "small_knowledge.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/sha256.hpp"

namespace unknot::kbc {
namespace {

Compiled compiled(const std::vector<SourceFile>& files) {
  Complaints complaints("k");
  auto result = compile(files, complaints);
  EXPECT_EQ(complaints.lines(), std::vector<std::string>{});
  return result;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Compile, AcceptsTheSmallKnowledge) {
  EXPECT_EQ(complaints_about(small_knowledge()), std::vector<std::string>{});
}

TEST(Compile, AcceptsTheRealKnowledge) {
  Complaints complaints("knowledge");
  const auto files = read_folder("knowledge", complaints);
  const auto result = compile(files, complaints);
  EXPECT_EQ(complaints.lines(), std::vector<std::string>{});
  EXPECT_FALSE(result.cpp.empty());
}

TEST(Compile, GivesTheSameBytesForTheSameFiles) {
  const auto first = compiled(small_knowledge());
  const auto second = compiled(small_knowledge());
  EXPECT_EQ(first.json, second.json);
  EXPECT_EQ(first.cpp, second.cpp);
}

TEST(Compile, DependsNeitherOnFileNamesNorOnTheOrderOfRows) {
  auto files = small_knowledge();
  const auto before = compiled(files);
  std::ranges::reverse(files);
  for (auto& file : files) file.path = "elsewhere/" + file.path;
  auto& body = files[files.size() - 2].text;
  const auto zone = body.find("[[zone]]");
  ASSERT_NE(zone, std::string::npos);
  body = body.substr(zone) + "\n" + body.substr(0, zone);
  const auto after = compiled(files);
  EXPECT_EQ(before.json, after.json);
  EXPECT_EQ(before.cpp, after.cpp);
}

TEST(Compile, HashIsThatOfTheDumpAndStandsInTheCode) {
  const auto result = compiled(small_knowledge());
  EXPECT_EQ(result.hash, base::to_hex(base::sha256(result.json)));
  EXPECT_TRUE(holds(result.cpp, say(".hash = \"", result.hash, "\"sv")));
}

TEST(Compile, EveryChangeOfAWordChangesTheHash) {
  auto files = small_knowledge();
  const auto before = compiled(files).hash;
  replace_first(file_of(files, "body.toml").text, "A joint.", "One joint.");
  EXPECT_NE(compiled(files).hash, before);
}

TEST(Compile, DumpIsJsonInPackOrder) {
  const auto dump = base::parse_json(compiled(small_knowledge()).json);
  ASSERT_TRUE(dump);
  EXPECT_EQ(dump->keys.front(), "sources");
  EXPECT_EQ(dump->keys.back(), "languages");
  const auto* places = dump->find("places");
  ASSERT_NE(places, nullptr);
  std::vector<std::string> ids;
  for (const auto& place : places->items) ids.push_back(place.find("id")->text);
  EXPECT_EQ(ids, (std::vector<std::string>{"calves", "hamstrings", "soleus", "knee_hollow", "leg",
                                           "knee"}));
}

TEST(Compile, DerivesOverlapsFromSharedMuscles) {
  const auto json = compiled(small_knowledge()).json;
  EXPECT_TRUE(holds(json, R"("neighbours":["hamstrings"],"overlaps":["soleus"])"));
  EXPECT_TRUE(holds(json, R"("neighbours":["hamstrings"],"overlaps":["calves"])"));
  EXPECT_TRUE(holds(json, R"("neighbours":["calves","soleus"],"overlaps":[])"));
}

TEST(Compile, FillsDefaultsIn) {
  const auto json = compiled(small_knowledge()).json;
  EXPECT_TRUE(holds(json, R"("load_permille":50,"how":"Keep the hips down.","estimated":true)"));
  EXPECT_TRUE(holds(json, R"("load_permille":100,"how":"Lift the hips.","estimated":false)"));
  EXPECT_TRUE(holds(json, R"("temperature":"none","vibration":false,"diameter_mm":0)"));
}

TEST(Compile, CodeNamesRowsByIndex) {
  const auto cpp = compiled(small_knowledge()).cpp;
  EXPECT_TRUE(holds(cpp, "constexpr PlaceIndex places_0_neighbours[] = {{1}};"));
  EXPECT_TRUE(holds(cpp, ".position = {0}"));
  EXPECT_TRUE(holds(cpp, ".with_pain_at = {5}"));
  EXPECT_TRUE(holds(cpp, ".with_pain_at = {}"));
  EXPECT_FALSE(holds(cpp, ".path = "));
  EXPECT_FALSE(holds(cpp, "k/"));
}

TEST(Compile, ShowsEveryComplaintAtOnceInTheOrderOfTheFiles) {
  auto files = small_knowledge();
  replace_first(file_of(files, "techniques.toml").text, "fit = 90", "fit = 900");
  replace_first(file_of(files, "body.toml").text, "A joint.", "Cured.");
  replace_first(file_of(files, "body.toml").text, "sides = \"pair\"", "sides = \"left\"");
  const auto complaints = complaints_about(files);
  ASSERT_EQ(complaints.size(), 3U);
  EXPECT_TRUE(complaints[0].starts_with("k/body.toml:19:9:")) << complaints[0];
  EXPECT_TRUE(complaints[1].starts_with("k/body.toml:")) << complaints[1];
  EXPECT_TRUE(complaints[2].starts_with("k/techniques.toml:")) << complaints[2];
}

TEST(Compile, LetsNeighboursLeaveOutTheAreaItself) {
  auto files = small_knowledge();
  auto& body = file_of(files, "body.toml").text;
  replace_first(body, "neighbours = [\"hamstrings\"]", "neighbours = [\"hamstrings\", \"soleus\"]");
  replace_first(body, "neighbours = [\"hamstrings\"]\nlandmarks = \"Above the heel.",
                "neighbours = [\"hamstrings\", \"calves\"]\nlandmarks = \"Above the heel.");
  EXPECT_EQ(complaints_about(files), std::vector<std::string>{});
}

TEST(Compile, LetsSetsDifferAsLongAsTheyCountInSteps) {
  auto files = small_knowledge();
  replace_first(file_of(files, "activities.toml").text,
                "seconds = 60\nresponse_permille = 900\nstroke_sets = [30, 30]\n"
                "hold_sets = [30, 30]",
                "seconds = 75\nresponse_permille = 900\nstroke_sets = [40, 35]\n"
                "hold_sets = [25, 20, 30]");
  EXPECT_EQ(complaints_about(files), std::vector<std::string>{});
}

TEST(Compile, LetsTheNameOfThePracticeAndTheWordsOfClaimsStand) {
  auto files = small_knowledge();
  replace_first(file_of(files, "care.toml").text, "Sitting is fine.",
                "Self-myofascial release is fine; your health comes first.");
  EXPECT_EQ(complaints_about(files), std::vector<std::string>{});
}

TEST(Compile, RefusesATechniqueWhoseToolHasNoContactAtAll) {
  auto files = small_knowledge();
  auto& text = file_of(files, "tools.toml").text;
  const auto row = say("[[contact]]\nkind = \"roller\"");
  for (auto at = text.find(row); at != std::string::npos; at = text.find(row)) {
    text.erase(at, text.find("\n\n", at) + 2 - at);
  }
  const auto complaints = complaints_about(files);
  ASSERT_EQ(complaints.size(), 7U) << "6 contacts are missing, and one technique needs them";
  EXPECT_TRUE(holds(complaints[0], "k/techniques.toml:")) << complaints[0];
  EXPECT_TRUE(holds(complaints[0], "no [[contact]] for the tool `roller`")) << complaints[0];
}

TEST(Literals, EscapeWhatCouldBreakThem) {
  EXPECT_EQ(cpp_literal("plain"), "\"plain\"sv");
  EXPECT_EQ(cpp_literal("a \"b\" \\c"), R"("a \"b\" \\c"sv)");
  EXPECT_EQ(cpp_literal("tab\tline\n"), R"("tab\011line\012"sv)");
  EXPECT_EQ(cpp_literal("\xC3\xA4"
                        "1"),
            R"("\303\2441"sv)");
  EXPECT_EQ(cpp_literal("what?"
                        "?="),
            R"("what?\077="sv)");
  EXPECT_EQ(cpp_literal(std::string_view("\0007", 2)), R"("\0007"sv)");
}

TEST(Literals, TextsOfKnowledgeAreEscapedInBothOutputs) {
  auto files = small_knowledge();
  replace_first(file_of(files, "body.toml").text, "\"A joint.\"",
                R"('A "hinge" \ Gelenk für zwei.')");
  const auto result = compiled(files);
  EXPECT_TRUE(holds(result.cpp, R"("A \"hinge\" \\ Gelenk f\303\274r zwei."sv)"));
  EXPECT_TRUE(holds(result.json, "\"A \\\"hinge\\\" \\\\ Gelenk für zwei.\""));
}

class Folders : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) / say("kbc_", test->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "b");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  std::filesystem::path folder_;
};

TEST_F(Folders, AreReadDeeplyInOrderOfPath) {
  write("c.toml", "c");
  write("b/z.toml", "z");
  write("a.toml", "a");
  write("README.md", "no");
  Complaints complaints("k");
  std::string texts;
  for (const auto& file : read_folder(folder_.string(), complaints)) texts += file.text;
  EXPECT_EQ(texts, "azc");
  EXPECT_TRUE(complaints.empty());
}

TEST_F(Folders, WithoutKnowledgeAreComplainedOf) {
  Complaints complaints("k");
  EXPECT_TRUE(read_folder(folder_.string(), complaints).empty());
  EXPECT_EQ(complaints.lines(), std::vector<std::string>{"k: holds no .toml file"});
  Complaints missing("k");
  EXPECT_TRUE(read_folder((folder_ / "none").string(), missing).empty());
  EXPECT_FALSE(missing.empty());
}

}  // namespace
}  // namespace unknot::kbc
