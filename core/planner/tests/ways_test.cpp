// How each area stands in the toy pack, and by which way it would come in where one is told.

#include "plan_words.hpp"
#include "unknot/planner/explain.hpp"

namespace unknot::planner {
namespace {

using namespace toy;

std::string in_words(const Sample& s, const model::SideReason& reason) {
  static constexpr const char* standings[] = {"planned", "left out", "other side", "refused"};
  std::string words = std::string(name_of(reason.side)) + ' ' +
                      standings[static_cast<std::size_t>(reason.standing)];
  if (reason.left_out) words += " by " + std::string(name_of(reason.left_out->rule));
  if (!reason.way) return words;
  const model::Manner& way = *reason.way;
  return words + ", " + in_words(s, way.choice) + ' ' + std::to_string(way.seconds) + " s fits " +
         std::to_string(way.fit_percent) + " gives " + std::to_string(way.response_permille) +
         " is " + std::to_string(way.points);
}

std::string ways_in(const Sample& s) {
  std::string words;
  for (const auto& area : explain(s.request, s.pack).areas) {
    for (const auto& side : area.sides) {
      words +=
          (words.empty() ? "" : "\n") + std::string(s.pack[area.area].id) + ' ' + in_words(s, side);
    }
  }
  return words;
}

const auto four_balls = [] {
  std::array<Technique, techniques.size() + 3> changed;
  std::copy(techniques.begin(), techniques.end(), changed.begin());
  changed[2] = technique("hip_fair", hip, {ToolKind::ball, 1, 70});
  changed[7] = technique("hip_good", hip, {ToolKind::ball, 1, 80});
  changed[8] = technique("hip_as_good", hip, {ToolKind::ball, 1, 80});
  changed[9] = technique("hip_poor", hip, {ToolKind::ball, 1, 60});
  return changed;
}();
const Change with_four_balls = [](Sample& s) { s.pack.techniques = four_balls; };

// clang-format off

/// What is short of time is told with the cheapest way, what another ousts with the worthiest.
TEST(Ways, EachSideIsToldAsItStands) {
  const Row rows[] = {
      {"usual", {},
       "calf left planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "calf right planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "hip left planned, hip_ball ball standard 90 s fits 80 gives 1000 is 16\n"
       "hip right planned, hip_ball ball standard 90 s fits 80 gives 1000 is 16\n"
       "nape middle planned, nape_roller roller standard 90 s fits 50 gives 1000 is 5\n"
       "rump left left out by dose_range, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "rump right left out by dose_range, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "thigh left planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63\n"
       "thigh right planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63"},
      {"three minutes", minutes(3),
       "calf left planned, calf_roller roller standard 60 s fits 90 gives 800 is 21\n"
       "calf right planned, calf_roller roller standard 60 s fits 90 gives 800 is 21\n"
       "hip left left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "hip right left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "nape middle left out by budget, nape_roller roller standard 30 s fits 50 gives 500 is 2\n"
       "rump left left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "rump right left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "thigh left planned, thigh_roller roller standard 30 s fits 90 gives 500 is 31\n"
       "thigh right planned, thigh_roller roller standard 30 s fits 90 gives 500 is 31"},
      {"two minutes, with a stick too", minutes(2) & all_tools,
       "calf left left out by budget, calf_roller roller standard 30 s fits 90 gives 500 is 13\n"
       "calf right left out by budget, calf_roller roller standard 30 s fits 90 gives 500 is 13\n"
       "hip left left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "hip right left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "nape middle left out by budget, nape_roller roller standard 30 s fits 50 gives 500 is 2\n"
       "rump left left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "rump right left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "thigh left planned, thigh_roller roller standard 30 s fits 90 gives 500 is 31\n"
       "thigh right planned, thigh_roller roller standard 30 s fits 90 gives 500 is 31"},
      {"a wish for one side", minutes(2) & wants(thigh, left),
       "calf left left out by budget, calf_roller roller standard 30 s fits 90 gives 500 is 13\n"
       "calf right left out by budget, calf_roller roller standard 30 s fits 90 gives 500 is 13\n"
       "hip left left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "hip right left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "nape middle left out by budget, nape_roller roller standard 30 s fits 50 gives 500 is 2\n"
       "rump left left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "rump right left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "thigh left planned, thigh_roller roller standard 60 s fits 90 gives 800 is 338\n"
       "thigh right other side"},
      {"two areas of four", limit(Number::max_areas, 2),
       "calf left planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "calf right planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "hip left left out by groups, hip_ball ball standard 90 s fits 80 gives 1000 is 16\n"
       "hip right left out by groups, hip_ball ball standard 90 s fits 80 gives 1000 is 16\n"
       "nape middle left out by groups, nape_roller roller standard 90 s fits 50 gives 1000 is 5\n"
       "rump left left out by groups, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "rump right left out by groups, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "thigh left planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63\n"
       "thigh right planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63"},
      {"one tool of two", limit(Number::max_tools, 1),
       "calf left planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "calf right planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "hip left left out by groups, hip_ball ball standard 90 s fits 80 gives 1000 is 16\n"
       "hip right left out by groups, hip_ball ball standard 90 s fits 80 gives 1000 is 16\n"
       "nape middle planned, nape_roller roller standard 90 s fits 50 gives 1000 is 5\n"
       "rump left left out by groups, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "rump right left out by groups, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "thigh left planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63\n"
       "thigh right planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63"},
      {"of equally cheap ways the best, of those the first", with_four_balls & minutes(3),
       "calf left planned, calf_roller roller standard 60 s fits 90 gives 800 is 21\n"
       "calf right planned, calf_roller roller standard 60 s fits 90 gives 800 is 21\n"
       "hip left left out by budget, hip_good ball standard 30 s fits 80 gives 500 is 8\n"
       "hip right left out by budget, hip_good ball standard 30 s fits 80 gives 500 is 8\n"
       "nape middle left out by budget, nape_roller roller standard 30 s fits 50 gives 500 is 2\n"
       "rump left left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "rump right left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "thigh left planned, thigh_roller roller standard 30 s fits 90 gives 500 is 31\n"
       "thigh right planned, thigh_roller roller standard 30 s fits 90 gives 500 is 31"},
      {"of the worthiest ways the first", with_four_balls & limit(Number::max_areas, 2),
       "calf left planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "calf right planned, calf_roller roller standard 90 s fits 90 gives 1000 is 27\n"
       "hip left left out by groups, hip_good ball standard 90 s fits 80 gives 1000 is 16\n"
       "hip right left out by groups, hip_good ball standard 90 s fits 80 gives 1000 is 16\n"
       "nape middle left out by groups, nape_roller roller standard 90 s fits 50 gives 1000 is 5\n"
       "rump left left out by groups, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "rump right left out by groups, rump_ball ball standard 90 s fits 80 gives 1000 is 8\n"
       "thigh left planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63\n"
       "thigh right planned, thigh_roller roller standard 90 s fits 90 gives 1000 is 63"},
      {"refused for fever, and wished away", has("fever") & avoids(hip),
       "calf left refused\n"
       "calf right refused\n"
       "hip left left out by wish\n"
       "hip right left out by wish\n"
       "nape middle refused\n"
       "rump left refused\n"
       "rump right refused\n"
       "thigh left refused\n"
       "thigh right refused"},
      {"refused for fever", has("fever"),
       "calf left refused\n"
       "calf right refused\n"
       "hip left refused\n"
       "hip right refused\n"
       "nape middle refused\n"
       "rump left refused\n"
       "rump right refused\n"
       "thigh left refused\n"
       "thigh right refused"},
      {"refused for time", minutes(1) & tools({tool("ball", ToolKind::ball)}),
       "calf left left out by own_tools\n"
       "calf right left out by own_tools\n"
       "hip left left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "hip right left out by budget, hip_ball ball standard 30 s fits 80 gives 500 is 8\n"
       "nape middle left out by own_tools\n"
       "rump left left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "rump right left out by budget, rump_ball ball standard 30 s fits 80 gives 500 is 4\n"
       "thigh left left out by own_tools\n"
       "thigh right left out by own_tools"}};
  for (const Row& row : rows) {
    Sample s = usual();
    if (row.change) row.change(s);
    EXPECT_EQ(ways_in(s), row.says) << row.name;
  }
}

// clang-format on

}  // namespace
}  // namespace unknot::planner
