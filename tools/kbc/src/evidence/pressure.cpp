// Tools, and the estimate of pressure that is made from them.

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

void write_contacts(Page& page, const Tables& tables) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : tables.contacts) {
    rows.push_back({std::string{knowledge::name_of(row.kind.value)},
                    std::string{knowledge::name_of(row.density.value)},
                    std::string{knowledge::name_of(row.surface.value)},
                    say(row.area_mm2.value, " mm²"),
                    row.estimated.value ? "**estimated**" : "measured", page.sources(row.sources)});
  }
  page.table({"tool", "density", "surface", "contact area", "is", "sources"}, rows);
}

void write_tools(Library& library, Documents& out) {
  const auto& tables = library.tables;
  Page page(library, "tools.md");
  page.title("Tools and how to tell them apart");
  for (const auto& row : tables.tool_kinds) {
    page.row(2, knowledge::name_of(row.kind.value), row.name.value);
    page.paragraph(escaped(row.description.value));
    page.paragraph(escaped(row.suits.value));
    page.fact("Sources", page.sources(row.sources));
  }
  page.section("How to tell without a data sheet");
  for (const auto& row : tables.tool_hints) page.fact(row.id.value, escaped(row.test.value));
  page.section("Everyday tools by name");
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : tables.presets) {
    std::string is =
        say(knowledge::name_of(row.density.value), " ", knowledge::name_of(row.surface.value), " ",
            knowledge::name_of(row.kind.value));
    if (row.temperature.given()) is += say(", ", knowledge::name_of(row.temperature.value));
    if (row.vibration.value) is += ", vibrating";
    rows.push_back({say("`", row.id.value, "`"), escaped(row.name.value), is,
                    row.diameter_mm.given() ? say(row.diameter_mm.value, " mm") : "",
                    escaped(row.hint.value)});
  }
  page.table({"id", "name", "is taken as", "diameter", "how to tell"}, rows);
  out.push_back(std::move(page).take());
}

}  // namespace

void write_pressure(Library& library, Documents& out) {
  Page page(library, "pressure.md");
  page.title("The estimate of pressure");
  page.paragraph(
      "Pressure = body weight x share of it on the tool / contact area. The share is that of the "
      "technique's variant (pages of the areas), the contact area is below, the steps of the index "
      "and the assumed mass are the setting " +
      page.link("pressure", "settings.md#pressure") +
      ". It is a model, not a measurement: most shares and most areas are **estimated**. How it "
      "feels decides.");
  page.section("Contact area under load");
  write_contacts(page, library.tables);
  out.push_back(std::move(page).take());
  write_tools(library, out);
}

}  // namespace unknot::kbc::evidence
