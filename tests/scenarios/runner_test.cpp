// The runner itself: a table that is wrong must fail, and say where and why.

#include "runner.hpp"

#include <gtest/gtest.h>

namespace unknot::scenarios {

namespace {

const std::string head =
    "rule dose_range\n"
    "source article\n"
    "always person regular; screened; minutes 20; at floor wall; kit blue = roller soft smooth\n";
const std::string drafts = "| step | ruling | becomes | says |\n";
const std::string plans = "| given | outcome | has | without | says |\n";
const std::string rolled = "| rolled | ruling | says |\n";

/// What the only row of `text` complains of.
std::string complaint(const std::string& text) {
  const auto rows = run_rows(text);
  EXPECT_EQ(rows.size(), 1U) << text;
  return rows.empty() ? "no row" : rows.front().complaint;
}

std::string draft(const std::string& row) { return complaint(head + drafts + row); }
std::string plan(const std::string& row) { return complaint(head + plans + row); }

}  // namespace

TEST(Runner, passes_what_holds) {
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | pass | 60 s | |"), "");
  EXPECT_EQ(
      draft("| hamstrings_roller_floor both 29 s | drop | dropped | asked 29 s, limit 30 s |"), "");
  EXPECT_EQ(plan("| minutes 5 | plan | total <= 300; only blue | chair | |"), "");
  EXPECT_EQ(complaint(head + rolled + "| hamstrings_roller_floor both 9 s | pass | |"), "");
}

TEST(Runner, tells_a_wrong_ruling) {
  EXPECT_EQ(draft("| hamstrings_roller_floor both 29 s | pass | | |"),
            "expected pass, came drop (dose_range at hamstrings asked 29 s, limit 30 s)");
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | refuse | | |"),
            "expected refuse, came pass (nothing)");
  EXPECT_EQ(complaint(head + rolled + "| hamstrings_roller_floor both 95 s | pass | |"),
            "expected pass, came breach (dose_range at hamstrings asked 95 s, limit 90 s; "
            "dose_range at hamstrings asked 95 s, limit 90 s)");
}

TEST(Runner, tells_a_wrong_becoming) {
  const std::string came =
      "came 60 s rest 15 standard pace 4 level 3-4 setup 25 s rung 1 pressure 1";
  for (const std::string wrong : {"61 s", "30+30 s", "dropped", "lighter", "pace 3", "pace none",
                                  "level 3-6", "setup 24 s", "rung 2", "pressure 2"}) {
    EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | pass | " + wrong + " | |"),
              "expected '" + wrong + "', " + came);
  }
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | pass | 60 s + 60 s | |"),
            "'becomes' tells of 2 steps, the draft has 1");
}

TEST(Runner, tells_a_wrong_remark) {
  const std::string row = "| hamstrings_roller_floor both 29 s | drop | | ";
  const std::string said = "said was dose_range at hamstrings asked 29 s, limit 30 s";
  EXPECT_EQ(draft(row + "asked 29 s, limit 31 s |"), "expected 'asked 29 s, limit 31 s', " + said);
  EXPECT_EQ(draft(row + "budget |"), "expected 'budget', " + said);
  EXPECT_EQ(draft(row + "at calves |"), "expected 'at calves', " + said);
  EXPECT_EQ(draft("| hamstrings_roller_floor both 29 s pace 9 | drop | | pace |"),
            "expected 'pace', " + said);
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s pace 9 + quadriceps_roller_floor both 29 s "
                  "| drop | | pace |"),
            "nobody expected 'dose_range at quadriceps asked 29 s, limit 30 s'");
}

TEST(Runner, tells_a_wrong_plan) {
  EXPECT_TRUE(plan("| minutes 5 | refused budget | | | |")
                  .starts_with("expected refused budget, came plan, "));
  EXPECT_EQ(plan("| minutes 5; unscreened | plan | | | |"),
            "expected plan, came refused screening (screening), 0 s");
  EXPECT_TRUE(plan("| minutes 5 | plan | chair | | |").starts_with("expected 'chair', came "));
  EXPECT_TRUE(plan("| minutes 5 | plan | total <= 30 | | |").starts_with("expected 'total <= 30'"));
  EXPECT_TRUE(
      plan("| minutes 5 | plan | | floor | |").starts_with("did not expect 'floor', came "));
  EXPECT_EQ(plan("| unscreened | refused screening | | | change add_a_tool |"),
            "expected 'change add_a_tool', said was screening, change answer_screening");
  EXPECT_EQ(plan("| minutes 5 | plan | | | urgent |"), "only a refusal says 'urgent'");
}

TEST(Runner, names_line_and_reason_of_what_it_cannot_read) {
  const auto rows = run_rows("rule dose_rang\nsource article\ngivn age 4\n| step | |\n| x | y |\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].line, 1U);
  EXPECT_EQ(rows[0].complaint, "unknown rule 'dose_rang'");
  EXPECT_EQ(rows[1].line, 3U);
  EXPECT_EQ(rows[1].complaint, "'givn' is no beginning of a line here");
  EXPECT_EQ(rows[2].line, 4U);
  EXPECT_EQ(rows[2].complaint, "no table has these columns");
}

TEST(Runner, asks_for_rule_source_and_whole_rows) {
  const std::string row = "| hamstrings_roller_floor both 60 s | pass | 60 s | |\n";
  EXPECT_EQ(complaint(drafts + row), "a table stands below its rule and source");
  EXPECT_EQ(complaint("rule budget\n" + drafts + row), "a table stands below its rule and source");
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | pass |"),
            "the row has 2 cells, the table 4");
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | pass | 60 s |  "),
            "the row has 3 cells, the table 4");
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | pass | 60 s"), "a row ends with '|'");
}

TEST(Runner, names_the_clause_it_cannot_read) {
  const auto given = [](const std::string& clause) {
    return complaint(head + "given " + clause + "\n" + drafts +
                     "| hamstrings_roller_floor both 60 s | pass | | |");
  };
  EXPECT_EQ(given("agee 4"), "line 4, 'agee 4': no clause begins with 'agee'");
  EXPECT_EQ(given("age four"), "line 4, 'age four': got 'four', expected a whole number");
  EXPECT_EQ(given("age 4 5"), "line 4, 'age 4 5': '5' is too much");
  EXPECT_EQ(given("feel hamstring pain"),
            "line 4, 'feel hamstring pain': unknown place 'hamstring'; did you mean hamstrings?");
  EXPECT_EQ(given("feel hamstrings pian"),
            "line 4, 'feel hamstrings pian': got 'pian', expected tight | sore | pain | injury");
  EXPECT_EQ(given("kit x roller"),
            "line 4, 'kit x roller': a tool is told as NAME = KIND DENSITY "
            "SURFACE");
  EXPECT_EQ(given("age 121"),
            "no such request: person.age: got 121, expected a whole number from 0 to 120.");
}

TEST(Runner, names_the_step_it_cannot_read) {
  EXPECT_EQ(draft("| hamstring_roller_floor both 60 s | pass | | |"),
            "step 'hamstring_roller_floor both 60 s': unknown technique 'hamstring_roller_floor'; "
            "did you mean hamstrings_roller_floor?");
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 | pass | | |"),
            "step 'hamstrings_roller_floor both 60': a dose is told in s");
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s red | pass | | |"),
            "step 'hamstrings_roller_floor both 60 s red': 'red' is neither a tool nor a variant");
  EXPECT_EQ(draft("| | pass | | |"), "a draft has at least one step");
  EXPECT_EQ(draft("| hamstrings_roller_floor both 60 s | pass | quick | |"),
            "'quick' tells nothing of a step");
  EXPECT_EQ(plan("| minutes 5 | plan | elbows | | |"), "'elbows' describes no step");
  EXPECT_EQ(plan("| unscreened | refused screening | | elbows | |"), "'elbows' describes no step");
  EXPECT_EQ(plan("| minutes 5 | plan | speed <= 3 | | |"), "'speed' is no measure");
}

TEST(Runner, given_lines_speak_for_the_next_table_alone) {
  const std::string text = head + "given goal warm_up\n" + plans +
                           "| minutes 5 | plan | muscle <= 60 | | |\n\n" + drafts +
                           "| hamstrings_roller_floor both 61 s | pass | 61 s | |\n";
  for (const RowReport& report : run_rows(text)) EXPECT_EQ(report.complaint, "") << report.row;
}

TEST(Runner, reports_one_line_a_row) {
  EXPECT_EQ(run_scenarios(head + drafts + "| hamstrings_roller_floor both 60 s | pass |  | |\n" +
                          "| hamstrings_roller_floor   both 29 s | pass | | |\n"),
            "ok   5 | hamstrings_roller_floor both 60 s | pass | | |\n"
            "FAIL 6 | hamstrings_roller_floor both 29 s | pass | | | : expected pass, came drop "
            "(dose_range at hamstrings asked 29 s, limit 30 s)\n"
            "2 rows, 1 failed\n");
  EXPECT_EQ(run_scenarios("# nothing\n"), "FAIL 1 : no row to run\n0 rows, 1 failed\n");
}

}  // namespace unknot::scenarios
