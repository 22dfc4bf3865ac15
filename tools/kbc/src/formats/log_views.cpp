// What the log answers: docs/formats/log.md as schemas. Words of the catalogue that stand in
// records are any word, since a log may come from a newer one.

#include "formats/parts.hpp"
#include "unknot/journal/limits.hpp"
#include "unknot/model/request.hpp"

namespace unknot::kbc::formats {

namespace {

namespace ml = model::limits;
namespace jl = journal::limits;

constexpr model::Range any_load{0, 1'000'000'000};

Schema name_or_nobody() {
  return text(jl::name_length).or_null().says("Whose log; null: the log has nobody.");
}

Schema format_of(std::string_view format) {
  return exactly(format).says("Name and version of the format.");
}

Document view(std::string_view file, std::string_view format, const Schema& whole, Schema defs) {
  Schema titled =
      Schema().title(format).says("A view of a log. Readers ignore fields they do not know.");
  return document(
      formats_folder, file,
      Schema(merged(std::move(titled).take(), whole.json())).set("$defs", std::move(defs).take()));
}

Schema piece() {
  return Members()
      .required("id", record_id("What log edit and log remove take."))
      .required("area", a_word("That was rolled."))
      .required("side", choice<model::Side>().says("Of the area."))
      .required("at", instant().says("When it ended."))
      .required("tool",
                text(ml::tool_id_length).or_null().says("The person's own name; null: not known."))
      .required("seconds", integer(jl::rolled_seconds).says("s."))
      .required("rung", rung())
      .required("level", integer(ml::level).or_null().says("How strong it was; null: unknown."))
      .object(Others::ignored)
      .title("A piece of rolling");
}

Schema session() {
  return Members()
      .required("by_hand", boolean().says("Entered, not guided."))
      .required("complete", boolean().says("Its end was written down."))
      .required("reason", a_word("Why a guided one ended; null: by hand, or not known.").or_null())
      .required("pieces", list_of(reference("#/$defs/piece")).says("In the order of their times."))
      .object(Others::ignored)
      .title("A session, guided or entered by hand");
}

Schema after_effect() {
  const Schema fields =
      Members()
          .required("area", a_word("Of which it is said."))
          .required("side", choice<model::Side>().says("Of the area."))
          .required("effect",
                    choice<model::AfterEffect>().or_null().says("How it felt; null: all of it."))
          .required("gone", boolean().says("It is over."))
          .object(Others::ignored)
          .title("How an area felt afterwards");
  return with_condition(fields, property("effect", Schema().set("type", json_text("null"))),
                        property("gone", Schema().set("const", json_flag(true))), json_object());
}

Schema area_over() {
  return Members()
      .required("area", a_word("Not rolled again that day, nor what overlaps it."))
      .required("reason", a_word("Of the engine: level, hurt, tingling, coldness."))
      .object(Others::ignored)
      .title("An area was ended for the day");
}

Schema note() {
  return Members()
      .required("place", a_word("It is about; null: none.").or_null())
      .required("side", choice<model::Side>().or_null().says("Of the place."))
      .required("text", text(jl::note_length).says("Free words."))
      .object(Others::ignored)
      .title("Free words");
}

Schema entry() {
  const std::vector<std::string_view> kinds{"session", "after_effect", "area_over", "note"};
  Json by_kind = json_list();
  for (const std::string_view kind : kinds) {
    by_kind.items.push_back(Schema()
                                .set("if", property("kind", exactly(kind)))
                                .set("then", reference("#/$defs/" + std::string(kind)).take())
                                .take());
  }
  return Members()
      .required("id", record_id("What log show, edit and remove take."))
      .required("at", instant().says("When it began or was so; by hand: its first piece's end."))
      .required("kind", one_of(kinds).says("What it is; the other fields are those of its kind."))
      .object(Others::ignored)
      .set("allOf", std::move(by_kind))
      .title("One row of the log");
}

Schema next_time() {
  const Schema open_rung =
      Members().required("rung", rung()).required("intensity", intensity()).object(Others::ignored);
  return Members()
      .required("rungs", list_of(open_rung).says("Rungs that are open; none: nothing is."))
      .required("seconds_left", integer(any_seconds).says("s that are left of the dose."))
      .required("left_alone_until", instant().or_null().says(
                                        "When it may be rolled again after it hurt; null: not so."))
      .required("again", instant().or_null().says(
                             "When it is open again after its time for now; null: not so."))
      .object(Others::ignored)
      .title("What the rules leave open, before anything is said of today");
}

Schema side_of_area() {
  return Members()
      .required("area", id_of("area").says("Which."))
      .required("side", choice<model::Side>().says("Left, right, or middle for one without."))
      .required("history", reference("request.schema.json#/$defs/history")
                               .or_null()
                               .says("As in a request; null: never rolled."))
      .required("next", reference("#/$defs/next").says("What is open next time."))
      .object(Others::ignored)
      .title("One side of an area");
}

Schema area_load() {
  const auto seconds = [] { return list_of(integer(any_load)); };
  return Members()
      .required("area", id_of("area").says("That was rolled."))
      .required("left", seconds().says("s, one number a week; both at once counts in full."))
      .required("right", seconds().says("The same; of an area without sides, as left."))
      .object(Others::ignored)
      .title("What an area had");
}

Schema person() {
  const auto of_request = [](std::string_view name) {
    return reference("request.schema.json#/$defs/" + std::string(name));
  };
  return Members()
      .required("id", record_id("Of the person."))
      .required("name", text(jl::name_length).says("Of the person."))
      .required("person", of_request("person").says("As in a request."))
      .required("language", text(jl::language_length).or_null().says("BCP 47; null: not said."))
      .required("territory", any_text()
                                 .set("pattern", json_text("^[A-Z]{2}$"))
                                 .or_null()
                                 .says("ISO 3166 alpha-2; null: not said."))
      .required("at", list_of(choice<knowledge::Support>(), ml::places_to_be)
                          .says("Where one can be; none: not said."))
      .required("tools", list_of(of_request("tool"), ml::tools_listed).says("As in a request."))
      .required("conditions",
                list_of(of_request("condition"), ml::list_length).says("As in a request."))
      .required("conditions_asked", instant().or_null().says("When; null: never."))
      .required("conditions_due", boolean().says("They want asking, again or at all."))
      .required("may_be_regular", boolean().says("The offer to count as regular is due."))
      .object(Others::ignored)
      .title("What somebody said of themselves");
}

}  // namespace

Document log_schema() {
  constexpr std::string_view format = "unknot/log@1";
  const Schema whole =
      Members()
          .required("format", format_of(format))
          .required("person", name_or_nobody())
          .required("entries", list_of(reference("#/$defs/entry")).says("The newest first."))
          .object(Others::ignored);
  return view("log.schema.json", format, whole,
              Schema()
                  .set("entry", entry().take())
                  .set("session", session().take())
                  .set("piece", piece().take())
                  .set("after_effect", after_effect().take())
                  .set("area_over", area_over().take())
                  .set("note", note().take()));
}

Document history_schema() {
  constexpr std::string_view format = "unknot/history@1";
  const Schema whole =
      Members()
          .required("format", format_of(format))
          .required("person", name_or_nobody())
          .required("sides", list_of(reference("#/$defs/side")).says("Of each area of the place."))
          .object(Others::ignored);
  return view("history.schema.json", format, whole,
              Schema().set("side", side_of_area().take()).set("next", next_time().take()));
}

Document load_schema() {
  constexpr std::string_view format = "unknot/load@1";
  const Schema whole =
      Members()
          .required("format", format_of(format))
          .required("weeks", list_of(day()).says("Each by its Monday, the oldest first."))
          .required("areas",
                    list_of(reference("#/$defs/area")).says("Those with something in these weeks."))
          .object(Others::ignored);
  return view("load.schema.json", format, whole, Schema().set("area", area_load().take()));
}

Document person_schema() {
  Schema whole = Schema()
                     .title("A person of a log")
                     .says(
                         "What me --json prints, null when nobody is known; people --json prints "
                         "a list, $defs/people. Readers ignore fields they do not know.");
  Schema one = reference("#/$defs/person").or_null();
  Schema defs = Schema()
                    .set("person", person().take())
                    .set("people", list_of(reference("#/$defs/person")).take());
  return document(
      formats_folder, "person.schema.json",
      Schema(merged(std::move(whole).take(), one.json())).set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
