// Logs that were written once must be read for ever, and mean the same (samples/README.md).

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "unknot/journal/format.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::journal {
namespace {

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

std::string file(const std::string& name) {
  std::ifstream in("tests/journal/samples/" + name, std::ios::binary);
  EXPECT_TRUE(in) << name;
  return {std::istreambuf_iterator<char>(in), {}};
}

Journal sample(const std::string& name) {
  auto journal = read_journal(file(name));
  EXPECT_TRUE(journal) << (journal ? "" : sentence(journal.error()));
  return journal.value_or(Journal{});
}

base::Instant at(std::string_view text) { return base::parse_instant(text).value(); }

TEST(Samples, OneOfEachIsWrittenAsItWas) {
  const auto log = sample("v1/one_of_each.json");
  EXPECT_EQ(log.records.size(), 17U);
  EXPECT_EQ(write_journal(log.records, log.made, log.extra), file("v1/one_of_each.json"));
}

TEST(Samples, OneOfEachMeansWhatItMeant) {
  const auto log = sample("v1/one_of_each.json");
  const auto now = at("2026-01-11T08:00:00+01:00");
  const auto profile = people(log.records, pack(), now).at(0);
  EXPECT_EQ(profile.name, "Ada L.");
  EXPECT_FALSE(profile.person.age);
  EXPECT_EQ(profile.person.height_tenths_cm, 1725);
  EXPECT_EQ(profile.tools.at(0).id, "blue");
  EXPECT_EQ(profile.conditions.size(), 1U);
  EXPECT_EQ(profile.at->size(), 2U);

  const auto entries = history(log.records, pack(), now);
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(pack()[entries[0].area].id, "calves");
  EXPECT_EQ(entries[0].after_effect, model::AfterEffect::bruise);
  EXPECT_TRUE(entries[0].after_effect_gone);
  EXPECT_EQ(entries[0].clean_sessions, 0);
  EXPECT_EQ(entries[1].last_levels, (std::vector<std::optional<std::int32_t>>{5}));
  EXPECT_EQ(pack()[entries[2].area].id, "glutes");
  EXPECT_EQ(entries[2].rung, 2);
  EXPECT_EQ(entries[3].clean_sessions, 1);

  const auto table = sessions(log.records, pack());
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(table[0].reason, "urgent");
  EXPECT_EQ(table[0].seconds, 90);
  EXPECT_EQ(table[1].seconds, 60);
  EXPECT_EQ(notes(log.records, pack()).size(), 1U);
}

TEST(Samples, AnAreaThatWasEndedIsLeftAloneForADay) {
  const auto log = sample("v1/area_over.json");
  EXPECT_EQ(write_journal(log.records, log.made, log.extra), file("v1/area_over.json"));
  const auto alone = left_alone(log.records, pack(), at("2026-01-02T20:00:00+01:00"));
  ASSERT_EQ(alone.size(), 2U);
  EXPECT_EQ(pack()[alone[0].area].id, "glutes");
  EXPECT_EQ(pack()[alone[1].area].id, "piriformis");
  EXPECT_EQ(format_instant(alone[1].until), "2026-01-03T07:56:10+01:00");
}

TEST(Samples, WhatCameLaterIsCarriedAlong) {
  const auto log = sample("v1/newer.json");
  ASSERT_EQ(log.records.size(), 4U);
  EXPECT_EQ(log.records[0].extra, R"("mood":"fine")");
  EXPECT_EQ(log.records[1].kind, RecordKind::unknown);
  EXPECT_EQ(log.records[1].kind_name, "heart_rate");
  EXPECT_EQ(log.records[1].data, R"({"beats": [61, 62, 60]})");
  EXPECT_TRUE(log.extra.contains("a program of later years"));
  const auto entries = history(log.records, pack(), at("2031-01-01T09:00:00Z"));
  ASSERT_EQ(entries.size(), 2U) << "an area that is not known is no history here";
  EXPECT_EQ(entries[0].seconds_6h, 30);
  const auto text = write_journal(log.records, log.made, log.extra);
  const auto again = read_journal(text);
  ASSERT_TRUE(again);
  EXPECT_EQ(write_journal(again->records, again->made, again->extra), text);
  EXPECT_EQ(again->records, log.records);
}

TEST(Samples, NothingYet) { EXPECT_TRUE(sample("v1/empty.json").records.empty()); }

}  // namespace
}  // namespace unknot::journal
