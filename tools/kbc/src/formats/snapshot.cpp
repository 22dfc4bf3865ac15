// unknot/snapshot@1: docs/formats/snapshot.md as a schema.

#include "formats/parts.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::kbc::formats {

namespace {

constexpr std::string_view format = "unknot/snapshot@1";
constexpr model::Range any_count{0, 1'000'000};
constexpr model::Range any_ms{0, 1'000'000'000'000};

Schema ms(std::string_view says) { return integer(any_ms).says(says); }

Schema seconds_left(std::string_view says) { return integer(any_seconds).says(says); }

Schema told_level() {
  return integer(model::limits::level)
      .or_null()
      .says("The strongest that was told; null: unknown.");
}

Members way(Members members) {
  return std::move(members)
      .required("technique", id_of("technique").says("Of the way it is done."))
      .required("tool", integer(any_count).says("Index among the request's tools."))
      .required("variant", variant());
}

Schema sets(std::string_view says) { return list_of(integer(any_seconds)).says(says); }

Schema step() {
  return way(Members()
                 .required("over", boolean().says("Done with, or left out."))
                 .required("reason",
                           choice<session::EndReason>().or_null().says("Why it is over.")))
      .required("sets", sets("s each, as they stand: what is left of one that was cut off."))
      .required("set", integer(any_count).says("Under way or next, counted from 0."))
      .required("rolled_seconds", seconds_left("Rolled so far."))
      .required("level", told_level())
      .required("rest_ms", ms("Rest that must still go by before its next set."))
      .object(Others::ignored)
      .title("How a step stands");
}

Schema rolled() {
  return way(Members()
                 .required("step", integer(any_count).says("Which step of the plan, from 0."))
                 .required("area", id_of("area").says("What was rolled."))
                 .required("side", choice<model::Side>().says("Which side of it.")))
      .required("sets", sets("s each, rounded up: what was begun counts."))
      .required("level", told_level())
      .object(Others::ignored)
      .title("Rolling as it was really done, in one way");
}

Schema area() {
  return Members()
      .required("area", id_of("area").says("Which area."))
      .required("over", choice<session::EndReason>().or_null().says("Over for today, and why."))
      .required("strong", boolean().says("7 or more was told: nothing harder today."))
      .required("rung_most",
                integer(model::limits::rung).or_null().says("No firmer tool than this."))
      .required("pascals_most", integer(any_count).or_null().says("No more pressure than this."))
      .object(Others::ignored)
      .title("An area of which something was said");
}

Schema muscle() {
  return Members()
      .required("muscle", any_text().says("Id of the muscle."))
      .required("left_seconds", seconds_left("Still open today on the left."))
      .required("right_seconds", seconds_left("Still open today on the right."))
      .object(Others::ignored)
      .title("What is left of the day");
}

Schema held() {
  return Members()
      .required("muscle", any_text().says("Id of the muscle."))
      .required("side", one_of({"left", "right"}).says("Of the body."))
      .required("held_ms", ms("Held still since its last rest or whole pass."))
      .required("rest_ms", ms("Left until it has rested."))
      .object(Others::ignored)
      .title("A muscle that had no rest since it was held still");
}

Schema whole() {
  return Members()
      .required("format", exactly(format).says("Name and version of the format."))
      .required("knowledge", pack_hash())
      .required("phase", choice<session::Phase>().says("What is going on."))
      .required("paused", choice<session::PauseReason>().or_null().says("Why; null: it runs."))
      .required("over", choice<session::EndReason>().or_null().says("Why; null: it is not."))
      .required("step", integer(any_count).says("Under way, counted from 0."))
      .required("phase_ms", ms("Gone of the phase."))
      .required("phase_length_ms", ms("Of the whole phase."))
      .required("set_ms", ms("Gone of the set."))
      .required("pass", integer(any_count).says("Passes begun in this set."))
      .required("pass_ms", ms("Gone of the pass."))
      .required("session_ms", ms("Guided so far, pauses not counted."))
      .required("session_left_ms", ms("Still to come as things stand."))
      .required("level_ms",
                integer(any_ms).or_null().says("Left to tell a level that is asked for."))
      .required("pain_ms", integer(any_ms).or_null().says("Left to tell how much it hurts."))
      .required("written", integer(any_count).says("Pieces that were handed out to be kept."))
      .required("steps", list_of(reference("#/$defs/step")).says("In the order of the plan."))
      .required("rolled", list_of(reference("#/$defs/rolled")).says("In order."))
      .required("areas", list_of(reference("#/$defs/area")).says("In the order of the catalogue."))
      .required("muscles", list_of(reference("#/$defs/muscle")).says("All of them."))
      .required("held", list_of(reference("#/$defs/held")).says("Those without a rest since."))
      .object(Others::ignored);
}

}  // namespace

Document snapshot_schema() {
  Schema titled = Schema().title(format).says(
      "How a session stands. For comparing and showing; nothing reads it back.");
  Schema defs = Schema()
                    .set("area", area().take())
                    .set("held", held().take())
                    .set("muscle", muscle().take())
                    .set("rolled", rolled().take())
                    .set("step", step().take());
  return document(formats_folder, "snapshot.schema.json",
                  Schema(merged(std::move(titled).take(), whole().json()))
                      .set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
