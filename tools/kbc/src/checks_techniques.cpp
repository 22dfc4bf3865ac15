// Techniques against their rules.

#include <algorithm>
#include <array>

#include "checks.hpp"
#include "numbers_of.hpp"

namespace unknot::kbc {

namespace {

/// The parts a technique may say it leans on: those a complaint can be tested against.
constexpr std::array<std::string_view, 6> loadable = {"wrist", "elbow",    "shoulder_joint",
                                                      "knee",  "low_back", "neck"};

void check_variant_kinds(const Review& review, const TechniqueRow& technique) {
  using knowledge::VariantKind;
  for (const auto kind : {VariantKind::lighter, VariantKind::standard, VariantKind::harder}) {
    const auto count = std::ranges::count(technique.variants, kind,
                                          [](const VariantRow& row) { return row.kind.value; });
    const auto name = ticked(knowledge::name_of(kind));
    if (count > 1) {
      review.complaints.add(technique.where, say("technique ", ticked(technique.id.value), " has ",
                                                 count, " variants ", name, "; expected one"));
    } else if (count == 0 && kind != VariantKind::harder) {
      review.complaints.add(
          technique.where, say("technique ", ticked(technique.id.value), " has no variant ", name));
    }
  }
}

void check_variant_loads(const Review& review, const TechniqueRow& technique) {
  auto variants = technique.variants.items;
  std::ranges::sort(variants, {}, [](const VariantRow& row) { return row.kind.value; });
  for (std::size_t i = 1; i < variants.size(); ++i) {
    const auto& before = variants[i - 1];
    const auto& after = variants[i];
    if (!before.load_permille.given() || !after.load_permille.given()) continue;
    if (before.load_permille.value < after.load_permille.value) continue;
    review.complaints.add(
        after.load_permille.where,
        say("the ", knowledge::name_of(after.kind.value), " variant of ",
            ticked(technique.id.value), " loads ", after.load_permille.value,
            " permille; expected more than the ", knowledge::name_of(before.kind.value), " one's ",
            before.load_permille.value));
  }
}

void check_pace_within(const Review& review, const Int& pace) {
  const auto least = number_of(review.tables, knowledge::Number::pace_min_seconds);
  const auto most = number_of(review.tables, knowledge::Number::pace_max_seconds);
  if (!least || !most || (pace.value >= *least && pace.value <= *most)) return;
  review.complaints.add(pace.where, say("`seconds_per_pass` is ", pace.value,
                                        "; the rule `pace` allows ", *least, " to ", *most));
}

}  // namespace

void check_loads(const Review& review) {
  for (const auto& technique : review.tables.techniques) {
    for (const auto& part : technique.loads) {
      if (std::ranges::find(loadable, part.value) != loadable.end()) continue;
      review.complaints.add(part.where, say("`loads` names ", ticked(part.value),
                                            "; expected wrist, elbow, shoulder_joint, knee, "
                                            "low_back or neck"));
    }
  }
}

void check_pace(const Review& review) {
  for (const auto& technique : review.tables.techniques) {
    const auto& pace = technique.seconds_per_pass;
    if (!pace.given()) continue;
    if (technique.motion.value == knowledge::Motion::hold) {
      review.complaints.add(pace.where, "`seconds_per_pass` is for strokes; a hold has no passes");
    } else {
      check_pace_within(review, pace);
    }
  }
}

void check_variants(const Review& review) {
  for (const auto& technique : review.tables.techniques) {
    const auto has_kind = [](const VariantRow& row) { return row.kind.given(); };
    if (technique.variants.empty() || !std::ranges::all_of(technique.variants, has_kind)) continue;
    check_variant_kinds(review, technique);
    check_variant_loads(review, technique);
  }
}

}  // namespace unknot::kbc
