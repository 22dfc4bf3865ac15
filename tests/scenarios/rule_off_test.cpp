// A rule that nothing misses is not tested: with any one rule switched off, some row in the tables
// of that very rule must fail. Safety is built a second time here, with rules to switch off.

#include <gtest/gtest.h>

#include "rule_switch.hpp"
#include "runner.hpp"
#include "scenario_files.hpp"

namespace unknot::scenarios {

using knowledge::RuleCode;

/// Rows of the tables of `rule` that fail.
std::size_t failed_rows(std::string_view rule) {
  std::size_t failed = 0;
  for (const auto& file : scenario_files()) {
    const std::string text = text_of(file);
    if (text.find(rule) == std::string::npos) continue;
    // The audit has no switches; here it would only tell what the gate let through.
    for (const RowReport& row : run_rows(text, SecondJudge::none)) {
      if (row.rule == rule && !row.ok()) ++failed;
    }
  }
  return failed;
}

class RuleOff : public testing::TestWithParam<RuleCode> {
 protected:
  void TearDown() override { safety::rule_off.reset(); }
};

TEST_P(RuleOff, is_missed_by_its_tables) {
  const std::string_view name = knowledge::name_of(GetParam());
  ASSERT_EQ(failed_rows(name), 0U) << "the tables of " << name << " hold while it is on";
  safety::rule_off = GetParam();
  const std::size_t failed = failed_rows(name);
  RecordProperty("rows_that_miss_it", static_cast<int>(failed));
  EXPECT_GT(failed, 0U) << "nothing misses " << name;
}

std::vector<RuleCode> every_rule() {
  std::vector<RuleCode> rules;
  for (const auto& row : knowledge::EnumNames<RuleCode>::all) rules.push_back(row.value);
  return rules;
}

INSTANTIATE_TEST_SUITE_P(Every, RuleOff, testing::ValuesIn(every_rule()), [](const auto& rule) {
  return std::string(knowledge::name_of(rule.param));
});

}  // namespace unknot::scenarios
