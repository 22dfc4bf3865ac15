// unknot/explanation@1: docs/formats/explanation.md as a schema. Its differences are those of
// unknot/comparison@1 too.

#include "formats/parts.hpp"
#include "unknot/model/difference.hpp"
#include "unknot/model/reasons.hpp"

namespace unknot::kbc::formats {

namespace {

namespace limits = model::limits;

constexpr std::string_view format = "unknot/explanation@1";
constexpr model::Range not_negative{0, 1'000'000'000};
constexpr model::Range at_least_one{1, 1'000'000'000};
constexpr model::Range percent{0, 100};
constexpr model::Range permille{0, 1000};

Schema share() {
  return Members()
      .required("from", choice<model::NeedFrom>().says("What asks."))
      .required("at", id_of("place").or_null().says(
                          "That was named: of a wish, a complaint or around one."))
      .required("points", integer(at_least_one).says("Its part of the need."))
      .required("says", says())
      .object(Others::ignored)
      .title("Where a part of a need comes from");
}

Schema way() {
  return Members()
      .required("technique", id_of("technique").says("How."))
      .required("tool", tool())
      .required("variant", variant())
      .required("seconds", integer(at_least_a_second).says("s of rolling, on this side."))
      .required("fit_percent", integer(percent).says("How well the technique suits."))
      .required("response_permille",
                integer(permille).says("1/1000 of the full effect that these seconds give."))
      .required("points", integer(not_negative).says("need x fit x response, rounded down."))
      .object(Others::ignored)
      .title("One way of rolling one side");
}

Schema reason() {
  return Members()
      .required("side", one_of({"left", "right", "middle"}).says("middle: an area without sides."))
      .required("standing", choice<model::Standing>().says("In the plan, or what keeps it out."))
      .required("points", integer(at_least_one)
                              .says("The need: the sum of need, of which recent_percent counts, "
                                    "at least 1."))
      .required("need", list_of(reference("#/$defs/share"))
                            .set("minItems", json_number(1))
                            .says("What it is made of."))
      .required("recent_percent", integer(percent).says("What is left of it after recent rolling."))
      .required("way", reference("#/$defs/way")
                           .or_null()
                           .says("How it is rolled, or would come in; null: neither."))
      .required("rule",
                id_of("rule").or_null().says("That left it out, or refused; null: neither."))
      .required("needs_seconds", integer(at_least_a_second)
                                     .or_null()
                                     .says("s more that would make room for way; null unless the "
                                           "rule is budget."))
      .required("says", says())
      .object(Others::ignored)
      .title("Why one side is in the plan or not");
}

Schema area() {
  return Members()
      .required("area", id_of("area").says("Of the catalogue."))
      .required("sides", list_of(reference("#/$defs/reason"), 2)
                             .set("minItems", json_number(1))
                             .says("left and right, or middle alone."))
      .object(Others::ignored)
      .title("Why an area is in the plan or not");
}

Schema supposition() {
  using model::WhatIf;
  const Schema fields =
      Members()
          .required("question", choice<WhatIf>().says("What is supposed."))
          .required("minutes", integer(limits::minutes).says("Of the supposed request."))
          .required("preset",
                    id_of("preset").or_null().says("The tool; null unless one is supposed."))
          .required("then", choice<model::WhatThen>().says("What comes of it."))
          .required("outcome", one_of({"plan", "refused"}).says("Of the supposed request."))
          .required("total_seconds",
                    integer(any_seconds).says("s of the supposed plan; 0 when refused."))
          .required("points", integer(not_negative).says("Of that plan; 0 when refused."))
          .required(
              "differences",
              list_of(reference("#/$defs/difference")).says("From the plan there is to that one."))
          .required("says", says())
          .object(Others::ignored)
          .title("What one thing changed would change");
  return with_condition(fields,
                        property("question", Schema().set("const", word(WhatIf::one_more_tool))),
                        property("preset", Schema().set("type", json_text("string"))),
                        property("preset", Schema().set("type", json_text("null"))));
}

Schema rolled() {
  return Members()
      .required("seconds", integer(at_least_a_second).says("s on this side, all sets."))
      .required("technique", id_of("technique").says("How."))
      .required("tool", tool())
      .required("variant", variant())
      .required("rung", rung())
      .required("intensity", intensity())
      .required("level_target", level_target())
      .object(Others::ignored)
      .title("How one side is rolled in one plan");
}

Schema difference() {
  const auto in_plan = [](std::string_view says) {
    return reference("#/$defs/rolled").or_null().says(says);
  };
  return Members()
      .required("area", id_of("area").says("That is rolled differently."))
      .required("side", choice<model::Side>().says("both: left and right change alike."))
      .required("kind", choice<model::DifferenceKind>().says("The first of these that holds."))
      .required("before", in_plan("In the first plan; null: not rolled."))
      .required("after", in_plan("In the second plan; null: not rolled."))
      .required("says", says())
      .object(Others::ignored)
      .title("What one plan does differently from another");
}

Schema whole() {
  return Members()
      .required("format", exactly(format).says("Name and version of the format."))
      .required("knowledge", pack_hash())
      .required("plan", reference("plan.schema.json").says("The answer, a refusal included."))
      .required("points", integer(not_negative).says("Of the whole plan; 0 when refused."))
      .required("says", sentence().says("What points are and are not, for people."))
      .required("areas", list_of(reference("#/$defs/area"))
                             .says("Every area of the catalogue, in its order; none when the "
                                   "screening refused."))
      .required("what_if", list_of(reference("#/$defs/supposition"))
                               .says("A minute more, a minute less, then the tools that would "
                                     "add most; none when the screening refused."))
      .required("tools_tried", list_of(id_of("preset"))
                                   .set("uniqueItems", json_flag(true))
                                   .says("Those that were tried, one at a time."))
      .object(Others::ignored);
}

}  // namespace

Document explanation_schema() {
  Schema titled = Schema().title(format).says(
      "Why a plan is as it is. Readers ignore fields they do not know.");
  Schema defs = Schema()
                    .set("area", area().take())
                    .set("reason", reason().take())
                    .set("share", share().take())
                    .set("way", way().take())
                    .set("supposition", supposition().take())
                    .set("difference", difference().take())
                    .set("rolled", rolled().take());
  return document(formats_folder, "explanation.schema.json",
                  Schema(merged(std::move(titled).take(), whole().json()))
                      .set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
