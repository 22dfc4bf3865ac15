#include "explain_view.hpp"

#include <algorithm>

#include "plan_view.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/planner/explain.hpp"

namespace unknot::cli {

using model::AreaReason;
using model::SideReason;
using model::Standing;
using model::WhatIf;

namespace {

/// Where an area stands in the view: what was chosen, what lacked room, what a rule keeps out.
enum class Shelf : std::uint8_t { chosen, short_of_room, kept_out };

class ExplainView {
 public:
  ExplainView(const coach::Explained& explained, const knowledge::Pack& pack, const Style& style)
      : e_(explained),
        pack_(pack),
        style_(style),
        speaker_(pack, explained.planned.request.language) {}

  std::string text() {
    if (e_.areas.empty()) return {};
    out_ += '\n' + wrap(speaker_.ranking(), 2, 2);
    shelf("Why these", Shelf::chosen);
    shelf("What else there was no room for", Shelf::short_of_room);
    shelf("What is kept out", Shelf::kept_out);
    places();
    what_if();
    return std::move(out_);
  }

 private:
  static Shelf shelf_of(const SideReason& reason) {
    if (reason.standing == Standing::planned) return Shelf::chosen;
    return reason.way ? Shelf::short_of_room : Shelf::kept_out;
  }

  static bool same_way(const std::optional<model::Manner>& a,
                       const std::optional<model::Manner>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return a->choice.technique == b->choice.technique && a->choice.tool == b->choice.tool &&
           a->seconds == b->seconds && a->points == b->points;
  }

  bool alike(const SideReason& a, const SideReason& b) const {
    const auto& request = e_.planned.request;
    return a.points == b.points && a.standing == b.standing && same_way(a.way, b.way) &&
           speaker_.reason(a, request) == speaker_.reason(b, request);
  }

  struct Entry {
    const AreaReason* area;
    const SideReason* side;
    bool both;
    [[nodiscard]] std::int32_t order() const {
      return side->way ? side->way->points : side->points;
    }
  };

  /// The most worth first; areas whose sides are alike once.
  std::vector<Entry> entries(Shelf wanted) const {
    std::vector<Entry> out;
    for (const AreaReason& area : e_.areas) {
      const bool both = area.sides.size() == 1 || alike(area.sides[0], area.sides[1]);
      for (std::size_t s = 0; s < (both ? 1 : area.sides.size()); ++s) {
        if (shelf_of(area.sides[s]) == wanted) out.push_back({&area, &area.sides[s], both});
      }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Entry& a, const Entry& b) { return a.order() > b.order(); });
    return out;
  }

  void shelf(std::string_view title, Shelf wanted) {
    const auto found = entries(wanted);
    if (found.empty()) return;
    out_ += '\n' + style_.heading("  " + std::string(title)) + '\n';
    if (wanted == Shelf::kept_out) {
      show_together(found);
      return;
    }
    for (const Entry& entry : found) show(entry);
  }

  /// What is kept out for the same reason is told once.
  void show_together(const std::vector<Entry>& found) {
    std::vector<std::pair<std::string, std::string>> groups;  // what is said, of which areas
    for (const Entry& entry : found) {
      const std::string says = base::printable(speaker_.reason(*entry.side, e_.planned.request));
      auto group = std::find_if(groups.begin(), groups.end(),
                                [&](const auto& one) { return one.first == says; });
      if (group == groups.end()) group = groups.insert(groups.end(), {says, ""});
      group->second += (group->second.empty() ? "" : "; ") + title_of(entry);
    }
    for (const auto& [says, names] : groups) {
      out_ += style_.heading(wrap(names, 5, 5)) + wrap(says, 7, 7);
    }
  }

  std::string title_of(const Entry& entry) const {
    const std::string name = speaker_.own(pack_[entry.area->area].name);
    return entry.both ? name : name + ", " + speaker_.side(entry.side->side);
  }

  void show(const Entry& entry) {
    const std::string says = base::printable(speaker_.reason(*entry.side, e_.planned.request));
    out_ += style_.heading(wrap(title_of(entry), 5, 5)) + wrap(need_words(*entry.side), 7, 9) +
            wrap(says, 7, 9);
  }

  /// Zones and regions that were named: never rolled, so they have no need.
  void places() {
    bool titled = !entries(Shelf::kept_out).empty();
    for (const auto& entry : e_.planned.answer.left_out) {
      if (pack_[entry.at].kind == knowledge::PlaceKind::area) continue;
      if (!titled) out_ += '\n' + style_.heading("  What is kept out") + '\n';
      titled = true;
      out_ += "     " + style_.heading(speaker_.own(pack_[entry.at].name)) + '\n' +
              wrap(speaker_.left_out(entry, e_.planned.request), 7, 7);
    }
  }

  std::string need_words(const SideReason& reason) const {
    std::string out = "Need " + std::to_string(reason.points) + ":";
    bool first = true;
    auto shares = reason.need;
    std::stable_sort(shares.begin(), shares.end(),
                     [](const auto& a, const auto& b) { return a.points > b.points; });
    for (const auto& share : shares) {
      out += (first ? " " : ", ") + speaker_.need(share, e_.planned.request) + ' ' +
             std::to_string(share.points);
      first = false;
    }
    const bool recent = reason.recent_percent < 100;
    return out + (recent ? "; " + speaker_.recent(reason.recent_percent) : "") + '.';
  }

  void what_if() {
    if (e_.what_if.empty()) return;
    out_ += '\n' + style_.heading("  What a minute or a tool would change") + '\n';
    for (const auto& supposed : e_.what_if) {
      if (supposed.question == WhatIf::one_more_tool) continue;
      show(supposed, speaker_.what_if(supposed.question, {}));
    }
    const std::string tried = std::to_string(e_.tried.size());
    const bool any = std::any_of(e_.what_if.begin(), e_.what_if.end(), [](const auto& one) {
      return one.question == WhatIf::one_more_tool;
    });
    if (!any && !e_.tried.empty()) {
      out_ += wrap("One more tool: none of the " + tried + " tried would rank higher.", 5, 7);
    }
    if (!any) return;
    out_ += wrap("One more tool, the best of " + tried + " tried:", 5, 7);
    for (const auto& supposed : e_.what_if) {
      if (supposed.question != WhatIf::one_more_tool) continue;
      show(supposed,
           "- " + speaker_.what_if(supposed.question, speaker_.own(pack_[supposed.preset].name)));
    }
  }

  /// Minutes are compared by what they change; a tool also by how much it would add.
  std::string gain_words(const coach::Supposed& supposed) const {
    const std::int32_t gain =
        planner::points_of(supposed.planned.answer) - planner::points_of(e_.planned.answer);
    if (supposed.question != WhatIf::one_more_tool || gain <= 0) return {};
    return " (+" + std::to_string(gain) + (gain == 1 ? " point)" : " points)");
  }

  void show(const coach::Supposed& supposed, const std::string& title) {
    const std::string says =
        base::printable(speaker_.what_then(supposed.then, supposed.differences));
    out_ += wrap(title + gain_words(supposed) + ": " + says, 5, 7);
  }

  const coach::Explained& e_;
  const knowledge::Pack& pack_;
  const Style& style_;
  guidance::Speaker speaker_;
  std::string out_;
};

}  // namespace

std::string explanation_text(const coach::Explained& explained, const knowledge::Pack& pack,
                             const coach::Context& context, const Style& style) {
  return plan_text({explained.planned, pack, context, Detail::steps}, style) +
         ExplainView(explained, pack, style).text() + closing_words(explained.planned, pack, style);
}

}  // namespace unknot::cli
