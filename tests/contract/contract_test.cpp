// The contract of journal::Store, the same for every store there is.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

#include "sample_records.hpp"
#include "unknot/store_memory/store_memory.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::contract {
namespace {

using base::ErrorCode;
using journal::Query;
using journal::Record;
using journal::RecordKind;

struct Kind {
  const char* name;
  std::function<std::unique_ptr<journal::Store>(const Folder&)> make;
};

const Kind memory{"memory", [](const Folder&) { return store_memory::make(); }};
const Kind sqlite{"sqlite", [](const Folder& folder) {
                    auto store = store_sqlite::open({.file = folder.file("log.db")});
                    return store ? std::move(*store) : nullptr;
                  }};

class StoreContract : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override { ASSERT_NE(store, nullptr); }

  std::size_t add(std::span<const Record> records) {
    const auto added = store->append(records);
    EXPECT_TRUE(added) << sentence(added.error());
    return added.value_or(0);
  }
  std::vector<Record> read(const Query& query = {}) {
    auto found = store->read(query);
    EXPECT_TRUE(found) << sentence(found.error());
    return found.value_or(std::vector<Record>{});
  }

  Folder folder;
  std::unique_ptr<journal::Store> store = GetParam().make(folder);
};

bool same(const std::vector<Record>& a, const std::vector<Record>& b) {
  return std::ranges::equal(a, b, journal::same);
}

TEST_P(StoreContract, begins_empty) {
  EXPECT_TRUE(read().empty());
  EXPECT_EQ(add({}), 0U);
  EXPECT_EQ(store->forget("").value(), 0U);
}

TEST_P(StoreContract, gives_back_what_was_appended) {
  const auto records = samples(0, 100);
  EXPECT_EQ(add(records), 100U);
  EXPECT_TRUE(same(read(), records));
}

TEST_P(StoreContract, order_is_that_of_the_ids) {
  auto records = samples(0, 60);
  std::ranges::shuffle(records, std::minstd_rand(4));
  for (const Record& record : records) EXPECT_EQ(add({&record, 1}), 1U);
  EXPECT_TRUE(same(read(), samples(0, 60)));
}

TEST_P(StoreContract, a_record_sent_twice_is_there_once) {
  EXPECT_EQ(add(samples(0, 10)), 10U);
  EXPECT_EQ(add(samples(0, 10)), 0U);
  EXPECT_EQ(add(samples(5, 10)), 5U);
  auto doubled = samples(20, 2);
  doubled.push_back(doubled[0]);
  EXPECT_EQ(add(doubled), 2U) << "twice in one batch";
  EXPECT_EQ(read().size(), 17U);
}

TEST_P(StoreContract, other_content_under_an_id_is_refused_with_its_batch) {
  add(samples(0, 3));
  const std::vector<std::pair<const char*, std::function<void(Record&)>>> changes{
      {"person", [](Record& r) { r.person = "another"; }},
      {"kind", [](Record& r) { r.kind = RecordKind::removal; }},
      {"plan", [](Record& r) { r.kind = RecordKind::plan; }},
      {"event", [](Record& r) { r.kind = RecordKind::event; }},
      {"unknown kind",
       [](Record& r) {
         r.kind = RecordKind::unknown;
         r.kind_name = "other";
       }},
      {"moment", [](Record& r) { ++r.at.seconds; }},
      {"offset", [](Record& r) { ++r.at.offset_minutes; }},
      {"session", [](Record& r) { r.session += "0"; }},
      {"knowledge", [](Record& r) { r.knowledge.clear(); }},
      {"data", [](Record& r) { r.data += " "; }},
      {"extra", [](Record& r) { r.extra = "\"of_tomorrow\":1"; }},
  };
  for (const auto& [field, change] : changes) {
    std::vector<Record> batch{sample(100), sample(1), sample(101)};
    change(batch[1]);
    const auto refused = store->append(batch);
    ASSERT_FALSE(refused) << field;
    EXPECT_EQ(refused.error().code, ErrorCode::contradiction) << field;
    EXPECT_NE(refused.error().field.find(sample_id(1)), std::string::npos) << field;
  }
  EXPECT_TRUE(same(read(), samples(0, 3)));
  EXPECT_EQ(add(samples(3, 1)), 1U) << "and goes on";
}

TEST_P(StoreContract, a_batch_that_contradicts_itself_is_refused) {
  std::vector<Record> batch{sample(1), sample(1)};
  batch[1].data = "{}";
  EXPECT_EQ(store->append(batch).error().code, ErrorCode::contradiction);
  EXPECT_TRUE(read().empty());
}

TEST_P(StoreContract, bytes_are_kept_as_they_are) {
  std::vector<Record> records;
  for (const std::string& data :
       {std::string(), std::string("{}"), std::string("{\"a\":\"\\u0000\"}"),
        std::string("a\0b", 3), std::string("\xF0\x9F\xA6\xB5 \xC3\xA9"), std::string("\xFF\xFE"),
        std::string("'); DROP TABLE record; --"), std::string(300'000, 'x')}) {
    records.push_back(sample(records.size()));
    records.back().data = data;
  }
  records[0].session = "it's";
  records[1].knowledge.clear();
  records[2].at = {.seconds = -2'208'988'800, .offset_minutes = -1439};
  records[3].at = {.seconds = 253'402'300'799, .offset_minutes = 1439};
  add(records);
  EXPECT_TRUE(same(read(), records));
}

TEST_P(StoreContract, kinds_are_kept_by_name) {
  Record known = sample(1);
  known.kind = RecordKind::note;
  known.kind_name.clear();
  Record grown = sample(2);
  grown.kind = RecordKind::unknown;
  grown.kind_name = "level";
  Record strange = sample(3);
  strange.kind = RecordKind::unknown;
  strange.kind_name = "of_tomorrow";
  add(std::vector{known, grown, strange});
  const auto found = read();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].kind_name, "note");
  EXPECT_EQ(found[1].kind, RecordKind::level) << "a kind that this version knows";
  EXPECT_EQ(found[2].kind, RecordKind::unknown);
  EXPECT_EQ(found[2].kind_name, "of_tomorrow");
  EXPECT_EQ(add(found), 0U) << "what was read is what was written";
}

TEST_P(StoreContract, queries_restrict) {
  const auto all = samples(0, 120);
  add(all);
  Query everything;
  everything.person = sample_person(1);
  everything.kinds = {RecordKind::event, RecordKind::unknown};
  everything.from = all[40].at;
  const std::vector<Query> queries{
      {.person = sample_person(2)},
      {.session = sample_id(30)},
      {.kinds = {RecordKind::plan}},
      {.kinds = {RecordKind::unknown}},
      {.from = all[60].at},
      {.person = "nobody"},
      {.first_id = all[70].id},
      {.before_id = all[70].id},
      {.kinds = {RecordKind::event}, .first_id = all[20].id, .before_id = all[90].id},
      everything};
  for (const Query& query : queries) {
    std::vector<Record> expected;
    for (const Record& record : all) {
      const bool person = query.person.empty() || record.person == query.person;
      const bool session = query.session.empty() || record.session == query.session;
      const bool kind = query.kinds.empty() || std::ranges::count(query.kinds, record.kind) > 0;
      const bool late = !query.from || record.at.seconds >= query.from->seconds;
      const bool here =
          record.id >= query.first_id && (query.before_id.empty() || record.id < query.before_id);
      if (person && session && kind && late && here) expected.push_back(record);
    }
    EXPECT_EQ(expected.empty(), query.person == "nobody");
    EXPECT_TRUE(same(read(query), expected));
  }
}

TEST_P(StoreContract, ids_are_those_of_all_records_in_order) {
  EXPECT_TRUE(store->ids().value().empty());
  auto records = samples(0, 90);
  std::ranges::shuffle(records, std::minstd_rand(7));
  add(records);
  std::vector<std::string> expected;
  for (const Record& record : samples(0, 90)) expected.push_back(record.id);
  EXPECT_EQ(store->ids().value(), expected);
}

TEST_P(StoreContract, a_person_record_is_the_persons_own) {
  Record person = sample(0);
  person.kind = RecordKind::person;
  person.kind_name = "person";
  person.person.clear();
  Record note = sample(1);
  note.person = person.id;
  add(std::vector{person, note});
  EXPECT_EQ(read({.person = person.id}).size(), 2U);
  EXPECT_EQ(store->forget(person.id).value(), 2U);
  EXPECT_TRUE(read().empty());
}

TEST_P(StoreContract, extent_says_how_much_there_is_and_whether_it_is_the_same) {
  const auto extent = [&] { return store->extent().value(); };
  const auto nothing = extent();
  EXPECT_EQ(nothing.records, 0U);
  EXPECT_EQ(add(samples(0, 40)), 40U);
  const auto some = extent();
  EXPECT_EQ(some.records, 40U);
  EXPECT_NE(some.mark, nothing.mark);
  EXPECT_EQ(add(samples(0, 40)), 0U);
  EXPECT_EQ(extent().mark, some.mark) << "nothing was new";
  EXPECT_EQ(add(samples(40, 1)), 1U);
  EXPECT_NE(extent().mark, some.mark);
  ASSERT_TRUE(store->forget(""));
  EXPECT_EQ(extent().mark, nothing.mark);
  EXPECT_EQ(add(samples(0, 40)), 40U);
  EXPECT_EQ(extent().mark, some.mark) << "the same records again";
}

TEST_P(StoreContract, forget_takes_one_person_or_everybody) {
  const auto all = samples(0, 60);
  add(all);
  EXPECT_EQ(store->forget(sample_person(1)).value(), 20U);
  EXPECT_TRUE(read({.person = sample_person(1)}).empty());
  EXPECT_EQ(read().size(), 40U);
  EXPECT_EQ(store->forget(sample_person(1)).value(), 0U) << "again";
  EXPECT_EQ(add(all), 20U) << "what was forgotten may come back by an import";
  EXPECT_EQ(store->forget("").value(), 60U);
  EXPECT_TRUE(read().empty());
  EXPECT_EQ(add(samples(0, 1)), 1U);
}

INSTANTIATE_TEST_SUITE_P(stores, StoreContract, testing::Values(memory, sqlite),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace unknot::contract
