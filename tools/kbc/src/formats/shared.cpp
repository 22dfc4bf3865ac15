// unknot/shared@1: the steps of a plan and the tools they use, as docs/formats/desk.md has them. It
// leaves a device, so it says all it may hold.

#include "formats/parts.hpp"
#include "unknot/model/request.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::kbc::formats {

namespace {

namespace limits = model::limits;

constexpr model::Range step_seconds{1, 3600};
constexpr model::Range rest_seconds{0, 3600};

Schema way_tool() { return text(limits::tool_id_length).says("Id of one of the tools."); }

Schema alternative() {
  return Members()
      .required("technique", id_of("technique").says("As in a step."))
      .required("tool", way_tool())
      .required("variant", variant())
      .object(Others::refused)
      .title("Another way to do a step");
}

Schema step() {
  return Members()
      .required("area", id_of("area").says("What is rolled."))
      .required("side", choice<model::Side>().says("both: left and right lie on the tool at once."))
      .required("technique", id_of("technique").says("How."))
      .required("tool", way_tool())
      .required("variant", variant())
      .required("sets", list_of(integer(step_seconds), limits::sets_read).says("s each."))
      .optional("rest_seconds", integer(rest_seconds).or_null().says("s, between two sets."))
      .optional("seconds_per_pass",
                integer(rest_seconds).or_null().says("s one way; null for a hold."))
      .required("level_target", level_target())
      .optional("alternatives", list_of(reference("#/$defs/alternative"), limits::alternatives_read)
                                    .or_null()
                                    .says("Easier and harder ways."))
      .object(Others::refused)
      .title("One way of rolling one area");
}

Schema whole() {
  return Members()
      .required("format", exactly("unknot/shared@1").says("Name and version of the format."))
      .required("tools", list_of(Schema().set("$ref", json_text("request.schema.json#/$defs/tool")),
                                 limits::tools_listed)
                             .says("Those that the steps use; nobody's own names for them."))
      .required("steps", list_of(reference("#/$defs/step"), safety::max_draft_steps)
                             .set("minItems", json_number(1))
                             .says("In the order in which they are rolled."))
      .object(Others::refused);
}

}  // namespace

Document shared_schema() {
  Schema titled = Schema().title("unknot/shared@1").says("A plan without anything about a person.");
  return document(
      formats_folder, "shared.schema.json",
      Schema(merged(std::move(titled).take(), whole().json()))
          .set(
              "$defs",
              Schema().set("alternative", alternative().take()).set("step", step().take()).take()));
}

}  // namespace unknot::kbc::formats
