// Tools against what techniques and the pressure estimate need of them.

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "checks.hpp"

namespace unknot::kbc {

namespace {

template <class E, class Rows>
void check_each_kind(const Review& review, const Rows& rows, std::string_view what) {
  for (const auto& [kind, name] : knowledge::EnumNames<E>::all) {
    const auto same = [wanted = kind](const auto& row) { return row.kind.value == wanted; };
    if (std::ranges::any_of(rows, same)) continue;
    review.complaints.add({}, say("there is no [[", what, "]] ", ticked(name)));
  }
}

constexpr std::array<std::string_view, 8> hint_ids = {"soft",     "medium", "firm", "smooth",
                                                      "textured", "cold",   "warm", "vibration"};

}  // namespace

void check_tools_have_contact(const Review& review) {
  for (const auto& technique : review.tables.techniques) {
    const auto same = [&technique](const ContactRow& row) {
      return row.kind.value == technique.tool.value;
    };
    if (!technique.tool.given() || std::ranges::any_of(review.tables.contacts, same)) continue;
    review.complaints.add(technique.tool.where,
                          say("there is no [[contact]] for the tool ",
                              ticked(knowledge::name_of(technique.tool.value))));
  }
}

void check_contacts_complete(const Review& review) {
  using namespace knowledge;
  std::set<std::tuple<ToolKind, Density, Surface>> seen;
  for (const auto& row : review.tables.contacts) {
    if (!row.kind.given() || !row.density.given() || !row.surface.given()) continue;
    if (seen.emplace(row.kind.value, row.density.value, row.surface.value).second) continue;
    review.complaints.add(row.where,
                          "this [[contact]] is repeated; kind, density and surface "
                          "together name one row");
  }
  for (const auto& kind : EnumNames<ToolKind>::all) {
    for (const auto& density : EnumNames<Density>::all) {
      for (const auto& surface : EnumNames<Surface>::all) {
        if (seen.contains({kind.value, density.value, surface.value})) continue;
        review.complaints.add({}, say("there is no [[contact]] for a ", density.name, " ",
                                      surface.name, " ", kind.name));
      }
    }
  }
}

void check_tool_words_complete(const Review& review) {
  check_each_kind<knowledge::ToolKind>(review, review.tables.tool_kinds, "tool_kind");
  const auto& hints = review.tables.tool_hints;
  for (const auto& hint : hints) {
    if (std::ranges::find(hint_ids, hint.id.value) != hint_ids.end()) continue;
    review.complaints.add(
        hint.id.where,
        say("tool hint ", ticked(hint.id.value), " is about no density, surface or extra of a tool",
            suggestion(hint.id.value, {hint_ids.begin(), hint_ids.end()})));
  }
  for (const auto id : hint_ids) {
    const auto same = [id](const ToolHintRow& row) { return row.id.value == id; };
    if (std::ranges::any_of(hints, same)) continue;
    review.complaints.add({}, say("there is no [[tool_hint]] ", ticked(id)));
  }
}

void check_goals_complete(const Review& review) {
  check_each_kind<knowledge::GoalKind>(review, review.tables.goals, "goal");
}

}  // namespace unknot::kbc
