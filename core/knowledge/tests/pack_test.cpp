// The embedded pack keeps what its header promises, and lookups find what is there.

#include "unknot/knowledge/pack.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "unknot/knowledge/enums.hpp"

namespace unknot::knowledge {
namespace {

const Pack& pack() { return embedded_pack(); }

bool lists(List<PlaceIndex> list, std::size_t index) {
  return std::ranges::any_of(list, [index](PlaceIndex i) { return i.value == index; });
}

TEST(EmbeddedPack, HashIsSha256InHex) {
  EXPECT_EQ(pack().hash.size(), 64U);
  EXPECT_EQ(pack().hash.find_first_not_of("0123456789abcdef"), Text::npos);
}

TEST(EmbeddedPack, AreasComeFirstThenZonesThenRegionsSortedById) {
  const auto in_order = [](const Place& a, const Place& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
  };
  EXPECT_TRUE(std::ranges::is_sorted(pack().places, in_order));
  ASSERT_GT(area_count(pack()), 0U);
  for (std::size_t i = 0; i < pack().places.size(); ++i) {
    EXPECT_EQ(pack().places[i].kind == PlaceKind::area, i < area_count(pack()));
  }
}

TEST(EmbeddedPack, OverlapsAreSymmetricAndComeFromSharedMuscles) {
  for (std::size_t a = 0; a < pack().places.size(); ++a) {
    for (std::size_t b = 0; b < pack().places.size(); ++b) {
      const auto& one = pack().places[a];
      const auto& other = pack().places[b];
      const std::set<MuscleIndex> muscles(one.muscles.begin(), one.muscles.end());
      const bool shared = std::ranges::any_of(
          other.muscles, [&muscles](MuscleIndex m) { return muscles.contains(m); });
      EXPECT_EQ(lists(one.overlaps, b), a != b && shared) << one.id << " and " << other.id;
      EXPECT_EQ(lists(one.overlaps, b), lists(other.overlaps, a));
    }
  }
}

TEST(EmbeddedPack, NeighboursAreMutualAreas) {
  for (std::size_t a = 0; a < pack().places.size(); ++a) {
    for (const auto neighbour : pack().places[a].neighbours) {
      EXPECT_EQ(pack()[neighbour].kind, PlaceKind::area);
      EXPECT_TRUE(lists(pack()[neighbour].neighbours, a)) << pack().places[a].id;
    }
  }
}

TEST(EmbeddedPack, NoReferenceLeavesItsTable) {
  for (const auto& technique : pack().techniques) {
    ASSERT_LT(technique.area.value, area_count(pack())) << technique.id;
    ASSERT_LT(technique.position.value, pack().positions.size()) << technique.id;
    ASSERT_FALSE(technique.sources.empty()) << technique.id;
    for (const auto source : technique.sources) EXPECT_LT(source.value, pack().sources.size());
    for (const auto zone : technique.clear_of) EXPECT_EQ(pack()[zone].kind, PlaceKind::zone);
  }
}

TEST(EmbeddedPack, EveryNumberLiesInItsRange) {
  for (std::size_t i = 0; i < number_count; ++i) {
    const auto& spec = number_specs[i];
    EXPECT_GE(pack().numbers[i], spec.least) << spec.owner << "." << spec.key;
    EXPECT_LE(pack().numbers[i], spec.most) << spec.owner << "." << spec.key;
  }
  EXPECT_EQ(pack().number(Number::dose_max_seconds),
            pack().numbers[static_cast<std::size_t>(Number::dose_max_seconds)]);
}

TEST(EmbeddedPack, TablesWithAnOrderKeepIt) {
  EXPECT_TRUE(std::ranges::is_sorted(pack().doses, {}, &Dose::seconds));
  EXPECT_TRUE(std::ranges::is_sorted(pack().techniques, {}, &Technique::id));
  EXPECT_TRUE(std::ranges::is_sorted(pack().claims, {}, &Claim::id));
  for (const auto& language : pack().languages) {
    EXPECT_TRUE(std::ranges::is_sorted(language.phrases, {}, &Phrase::key)) << language.id;
  }
}

TEST(Lookups, FindEveryRowByItsId) {
  for (const auto& row : pack().places) EXPECT_EQ(pack()[find_place(pack(), row.id)].id, row.id);
  for (const auto& row : pack().techniques) {
    EXPECT_EQ(pack()[find_technique(pack(), row.id)].id, row.id);
  }
  for (const auto& row : pack().rules) EXPECT_EQ(pack()[find_rule(pack(), row.id)].id, row.id);
  for (const auto& row : pack().conditions) {
    EXPECT_EQ(pack()[find_condition(pack(), row.id)].id, row.id);
  }
  for (const auto& row : pack().red_flags) {
    EXPECT_EQ(pack()[find_red_flag(pack(), row.id)].id, row.id);
  }
  for (const auto& row : pack().activities) {
    EXPECT_EQ(pack()[find_activity(pack(), row.id)].id, row.id);
  }
  for (const auto& row : pack().presets) {
    EXPECT_EQ(pack()[find_preset(pack(), row.id)].id, row.id);
  }
}

TEST(Lookups, AnUnknownIdIsUnset) {
  EXPECT_FALSE(find_place(pack(), "no_such_place").valid());
  EXPECT_FALSE(find_place(pack(), "").valid());
  EXPECT_FALSE(find_technique(pack(), "no_such_technique").valid());
  EXPECT_FALSE(find_rule(pack(), "no_such_rule").valid());
  EXPECT_FALSE(find_condition(pack(), "no_such_condition").valid());
  EXPECT_FALSE(find_red_flag(pack(), "no_such_flag").valid());
  EXPECT_FALSE(find_activity(pack(), "no_such_activity").valid());
  EXPECT_FALSE(find_preset(pack(), "no_such_preset").valid());
}

TEST(Lookups, EveryGoalIsThereAndMissingOnesAreNull) {
  for (const auto& [kind, name] : EnumNames<GoalKind>::all) {
    const auto* goal = find_goal(pack(), kind);
    ASSERT_NE(goal, nullptr) << name;
    EXPECT_EQ(goal->kind, kind);
  }
  EXPECT_EQ(find_goal(Pack{}, GoalKind::recover), nullptr);
}

TEST(Lookups, EveryTechniqueHasALighterAndAStandardVariantInRisingOrder) {
  for (const auto& technique : pack().techniques) {
    const auto* lighter = find_variant(technique, VariantKind::lighter);
    const auto* standard = find_variant(technique, VariantKind::standard);
    const auto* harder = find_variant(technique, VariantKind::harder);
    ASSERT_NE(lighter, nullptr) << technique.id;
    ASSERT_NE(standard, nullptr) << technique.id;
    EXPECT_LT(lighter->load_permille, standard->load_permille) << technique.id;
    if (harder != nullptr) {
      EXPECT_LT(standard->load_permille, harder->load_permille) << technique.id;
    }
  }
}

TEST(Lookups, ContactAreaPrefersItsRowThenTheSmallestOfTheKind) {
  constexpr Contact contacts[] = {
      {ToolKind::ball, Density::soft, Surface::smooth, 900, true, {}},
      {ToolKind::ball, Density::firm, Surface::smooth, 400, true, {}},
      {ToolKind::stick, Density::firm, Surface::smooth, 100, true, {}},
  };
  Pack small;
  small.contacts = contacts;
  EXPECT_EQ(contact_area_mm2(small, ToolKind::ball, Density::soft, Surface::smooth), 900);
  EXPECT_EQ(contact_area_mm2(small, ToolKind::ball, Density::soft, Surface::textured), 400);
  EXPECT_EQ(contact_area_mm2(small, ToolKind::roller, Density::soft, Surface::smooth), 1);
}

TEST(Lookups, EveryToolHasItsOwnContactArea) {
  EXPECT_EQ(pack().contacts.size(), EnumNames<ToolKind>::all.size() *
                                        EnumNames<Density>::all.size() *
                                        EnumNames<Surface>::all.size());
  for (const auto& contact : pack().contacts) {
    EXPECT_EQ(contact_area_mm2(pack(), contact.kind, contact.density, contact.surface),
              contact.area_mm2);
  }
}

/// The article has 55 sentences and headings; each leads to a claim, or says why it states nothing.
TEST(Pack, MapsEverySentenceOfTheArticle) {
  const Pack& pack = embedded_pack();
  EXPECT_EQ(pack.sentences.size(), 55U);
  std::set<std::uint16_t> told;
  for (const Sentence& sentence : pack.sentences) {
    EXPECT_NE(sentence.claims.empty(), sentence.no_claim.empty()) << sentence.id;
    for (const ClaimIndex claim : sentence.claims) told.insert(claim.value);
  }
  EXPECT_EQ(told.size(), pack.claims.size()) << "a claim that no sentence makes";
}

/// What nobody has checked may be listed, but nothing may rest on it alone.
TEST(Pack, NoClaimRestsOnWhatNobodyChecked) {
  const Pack& pack = embedded_pack();
  for (const Claim& claim : pack.claims) {
    bool checked = false;
    for (const SourceIndex source : claim.sources) {
      checked = checked || pack[source].verified != Verified::recalled;
    }
    EXPECT_TRUE(checked) << claim.id;
  }
}

/// Somebody with the article's tool, on the floor or off it, finds each of its areas.
TEST(Pack, EachAreaOfTheArticleHasAFloorTechniqueAndOneElsewhere) {
  const Pack& pack = embedded_pack();
  std::size_t areas = 0;
  for (std::size_t a = 0; a < area_count(pack); ++a) {
    if (!pack.places[a].article) continue;
    ++areas;
    bool floor = false;
    bool elsewhere = false;
    for (const Technique& technique : pack.techniques) {
      if (technique.area.value != a) continue;
      const bool on_floor = pack[technique.position].place == Support::floor;
      floor = floor || on_floor;
      elsewhere = elsewhere || !on_floor;
    }
    EXPECT_TRUE(floor && elsewhere) << pack.places[a].id;
  }
  EXPECT_EQ(areas, 6U);
}

}  // namespace
}  // namespace unknot::knowledge
