// A host whose pack has the words of English alone: what it answers to somebody of another
// language.

#include <gtest/gtest.h>

#include <vector>

#include "unknot/coach/coach.hpp"
#include "unknot/coach/track.hpp"

namespace unknot::coach {
namespace {

using knowledge::embedded_pack;
using knowledge::Language;

constexpr std::string_view now = "2026-11-22T08:00:00Z";

class EnglishAlone : public testing::Test {
 protected:
  EnglishAlone() {
    for (const Language& row : embedded_pack().languages) {
      const bool english = row.id == knowledge::rows_language;
      languages_.push_back(english ? row : Language{.id = row.id, .name = row.name});
    }
    pack_.languages = languages_;
  }

  static std::string request_in(std::string_view language) {
    std::string request = call("example", now);
    const std::string_view english = "\"language\":\"en\"";
    return request.replace(request.find(english), english.size(),
                           "\"language\":\"" + std::string(language) + '"');
  }

  /// What a plan says, without its id and the request.
  static std::string steps_of(const std::string& plan) {
    return plan.substr(plan.find("\"steps\""));
  }

  std::vector<Language> languages_;
  knowledge::Pack pack_ = embedded_pack();
};

TEST_F(EnglishAlone, AnswersInEnglishAndKeepsLanguageAndId) {
  const std::string plan = call("plan", request_in("es"), pack_);
  const std::string spanish = call("plan", request_in("es"));
  EXPECT_EQ(steps_of(plan), steps_of(call("plan", request_in("en"))));
  EXPECT_NE(steps_of(plan), steps_of(spanish));
  const auto head = plan.find("\"steps\"");
  EXPECT_EQ(plan.substr(0, head), spanish.substr(0, head));
}

TEST_F(EnglishAlone, RefusesALanguageThatThereIsNot) {
  EXPECT_EQ(call("plan", request_in("xx"), pack_), call("plan", request_in("xx")));
}

TEST_F(EnglishAlone, SaysOfATrackWhichLanguageIsSpoken) {
  const std::string plan = call("plan", request_in("es"), pack_);
  const auto track = laid_out("{\"plan\":" + plan + "}", pack_, {});
  ASSERT_TRUE(track) << base::sentence(track.error());
  EXPECT_NE(track->json.find("\"language\":\"en\""), std::string::npos);
}

TEST(Call, WithoutAPackTakesThatOfTheProgram) {
  const std::string request = call("example", now);
  EXPECT_EQ(call("plan", request), call("plan", request, embedded_pack()));
}

}  // namespace
}  // namespace unknot::coach
