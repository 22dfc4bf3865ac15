// What there is to choose from in the toy pack: which ways, on which sides, at what cost and worth.

#include "options.hpp"

#include "plan_words.hpp"

namespace unknot::planner {
namespace {

using namespace toy;

Menu menu_in(const Sample& s, Alone alone) {
  const auto envelope = safety::draw_envelope(s.request, s.pack);
  return menu_of(envelope, s.request, s.pack, needs_of(s.request, s.pack), alone);
}

/// Such as "stand: hip_ball ball standard both 30 s costs 20 worth 800000 fits 80".
std::string in_words(const Sample& s, const Offer& offer) {
  std::string words = std::string(s.pack[offer.position].id) + ':';
  for (const Option& option : offer.options) {
    words += '\n' + in_words(s, option.choice) + ' ' + std::string(name_of(option.side)) + ' ' +
             std::to_string(s.pack.doses[option.dose].seconds) + " s costs " +
             std::to_string(option.cost) + " worth " + std::to_string(option.value) + " fits " +
             std::to_string(option.fit);
  }
  return words;
}

std::string offers_of(const Sample& s, PlaceIndex area) {
  std::string words;
  for (const Offer& offer : menu_in(s, Alone::with_reason).offers) {
    if (offer.area == area) words += (words.empty() ? "" : "\n") + in_words(s, offer);
  }
  return words;
}

const auto odd_setups = [] {
  auto changed = techniques;
  for (Technique& technique : changed) technique.setup_seconds = 11;
  return changed;
}();

struct AreaRow {
  const char* name;
  PlaceIndex area;
  Change change;
  std::string says;
};

// clang-format off

/// Costs in units of 5 s, each step rounded up; worth is need x fit x permille.
TEST(Menu, HoldsEachWayWithItsCostAndWorth) {
  const AreaRow rows[] = {
      {"usual", hip, {},
       "stand:\n"
       "hip_ball ball standard both 30 s costs 16 worth 1600000 fits 80\n"
       "hip_ball ball standard both 60 s costs 28 worth 2560000 fits 80\n"
       "hip_ball ball standard both 90 s costs 46 worth 3200000 fits 80"},
      {"the side that needs more, alone too", hip, wants(hip, right),
       "stand:\n"
       "hip_ball ball standard both 30 s costs 16 worth 17600000 fits 80\n"
       "hip_ball ball standard right 30 s costs 8 worth 16800000 fits 80\n"
       "hip_ball ball standard both 60 s costs 28 worth 28160000 fits 80\n"
       "hip_ball ball standard right 60 s costs 14 worth 26880000 fits 80\n"
       "hip_ball ball standard both 90 s costs 46 worth 35200000 fits 80\n"
       "hip_ball ball standard right 90 s costs 23 worth 33600000 fits 80"},
      {"the other side is closed", hip, avoids(hip, left),
       "stand:\n"
       "hip_ball ball standard right 30 s costs 8 worth 800000 fits 80\n"
       "hip_ball ball standard right 60 s costs 14 worth 1280000 fits 80\n"
       "hip_ball ball standard right 90 s costs 23 worth 1600000 fits 80"},
      {"rolled at once on both sides", calf, {},
       "sit:\n"
       "calf_roller roller standard both 30 s costs 8 worth 2700000 fits 90\n"
       "calf_roller roller standard both 60 s costs 14 worth 4320000 fits 90\n"
       "calf_roller roller standard both 90 s costs 23 worth 5400000 fits 90"},
      {"held", rump, {},
       "stand:\n"
       "rump_ball ball standard both 30 s costs 16 worth 800000 fits 80\n"
       "rump_ball ball standard both 60 s costs 34 worth 1280000 fits 80\n"
       "rump_ball ball standard both 90 s costs 52 worth 1600000 fits 80"},
      {"a set-up that is no whole unit", nape,
       [](Sample& s) { s.pack.techniques = odd_setups; },
       "stand:\n"
       "nape_roller roller standard both 30 s costs 9 worth 500000 fits 50\n"
       "nape_roller roller standard both 60 s costs 15 worth 800000 fits 50\n"
       "nape_roller roller standard both 90 s costs 24 worth 1000000 fits 50"},
      {"slow, the floor and the chair", thigh, moves(slow) & all_tools,
       "sit:\n"
       "thigh_roller roller lighter both 30 s costs 20 worth 3150000 fits 45\n"
       "thigh_roller roller lighter both 60 s costs 32 worth 5040000 fits 45\n"
       "thigh_roller roller lighter both 90 s costs 50 worth 6300000 fits 45\n"
       "chair:\n"
       "thigh_stick stick lighter both 30 s costs 20 worth 4900000 fits 70\n"
       "thigh_stick stick lighter both 60 s costs 32 worth 7840000 fits 70\n"
       "thigh_stick stick lighter both 90 s costs 50 worth 9800000 fits 70"},
      {"slow, and the floor suits nearly as well", thigh,
       moves(slow) & limit(Number::slow_floor_fit_percent, 99),
       "sit:\n"
       "thigh_roller roller lighter both 30 s costs 20 worth 6230000 fits 89\n"
       "thigh_roller roller lighter both 60 s costs 32 worth 9968000 fits 89\n"
       "thigh_roller roller lighter both 90 s costs 50 worth 12460000 fits 89"},
      {"rolled at once, wished for on one side", calf, wants(calf, right),
       "sit:\n"
       "calf_roller roller standard both 30 s costs 8 worth 20700000 fits 90\n"
       "calf_roller roller standard both 60 s costs 14 worth 33120000 fits 90\n"
       "calf_roller roller standard both 90 s costs 23 worth 41400000 fits 90"},
      {"two as soft, in the order of the request", nape,
       tools({tool("second", ToolKind::roller), tool("first", ToolKind::roller)}) &
           past(nape, [](model::History& h) { h.seconds_6h = 60; }),
       "stand:\n"
       "nape_roller second standard both 30 s costs 8 worth 500000 fits 50\n"
       "nape_roller first standard both 30 s costs 8 worth 500000 fits 50"},
      {"some rolled before", thigh, past(thigh, [](model::History& h) { h.seconds_6h = 31; }),
       "sit:\n"
       "thigh_roller roller standard both 30 s costs 16 worth 6300000 fits 90"},
      {"the softer tool first", nape,
       tools({tool("hard", ToolKind::roller, Density::firm), tool("soft", ToolKind::roller)}) &
           past(nape, [](model::History& h) { h.seconds_6h = 60; }),
       "stand:\n"
       "nape_roller soft standard both 30 s costs 8 worth 500000 fits 50\n"
       "nape_roller hard standard both 30 s costs 8 worth 500000 fits 50"}};
  for (const AreaRow& row : rows) {
    Sample s = usual();
    if (row.change) row.change(s);
    EXPECT_EQ(offers_of(s, row.area), row.says) << row.name;
  }
}

/// Of equals the search takes the first, so the side the person spoke of comes first.
TEST(Menu, TheSideSpokenOfComesFirst) {
  const auto of_the_right = past(calf, [](model::History& h) {
    h.side = right;
    h.seconds_6h = 1;
  });
  const Row rows[] = {
      {"nothing said", {}, "both"},
      {"a complaint of the right", feels(hip, right, tight, 3), "both right left"},
      {"a complaint of the left", feels(hip, left, tight, 3), "both left right"},
      {"a wish for the right", wants(thigh, right), "both right left"},
      {"a wish against the right", avoids(thigh, right), "both right left"},
      {"a condition of the right", has("cut", wrist) & on_side(right), "both right left"},
      {"a history of the right", of_the_right, "both right left"},
      {"the left first, then the right", feels(thigh, left, tight, 3) & wants(thigh, right),
       "both left right"},
      {"the right first, then the left", feels(thigh, right, tight, 3) & wants(thigh, left),
       "both right left"},
      {"both, then the right", feels(thigh, both, tight, 3) & wants(thigh, right),
       "both right left"},
      {"what has no sides, then the left", feels(nape, right, tight, 3) & wants(thigh, left),
       "both left right"},
      {"a condition of no place", has("bruising") & on_side(right) & wants(thigh, left),
       "both left right"}};
  for (const Row& row : rows) {
    Sample s = usual();
    if (row.change) row.change(s);
    std::string sides;
    for (const Offer& offer : menu_in(s, Alone::wherever_lawful).offers) {
      for (const Option& option : offer.options) {
        const bool first_dose = option.dose == 0 && offer.area == hip;
        if (first_dose) sides += (sides.empty() ? "" : " ") + std::string(name_of(option.side));
      }
    }
    EXPECT_EQ(sides, row.says) << row.name;
  }
}

// clang-format on

/// Such as "thigh soft left, calf hard both": what there is at the smallest dose.
std::string ways_to_roll(const Sample& s, const Menu& menu) {
  std::string words;
  for (const Offer& offer : menu.offers) {
    for (const Option& option : offer.options) {
      if (option.dose != 0) continue;
      words += (words.empty() ? "" : ", ") + std::string(s.pack[offer.area].id) + ' ' +
               s.request.tools[option.choice.tool].id + ' ' + std::string(name_of(option.side));
    }
  }
  return words;
}

// clang-format off

/// Each side may be rolled alone where no way is open on both; never of what is rolled at once.
TEST(Menu, SidesOpenToDifferentToolsAreRolledAlone) {
  struct Open {
    bool soft;
    bool hard;
  };
  const struct {
    const char* name;
    Open open[2];  ///< By side.
    std::string with_reason;
    std::string wherever_lawful;
  } rows[] = {
      {"all", {{true, true}, {true, true}},
       "calf soft both, calf hard both, thigh soft both, thigh hard both",
       "calf soft both, calf hard both, thigh soft both, thigh soft left, thigh soft right, "
       "thigh hard both, thigh hard left, thigh hard right"},
      {"crosswise", {{true, false}, {false, true}},
       "thigh soft left, thigh hard right", "thigh soft left, thigh hard right"},
      {"crosswise, the other way", {{false, true}, {true, false}},
       "thigh soft right, thigh hard left", "thigh soft right, thigh hard left"},
      {"one on both", {{true, true}, {false, true}},
       "calf hard both, thigh hard both",
       "calf hard both, thigh soft left, thigh hard both, thigh hard left, thigh hard right"},
      {"the left alone", {{true, true}, {false, false}},
       "thigh soft left, thigh hard left", "thigh soft left, thigh hard left"},
      {"the right alone", {{false, false}, {true, true}},
       "thigh soft right, thigh hard right", "thigh soft right, thigh hard right"}};
  for (const auto& row : rows) {
    Sample s = usual();
    (two_rollers & wants(leg, left) & wants(leg, right) & avoids(nape))(s);
    auto envelope = safety::draw_envelope(s.request, s.pack);
    for (std::size_t side = 0; side < 2; ++side) {
      for (const PlaceIndex area : {calf, thigh}) {
        auto& ladder = envelope.areas[area.value][side].ladder;
        if (!row.open[side].soft) ladder[0].intensity = 0;
        if (!row.open[side].hard) ladder[2].intensity = 0;
      }
    }
    const auto needs = needs_of(s.request, s.pack);
    const auto ways = [&](Alone alone) {
      return ways_to_roll(s, menu_of(envelope, s.request, s.pack, needs, alone));
    };
    EXPECT_EQ(ways(Alone::with_reason), row.with_reason) << row.name;
    EXPECT_EQ(ways(Alone::wherever_lawful), row.wherever_lawful) << row.name;
  }
}

// clang-format on

}  // namespace
}  // namespace unknot::planner
