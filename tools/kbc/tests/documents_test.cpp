// Writing the documents, and finding those that are not what they should be.

#include "documents.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace unknot::kbc {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

class Documented : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(testing::TempDir()) / say("documents_", test->name());
    fs::remove_all(root_);
    ASSERT_EQ(write_documents(documents_, root_.string()), "");
  }
  void TearDown() override { fs::remove_all(root_); }

  void put(const std::string& path, const std::string& text) const {
    std::ofstream(root_ / path, std::ios::binary) << text;
  }
  [[nodiscard]] std::string text_at(const std::string& path) const {
    std::ifstream in(root_ / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] Lines outdated() const { return outdated_documents(documents_, root_.string()); }

  Documents documents_{{"docs/evidence/README.md", "# One\n"},
                       {"docs/evidence/areas/calves.md", "# Two\n"},
                       {"docs/formats/schema/plan.schema.json", "{}\n"},
                       {"knowledge/schema/rows.schema.json", "{}\n"}};
  fs::path root_;
};

TEST_F(Documented, AreCurrentOnceWritten) {
  EXPECT_EQ(outdated(), Lines{});
  EXPECT_EQ(text_at("docs/evidence/areas/calves.md"), "# Two\n");
}

TEST_F(Documented, ThatDifferOrAreMissingAreNamed) {
  put("docs/evidence/README.md", "# One, by hand\n");
  fs::remove(root_ / "knowledge/schema/rows.schema.json");
  EXPECT_EQ(outdated(), (Lines{"docs/evidence/README.md is not what kbc would write now",
                               "knowledge/schema/rows.schema.json is missing"}));
}

TEST_F(Documented, LeftOverAreNamedInFoldersOfTheirOwnAlone) {
  put("docs/evidence/areas/gone.md", "# Gone\n");
  put("docs/formats/schema/by_hand.schema.json", "{}\n");
  put("knowledge/rows.toml", "");
  EXPECT_EQ(outdated(), Lines{"docs/evidence/areas/gone.md is written by nobody any more"});
}

TEST_F(Documented, AreMendedByWritingThemAnew) {
  put("docs/evidence/README.md", "# One, by hand\n");
  put("docs/evidence/areas/gone.md", "# Gone\n");
  put("docs/formats/schema/by_hand.schema.json", "{}\n");
  EXPECT_EQ(write_documents(documents_, root_.string()), "");
  EXPECT_EQ(outdated(), Lines{});
  EXPECT_FALSE(fs::exists(root_ / "docs/evidence/areas/gone.md"));
  EXPECT_TRUE(fs::exists(root_ / "docs/formats/schema/by_hand.schema.json"));
}

TEST_F(Documented, ThatNeedNoChangeKeepTheirTime) {
  const auto page = root_ / "docs/evidence/README.md";
  const auto long_ago = fs::last_write_time(page) - std::chrono::hours(1);
  fs::last_write_time(page, long_ago);
  EXPECT_EQ(write_documents(documents_, root_.string()), "");
  EXPECT_EQ(fs::last_write_time(page), long_ago);
}

TEST_F(Documented, ThatCannotBeWrittenAreSaid) {
  fs::remove(root_ / "docs/evidence/README.md");
  fs::create_directory(root_ / "docs/evidence/README.md");
  EXPECT_NE(write_documents(documents_, root_.string()), "");
}

}  // namespace
}  // namespace unknot::kbc
