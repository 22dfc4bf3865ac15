// unknot/findings@1 and the error object: docs/formats/findings.md and error.md as schemas.

#include "formats/schema_builder.hpp"
#include "unknot/base/result.hpp"

namespace unknot::kbc::formats {

namespace {

/// Codes are numbered from 1 without a gap up to this one.
constexpr auto last_code = base::ErrorCode::store_newer;
/// What is cut off ends in three points.
constexpr std::size_t shown_length = base::shown_value_length + 3;

Schema finding() {
  return Members()
      .required("rule", id_of("rule").says("That is broken."))
      .required("step", Schema(integer())
                            .set("minimum", json_number(0))
                            .or_null()
                            .says("Which step, counted from 0; null: the whole plan."))
      .required("at", any_text().says("What it is about, as the plan wrote it."))
      .required("side", any_text().says("As the plan wrote it; empty: not about a side."))
      .required("asked", integer().or_null().says("What the plan holds, in unit."))
      .required("limit", integer().or_null().says("What the rule allows, in unit."))
      .required("unit", choice<knowledge::Unit>().or_null().says("Of asked and limit."))
      .required("source", id_of("source").says("Of the rule."))
      .required("says", sentence().says("The same as a sentence, for people."))
      .object(Others::ignored)
      .title("One thing that is wrong");
}

Schema codes() {
  std::vector<std::string_view> names;
  for (std::uint16_t code = 1; code <= static_cast<std::uint16_t>(last_code); ++code) {
    names.push_back(base::row_of(static_cast<base::ErrorCode>(code)).name);
  }
  return one_of(names);
}

}  // namespace

Document findings_schema() {
  Schema whole =
      Members()
          .required("format", exactly("unknot/findings@1").says("Name and version of the format."))
          .required("knowledge", pack_hash())
          .required("clean", boolean().says("true exactly when findings is empty."))
          .required("findings", list_of(reference("#/$defs/finding"))
                                    .says("In the order of the rules, the whole plan before its "
                                          "steps."))
          .object(Others::ignored);
  Schema titled = Schema()
                      .title("unknot/findings@1")
                      .says(
                          "What the rules say of somebody's plan. Readers ignore fields they do "
                          "not know.");
  return document(formats_folder, "findings.schema.json",
                  with_condition(Schema(merged(std::move(titled).take(), whole.json())),
                                 property("clean", Schema().set("const", json_flag(true))),
                                 property("findings", list_with("maxItems", 0)),
                                 property("findings", list_with("minItems", 1)))
                      .set("$defs", Schema().set("finding", finding().take()).take()));
}

Document error_schema() {
  Schema error =
      Members()
          .required("code", codes().says("Programs compare this and field."))
          .required("field", any_text().says("Path of what is wrong; empty: the whole input."))
          .required(
              "value",
              any_text().set("maxLength", json_number(shown_length)).says("What was found there."))
          .required("expected", any_text().says("What would have been accepted, in English."))
          .required("says", sentence().says("All of it as one line, in English."))
          .object(Others::ignored)
          .says("The first thing that is wrong.");
  return document(
      formats_folder, "error.schema.json",
      Schema(merged(Schema()
                        .title("Error object")
                        .says("What a caller gets when the input could not be read.")
                        .take(),
                    Members().required("error", std::move(error)).object(Others::ignored).json())));
}

}  // namespace unknot::kbc::formats
