// Conditions, warning signs and emergency numbers.

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

/// Words for the effects that are plain yes or no.
class EffectWords final : public Fields {
 public:
  void flag(Key key, Flag& field, Traits) override {
    if (field.value) lines.emplace_back(meaning(key.toml));
  }
  std::vector<std::string> lines;

 private:
  static std::string_view meaning(std::string_view key) {
    struct Row {
      std::string_view key, words;
    };
    static constexpr Row rows[] = {
        {"refuse", "No plan while it is there."},
        {"ask", "No plan until a clinician has agreed."},
        {"bar_at", "Nothing at the place, on what overlaps it or lies next to it."},
        {"gentle", "Everything gentle: see the numbers of the rule `condition`."},
        {"bar_ball", "No ball."},
        {"bar_stick", "No stick."},
        {"bar_textured", "No textured tool."},
        {"bar_firm", "No firm tool."},
        {"bar_temperature", "No cold and no warm tool."},
        {"bar_vibration", "No vibration."},
        {"refer", "Advice to see a clinician; the plan stands."},
    };
    for (const auto& row : rows) {
      if (row.key == key) return row.words;
    }
    return key;
  }
};

std::string barred_positions(const EffectsRow& effects) {
  std::string text;
  for (const auto& id : effects.bar_positions)
    text += say(text.empty() ? "`" : ", `", id.value, "`");
  if (text.empty()) return text;
  if (effects.positions_from_week.given()) {
    text += say(" from week ", effects.positions_from_week.value, " on, or when no week is said");
  }
  return text;
}

void write_effects(Page& page, const EffectsRow& effects) {
  EffectsRow copy = effects;
  EffectWords words;
  describe(words, copy);
  for (const auto& line : words.lines) page.fact("Action", line);
  auto places = page.links(effects.bar_places, Space::area);
  if (!places.empty() && effects.with_pain_at.given()) {
    places += say(", with pain or injury at ", page.place(effects.with_pain_at.value));
  }
  page.fact("Left out", places);
  page.fact("No such position", barred_positions(effects));
}

void write_conditions(Library& library, Documents& out) {
  Page page(library, "conditions.md");
  page.title("Conditions that change or refuse a plan");
  page.paragraph(
      "The question a person answers, what is said then, and what it does to a plan. None of this "
      "is signed by a clinician: there is no place for a signature on a condition yet.");
  for (const auto& condition : library.tables.conditions) {
    page.row(2, condition.id.value, condition.name.value);
    page.fact("Question", escaped(condition.question.value));
    page.fact("Says", escaped(condition.says.value));
    if (condition.needs_at.value) page.fact("Place", "has to be named; without it no plan.");
    write_effects(page, condition.effects);
    page.fact("Rests on", words_of(condition.basis.value));
    page.fact("Sources", page.sources(condition.sources));
  }
  out.push_back(std::move(page).take());
}

void write_numbers(Library& library, Documents& out) {
  Page page(library, "emergency_numbers.md");
  page.title("Emergency numbers by country");
  page.paragraph("Where a country is not listed, the texts say \"your local emergency number\".");
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : library.tables.emergency_numbers) {
    std::string territories;
    for (const auto& code : row.territories) {
      territories += say(territories.empty() ? "" : " ", code.value);
    }
    rows.push_back({escaped(row.number.value), escaped(row.name.value), territories,
                    page.sources(row.sources)});
  }
  page.table({"number", "where", "ISO 3166", "sources"}, rows);
  out.push_back(std::move(page).take());
}

}  // namespace

void write_care(Library& library, Documents& out) {
  write_conditions(library, out);
  Page page(library, "red_flags.md");
  page.title("Warning signs that stop everything");
  page.paragraph(say("Each is asked before every plan; any yes refuses. `{number}` becomes the ",
                     page.link("emergency number", "emergency_numbers.md"), " of the country."));
  for (const auto& flag : library.tables.red_flags) {
    page.row(2, flag.id.value, flag.name.value);
    page.fact("Question", escaped(flag.question.value));
    page.fact("Urgency", say("**", words_of(flag.urgency.value), "**"));
    page.fact("Text", escaped(flag.text.value));
    page.fact("Sources", page.sources(flag.sources));
  }
  out.push_back(std::move(page).take());
  write_numbers(library, out);
}

}  // namespace unknot::kbc::evidence
