#pragma once
/// @file
/// Spoken text as a voice takes it: sentence by sentence, each of them one clip, with a length that
/// can be told before anything was spoken. The knowledge compiler and guidance count alike.

#include <cstdint>
#include <vector>

#include "unknot/knowledge/types.hpp"

namespace unknot::knowledge {

/// Silence between two sentences, ms.
inline constexpr std::int32_t sentence_gap_ms = 100;

/// The sentences of `spoken`, in order, with their marks. A sentence ends with . ? or ! before a
/// space or the end, so abbreviations with a full stop have no place in spoken text. O(n).
[[nodiscard]] inline std::vector<Text> sentences_of(Text spoken) {
  std::vector<Text> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    const bool mark = spoken[i] == '.' || spoken[i] == '?' || spoken[i] == '!';
    const bool ends = i + 1 == spoken.size() || (mark && spoken[i + 1] == ' ');
    if (!ends) continue;
    if (i >= begin) out.push_back(spoken.substr(begin, i + 1 - begin));
    begin = i + 2;
  }
  return out;
}

/// Letters, spaces and marks of UTF-8 text.
[[nodiscard]] inline std::int32_t letters_in(Text text) {
  std::int32_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

/// How long a calm voice takes for `spoken`, ms, the gap after each sentence included: an estimate
/// that the clips of a language are tested against.
/// @param letters_per_second  Of the language.
[[nodiscard]] inline std::int32_t spoken_ms(Text spoken, std::int32_t letters_per_second) {
  std::int32_t out = 0;
  for (const Text sentence : sentences_of(spoken)) {
    out += letters_in(sentence) * 1000 / letters_per_second + sentence_gap_ms;
  }
  return out;
}

}  // namespace unknot::knowledge
