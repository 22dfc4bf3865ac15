// The judges of the fuzz targets can find what they are there to find.

#include <gtest/gtest.h>

#include "draw.hpp"
#include "lawful.hpp"
#include "pack_judge.hpp"
#include "small_knowledge.hpp"

namespace unknot::fuzz {
namespace {

std::string judged(const std::string& dump) {
  constexpr base::JsonLimits any_size{std::size_t{1} << 26, 64};
  const auto json = base::parse_json(dump, any_size);
  EXPECT_TRUE(json);
  return json ? what_is_inconsistent(*json) : "";
}

std::string small_dump() {
  kbc::Complaints complaints("k");
  return kbc::compile(kbc::small_knowledge(), complaints).json;
}

struct Spoiled {
  std::string_view from;
  std::string_view to;
  std::string_view found;  ///< A part of what is said.
};

constexpr Spoiled spoiled[] = {
    {R"("neighbours":["hamstrings"])", R"("neighbours":[])", "neighbours not mutual"},
    {R"("neighbours":["hamstrings"])", R"("neighbours":["knee_hollow"])", "names none"},
    {R"("overlaps":["soleus"])", R"("overlaps":[])", "overlaps"},
    {R"("around":["calves","soleus"])", R"("around":["calves"])", "leaves a muscle half"},
    {R"("muscles":["gastrocnemius")", R"("muscles":["tibialis")", "unknown muscle"},
    {R"("area":"calves")", R"("area":"knee_hollow")", "technique of no area"},
    {R"("path":["calves"])", R"("path":["knee_hollow"])", "path through"},
    {R"("kind":"standard")", R"("kind":"lighter")", "kind of variant twice"},
    {R"("density":"medium")", R"("density":"soft")", "contacts incomplete or twice"},
    {R"({"id":"screening","order":)", R"({"id":"bodies","order":)", "stands twice"},
    {R"("verified":"read")", R"("verified":"recalled")", "only what is recalled"},
    {R"("sources":["book"])", R"("sources":["nobody"])", "unknown source"},
    {R"("id":"s01")", R"("id":"s09")", "sentences do not count on"},
    {R"("key":"change.be_older")", R"("key":"change.be_younger")", "phrase missing"},
};

TEST(PackJudge, FindsNothingWhereThereIsNothing) { EXPECT_EQ(judged(small_dump()), ""); }

TEST(PackJudge, FindsWhatIsSpoiled) {
  for (const Spoiled& s : spoiled) {
    std::string dump = small_dump();
    kbc::replace_first(dump, s.from, s.to);
    EXPECT_NE(judged(dump).find(s.found), std::string::npos) << s.from << ": " << judged(dump);
  }
}

coach::Planned planned() {
  const auto& pack = knowledge::embedded_pack();
  return *coach::plan(coach::example_request(pack, {1795334400, 0}), pack, {});
}

TEST(Lawful, FindsNothingWhereThereIsNothing) {
  EXPECT_EQ(property::what_is_unlawful_or_drifts(planned(), knowledge::embedded_pack(), {}), "");
}

TEST(Lawful, FindsWhatIsTamperedWith) {
  const auto says = [](const coach::Planned& p) {
    return property::what_is_unlawful_or_drifts(p, knowledge::embedded_pack(), {});
  };
  auto longer = planned();
  const auto sets = longer.json.find("\"sets\":[") + 8;
  longer.json.insert(sets, "1");
  EXPECT_TRUE(says(longer).starts_with("audit: ")) << says(longer);
  auto refused = planned();
  refused.answer.plan.reset();
  EXPECT_EQ(says(refused), "answer: neither plan nor refusal, or both");
  auto spaced = planned();
  spaced.json += ' ';
  EXPECT_EQ(says(spaced), "bytes: not as the writer writes them");
  auto reworded = planned();
  const auto word = reworded.json.find("\"says\":\"") + 8;
  reworded.json.insert(word, "x");
  EXPECT_EQ(says(reworded), "bytes: planned again from its own request it differs");
  auto fewer = planned();
  const auto other = coach::plan(
      [] {
        auto request = planned().request;
        request.minutes = 3;
        return request;
      }(),
      knowledge::embedded_pack(), {});
  fewer.answer = other.answer;
  EXPECT_EQ(says(fewer), "bytes: the steps read back are not the steps that were vetted");
}

TEST(Draw, NoBytesAreAnOrdinaryPersonWhoGetsAPlan) {
  Bytes none({});
  const auto& pack = knowledge::embedded_pack();
  EXPECT_TRUE(coach::plan(draw_request(none, pack), pack, {}).answer.plan);
}

}  // namespace
}  // namespace unknot::fuzz
