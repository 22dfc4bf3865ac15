// unknot/session@1: docs/formats/session.md as a schema, and what goes in.

#include "formats/parts.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::kbc::formats {

namespace {

using model::limits::level;
using session::CommandKind;
using session::EventKind;

constexpr std::string_view format = "unknot/session@1";
constexpr model::Range any_count{0, 1'000'000};
constexpr model::Range counted{1, 1'000'000};

Schema moment() { return integer(model::limits::moment_ms).says("ms on the host's own clock."); }

Schema step() { return integer(any_count).says("Which step of the plan, counted from 0."); }

Schema preferences() {
  return Members()
      .optional("ready_percent", integer(model::limits::ready_percent)
                                     .fallback(json_number(100))
                                     .says("Of the planned time to get ready."))
      .optional("time_left_every", integer(model::limits::time_left_every)
                                       .fallback(json_number(0))
                                       .says("s between calls of the time left; 0: never."))
      .optional("breathing", boolean().fallback(json_flag(true)).says("Reminders to breathe."))
      .optional("ask_levels",
                boolean().fallback(json_flag(true)).says("Ask after each step how strong it was."))
      .object(Others::refused)
      .title("How somebody likes to be guided");
}

Schema event() {
  return Members()
      .required("at", moment())
      .required("event", choice<EventKind>().says("What happened."))
      .optional("level", integer(level).says("With `level`, which needs it: how strong it feels."))
      .optional("red_flag", id_of("red_flag").says("With `urgent`; left out: not told which."))
      .object(Others::refused)
      .title("Something that happened");
}

Schema input() {
  return Members()
      .required("request",
                reference("request.schema.json").says("What the session is planned for."))
      .optional("preferences",
                reference("#/$defs/preferences").says("How somebody likes to be guided."))
      .required("events", list_of(reference("#/$defs/event"), model::limits::session_events)
                              .says("All that has happened so far, in order."))
      .object(Others::refused)
      .title("What goes in");
}

Members way(Members members) {
  return std::move(members)
      .optional("technique", id_of("technique").says("Of the way it is done."))
      .optional("tool", tool())
      .optional("variant", variant());
}

Schema rolled() {
  return way(Members()
                 .required("step", step())
                 .required("area", id_of("area").says("What was rolled."))
                 .required("side", choice<model::Side>().says("Which side of it.")))
      .required("sets",
                list_of(integer(any_seconds)).says("s each, rounded up: what was begun counts."))
      .required("level", integer(level).or_null().says("The strongest told; null: unknown."))
      .object(Others::ignored)
      .title("Rolling as it was really done, in one way");
}

Schema command() {
  return way(Members()
                 .required("at", moment())
                 .required("command", choice<CommandKind>().says("What to do."))
                 .required("step", step())
                 .optional("seconds", integer(any_seconds).says("How long."))
                 .optional("number", integer(counted).says("Which set or pass, from 1."))
                 .optional("count", integer(counted).says("Of how many sets."))
                 .optional("direction", choice<session::Direction>().says("Of a pass."))
                 .optional("level", integer(level).says("That was taken down."))
                 .optional("pause", choice<session::PauseReason>().says("Why it pauses."))
                 .optional("area", id_of("area").says("That is over, with all it overlaps."))
                 .optional("reason", choice<session::EndReason>().says("Why something is over."))
                 .optional(
                     "red_flag",
                     id_of("red_flag").or_null().says("Of an emergency; null: not told which."))
                 .optional("rolled", reference("#/$defs/rolled").says("To be written down.")))
      .object(Others::ignored)
      .title("What to do");
}

Schema whole() {
  return Members()
      .required("format", exactly(format).says("Name and version of the format."))
      .required("plan", reference("plan.schema.json").says("What is guided, or the refusal."))
      .required("commands", list_of(reference("#/$defs/command"))
                                .says("Of all events, in order; `at` is the event's."))
      .required("due", integer(model::limits::moment_ms)
                           .or_null()
                           .says("When to send the next tick, or sooner; "
                                 "null: nothing happens by itself."))
      .required("rolled",
                list_of(reference("#/$defs/rolled")).says("What was really rolled, in order."))
      .required("snapshot", reference("snapshot.schema.json")
                                .or_null()
                                .says("How it stands now; null: there is no plan."))
      .object(Others::ignored);
}

}  // namespace

Document session_schema() {
  Schema titled = Schema().title(format).says(
      "A session guided through events. Readers ignore fields they do not know.");
  Schema defs = Schema()
                    .set("command", command().take())
                    .set("event", event().take())
                    .set("input", input().take())
                    .set("preferences", preferences().take())
                    .set("rolled", rolled().take());
  return document(formats_folder, "session.schema.json",
                  Schema(merged(std::move(titled).take(), whole().json()))
                      .set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
