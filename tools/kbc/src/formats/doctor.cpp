// unknot/doctor@1: docs/formats/doctor.md as a schema. The program alone writes it, nothing of the
// core, so its words are said here; tests/schema holds them to what the program says.

#include "formats/schema_builder.hpp"

namespace unknot::kbc::formats {

namespace {

constexpr std::string_view format = "unknot/doctor@1";
constexpr std::string_view problem = "problem";

const std::vector<std::string_view>& checks() {
  static const std::vector<std::string_view> ids{
      "program", "terminal", "colour",      "characters", "language", "emergency_number",
      "voice",   "clips",    "data_folder", "web_app",    "web_port"};
  return ids;
}

Schema check() {
  return Members()
      .required("id", one_of(checks()).says("What was looked at."))
      .required("state", one_of({"ok", "note", problem})
                             .says("As it should be; it works, but less well than it could; "
                                   "something will not work."))
      .required("found", sentence().says("What there is, for people."))
      .required("advice",
                sentence().or_null().says("What to do about it, for people; null: nothing."))
      .object(Others::ignored)
      .title("One thing looked at");
}

Schema whole() {
  const auto count = static_cast<std::int64_t>(checks().size());
  return Members()
      .required("format", exactly(format).says("Name and version of the format."))
      .required("well", boolean().says("true exactly when no check is a problem."))
      .required("version", sentence().says("Of the program."))
      .required("knowledge", pack_hash())
      .required("checks", list_of(reference("#/$defs/check"), checks().size())
                              .set("minItems", json_number(count))
                              .says("Always the same, in the same order."))
      .object(Others::ignored);
}

/// A list of checks of which `keyword` holds for the state `problem`.
Json checks_with(std::string_view keyword, Schema inner) {
  return property("checks",
                  Schema().set("type", json_text("array")).set(keyword, std::move(inner).take()));
}

Schema a_problem() {
  return Schema(property("state", Schema().set("const", json_text(problem))))
      .set("type", json_text("object"));
}

}  // namespace

Document doctor_schema() {
  Schema titled = Schema().title(format).says(
      "What this machine gives the program. Readers ignore fields they do not know.");
  return document(formats_folder, "doctor.schema.json",
                  with_condition(Schema(merged(std::move(titled).take(), whole().json())),
                                 property("well", Schema().set("const", json_flag(true))),
                                 checks_with("items", Schema().set("not", a_problem().take())),
                                 checks_with("contains", a_problem()))
                      .set("$defs", Schema().set("check", check().take()).take()));
}

}  // namespace unknot::kbc::formats
