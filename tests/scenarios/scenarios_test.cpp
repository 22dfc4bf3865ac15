// Every scenario file holds, and every rule has one.

#include <gtest/gtest.h>

#include <set>

#include "runner.hpp"
#include "scenario_files.hpp"
#include "unknot/knowledge/rule_code.hpp"

namespace unknot::scenarios {

class ScenarioFile : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ScenarioFile, holds) {
  const auto rows = run_rows(text_of(GetParam()));
  EXPECT_FALSE(rows.empty());
  for (const RowReport& row : rows) {
    EXPECT_TRUE(row.ok()) << GetParam().string() << ':' << row.line << ": " << row.row << "\n  "
                          << row.complaint;
  }
}

INSTANTIATE_TEST_SUITE_P(Every, ScenarioFile, testing::ValuesIn(scenario_files()),
                         [](const auto& file) { return file.param.stem().string(); });

TEST(Scenarios, speak_of_every_rule) {
  std::set<std::string> rules;
  for (const auto& file : scenario_files()) {
    for (const RowReport& row : run_rows(text_of(file))) rules.insert(row.rule);
  }
  for (const auto& rule : knowledge::EnumNames<knowledge::RuleCode>::all) {
    EXPECT_TRUE(rules.contains(std::string(rule.name))) << "no table for " << rule.name;
  }
}

}  // namespace unknot::scenarios
