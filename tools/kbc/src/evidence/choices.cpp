// What chooses between lawful plans: activities, goals, doses. Nearly all of it our own judgement.

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

constexpr std::string_view mark =
    "All weights on this page, 0 to 100, are **our judgement**; the sources speak of the activity "
    "or goal, not of the weights. They rank what is safe already.";

void write_weights(Page& page, const Many<WeightRow>& weights) {
  std::string text;
  for (const auto& row : weights) {
    text += say(text.empty() ? "" : ", ", page.place(row.area.value), " ", row.weight.value);
  }
  page.fact("Weights (**our judgement**)", text);
}

std::string sets_of(const Many<Int>& sets) {
  std::string text;
  for (const auto& set : sets) text += say(text.empty() ? "" : " + ", set.value);
  return text;
}

void write_doses(Library& library, Documents& out) {
  Page page(library, "doses.md");
  page.title("Doses a plan may give");
  page.paragraph(
      "For one side of one area. The response is **estimated**: our own judgement of the share of "
      "the full benefit. Trials compared few doses, with nothing known between them; see the "
      "rule " +
      page.link("dose_range", library.target(Space::rule, "dose_range")) + ".");
  std::vector<std::vector<std::string>> rows;
  for (const auto& dose : library.tables.doses) {
    rows.push_back({say(dose.seconds.value, " s"), sets_of(dose.stroke_sets),
                    sets_of(dose.hold_sets),
                    say(percent_of(dose.response_permille.value), " **estimated**")});
  }
  page.table({"dose", "sets of strokes, s", "sets of holds, s", "response"}, rows);
  out.push_back(std::move(page).take());
}

}  // namespace

void write_choices(Library& library, Documents& out) {
  Page activities(library, "activities.md");
  activities.title("Activities and their weights");
  activities.paragraph(mark);
  for (const auto& row : library.tables.activities) {
    activities.row(2, row.id.value, row.name.value);
    activities.fact("Why", escaped(row.why.value));
    write_weights(activities, row.weights);
    activities.fact("Sources", activities.sources(row.sources));
  }
  out.push_back(std::move(activities).take());
  Page goals(library, "goals.md");
  goals.title("Goals and their weights");
  goals.paragraph(mark);
  for (const auto& row : library.tables.goals) {
    goals.row(2, knowledge::name_of(row.kind.value), row.name.value);
    goals.fact("Means", escaped(row.description.value));
    write_weights(goals, row.weights);
    goals.fact("Sources", goals.sources(row.sources));
  }
  out.push_back(std::move(goals).take());
  write_doses(library, out);
}

}  // namespace unknot::kbc::evidence
