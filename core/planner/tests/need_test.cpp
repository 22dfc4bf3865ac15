// How much each area would gain: the sum of docs/planner.md, worked out by hand, and the reasons.

#include "need.hpp"

#include <gtest/gtest.h>

#include "toy_pack.hpp"

namespace unknot::planner {
namespace {

using namespace toy;
using enum model::Side;
using enum model::FeelKind;

/// "left/right" by area, and the reasons of the areas that have one besides the goal.
std::string in_words(const Sample& s) {
  std::string words;
  const auto needs = needs_of(s.request, s.pack);
  for (std::size_t a = 0; a < needs.size(); ++a) {
    words += (a == 0 ? "" : " ") + std::to_string(needs[a].value[0]);
    if (needs[a].value[0] != needs[a].value[1]) words += '/' + std::to_string(needs[a].value[1]);
    for (const model::Why& why : needs[a].why) {
      if (why.reason == model::Reason::goal && needs[a].why.size() == 1) continue;
      words += '(' + std::string(name_of(why.reason));
      if (why.at.valid()) {
        words += ' ' + std::string(s.pack[why.at].id) + ' ' + std::string(name_of(why.side));
      }
      words += ')';
    }
  }
  return words;
}

const auto wrist_by_hip = [] {
  auto changed = places;
  changed[wrist.value].around = only_hip;
  return changed;
}();

struct Row {
  const char* name;
  Change change;
  std::string needs;  ///< calf hip nape rump thigh
};

// Base 10; the goal gives the calf 20, the hip 10, the thigh 60.
// clang-format off
TEST(Need, IsTheSumOfWhatIsKnown) {
  const auto eight_and_twenty = [](Sample& s) { s.request.goal = GoalKind::unwind; };
  const Row rows[] = {
      {"nothing said", {}, "30 20 10 10 70"},
      {"a goal nobody weighed", eight_and_twenty, "10 10 10 10 10"},
      // Half of the squares in hundredths: of 80, 39 and 40 that is 64, 15, 16. Told from 40 on.
      {"running", does(running), "62(activity)(goal) 20 10 10 77"},
      {"sitting", does(sitting), "30 28(activity)(goal) 10 10 70"},
      {"wished for", wants(hip, left), "30 420/20(wish hip left)(goal) 10 10 70"},
      {"wished for twice", wants(hip) & wants(hip, left),
       "30 420(wish hip both)(wish hip left)(goal) 10 10 70"},
      {"a region wished for", wants(leg),
       "430(wish leg both)(goal) 20 10 10 470(wish leg both)(goal)"},
      {"a zone wished for", wants(back, left),
       "30 140(offered back middle)(goal) 10 130(offered back middle)(goal) 70"},
      {"tight, four", feels(calf, right, tight, 4),
       "30/190(complaint calf right)(goal) 20 10 10 70"},
      {"tight, unmeasured", feels(calf, right, tight),
       "30/190(complaint calf right)(goal) 20 10 10 70"},
      {"sore, two", feels(calf, both, sore, 2), "140(complaint calf both)(goal) 20 10 10 70"},
      {"the stronger of two", feels(calf, both, sore, 6) & feels(calf, left, tight, 1),
       "200(complaint calf both)(complaint calf left)(goal) 20 10 10 70"},
      {"the stronger told first", feels(calf, both, tight, 6) & feels(calf, both, sore, 2),
       "220(complaint calf both)(goal) 20 10 10 70"},
      {"tight in the middle", feels(nape, left, tight, 1),
       "30 20 125(complaint nape middle)(goal) 10 70"},
      {"a region that is tight", feels(leg, left, tight, 0),
       "130/30(complaint leg left)(goal) 20 10 10 170/70(complaint leg left)(goal)"},
      {"tight at six", feels(calf, both, tight, 6),
       "220(complaint calf both)(goal) 20 10 10 70"},
      // From seven on it is left alone, and its neighbour is offered.
      {"tight at seven", feels(calf, both, tight, 7),
       "30 20 10 10 295(offered calf both)(goal)"},
      {"pain", feels(thigh, left, pain, 2),
       "180/30(offered thigh left)(goal) 170/20(offered thigh left)(goal) 10 10 70"},
      {"injury", feels(thigh, left, injury, 2), "30 20 10 10 70"},
      {"a tight zone", feels(back, both, tight, 2),
       "30 170(offered back middle)(goal) 10 160(offered back middle)(goal) 70"},
      {"a tight region of nothing, with something around it",
       Change([](Sample& s) { s.pack.places = wrist_by_hip; }) & feels(wrist, left, tight, 3),
       "30 185/20(offered wrist left)(goal) 10 10 70"},
      {"an injured zone", feels(back, both, injury), "30 20 10 10 70"},
      {"around two that hurt", feels(calf, both, pain, 1) & feels(hip, both, pain, 5),
       "30 20 10 10 265(offered calf both)(offered hip both)(goal)"},
      {"named and around", feels(calf, both, pain, 1) & feels(thigh, both, tight, 1),
       "30 20 10 10 320(offered calf both)(complaint thigh both)(goal)"},
      {"tight, and beside a pain told later",
       feels(thigh, both, tight, 1) & feels(calf, both, pain, 1),
       "30 20 10 10 320(offered calf both)(complaint thigh both)(goal)"},
      {"wished for and running", wants(calf) & does(running),
       "462(wish calf both)(activity)(goal) 20 10 10 77"},
      {"rolled nineteen hours ago", rolled(calf, 20 * 3600 - 1), "18 20 10 10 70"},
      {"rolled twenty hours ago", rolled(calf, 20 * 3600), "30 20 10 10 70"},
      {"rolled on one side", rolled(thigh, 3600, right), "30 20 10 10 70/42"},
      {"rolled at no known time", past(calf, [](model::History&) {}), "30 20 10 10 70"},
      {"never below one", limit(Number::need_base, 0) & rolled(nape, 3600), "20 10 1 1 60"}};
  for (const Row& row : rows) {
    Sample s = usual();
    if (row.change) row.change(s);
    EXPECT_EQ(in_words(s), row.needs) << row.name;
  }
}
// clang-format on

/// Each share with what it is owed to; of complaints as strong, the first; none that is nothing.
TEST(Need, SaysWhatItConsistsOf) {
  Sample s = usual();
  const Change said = wants(calf) & feels(calf, both, tight, 2) & feels(leg, both, tight, 2) &
                      feels(hip, both, pain, 1) & does(running) & limit(Number::need_base, 1);
  said(s);
  const auto needs = needs_of(s.request, s.pack);
  const auto shares_of = [&](PlaceIndex area) {
    std::string words;
    for (const model::NeedShare& share : needs[area.value].shares[0]) {
      words += (words.empty() ? "" : ", ") + std::string(name_of(share.from)) + ' ' +
               std::to_string(share.points);
      if (share.at.valid()) words += " for " + std::string(s.pack[share.at].id);
    }
    return words;
  };
  EXPECT_EQ(shares_of(calf),
            "base 1, goal 20, activity 32, wish 400 for calf, complaint 130 for calf");
  EXPECT_EQ(shares_of(thigh),
            "base 1, goal 60, activity 7, complaint 130 for leg, around 135 for hip");
  EXPECT_EQ(shares_of(nape), "base 1");
}

}  // namespace
}  // namespace unknot::planner
