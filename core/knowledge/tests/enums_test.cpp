// Every enumerator has one name, and the name leads back to it.

#include "unknot/knowledge/enums.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unknot::knowledge {
namespace {

template <class E>
class EnumNamesTest : public testing::Test {};

using Enumerations = testing::Types<PlaceKind, Sides, ToolKind, Density, Surface, Temperature,
                                    Support, Motion, Laterality, VariantKind, Verified, Grade,
                                    ClaimKind, Topic, Basis, Unit, Urgency, GoalKind>;
TYPED_TEST_SUITE(EnumNamesTest, Enumerations);

TYPED_TEST(EnumNamesTest, RoundTrips) {
  for (const auto& [value, name] : EnumNames<TypeParam>::all) {
    EXPECT_EQ(name_of(value), name);
    EXPECT_EQ(parse_enum<TypeParam>(name), value);
  }
}

TYPED_TEST(EnumNamesTest, ValuesCountFromZeroWithoutGaps) {
  std::size_t next = 0;
  for (const auto& row : EnumNames<TypeParam>::all) {
    EXPECT_EQ(static_cast<std::size_t>(row.value), next++) << row.name;
  }
}

TYPED_TEST(EnumNamesTest, NamesAreDistinctAndUnknownOnesAreRefused) {
  std::set<std::string_view> names;
  for (const auto& row : EnumNames<TypeParam>::all) names.insert(row.name);
  EXPECT_EQ(names.size(), EnumNames<TypeParam>::all.size());
  EXPECT_FALSE(parse_enum<TypeParam>("").has_value());
  EXPECT_FALSE(parse_enum<TypeParam>("no_such_name").has_value());
  EXPECT_TRUE(name_of(static_cast<TypeParam>(250)).empty());
}

}  // namespace
}  // namespace unknot::knowledge
