#pragma once
/// @file
/// The small parts of speech in one language, each of them data: number words, plurals, times,
/// sides that agree in gender and number, tools. What is made here are whole spoken sentences.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "unknot/knowledge/pack.hpp"
#include "unknot/model/request.hpp"

namespace unknot::guidance {

/// Name and text of one slot of a phrase.
using Slot = std::pair<std::string_view, std::string>;

/// Puts texts into the {slots} of a template. A slot without text stays as it is, so that a
/// mistake is seen; kbc and the tests see to it that there is none.
[[nodiscard]] std::string fill(std::string_view text, const std::vector<Slot>& slots);

/// Milliseconds that a sentence takes as a clip; unset: there is none, so it is estimated.
using LengthOf = std::function<std::optional<std::int64_t>(std::string_view sentence)>;

class Wording {
 public:
  /// @param language  One of the pack's; another id falls back to English.
  /// @param length    Of clips, where there are any.
  Wording(const knowledge::Pack& pack, std::string_view language, LengthOf length = {});

  /// The phrase `key` with its slots filled; the bare key when there is none.
  [[nodiscard]] std::string phrase(std::string_view key, const std::vector<Slot>& slots = {}) const;
  /// The same as whole sentences, each beginning with a capital.
  [[nodiscard]] std::string spoken(std::string_view key, const std::vector<Slot>& slots = {}) const;

  /// A text of a row in this language; the English one where it has no words for it.
  [[nodiscard]] std::string own(knowledge::Text english) const;
  /// A row's name as it stands within a sentence: "glutes", "IT band", but "Wade".
  [[nodiscard]] std::string within(knowledge::Text name) const;

  /// "forty-five"; digits from 100 on.
  [[nodiscard]] std::string number(std::int64_t n) const;
  /// "one one two": the digits of a telephone number; other text stays as it is.
  [[nodiscard]] std::string digits(std::string_view telephone) const;
  /// "forty-five seconds", "one minute and thirty seconds".
  [[nodiscard]] std::string time(std::int64_t seconds) const;
  /// "three steps"; `unit` is second, minute or step.
  [[nodiscard]] std::string count(std::string_view unit, std::int64_t n) const;
  /// "left calf", "both calves"; sides that an area has not are its middle.
  [[nodiscard]] std::string side(knowledge::PlaceIndex area, model::Side side) const;
  /// "the soft roller"
  [[nodiscard]] std::string tool(const model::Tool& tool) const;
  /// The set-up of a technique, short.
  [[nodiscard]] std::string set_up(const knowledge::Technique& technique) const;

  /// What a calm voice takes for `spoken`, ms, the gap after each sentence included.
  [[nodiscard]] std::int64_t length_ms(std::string_view spoken) const;
  /// Of one sentence, without a gap.
  [[nodiscard]] std::int64_t sentence_ms(std::string_view sentence) const;

  [[nodiscard]] const knowledge::Language& language() const { return language_; }

 private:
  const knowledge::Pack& pack_;
  const knowledge::Language& language_;
  LengthOf length_;
};

/// "one", "other": the form a number asks for. Languages with more forms than two add theirs here,
/// and their words as phrases.
[[nodiscard]] std::string_view plural(std::int64_t n);

/// Each sentence with a capital letter. Letters beyond ASCII stay as they are.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace unknot::guidance
