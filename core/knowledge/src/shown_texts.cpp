// Which texts of rows people read or hear: what tools/kbc/src/schema*.cpp calls `shown`. The two
// lists are held together by the digest of every file of words, which covers these texts.

#include <algorithm>

#include "unknot/knowledge/words.hpp"

namespace unknot::knowledge {

namespace {

class Shown {
 public:
  template <class... Texts>
  void take(Texts... each) {
    for (const Text text : {Text(each)...}) {
      if (!text.empty()) texts_.push_back(text);
    }
  }
  void take_all(List<Text> texts) {
    for (const Text text : texts) take(text);
  }

  void technique(const Technique& row) {
    take(row.name, row.start, row.end, row.direction);
    for (const auto list : {row.setup, row.cues, row.cautions}) take_all(list);
    for (const Fault& fault : row.faults) take(fault.fault, fault.correction);
    for (const Variant& variant : row.variants) take(variant.how);
  }

  [[nodiscard]] std::vector<Text> sorted() {
    std::ranges::sort(texts_);
    const auto repeated = std::ranges::unique(texts_);
    texts_.erase(repeated.begin(), repeated.end());
    return std::move(texts_);
  }

 private:
  std::vector<Text> texts_;
};

void take_body(const Pack& pack, Shown& shown) {
  for (const auto& row : pack.muscles) shown.take(row.name);
  for (const auto& row : pack.places) {
    shown.take(row.name, row.plain, row.landmarks, row.reason);
  }
  for (const auto& row : pack.positions) shown.take(row.name);
  for (const auto& row : pack.techniques) shown.technique(row);
  for (const auto& row : pack.tool_kinds) shown.take(row.name, row.description, row.suits);
  for (const auto& row : pack.tool_hints) shown.take(row.test);
  for (const auto& row : pack.presets) shown.take(row.name, row.hint);
}

void take_care(const Pack& pack, Shown& shown) {
  for (const auto& row : pack.rules) shown.take(row.name, row.summary, row.reason, row.known);
  for (const auto& row : pack.settings) shown.take(row.name, row.summary);
  for (const auto& row : pack.conditions) shown.take(row.name, row.question, row.says);
  for (const auto& row : pack.red_flags) shown.take(row.name, row.question, row.text);
  for (const auto& row : pack.claims) shown.take(row.text, row.known);
  for (const auto& row : pack.sentences) shown.take(row.gist, row.no_claim);
  for (const auto& row : pack.activities) shown.take(row.name, row.why);
  for (const auto& row : pack.goals) shown.take(row.name, row.description);
  for (const auto& row : pack.emergency_numbers) shown.take(row.name);
}

}  // namespace

std::vector<Text> shown_texts(const Pack& pack) {
  Shown shown;
  take_body(pack, shown);
  take_care(pack, shown);
  return shown.sorted();
}

}  // namespace unknot::knowledge
