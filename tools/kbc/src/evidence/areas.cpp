// One page an area: where it lies and every technique for it, ready to be signed.

#include <algorithm>

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

/// The number with the name of its list, which most numbers carry already.
std::string in_list(std::string_view list, std::string_view number) {
  return say(", ", number.find(':') == std::string_view::npos ? say(list, ":") : "", number);
}

std::string muscle(const Tables& tables, std::string_view id) {
  for (const auto& row : tables.muscles) {
    if (row.id.value != id) continue;
    std::string text = escaped(row.name.value);
    if (row.fma.given()) text += in_list("FMA", row.fma.value);
    if (row.uberon.given()) text += in_list("UBERON", row.uberon.value);
    return text;
  }
  return std::string{id};
}

void write_place(Page& page, const Tables& tables, const PlaceRow& area) {
  page.section("Where it lies");
  page.fact("In everyday words", escaped(area.plain.value));
  page.fact("Landmarks", escaped(area.landmarks.value));
  for (const auto& id : area.muscles) page.fact("Muscle", muscle(tables, id.value));
  page.fact("Neighbours", page.links(area.neighbours, Space::area));
  page.fact("Shares a muscle with", page.links(area.overlaps, Space::area));
  page.fact("Sides", area.sides.value == knowledge::Sides::pair ? "left and right" : "middle");
  page.fact("Sources", page.sources(area.sources));
}

std::vector<std::string> texts_of(const Many<Str>& lines) {
  std::vector<std::string> texts;
  for (const auto& line : lines) texts.push_back(escaped(line.value));
  return texts;
}

std::vector<std::string> faults_of(const TechniqueRow& technique) {
  std::vector<std::string> texts;
  for (const auto& row : technique.faults) {
    texts.push_back(
        say(escaped(row.fault.value), " *Correction:* ", escaped(row.correction.value)));
  }
  return texts;
}

void write_way(Page& page, const TechniqueRow& technique) {
  const auto& pass = technique.seconds_per_pass;
  page.fact("Path", say("from ", escaped(technique.start.value), " to ",
                        escaped(technique.end.value), "; ", escaped(technique.direction.value)));
  page.fact("Motion", say(knowledge::name_of(technique.motion.value),
                          pass.given() ? say(", ", pass.value, " seconds one way") : ""));
  page.fact("Passes over", page.links(technique.path, Space::area));
  page.fact("Keeps clear of", page.links(technique.clear_of, Space::zone));
  page.fact("Leans on", page.links(technique.loads, Space::place));
}

void write_variants(Page& page, const TechniqueRow& technique) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& variant : technique.variants) {
    rows.push_back({std::string{knowledge::name_of(variant.kind.value)},
                    percent_of(variant.load_permille.value),
                    variant.estimated.value ? "**estimated**" : "measured",
                    escaped(variant.how.value), page.sources(variant.sources)});
  }
  page.table({"variant", "body weight on the tool", "load is", "how", "sources"}, rows);
}

void write_signature(Page& page, const TechniqueRow& technique) {
  if (technique.signed_by.given()) {
    page.paragraph(say("**Signed by:** ", escaped(technique.signed_by.value)));
    return;
  }
  page.paragraph("**Unsigned:** no physiotherapist has signed this technique.");
  page.paragraph(say("Sign here (", page.link("how", "README.md#how-to-sign"),
                     "): as it is / with these changes: ________________________________ "
                     "Name, profession, date: ________________________________"));
}

void write_technique(Page& page, const Library& library, const TechniqueRow& technique) {
  page.row(2, technique.id.value, technique.name.value);
  const auto& positions = library.tables.positions;
  const auto position = std::ranges::find_if(positions, [&technique](const PositionRow& row) {
    return row.id.value == technique.position.value && row.place.value == technique.place.value;
  });
  page.fact("Tool", knowledge::name_of(technique.tool.value));
  page.fact("Place", knowledge::name_of(technique.place.value));
  page.fact("Position", escaped(position->name.value));
  page.fact("Sides", technique.laterality.value == knowledge::Laterality::each
                         ? "one at a time"
                         : "both on the tool at once");
  write_way(page, technique);
  page.fact("Sources", page.sources(technique.sources));
  page.steps("Set-up", texts_of(technique.setup));
  page.list("Cues", texts_of(technique.cues));
  page.list("Faults and corrections", faults_of(technique));
  page.list("Cautions", texts_of(technique.cautions));
  write_variants(page, technique);
  write_signature(page, technique);
}

void write_area(Library& library, const PlaceRow& area, Documents& out) {
  const auto& tables = library.tables;
  Page page(library, say("areas/", area.id.value, ".md"));
  page.title(say("Area: ", area.name.value));
  const auto mine = [&area](const TechniqueRow& row) { return row.area.value == area.id.value; };
  const auto is_signed = [](const TechniqueRow& row) { return row.signed_by.given(); };
  const auto all = std::ranges::count_if(tables.techniques, mine);
  const auto done = std::ranges::count_if(
      tables.techniques, [&](const TechniqueRow& row) { return mine(row) && is_signed(row); });
  page.paragraph(say(all, all == 1 ? " technique, " : " techniques, ", done, " signed. ",
                     page.link("How to read this page", "README.md#marks-on-these-pages"), "."));
  write_place(page, tables, area);
  std::string claims;
  for (const auto& claim : tables.claims) {
    if (claim.place.value != area.id.value) continue;
    claims += claims.empty() ? "" : ", ";
    claims += page.link(claim.id.value, library.target(Space::claim, claim.id.value));
  }
  page.fact("Claims about it", claims);
  for (const auto& technique : tables.techniques) {
    if (mine(technique)) write_technique(page, library, technique);
  }
  out.push_back(std::move(page).take());
}

}  // namespace

void write_areas(Library& library, Documents& out) {
  for (const auto& place : library.tables.places) {
    if (place.kind.value == knowledge::PlaceKind::area) write_area(library, place, out);
  }
}

}  // namespace unknot::kbc::evidence
