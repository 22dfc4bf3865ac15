// Power cuts and failing disks. Every fault is made within the process, by a disk of our own
// between SQLite and the files (power_vfs.hpp).

#include <gtest/gtest.h>

#include <random>

#include "kept.hpp"
#include "power_vfs.hpp"
#include "sample_records.hpp"
#include "settings.hpp"

namespace unknot::contract {
namespace {

using base::ErrorCode;
using store_sqlite::Settings;

struct Tally {
  int cuts = 0;
  int refused = 0;  ///< Logs that would not open afterwards.
  std::size_t acknowledged = 0;
  Verdict sum;
};

enum class Disk { honest, lying };

// One log lives through `cuts_each` cuts, then another one begins, so that what recovery made is
// built upon too.
class Cuts {
 public:
  Cuts(Settings settings, Disk disk) : settings_(settings) {
    settings_.vfs = vfs_.name();
    vfs_.lie(disk == Disk::lying);
  }

  Tally run(int logs, int cuts_each) {
    for (int i = 0; i < logs; ++i) {
      const Folder folder;
      written_.clear();
      for (int k = 0; k < cuts_each; ++k) {
        if (!cut(folder.file("log.db"))) break;
      }
    }
    return tally_;
  }

 private:
  bool cut(const std::string& file) {
    if (random_() % 8 != 0 || written_.empty()) {
      // Mostly after it is open; sometimes while it is being opened.
      auto store = open_with({.file = file, .moment = "cut"}, settings_);
      if (!store) return refused();
      vfs_.cut_at(1 + static_cast<std::int64_t>(random_() % 120));
      while (!vfs_.is_cut()) append(**store);
    } else {
      vfs_.cut_at(1 + static_cast<std::int64_t>(random_() % 6));
      auto store = open_with({.file = file, .moment = "cut"}, settings_);
      while (store && !vfs_.is_cut()) append(**store);
    }
    vfs_.settle(random_());
    ++tally_.cuts;
    return look(file);
  }

  void append(journal::Store& store) {
    Batch batch{.from = next_, .count = 1 + random_() % 4};
    next_ += batch.count;
    batch.acknowledged = store.append(samples(batch.from, batch.count)).has_value();
    if (batch.acknowledged) tally_.acknowledged += batch.count;
    written_.push_back(batch);
  }

  bool look(const std::string& file) {
    const auto store = store_sqlite::open({.file = file, .moment = "cut"});
    if (!store) return refused();
    const auto found = (*store)->read({});
    if (!found) return refused();
    const Verdict verdict = judge(*found, written_);
    tally_.sum.lost += verdict.lost;
    tally_.sum.halves += verdict.halves;
    tally_.sum.strange += verdict.strange;
    // What was lost once is not to be counted again.
    return verdict.good();
  }

  bool refused() {
    ++tally_.refused;
    return false;
  }

  PowerVfs vfs_{"power"};
  Settings settings_;
  std::mt19937_64 random_{20261122};
  std::vector<Batch> written_;
  std::uint64_t next_ = 0;
  Tally tally_;
};

TEST(PowerCut, nothing_acknowledged_is_lost) {
  const Tally tally = Cuts({}, Disk::honest).run(50, 10);
  EXPECT_EQ(tally.cuts, 500);
  EXPECT_GT(tally.acknowledged, 5'000U);
  EXPECT_EQ(tally.refused, 0);
  EXPECT_EQ(tally.sum.lost, 0U);
  EXPECT_EQ(tally.sum.halves, 0U);
  EXPECT_EQ(tally.sum.strange, 0U);
}

// The controls: were the disk above too kind, these would lose nothing either.
TEST(PowerCut, control_without_full_synchronisation_loses) {
  const Tally tally = Cuts({.full = false}, Disk::honest).run(30, 3);
  EXPECT_GT(tally.sum.lost, 0U);
  EXPECT_EQ(tally.sum.halves, 0U);
  EXPECT_EQ(tally.sum.strange, 0U);
  RecordProperty("lost", static_cast<int>(tally.sum.lost));
}

TEST(PowerCut, control_on_a_lying_disk_loses) {
  const Tally tally = Cuts({}, Disk::lying).run(30, 3);
  EXPECT_GT(tally.sum.lost + static_cast<std::size_t>(tally.refused), 0U);
}

struct Fault {
  const char* name;
  PowerVfs::Fault fault;
  std::int64_t times;
  ErrorCode code;
};

class DiskFault : public testing::TestWithParam<Fault> {
 protected:
  // Appends while the n-th operation fails, then cuts the power. Whether any operation did fail.
  bool meets(std::int64_t n) {
    const Folder folder;
    where_ = {.file = folder.file("log.db"), .moment = "fault"};
    written_.clear();
    if (!store_sqlite::open(where_)) return ADD_FAILURE(), false;
    vfs_.fail_at(GetParam().fault, n, GetParam().times);
    {
      auto store = open_with(where_, {.vfs = vfs_.name()});
      if (!store) store = open_with(where_, {.vfs = vfs_.name()});
      if (store) use(**store);
      // Even ones lose their power while the store is closed, odd ones after.
      if (n % 2 == 0) vfs_.cut_at(1 + static_cast<std::int64_t>(random_() % 9));
    }
    const bool met = vfs_.failed() > 0;
    vfs_.settle(random_());
    expect_kept(n);
    return met;
  }

 private:
  void use(journal::Store& store) {
    std::uint64_t next = 0;
    for (int i = 0; i < 25; ++i) {
      written_.push_back({.from = next, .count = 1 + random_() % 5});
      next += written_.back().count;
      append(store, written_.back());
      if (i == 12) static_cast<void>(store.read({}));
    }
    if (GetParam().times > 9) return;
    // The fault passes: what was refused is sent again, and that is all it takes.
    for (Batch& batch : written_) {
      for (int i = 0; i < GetParam().times && !batch.acknowledged; ++i) append(store, batch);
      if (!batch.acknowledged) append(store, batch);
      EXPECT_TRUE(batch.acknowledged) << batch.from;
    }
  }

  void append(journal::Store& store, Batch& batch) {
    const auto added = store.append(samples(batch.from, batch.count));
    batch.acknowledged = added.has_value();
    if (added) return;
    EXPECT_EQ(added.error().code, GetParam().code) << sentence(added.error());
  }

  void expect_kept(std::int64_t n) {
    const auto store = store_sqlite::open(where_);
    ASSERT_TRUE(store) << "fault " << n << ": " << sentence(store.error());
    const auto found = (*store)->read({});
    ASSERT_TRUE(found) << "fault " << n << ": " << sentence(found.error());
    const Verdict verdict = judge(*found, written_);
    EXPECT_EQ(verdict.lost, 0U) << "fault " << n;
    EXPECT_EQ(verdict.halves, 0U) << "fault " << n;
    EXPECT_EQ(verdict.strange, 0U) << "fault " << n;
  }

  PowerVfs vfs_{"faulty"};
  std::mt19937_64 random_{7};
  store_sqlite::Where where_;
  std::vector<Batch> written_;
};

// Every operation fails in its turn: the n-th for n = 1, 2, ... until a run meets no fault. Then
// the power goes, and takes what was only seen and never kept.
TEST_P(DiskFault, is_told_and_loses_nothing) {
  std::int64_t n = 1;
  while (meets(n)) ++n;
  EXPECT_GT(n, 20);
}

INSTANTIATE_TEST_SUITE_P(
    all, DiskFault,
    testing::Values(
        Fault{"sync_once", PowerVfs::Fault::sync, 1, ErrorCode::store_broken},
        Fault{"sync_thrice", PowerVfs::Fault::sync, 3, ErrorCode::store_broken},
        Fault{"sync_for_good", PowerVfs::Fault::sync, 1'000'000, ErrorCode::store_broken},
        Fault{"write_once", PowerVfs::Fault::write, 1, ErrorCode::store_broken},
        Fault{"write_for_good", PowerVfs::Fault::write, 1'000'000, ErrorCode::store_broken},
        Fault{"full_once", PowerVfs::Fault::full, 1, ErrorCode::store_full},
        Fault{"full_for_good", PowerVfs::Fault::full, 1'000'000, ErrorCode::store_full}),
    [](const auto& info) { return std::string(info.param.name); });

// A synchronisation fails, the process dies of it, and the next one finds written ahead what the
// disk never got. What that one acknowledges must not stand on it.
TEST(PowerCut, a_process_after_one_that_died_of_its_disk_builds_on_firm_ground) {
  PowerVfs vfs("after");
  std::mt19937_64 random(11);
  std::size_t come_back = 0;
  for (int i = 0; i < 200; ++i) {
    const Folder folder;
    const store_sqlite::Where where{.file = folder.file("log.db"), .moment = "after"};
    std::vector<Batch> written{{0, 3}, {3, 3}, {6, 3}, {9, 3}};
    const auto append = [&](journal::Store& store, Batch& batch) {
      batch.acknowledged = store.append(samples(batch.from, batch.count)).has_value();
    };
    {
      auto first = open_with(where, {.vfs = vfs.name()});
      ASSERT_TRUE(first);
      append(**first, written[0]);
      // Fails for good: nothing that is done about it within the process gets through either.
      vfs.fail_at(PowerVfs::Fault::sync, 1, 1'000'000);
      append(**first, written[1]);
      EXPECT_FALSE(written[1].acknowledged);
      vfs.die();
    }
    vfs.live();
    vfs.fail_at(PowerVfs::Fault::none, 0, 0);
    {
      auto second = open_with(where, {.vfs = vfs.name()});
      ASSERT_TRUE(second) << sentence(second.error());
      come_back += (*second)->read({})->size() == 6 ? 1 : 0;
      append(**second, written[2]);
      append(**second, written[3]);
      vfs.cut_at(1);
    }
    vfs.settle(random());
    const auto found = (*store_sqlite::open(where))->read({});
    ASSERT_TRUE(found) << sentence(found.error());
    EXPECT_TRUE(judge(*found, written).good()) << "round " << i;
  }
  EXPECT_GT(come_back, 0U) << "else this tries nothing";
}

// "Nothing is added" holds for the next process too, once the disk works again.
TEST(PowerCut, what_was_refused_does_not_come_back) {
  PowerVfs vfs("refused");
  const Folder folder;
  const store_sqlite::Where where{.file = folder.file("log.db"), .moment = "refused"};
  {
    auto store = open_with(where, {.vfs = vfs.name()});
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->append(samples(0, 3)));
    vfs.fail_at(PowerVfs::Fault::sync, 1, 1);
    ASSERT_FALSE((*store)->append(samples(3, 3)));
    EXPECT_EQ((*store)->read({})->size(), 3U);
    vfs.die();
  }
  vfs.live();
  EXPECT_EQ((*open_with(where, {.vfs = vfs.name()}))->read({})->size(), 3U);
}

}  // namespace
}  // namespace unknot::contract
