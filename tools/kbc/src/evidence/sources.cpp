// Every source, how it was checked, and what leans on it.

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

/// "areas/calves.md#calves_roller_floor" in words.
std::string name_of_target(const std::string& target) {
  const auto anchor = target.find('#');
  if (anchor != std::string::npos) return target.substr(anchor + 1);
  const auto folder = target.find('/');
  const auto from = folder == std::string::npos ? 0 : folder + 1;
  return target.substr(from, target.size() - from - 3);
}

std::string leaning(const Page& page, const Library& library, std::string_view source) {
  std::string text;
  for (const auto& target : library.leaning_on(source)) {
    text += text.empty() ? "" : ", ";
    text += page.link(name_of_target(target), target);
  }
  return text;
}

void write_source(Page& page, const Library& library, const SourceRow& source) {
  const bool unchecked = source.verified.value == knowledge::Verified::recalled;
  page.row(3, source.id.value, "");
  page.paragraph(escaped(source.title.value));
  page.fact("Address",
            source.address.value.empty() ? "" : say("<https://", source.address.value, ">"));
  page.fact("Checked",
            say(words_of(source.verified.value), ": ", meaning_of(source.verified.value)));
  page.fact("Note", escaped(source.note.value));
  // Our own judgement is named nearly everywhere; a list of everything tells nothing.
  if (source.verified.value == knowledge::Verified::judgement) return;
  page.fact(unchecked ? "Named beside other sources by" : "Leaning on it",
            leaning(page, library, source.id.value));
}

void write_group(Page& page, const Library& library, knowledge::Verified verified,
                 std::string_view heading) {
  bool first = true;
  for (const auto& source : library.tables.sources) {
    if (source.verified.value != verified) continue;
    if (first) page.section(heading);
    first = false;
    write_source(page, library, source);
  }
}

}  // namespace

void write_sources(Library& library, Documents& out) {
  using knowledge::Verified;
  Page page(library, "sources.md");
  page.title("All sources, and how each was checked");
  page.paragraph(say("How sources are checked: ",
                     page.link("the table", "README.md#how-sources-were-checked"), "."));
  write_group(page, library, Verified::read, "Sources that were read");
  write_group(page, library, Verified::secondary, "Sources read through another page");
  write_group(page, library, Verified::computed, "Computed by us");
  write_group(page, library, Verified::judgement, "Our own judgement");
  write_group(page, library, Verified::recalled,
              "Checked by nobody, so no evidence: to be read before anything may lean on them");
  out.push_back(std::move(page).take());
}

}  // namespace unknot::kbc::evidence
