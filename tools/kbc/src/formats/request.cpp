// unknot/request@1: docs/formats/request.md as a schema. Members in the order of that document.

#include "unknot/model/request.hpp"
#include "formats/schema_builder.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::kbc::formats {

namespace {

namespace limits = model::limits;
using model::Side;

Json list_of_words(std::vector<std::string_view> words) {
  Json json = json_list();
  for (const auto word : words) json.items.push_back(json_text(word));
  return json;
}

Schema place(std::string_view says) { return id_of("place").says(says); }

Schema side() {
  return choice<Side>()
      .or_null()
      .says("Without one, both is meant. both and middle count for left and for right.")
      .fallback(word(Side::both));
}

Schema level(std::string_view says) { return integer(limits::level).or_null().says(says); }

Schema person() {
  using namespace model;
  return Members()
      .optional(
          "experience",
          choice<Experience>().or_null().says("With rolling.").fallback(word(Person{}.experience)))
      .optional("age", integer(limits::age).or_null().says("Years; null: unknown."))
      .optional("height_cm", tenths(limits::height_tenths_cm)
                                 .or_null()
                                 .says("cm, at most one decimal; null: unknown."))
      .optional("mass_kg", tenths(limits::mass_hectograms)
                               .or_null()
                               .says("kg, at most one decimal, for the estimate of pressure; null: "
                                     "unknown, a usual mass is assumed."))
      .optional("floor_transfer", choice<FloorTransfer>()
                                      .or_null()
                                      .says("Getting down to the floor and up again.")
                                      .fallback(word(Person{}.floor_transfer)))
      .object(Others::refused)
      .title("Who asks");
}

Schema feel() {
  return Members()
      .required("at", place("Any area, zone or region."))
      .optional("side", side())
      .required("kind", choice<model::FeelKind>().says("How it feels there."))
      .optional("level", level("0 nothing, 10 unbearable; null: unknown."))
      .object(Others::refused)
      .title("How a place feels");
}

Schema wish() {
  return Members()
      .required("at", place("Wished for."))
      .optional("side", side())
      .object(Others::refused)
      .title("A place to roll");
}

Schema avoided() {
  return Members()
      .required("at", place("To leave alone."))
      .optional("side", side())
      .optional("why", text(limits::why_length).or_null().says("A reason, such as trial."))
      .object(Others::refused)
      .title("A place to leave alone");
}

Schema tool_choice() {
  return Members()
      .required("at", place("Wished for."))
      .required("tool", text(limits::tool_id_length).says("The id of one of the tools."))
      .object(Others::refused)
      .title("A place to roll with a tool");
}

Schema condition() {
  return Members()
      .required("id", id_of("condition").says("Which one."))
      .optional("at", id_of("place").or_null().says(
                          "Where; a condition that needs a place is refused without one."))
      .optional("side", side())
      .optional("weeks", integer(limits::weeks)
                             .or_null()
                             .says("Weeks of a pregnancy; null: unknown, the strictest."))
      .optional("cleared_on", day().or_null().says(
                                  "Day on which a clinician agreed to rolling; a day to come does "
                                  "not count yet. null: not cleared."))
      .object(Others::refused)
      .title("A condition with what is known of it");
}

Schema red_flags() {
  const auto some = [] { return list_of(id_of("red_flag")).set("minItems", json_number(1)); };
  Json when =
      Schema(property("present", some())).set("required", list_of_words({"present"})).take();
  Json then = Schema(property("screened", Schema().set("const", json_flag(true))))
                  .set("required", list_of_words({"screened"}))
                  .take();
  return Members()
      .optional("screened", boolean()
                                .or_null()
                                .says("Whether the warning signs were asked and answered. Flags "
                                      "that are present contradict false.")
                                .fallback(json_flag(model::RedFlags{}.screened)))
      .optional("at", instant().or_null().says("When; a screening without a time counts as none."))
      .optional("present", list_of(id_of("red_flag"), limits::list_length)
                               .or_null()
                               .says("Those that apply.")
                               .fallback(json_list()))
      .object(Others::refused)
      .title("The warning signs, asked and answered")
      .set("if", std::move(when))
      .set("then", std::move(then));
}

Schema tool() {
  using namespace knowledge;
  return Members()
      .required("id", text(limits::tool_id_length)
                          .says("The person's own name for it; no two tools have one id."))
      .required("kind", choice<ToolKind>().says("What it is."))
      .required("density", choice<Density>().says("How hard it is."))
      .required("surface", choice<Surface>().says("smooth, or textured with ridges or knobs."))
      .optional("diameter_cm", tenths(limits::diameter_tenths_cm)
                                   .or_null()
                                   .says("cm, at most one decimal; null: unknown."))
      .optional("temperature", choice<Temperature>()
                                   .or_null()
                                   .says("Whether it is used cold or warm.")
                                   .fallback(word(model::Tool{}.temperature)))
      .optional("vibration", boolean()
                                 .or_null()
                                 .says("Whether it vibrates.")
                                 .fallback(json_flag(model::Tool{}.vibration)))
      .object(Others::refused)
      .title("A roller, stick or ball");
}

Schema history() {
  const model::History none;
  return Members()
      .required("area", id_of("area").says("An area; no zone, no region."))
      .optional("side", side())
      .optional("rung", integer(limits::rung)
                            .or_null()
                            .says("Of the tool ladder: 1 soft smooth, 2 medium smooth, 3 firm "
                                  "smooth, 4 textured.")
                            .fallback(json_number(none.rung)))
      .optional("clean_sessions",
                integer(limits::clean_sessions)
                    .or_null()
                    .says("Sessions in a row at rung there with a known level, none of 7 or more, "
                          "and no bruise or worse.")
                    .fallback(json_number(none.clean_sessions)))
      .optional("last_levels", list_of(level("null: not known."), limits::last_levels_kept)
                                   .or_null()
                                   .says("How strong it felt, newest first.")
                                   .fallback(json_list()))
      .optional("after_effect", choice<model::AfterEffect>()
                                    .or_null()
                                    .says("Of the last session.")
                                    .fallback(word(none.after_effect)))
      .optional("after_effect_gone", boolean()
                                         .or_null()
                                         .says("Whether that is over.")
                                         .fallback(json_flag(none.after_effect_gone)))
      .optional("last", instant().or_null().says("Of the last session there; null: unknown."))
      .optional("seconds_6h", integer(limits::seconds_6h)
                                  .or_null()
                                  .says("Seconds rolled there in the last 6 hours.")
                                  .fallback(json_number(none.seconds_6h)))
      .optional("times_24h", integer(limits::times_24h)
                                 .or_null()
                                 .says("Sessions there in the last 24 hours.")
                                 .fallback(json_number(none.times_24h)))
      .object(Others::refused)
      .title("Earlier sessions on one area and side");
}

Schema entries(std::string_view def, std::string_view says) {
  return list_of(reference(say("#/$defs/", def)), limits::list_length)
      .or_null()
      .says(says)
      .fallback(json_list());
}

Schema conditions() {
  Json either = json_list({id_of("condition").take(), reference("#/$defs/condition").take()});
  return list_of(Schema().set("anyOf", std::move(either)), limits::list_length)
      .or_null()
      .says("The id of a condition, or an object with more.")
      .fallback(json_list());
}

Schema places_to_be() {
  Json at = json_list();
  for (const auto support : model::Request{}.at) at.items.push_back(word(support));
  return list_of(choice<knowledge::Support>(), limits::places_to_be)
      .set("minItems", json_number(1))
      .or_null()
      .says("Where one can be.")
      .fallback(std::move(at));
}

Members head() {
  const model::Request none;
  return Members()
      .required("format", exactly(model::request_format).says("Name and version of the format."))
      .optional("now", instant().or_null().says(
                           "The moment of asking, RFC 3339 with offset, years 1900 to 9999. "
                           "Without it the host's clock."))
      .optional("language", id_of("language")
                                .or_null()
                                .says("Of the sentences in the answer.")
                                .fallback(json_text(none.language)))
      .optional("starts_in_minutes",
                integer(limits::starts_in_minutes)
                    .or_null()
                    .says("Minutes until an effort begins; null: none. Limits the time."))
      .optional("person", reference("#/$defs/person").or_null().says("Who asks."))
      .optional("goal", choice<knowledge::GoalKind>()
                            .or_null()
                            .says("What the session is for.")
                            .fallback(word(none.goal)))
      .optional("activity", id_of("activity").or_null().says("What is done before or after."))
      .required("minutes",
                integer(limits::minutes).says("Minutes there are, set-ups and rests included."))
      .optional("at", places_to_be());
}

Schema defs() {
  return Schema()
      .set("person", person().take())
      .set("feel", feel().take())
      .set("wish", wish().take())
      .set("avoided", avoided().take())
      .set("condition", condition().take())
      .set("red_flags", red_flags().take())
      .set("tool", tool().take())
      .set("history", history().take())
      .set("tool_choice", tool_choice().take());
}

}  // namespace

Document request_schema() {
  Schema whole =
      head()
          .optional("feel", entries("feel", "How places feel."))
          .optional("want", entries("wish", "Places wished for."))
          .optional("avoid", entries("avoided", "Places to leave alone."))
          .optional("conditions", conditions())
          .required("red_flags", reference("#/$defs/red_flags").says("The warning signs."))
          .required("tools", list_of(reference("#/$defs/tool"), limits::tools_listed)
                                 .says("May be empty, which is refused with a reason."))
          .optional("history", entries("history", "What is known of earlier sessions."))
          .optional("use", entries("tool_choice", "Places wished for with one of the tools."))
          .object(Others::refused);
  Schema titled = Schema()
                      .title(model::request_format)
                      .says(
                          "What a person says. An optional field that is null is read as if it "
                          "were absent. What no schema can say is in request.md.");
  return document(
      formats_folder, "request.schema.json",
      Schema(merged(std::move(titled).take(), whole.json())).set("$defs", defs().take()));
}

}  // namespace unknot::kbc::formats
