// unknot/plan@1: docs/formats/plan.md as a schema. It says what a plan of ours looks like; a plan
// of somebody else is read far more leniently and judged by the rules.

#include <algorithm>

#include "formats/parts.hpp"
#include "unknot/model/plan.hpp"
#include "unknot/model/plan_document.hpp"

namespace unknot::kbc::formats {

namespace {

namespace limits = model::limits;

Schema source() {
  return id_of("source").or_null().says("The first source of what speaks; null: none to name.");
}
Schema side(std::string_view what) { return choice<model::Side>().says(what); }

Schema alternative() {
  return Members()
      .required("technique", id_of("technique").says("As in a step."))
      .required("tool", tool())
      .required("variant", variant())
      .required("rung", rung())
      .required("intensity", intensity())
      .object(Others::ignored)
      .title("A lawful way to carry on with a step");
}

/// A reason that is no rule goes by its own name; what is offered goes by the rule that offers it.
Schema reason() {
  std::vector<std::string_view> words;
  for (const auto& row : knowledge::EnumNames<model::Reason>::all) {
    words.push_back(row.value == model::Reason::offered
                        ? knowledge::name_of(knowledge::RuleCode::around_the_pain)
                        : row.name);
  }
  return one_of(words).says("A rule, or a reason that is no rule.");
}

Schema why() {
  return Members()
      .required("rule", reason())
      .required("at", id_of("place").or_null().says("The place that was named."))
      .required("source", source())
      .required("says", says())
      .object(Others::ignored)
      .title("Why a step is in the plan");
}

Schema step_fields() {
  using namespace knowledge;
  return Members()
      .required("area", id_of("area").says("What is rolled."))
      .required("side", side("both: left and right lie on the tool at once."))
      .required("technique", id_of("technique").says("How."))
      .required("motion", choice<Motion>().says("Slow passes, or still pressure."))
      .required("tool", tool())
      .required("place", choice<Support>().says("Where."))
      .required("position", id_of("position").says("Of the body there."))
      .required("variant", variant())
      .required("rung", rung())
      .required("intensity", intensity())
      .required("setup_seconds", integer(any_seconds).says("s, to get ready."))
      .required("sets", list_of(integer(at_least_a_second), limits::sets_read)
                            .set("minItems", json_number(1))
                            .says("s each."))
      .required("rest_seconds", integer(any_seconds).says("s, between two sets of this step."))
      .required("seconds", integer(at_least_a_second).says("s, the sum of sets."))
      .required("seconds_per_pass",
                integer(at_least_a_second).or_null().says("s one way; null for a hold."))
      .required("level_target", level_target())
      .required("alternatives",
                list_of(reference("#/$defs/alternative"), limits::alternatives_read)
                    .says("Up to three easier ones, the nearest first, then at most one harder. "
                          "Whoever guides the step may use these and no others."))
      .required("why", list_of(reference("#/$defs/why"))
                           .set("minItems", json_number(1))
                           .says("The strongest reason first."))
      .object(Others::ignored)
      .title("One way of rolling one area");
}

Schema step() {
  return with_condition(step_fields(),
                        property("motion", Schema().set("const", word(knowledge::Motion::hold))),
                        property("seconds_per_pass", Schema().set("type", json_text("null"))),
                        property("seconds_per_pass", Schema().set("type", json_text("integer"))));
}

Schema left_out() {
  return Members()
      .required("at", id_of("place").says("What was left out."))
      .required("side", side("The side this entry speaks of."))
      .required("rule", id_of("rule").says("That left it out."))
      .required("source", source())
      .required("instead",
                list_of(id_of("area")).says("What is in the plan in its stead, or could be."))
      .required("needs_seconds", integer(at_least_a_second)
                                     .or_null()
                                     .says("s more that would make room for it; null unless the "
                                           "rule is budget."))
      .required("says", says())
      .object(Others::ignored)
      .title("A place that somebody could expect and does not find");
}

Schema advice() {
  return Members()
      .required("kind", choice<model::AdviceKind>().says("What is said."))
      .required("rule", id_of("rule").says("That says it."))
      .required("at", id_of("place").or_null().says("What it is about."))
      .required("source", source())
      .required("says", says())
      .object(Others::ignored)
      .title("What to mind beside the plan");
}

Schema refusal() {
  return Members()
      .required("rule", id_of("rule").says("That refuses."))
      .required("reason", choice<model::StopReason>().says("Its kind, in the order of telling."))
      .required("condition",
                id_of("condition").or_null().says("That asks for it, when one alone does."))
      .required("asked", integer().or_null().says("What the request holds, in unit."))
      .required("limit", integer().or_null().says("What the rule wants, in unit."))
      .required("unit", choice<knowledge::Unit>().or_null().says("Of asked and limit."))
      .required("source", source())
      .required("would_change", list_of(sentence())
                                    .set("minItems", json_number(1))
                                    .says("What would change it, as sentences."))
      .required("changes", list_of(choice<model::Change>())
                               .set("minItems", json_number(1))
                               .says("The same for programs, in the same order."))
      .required("also", list_of(sentence()).says("Whatever else stands in the way."))
      .required("says", says())
      .object(Others::ignored)
      .title("Why there is no plan");
}

Schema identity() {
  return any_text()
      .set("format", json_text("uuid"))
      .set("pattern", json_text("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                                "[0-9a-f]{12}$"))
      .says("UUIDv8, from the hash of request and knowledge.");
}

Schema whole() {
  return Members()
      .required("format", exactly(model::plan_format).says("Name and version of the format."))
      .required("id", identity())
      .required("made", instant().says("The request's now; the plan is judged as of then."))
      .required("knowledge", pack_hash())
      .required("request", reference("request.schema.json")
                               .says("The request as understood, every default filled in."))
      .required("outcome", one_of({"plan", "refused"}).says("Whether there is a plan."))
      .required("total_seconds",
                integer(any_seconds).says("s, set-ups, sets and the rests between them."))
      .required(
          "steps",
          list_of(reference("#/$defs/step"), limits::steps_read).says("In the order of rolling."))
      .required("left_out", list_of(reference("#/$defs/left_out")).says("What is not in it."))
      .required("advice", list_of(reference("#/$defs/advice"), limits::advice_read)
                              .says("What to mind beside the plan."))
      .required("refusal",
                reference("#/$defs/refusal").or_null().says("null exactly when there is a plan."))
      .required("urgent", text(limits::urgent_length)
                              .or_null()
                              .says("What to do at once, for the most urgent of the warning signs "
                                    "that are present."))
      .object(Others::ignored);
}

Json with_plan() {
  Json some = property("steps", list_with("minItems", 1));
  some = merged(std::move(some), property("refusal", Schema().set("type", json_text("null"))));
  return merged(std::move(some), property("urgent", Schema().set("type", json_text("null"))));
}

Json without_plan() {
  Json none = property("total_seconds", Schema().set("const", json_number(0)));
  none = merged(std::move(none), property("steps", list_with("maxItems", 0)));
  return merged(std::move(none), property("refusal", Schema().set("type", json_text("object"))));
}

}  // namespace

Schema pack_hash() {
  return any_text()
      .set("pattern", json_text("^[0-9a-f]{64}$"))
      .says("SHA-256 of the knowledge, 64 lower-case hex digits.");
}

Document plan_schema() {
  Schema titled = Schema()
                      .title(model::plan_format)
                      .says(
                          "What Unknot answers: a plan, or a refusal. Readers ignore fields they "
                          "do not know.");
  Schema defs = Schema()
                    .set("step", step().take())
                    .set("alternative", alternative().take())
                    .set("why", why().take())
                    .set("left_out", left_out().take())
                    .set("advice", advice().take())
                    .set("refusal", refusal().take());
  return document(formats_folder, "plan.schema.json",
                  with_condition(Schema(merged(std::move(titled).take(), whole().json())),
                                 property("outcome", exactly("plan")), with_plan(), without_plan())
                      .set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
