// What the gate hands to a session beside the steps: what is open today whatever happens, and how
// long each way may be done at all.

#include "gate_rows.hpp"

namespace unknot::safety::gate_session_test {
namespace {

using namespace small;
using enum model::Side;
using enum model::Experience;
using enum model::FloorTransfer;

/// "hold 30 rest 15, setup x1, all 90" and the muscles that have another number of seconds left.
std::string limits_in_words(const SessionLimits& limits) {
  std::string words = "hold " + std::to_string(limits.hold_seconds) + " rest " +
                      std::to_string(limits.hold_rest_seconds) + ", setup x" +
                      std::to_string(limits.setup_factor) + ",";
  for (const auto& [left, right] : limits.muscle_seconds) {
    words += ' ' + std::to_string(left);
    if (right != left) words += '/' + std::to_string(right);
  }
  return words;
}

/// Of the first step and its alternatives.
std::string ways_in_words(const VettedPlan& plan) {
  const VettedStep& step = plan.steps().front();
  std::string words = std::to_string(step.most_seconds);
  for (const auto& other : step.alternatives) words += " or " + std::to_string(other.most_seconds);
  return words;
}

struct Row {
  const char* name;
  Change change;
  Draft draft;
  std::string limits;  ///< Muscles in the order of the pack: calf, soleus, gluteus, biceps, pear,
                       ///< rhomboid.
  std::string ways;
};

const Draft soft = rolls("lr", "hamstrings_roller", "soft");
const Draft firm_too = or_else(soft, "hamstrings_roller", "firm");

TEST(Gate, HandsTheLimitsOfTheDayToTheSession) {
  const std::vector<Row> rows{
      {"a usual day", {}, soft, "hold 30 rest 15, setup x1, 90 90 90 90 90 90", "600"},
      {"warming up", warm_up, soft, "hold 30 rest 15, setup x1, 60 60 60 60 60 60", "600"},
      {"rolled earlier, on one side", used(hamstrings, 25, 1) & on_side(left),
       rolls("r", "hamstrings_roller", "soft"), "hold 30 rest 15, setup x1, 90 90 90 65/90 90 90",
       "600"},
      {"slow to the floor", moves(slow), soft, "hold 30 rest 15, setup x2, 90 90 90 90 90 90",
       "600"},
      {"another hold", limit(Number::hold_max_seconds, 20), soft,
       "hold 20 rest 15, setup x1, 90 90 90 90 90 90", "600"},
      {"another rest", limit(Number::rest_seconds, 20), soft,
       "hold 30 rest 20, setup x1, 90 90 90 90 90 90", "600"},
      {"a newcomer's firm tool", is(fresh), firm_too,
       "hold 30 rest 15, setup x1, 90 90 90 90 90 90", "600 or 60"},
      {"a regular's firm tool",
       {},
       firm_too,
       "hold 30 rest 15, setup x1, 90 90 90 90 90 90",
       "600 or 600"},
      {"a newcomer's firm tool as planned", is(fresh), rolls("lr", "hamstrings_roller", "firm"),
       "hold 30 rest 15, setup x1, 90 90 90 90 90 90", "60"},
      {"the stricter side of both", is(fresh) & past(calves, 3, 1) & on_side(left),
       rolls("b", "calves_roller", "firm"), "hold 30 rest 15, setup x1, 90 90 90 90 90 90", "60"},
      {"earned on both sides", is(fresh) & past(calves, 3, 1), rolls("b", "calves_roller", "firm"),
       "hold 30 rest 15, setup x1, 90 90 90 90 90 90", "600"},
  };
  for (const Row& row : rows) {
    Sample s = clean();
    if (row.change) row.change(s);
    const auto ruling = Gate(s.pack).vet({row.draft}, s.request);
    ASSERT_TRUE(ruling && ruling->plan) << row.name << '\n' << ruling_on(s, row.draft);
    EXPECT_EQ(limits_in_words(ruling->plan->limits()), row.limits) << row.name;
    EXPECT_EQ(ways_in_words(*ruling->plan), row.ways) << row.name;
  }
}

/// Ways that lie within one point of the index are told apart.
TEST(Gate, ToldLoadsApartByTheirPressure) {
  Sample s = clean();
  const auto technique = find_technique(s.pack, "hamstrings_roller");
  const std::size_t tool = tool_called("soft");
  const auto load = [&](VariantKind kind) {
    return load_of(s.request, s.pack, {technique, tool, kind});
  };
  EXPECT_LT(load(VariantKind::lighter).pascals, load(VariantKind::standard).pascals);
  EXPECT_LT(load(VariantKind::standard).pascals, load(VariantKind::harder).pascals);
}

TEST(Gate, SetUpDependsOnTheWayBefore) {
  const Sample s = clean();
  const auto way = [&](const char* technique, const char* tool) {
    return model::Alternative{find_technique(s.pack, technique), tool_called(tool),
                              VariantKind::lighter};
  };
  const auto roller = way("hamstrings_roller", "soft");
  const auto firm = way("hamstrings_roller", "firm");
  EXPECT_EQ(setup_seconds_of(s.pack, 1, nullptr, roller), 30);
  EXPECT_EQ(setup_seconds_of(s.pack, 1, &roller, roller), 10);
  EXPECT_EQ(setup_seconds_of(s.pack, 1, &firm, roller), 15);
  EXPECT_EQ(setup_seconds_of(s.pack, 2, &firm, roller), 30);
}

}  // namespace
}  // namespace unknot::safety::gate_session_test
