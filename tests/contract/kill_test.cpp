// Processes that are killed while they append, and several that append at once.

#include <gtest/gtest.h>
#include <unistd.h>

#include <memory>
#include <random>

#include "child.hpp"
#include "sample_records.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::contract {
namespace {

using journal::Record;

std::vector<Record> all_of(const std::string& file) {
  const auto store = store_sqlite::open({.file = file, .moment = "test"});
  EXPECT_TRUE(store) << sentence(store.error());
  if (!store) return {};
  auto found = (*store)->read({});
  EXPECT_TRUE(found) << sentence(found.error());
  return found.value_or(std::vector<Record>{});
}

// A log that processes append to and are killed at. What nobody has heard of may be there or not,
// but whole: the batch that was on its way.
class Victims {
 public:
  void kill_one() {
    constexpr std::size_t batch = 3;
    // So much that it is at work however late a busy machine gets to killing it.
    constexpr std::size_t most = 60'000;
    Child child(appender({file_, std::to_string(next_), std::to_string(most), "3"}));
    std::vector<std::string> lines;
    const auto patience = random_() % 16;
    if (patience > 0) {
      for (std::size_t i = 0; i < patience; ++i) {
        if (auto line = child.line()) lines.push_back(std::move(*line));
      }
    }
    usleep(static_cast<useconds_t>(random_() % (patience == 0 ? 12'000 : 1'500)));
    child.kill();
    EXPECT_EQ(child.wait(), -SIGKILL);
    for (auto& line : child.rest()) lines.push_back(std::move(line));
    const auto told = batches_in(lines);
    written_.insert(written_.end(), told.begin(), told.end());
    for (const Batch& one : told) acknowledged_ += one.acknowledged ? one.count : 0;
    written_.push_back({.from = next_ + told.size() * batch, .count = batch});
    next_ += most;
  }

  void look() {
    const Verdict verdict = judge(all_of(file_), written_);
    EXPECT_EQ(verdict.lost, 0U);
    EXPECT_EQ(verdict.halves, 0U);
    EXPECT_EQ(verdict.strange, 0U);
  }

  /// A new log, so that the killing also hits its making.
  void begin() {
    folder_ = std::make_unique<Folder>();
    file_ = folder_->file("data/log.db");
    written_.clear();
  }

  [[nodiscard]] std::size_t acknowledged() const { return acknowledged_; }

 private:
  std::unique_ptr<Folder> folder_;
  std::string file_;
  std::mt19937_64 random_{300};
  std::uint64_t next_ = 0;
  std::vector<Batch> written_;
  std::size_t acknowledged_ = 0;
};

TEST(Kill, nothing_acknowledged_is_lost) {
  Victims victims;
  for (int i = 0; i < UNKNOT_KILLS; ++i) {
    if (i % 20 == 0) victims.begin();
    victims.kill_one();
    victims.look();
    if (testing::Test::HasFailure()) FAIL() << "kill " << i;
  }
  EXPECT_GT(victims.acknowledged(), 10U * UNKNOT_KILLS);
}

TEST(TogetherOneLog, several_processes_append_at_once) {
  const Folder folder;
  const auto file = folder.file("log.db");
  std::vector<std::unique_ptr<Child>> children;
  for (const char* from : {"0", "10000", "20000"}) {
    children.push_back(std::make_unique<Child>(appender({file, from, "400", "2", "wait=60000"})));
  }
  std::vector<Batch> written;
  for (const auto& child : children) {
    const auto told = batches_in(child->rest());
    EXPECT_EQ(child->wait(), 0);
    EXPECT_EQ(told.size(), 200U);
    for (const Batch& batch : told) EXPECT_TRUE(batch.acknowledged) << batch.from;
    written.insert(written.end(), told.begin(), told.end());
  }
  const auto found = all_of(file);
  EXPECT_EQ(found.size(), 1200U);
  EXPECT_TRUE(judge(found, written).good());
}

TEST(TogetherOneLog, the_same_records_from_several_processes_are_there_once) {
  const Folder folder;
  const auto file = folder.file("log.db");
  Child one(appender({file, "0", "300", "3", "wait=60000"}));
  Child other(appender({file, "0", "300", "7", "wait=60000"}));
  for (Child* child : {&one, &other}) {
    for (const Batch& batch : batches_in(child->rest())) EXPECT_TRUE(batch.acknowledged);
    EXPECT_EQ(child->wait(), 0);
  }
  EXPECT_EQ(all_of(file).size(), 300U);
}

}  // namespace
}  // namespace unknot::contract
