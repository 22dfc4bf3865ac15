#pragma once
/// @file
/// Drafts for the gate in the small pack, and what the gate says of them as words.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "envelope_words.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::safety::small {

using Draft = std::vector<model::DraftStep>;
using Seconds = std::vector<std::int32_t>;

inline std::size_t tool_called(std::string_view id) {
  const auto tools = healthy().tools;
  std::size_t i = 0;
  while (tools[i].id != id) ++i;
  return i;
}

/// One step a letter of `sides` (l, r, b or m), lighter, at a pace of 4 and felt 3 to 4.
inline Draft rolls(std::string_view sides, const char* technique, const char* tool,
                   Seconds sets = {30}) {
  static const Pack rows = pack();
  Draft draft;
  for (const char letter : sides) {
    model::DraftStep step;
    for (const auto& row : EnumNames<model::Side>::all) {
      if (row.name.front() == letter) step.side = row.value;
    }
    step.technique = find_technique(rows, technique);
    step.area = rows[step.technique].area;
    step.tool = tool_called(tool);
    step.sets = sets;
    step.rest_seconds = 15;
    step.level_low = 3;
    step.level_high = 4;
    if (rows[step.technique].motion == Motion::stroke) step.seconds_per_pass = 4;
    draft.push_back(step);
  }
  return draft;
}

inline Draft operator+(Draft a, const Draft& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// Something else in every step of a draft.
template <auto member, class T>
Draft with(T value, Draft draft) {
  for (auto& step : draft) step.*member = value;
  return draft;
}

inline Draft felt(int low, int high, Draft draft) {
  return with<&model::DraftStep::level_low>(
      low, with<&model::DraftStep::level_high>(high, std::move(draft)));
}

inline Draft or_else(Draft draft, const char* technique, const char* tool,
                     VariantKind variant = VariantKind::lighter) {
  for (auto& step : draft) {
    step.alternatives.push_back({find_technique(pack(), technique), tool_called(tool), variant});
  }
  return draft;
}

/// Such as "adjust dose_range 0 at hamstrings 91 second of 90 second".
inline std::string in_words(const Finding& finding, const Pack& pack) {
  static const char* const verdicts[] = {"refuse", "drop", "adjust"};
  std::string words = verdicts[static_cast<std::size_t>(finding.verdict)];
  words += ' ' + std::string(name_of(finding.rule));
  if (finding.step) words += ' ' + std::to_string(*finding.step);
  if (finding.at.valid()) words += " at " + std::string(pack[finding.at].id);
  if (finding.asked.set) words += ' ' + in_words(finding.asked);
  return words + (finding.limit.set ? " of " + in_words(finding.limit) : "");
}

inline std::string in_words(const VettedStep& step, const Sample& s) {
  const auto& draft = step.draft;
  std::string words = std::string(s.pack[draft.technique].id) + '/' +
                      std::string(name_of(draft.side)) + ' ' + s.request.tools[draft.tool].id +
                      ' ' + std::string(name_of(draft.variant)) + ' ';
  for (const auto set : draft.sets) words += (words.back() == ' ' ? "" : "+") + std::to_string(set);
  words += " s, setup " + std::to_string(step.setup_seconds);
  if (draft.seconds_per_pass) words += ", pace " + std::to_string(*draft.seconds_per_pass);
  words += ", level " + std::to_string(draft.level_low) + '-' + std::to_string(draft.level_high) +
           ", load " + std::to_string(step.load.rung) + '/' + std::to_string(step.load.intensity);
  if (!draft.alternatives.empty()) words += ", others that nobody judged";
  for (const auto& other : step.alternatives) {
    words += ", or " + std::string(s.pack[other.choice.technique].id) + ' ' +
             s.request.tools[other.choice.tool].id + ' ' +
             std::string(name_of(other.choice.variant)) + ' ' + std::to_string(other.load.rung) +
             '/' + std::to_string(other.load.intensity);
  }
  return words;
}

/// What the gate says of a draft: remarks, then steps and the total, or why there is none.
inline std::string ruling_on(const Sample& s, const Draft& draft) {
  const auto ruling = Gate(s.pack).vet({draft}, s.request);
  if (!ruling) {
    const auto& error = ruling.error();
    return error.field + ": " + error.value + ": " + error.expected;
  }
  std::string words;
  const auto add = [&](const std::string& line) { words += (words.empty() ? "" : "\n") + line; };
  for (const Finding& finding : ruling->findings) add(in_words(finding, s.pack));
  if (ruling->refusal) add("refused: " + in_words(*ruling->refusal, s.pack));
  if (!ruling->plan) return words;
  for (const VettedStep& step : ruling->plan->steps()) add(in_words(step, s));
  add("total " + std::to_string(ruling->plan->total_seconds()));
  return words;
}

struct GateRow {
  const char* name;
  Change change;
  Draft draft;
  std::string ruling;
};

inline void expect_rulings(const std::vector<GateRow>& rows) {
  for (const GateRow& row : rows) {
    Sample s = clean();
    if (row.change) row.change(s);
    EXPECT_EQ(ruling_on(s, row.draft), row.ruling) << row.name;
  }
}

}  // namespace unknot::safety::small
