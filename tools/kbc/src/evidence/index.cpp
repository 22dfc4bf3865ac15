// The first page: what this is, what is unsigned, how to read it, how to sign.

#include <algorithm>

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

template <class Rows, class Fits>
std::string counted(const Rows& rows, Fits fits) {
  return say(std::ranges::count_if(rows, fits));
}

void write_signed(Page& page, const Tables& tables) {
  const auto is_signed = [](const TechniqueRow& row) { return row.signed_by.given(); };
  const auto done = std::ranges::count_if(tables.techniques, is_signed);
  const auto all = tables.techniques.size();
  page.section("What is signed");
  page.paragraph(say(
      done == 0 ? "**No physiotherapist has signed anything yet:** "
                : "Physiotherapists have signed ",
      done, " of ", all, " techniques", done == 0 ? " are signed" : "",
      ". Landmarks, positions, loads and contraindications come from the sources shown and from "
      "our own caution. Rules, conditions, warning signs, zones and regions have no place for a "
      "signature; what is wrong there is changed in its row."));
}

void write_grades(Page& page, const Tables& tables) {
  page.section("How claims are graded");
  page.paragraph("By us, from the sources shown; no panel has graded them.");
  std::vector<std::vector<std::string>> rows;
  for (const auto& grade : knowledge::EnumNames<knowledge::Grade>::all) {
    rows.push_back({std::string{words_of(grade.value)}, std::string{meaning_of(grade.value)},
                    counted(tables.claims, [&grade](const ClaimRow& row) {
                      return row.grade.value == grade.value;
                    })});
  }
  page.table({"grade", "means", "claims"}, rows);
}

void write_checks(Page& page, const Tables& tables) {
  page.section("How sources were checked");
  std::vector<std::vector<std::string>> rows;
  for (const auto& verified : knowledge::EnumNames<knowledge::Verified>::all) {
    rows.push_back({std::string{words_of(verified.value)}, std::string{meaning_of(verified.value)},
                    counted(tables.sources, [&verified](const SourceRow& row) {
                      return row.verified.value == verified.value;
                    })});
  }
  page.table({"checked", "means", "sources"}, rows);
}

void write_marks(Page& page) {
  page.section("Marks on these pages");
  page.fact("estimated", "a number that nobody measured: our estimate.");
  page.fact("our own caution",
            "a rule, number or condition without a study behind it, chosen on "
            "the careful side.");
  page.fact("our judgement", "a weight that ranks plans which are lawful already.");
  page.fact("unsigned", "no physiotherapist has put a name to it.");
  page.fact("(read through another page)", "only a report of the source was read.");
  page.fact("not counted",
            "a source that nobody has checked is named on the page of sources alone; "
            "nothing rests on it.");
  page.paragraph("Headings are ids. They never change, so a note on paper leads back to its row.");
}

void write_how_to_sign(Page& page) {
  page.section("How to sign");
  page.paragraph(
      "For physiotherapists. A signature on a technique says: position, path, landmarks, set-up, "
      "cues, faults, cautions and loads are what I would teach a healthy adult, and what I changed "
      "is written beside it.");
  page.bullet(
      "Print the page of an area and fill in the line \"Sign here\" below a technique, or "
      "name the technique's id and your changes in a message.");
  page.bullet("The changes are made first, in the technique's row in `knowledge/techniques`.");
  page.bullet(
      "Then the row gets `signed_by = \"Name, profession, date\"` and `make evidence` is run: "
      "the page shows the name instead of the line.");
  page.bullet("Whoever changes a signed technique takes the signature out again.");
}

struct Chapter {
  std::string_view title;
  std::string_view page;
};

void write_chapters(Page& page, const Tables& tables) {
  page.section("Pages by subject");
  constexpr Chapter chapters[] = {
      {"Claims: what it is", "claims/what.md"},
      {"Claims: what it may do", "claims/benefits.md"},
      {"Claims: tools", "claims/tools.md"},
      {"Claims: the basics", "claims/basics.md"},
      {"Claims: the areas", "claims/areas.md"},
      {"The article, sentence by sentence", "article.md"},
      {"Rules", "rules.md"},
      {"Settings", "settings.md"},
      {"Conditions", "conditions.md"},
      {"Warning signs", "red_flags.md"},
      {"Emergency numbers", "emergency_numbers.md"},
      {"Zones that are never rolled", "zones.md"},
      {"Regions that people name", "regions.md"},
      {"Activities", "activities.md"},
      {"Goals", "goals.md"},
      {"Doses", "doses.md"},
      {"The estimate of pressure", "pressure.md"},
      {"Tools", "tools.md"},
      {"All sources", "sources.md"},
  };
  for (const auto& chapter : chapters) {
    page.bullet(page.link(chapter.title, std::string{chapter.page}));
  }
  page.section("Pages of the areas");
  std::vector<std::vector<std::string>> rows;
  for (const auto& place : tables.places) {
    if (place.kind.value != knowledge::PlaceKind::area) continue;
    const auto mine = [&place](const TechniqueRow& row) {
      return row.area.value == place.id.value;
    };
    const auto mine_signed = [&mine](const TechniqueRow& row) {
      return mine(row) && row.signed_by.given();
    };
    rows.push_back({page.place(place.id.value), counted(tables.techniques, mine),
                    counted(tables.techniques, mine_signed)});
  }
  page.table({"area", "techniques", "signed"}, rows);
}

}  // namespace

void write_index(Library& library, Documents& out) {
  Page page(library, "README.md");
  page.title("Evidence behind Unknot");
  page.paragraph(
      "Everything Unknot knows, row by row: what is claimed and what is known about it, every rule "
      "with its numbers, every technique as a clinician would check it, with sources and with "
      "honest "
      "marks where there are none. It is no medical device and no guideline.");
  page.paragraph(
      "Written by `kbc` from [knowledge](../../knowledge/README.md); `make evidence` writes it "
      "anew. "
      "What is wrong is changed in its row there, never here.");
  write_signed(page, library.tables);
  write_chapters(page, library.tables);
  write_grades(page, library.tables);
  write_checks(page, library.tables);
  write_marks(page);
  write_how_to_sign(page);
  out.push_back(std::move(page).take());
}

}  // namespace unknot::kbc::evidence

namespace unknot::kbc {

Documents evidence_documents(const Tables& tables) {
  evidence::Library library(tables);
  Documents out;
  evidence::write_claims(library, out);
  evidence::write_rules(library, out);
  evidence::write_care(library, out);
  evidence::write_areas(library, out);
  evidence::write_places(library, out);
  evidence::write_choices(library, out);
  evidence::write_pressure(library, out);
  evidence::write_sources(library, out);
  evidence::write_index(library, out);
  return out;
}

}  // namespace unknot::kbc
