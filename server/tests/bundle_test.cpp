/// Bundles that are none.
#include "unknot/server/bundle.hpp"

#include <gtest/gtest.h>

#include "app_support.hpp"

namespace unknot::server::testing {
namespace {

using base::ErrorCode;

TEST(BundleTest, holds_files) {
  const auto bundle = Bundle::read(small_bundle());
  ASSERT_TRUE(bundle) << sentence(bundle.error());
  EXPECT_EQ(bundle->size(), 2U);
  EXPECT_EQ(bundle->find("/"), bundle->find("/index.html"));
  EXPECT_EQ(bundle->find("/")->br->bytes, "brr");
  EXPECT_EQ(bundle->find("index.html"), nullptr);
}

TEST(BundleTest, nothing_is_an_empty_one) {
  const auto bundle = Bundle::read("");
  ASSERT_TRUE(bundle);
  EXPECT_TRUE(bundle->empty());
}

TEST(BundleTest, every_cut_is_noticed) {
  const std::string& whole = small_bundle();
  for (std::size_t size = 1; size < whole.size(); ++size) {
    EXPECT_FALSE(Bundle::read(std::string_view(whole).substr(0, size))) << size;
  }
}

TEST(BundleTest, what_is_wrong) {
  const auto with = [](const std::string& file) {
    return bundle_of(R"({"format":"unknot/bundle@1","files":[)" + file + "]}", "data");
  };
  const std::string rest = R"("type":"a/b","sha256":"aa","immutable":true,"forms":)";
  const struct {
    std::string bytes;
    ErrorCode code;
  } rows[] = {
      {"PK\3\4 and so on, long enough", ErrorCode::format_unknown},
      {bundle_of("{", ""), ErrorCode::json_malformed},
      {bundle_of(R"({"format":"unknot/bundle@2","files":[]})", ""), ErrorCode::format_unknown},
      {with("{}"), ErrorCode::field_missing},
      {with(R"({"path":"/a"})"), ErrorCode::field_missing},
      {with(R"({"path":"/a",)" + rest + "{}}"), ErrorCode::out_of_range},
      {with(R"({"path":"/a",)" + rest + R"({"identity":[0,5]}})"), ErrorCode::out_of_range},
      {with(R"({"path":"/a",)" + rest + R"({"identity":[5,0]}})"), ErrorCode::out_of_range},
      {with(R"({"path":"/a",)" + rest + R"({"identity":[-1,1]}})"), ErrorCode::out_of_range},
      {with(R"({"path":"/a","type":"a/b\r\nX: y","sha256":"aa","immutable":true,"forms":{}})"),
       ErrorCode::field_missing},
  };
  for (const auto& row : rows) {
    const auto bundle = Bundle::read(row.bytes);
    ASSERT_FALSE(bundle) << row.bytes;
    EXPECT_EQ(bundle.error().code, row.code) << row.bytes;
  }
}

}  // namespace
}  // namespace unknot::server::testing
