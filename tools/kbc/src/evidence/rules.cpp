// The rules every plan keeps, and the numbers that belong to no rule.

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

void write_numbers(Page& page, const Many<NumberRow>& numbers) {
  if (numbers.empty()) return;
  std::vector<std::vector<std::string>> rows;
  for (const auto& number : numbers) {
    rows.push_back({say("`", number.key.value, "`"),
                    quantity(number.value.value, number.unit.value),
                    std::string{words_of(number.basis.value)}, page.sources(number.sources)});
  }
  page.table({"number", "value", "rests on", "sources"}, rows);
}

void write_setting(Page& page, const SettingRow& setting) {
  page.row(2, setting.id.value, setting.name.value);
  page.paragraph(escaped(setting.summary.value));
  write_numbers(page, setting.numbers);
}

void write_settings(Library& library, Documents& out) {
  Page page(library, "settings.md");
  page.title("Settings: numbers that belong to no rule");
  page.paragraph(
      "Timings, the feeling aimed at, the estimate of pressure, and the weights that choose "
      "between "
      "plans which are lawful already. They rank; they cannot make a plan unsafe.");
  for (const auto& setting : library.tables.settings) write_setting(page, setting);
  out.push_back(std::move(page).take());
}

}  // namespace

void write_rules(Library& library, Documents& out) {
  Page page(library, "rules.md");
  page.title("Rules every plan keeps");
  page.paragraph(
      "In the order of applying. A number that rests on **our own caution** has no study behind "
      "it.");
  for (const auto& rule : library.tables.rules) {
    page.row(2, rule.id.value, rule.name.value);
    page.paragraph(escaped(rule.summary.value));
    page.fact("Why", escaped(rule.reason.value));
    page.fact("Known", escaped(rule.known.value));
    page.fact("Rests on", words_of(rule.basis.value));
    page.fact("Places", page.links(rule.places, Space::place));
    page.citations(rule.sources);
    write_numbers(page, rule.numbers);
  }
  out.push_back(std::move(page).take());
  write_settings(library, out);
}

}  // namespace unknot::kbc::evidence
