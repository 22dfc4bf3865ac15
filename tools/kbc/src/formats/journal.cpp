// unknot/journal@1: docs/formats/journal.md as a schema. Words of the catalogue are any word here,
// since a log may come from a newer one.

#include "formats/parts.hpp"
#include "unknot/journal/limits.hpp"
#include "unknot/journal/record.hpp"
#include "unknot/model/request.hpp"

namespace unknot::kbc::formats {

namespace {

namespace ml = model::limits;
namespace jl = journal::limits;
using journal::RecordKind;

Schema side() {
  return choice<model::Side>()
      .or_null()
      .says("Without one, both is meant.")
      .fallback(word(model::Side::both));
}
Schema any_object(std::string_view says) {
  return Schema().set("type", json_text("object")).says(says);
}

Schema person() {
  return Members()
      .required("name", text(jl::name_length).says("Of the person."))
      .object(Others::ignored)
      .title("Somebody uses this log");
}

Schema own_tool() {
  using namespace knowledge;
  return Members()
      .required("id", text(ml::tool_id_length).says("The person's own name for it."))
      .required("kind", choice<ToolKind>().says("What it is."))
      .required("density", choice<Density>().says("How hard it is."))
      .required("surface", choice<Surface>().says("Of the tool."))
      .optional("diameter_cm", tenths(ml::diameter_tenths_cm).or_null().says("cm."))
      .optional("temperature", choice<Temperature>().or_null().says("Of the tool."))
      .optional("vibration", boolean().or_null().says("Whether it vibrates."))
      .object(Others::ignored)
      .title("A tool of the person");
}

Schema condition() {
  return Members()
      .required("id", a_word("Of the condition."))
      .optional("at", a_word("Place, for conditions that have one.").or_null())
      .optional("side", side())
      .optional("weeks", integer(ml::weeks).or_null().says("Of a pregnancy."))
      .optional("cleared_on", day().or_null().says("When a clinician agreed."))
      .object(Others::ignored)
      .title("A condition of the person");
}

Schema profile() {
  using namespace model;
  return Members()
      .optional("name", text(jl::name_length).or_null().says("Another name; null: no change."))
      .optional("experience", choice<Experience>().or_null().says("With rolling."))
      .optional("age", integer(ml::age).or_null().says("Years."))
      .optional("height_cm", tenths(ml::height_tenths_cm).or_null().says("cm."))
      .optional("mass_kg", tenths(ml::mass_hectograms).or_null().says("kg."))
      .optional("floor_transfer", choice<FloorTransfer>().or_null().says("Down and up again."))
      .optional("language", text(jl::language_length).or_null().says("BCP 47."))
      .optional("territory", any_text()
                                 .set("minLength", json_number(2))
                                 .set("maxLength", json_number(2))
                                 .or_null()
                                 .says("ISO 3166 alpha-2."))
      .optional("at", list_of(choice<knowledge::Support>(), ml::places_to_be)
                          .or_null()
                          .says("Where one can be."))
      .optional(
          "tools",
          list_of(reference("#/$defs/tool"), ml::tools_listed).or_null().says("All there are."))
      .optional("conditions", list_of(reference("#/$defs/condition"), ml::list_length)
                                  .or_null()
                                  .says("All there are; none: asked, and there are none."))
      .optional("regular_declined",
                boolean().or_null().says("The offer to count as regular was declined."))
      .object(Others::ignored)
      .title("Facts somebody gave; null takes one back");
}

Schema plan() {
  return Members()
      .required("plan", any_object("The plan document, unknot/plan@1."))
      .optional("settings", any_object("How it was guided, the host's own.").or_null())
      .object(Others::ignored)
      .title("A plan was guided");
}

Schema event() {
  return Members()
      .required("ms", integer(jl::moment_ms).says("ms by the session's own clock."))
      .required("kind", a_word("Of the event."))
      .optional("level", integer(ml::level).or_null().says("Of the event level."))
      .optional("red_flag", a_word("Of the event urgent.").or_null())
      .object(Others::ignored)
      .title("Something happened to a session");
}

Schema session() {
  return Members()
      .required("reason", a_word("Why it ended."))
      .optional("seconds", integer(jl::session_seconds).or_null().says("s rolled in all."))
      .object(Others::ignored)
      .title("A session is over");
}

Schema rolled() {
  return Members()
      .required("area", a_word("That was rolled."))
      .optional("side", side())
      .required("seconds", integer(jl::rolled_seconds).says("s."))
      .optional("rung", integer(ml::rung)
                            .or_null()
                            .says("Of the tool; without one the first is meant.")
                            .fallback(json_number(1)))
      .optional("level", integer(ml::level).or_null().says("null: unknown."))
      .optional(
          "sets",
          list_of(integer(jl::rolled_seconds), jl::sets_listed).or_null().says("s of each set."))
      .optional("technique", a_word("How.").or_null())
      .optional("tool", text(ml::tool_id_length).or_null().says("The person's own name for it."))
      .optional("variant", a_word("Of the technique.").or_null())
      .optional("replaces", record_id("The record it is a correction of.").or_null())
      .object(Others::ignored)
      .title("A piece of rolling");
}

Schema level() {
  return Members()
      .required("of", record_id("The rolled record."))
      .required("level", integer(ml::level).says("How strong it felt."))
      .object(Others::ignored)
      .title("How strong a piece felt, said later");
}

Schema after_effect() {
  const Schema fields =
      Members()
          .required("area", a_word("Of which it is said."))
          .optional("side", side())
          .optional("effect", choice<model::AfterEffect>().or_null().says("How it felt."))
          .optional("gone", boolean().or_null().says("It is over; without an effect: all is."))
          .object(Others::ignored)
          .title("How an area felt afterwards");
  Schema gone = Schema(property("gone", Schema().set("const", json_flag(true))));
  const Schema said = Members()
                          .required("effect", Schema().set("type", json_text("string")))
                          .object(Others::ignored);
  return with_condition(fields,
                        std::move(gone).set("required", json_list({json_text("gone")})).take(),
                        json_object(), said.json());
}

Schema area_over() {
  return Members()
      .required("area", a_word("Not rolled again today, nor what overlaps it."))
      .required("reason", a_word("Of the engine: level, hurt, tingling, coldness."))
      .object(Others::ignored)
      .title("An area was ended for the day");
}

Schema note() {
  return Members()
      .required("text", text(jl::note_length).says("Free words."))
      .optional("place", a_word("They are about.").or_null())
      .optional("side", choice<model::Side>().or_null().says("Of the place."))
      .object(Others::ignored)
      .title("Free words");
}

Schema removal() {
  return Members()
      .required("of", record_id("The record that does not count."))
      .optional("why",
                any_text()
                    .set("maxLength", json_number(static_cast<std::int64_t>(jl::word_length)))
                    .or_null()
                    .says("In a word."))
      .object(Others::ignored)
      .title("Another record was wrong");
}

/// What `data` must be when the record is of a kind.
Json by_kind(RecordKind kind) {
  const auto name = knowledge::name_of(kind);
  return Schema()
      .set("if", property("kind", exactly(name)))
      .set("then", property("data", reference("#/$defs/" + std::string(name))))
      .take();
}

Schema record() {
  Json kinds = json_list();
  for (const auto& row : knowledge::EnumNames<RecordKind>::all) {
    kinds.items.push_back(by_kind(row.value));
  }
  return Members()
      .required("id", record_id("UUIDv7; its time is when it was written."))
      .required("person", record_id("The person record it belongs to; of one, its own id."))
      .required("kind", a_word("Kinds that are not known are kept."))
      .required("at", instant().says("When it happened, with the offset of the place."))
      .optional("session", record_id("The plan record it belongs to.").or_null())
      .optional("knowledge", any_text()
                                 .set("pattern", json_text("^([0-9a-f]{64})?$"))
                                 .or_null()
                                 .says("SHA-256 of the knowledge the program had."))
      .required("data", any_object("As its kind says."))
      .object(Others::ignored)
      .set("allOf", std::move(kinds))
      .title("One fact");
}

}  // namespace

Document journal_schema() {
  const Schema whole =
      Members()
          .required("format", exactly(journal::journal_format).says("Name and version."))
          .required("made", instant().says("When it was written."))
          .required("records", list_of(reference("#/$defs/record")).says("In any order."))
          .object(Others::ignored);
  Schema titled = Schema()
                      .title(journal::journal_format)
                      .says("A log. Readers keep fields and kinds they do not know.");
  Schema defs = Schema()
                    .set("record", record().take())
                    .set("person", person().take())
                    .set("profile", profile().take())
                    .set("plan", plan().take())
                    .set("event", event().take())
                    .set("session", session().take())
                    .set("rolled", rolled().take())
                    .set("level", level().take())
                    .set("after_effect", after_effect().take())
                    .set("area_over", area_over().take())
                    .set("note", note().take())
                    .set("removal", removal().take())
                    .set("tool", own_tool().take())
                    .set("condition", condition().take());
  return document(
      formats_folder, "journal.schema.json",
      Schema(merged(std::move(titled).take(), whole.json())).set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
