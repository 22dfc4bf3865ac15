// unknot/comparison@1: docs/formats/comparison.md as a schema.

#include "formats/parts.hpp"
#include "unknot/model/request.hpp"

namespace unknot::kbc::formats {

namespace {

constexpr std::string_view format = "unknot/comparison@1";

Schema field() {
  return Members()
      .required("field", any_text()
                             .set("pattern", json_text("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$"))
                             .says("Path within the request, such as person.age."))
      .required("a", Schema().says("In the first request; null: not said. Of a list, the entries "
                                   "that the second does not have."))
      .required("b", Schema().says("In the second request, likewise."))
      .object(Others::ignored)
      .title("What the requests as understood say differently");
}

Schema why() {
  return Members()
      .required("rule", id_of("rule").says("That left it out."))
      .required("says", says())
      .object(Others::ignored)
      .title("Why one plan leaves a place out");
}

Schema left_out() {
  const auto in_plan = [](std::string_view says) {
    return reference("#/$defs/why").or_null().says(says);
  };
  return Members()
      .required("at", id_of("place").says("What is left out."))
      .required("side", choice<model::Side>().says("The side this entry speaks of."))
      .required("a", in_plan("In the first plan; null: not left out."))
      .required("b", in_plan("In the second plan; null: not left out."))
      .object(Others::ignored)
      .title("A place that one plan leaves out and the other does not, or by another rule");
}

Schema advice() {
  return Members()
      .required("a", list_of(sentence()).says("Sentences that only the first gives."))
      .required("b", list_of(sentence()).says("Sentences that only the second gives."))
      .object(Others::ignored);
}

Schema whole() {
  return Members()
      .required("format", exactly(format).says("Name and version of the format."))
      .required("knowledge", pack_hash())
      .required("same_plan",
                boolean().says("Both roll the same in the same way, or both are refused."))
      .required("request", list_of(reference("#/$defs/field"))
                               .says("What the requests say differently, in the order of the "
                                     "format."))
      .required("areas", list_of(reference("explanation.schema.json#/$defs/difference"))
                             .says("What the second plan does differently; a refusal counts as a "
                                   "plan without steps."))
      .required("left_out", list_of(reference("#/$defs/left_out"))
                                .says("Places that the plans do not leave out alike."))
      .required("advice", advice().says("What only one of them says to mind."))
      .required("a", reference("plan.schema.json").says("The answer to the first request."))
      .required("b", reference("plan.schema.json").says("The answer to the second request."))
      .object(Others::ignored);
}

}  // namespace

Document comparison_schema() {
  Schema titled = Schema().title(format).says(
      "Two requests and their plans beside each other. Readers ignore fields they do not know.");
  Schema defs = Schema()
                    .set("field", field().take())
                    .set("left_out", left_out().take())
                    .set("why", why().take());
  return document(formats_folder, "comparison.schema.json",
                  with_condition(Schema(merged(std::move(titled).take(), whole().json())),
                                 property("same_plan", Schema().set("const", json_flag(true))),
                                 property("areas", list_with("maxItems", 0)),
                                 property("areas", list_with("minItems", 1)))
                      .set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
