#pragma once
/// @file
/// A language as a file of its own (docs/formats/words.md), for hosts that download as little as
/// they can: their pack has a row for every language and the words of English alone, until the
/// file of another one is added.

#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::knowledge {

inline constexpr Text words_format = "unknot/words@1";
/// Most bytes of a file that are read.
inline constexpr std::size_t most_words_bytes = std::size_t{1} << 20;

/// Every text of a row that people read or hear, once, sorted: the keys of `Language::texts`. They
/// are not in the file, since whoever reads it has the pack. O(n log n).
[[nodiscard]] std::vector<Text> shown_texts(const Pack& pack);

/// One language as read. It owns what its lists point into, except for keys, which are the pack's;
/// so it may move, not be copied, and must not outlive the pack.
class Words {
 public:
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;
  Words(Words&&) = default;
  Words& operator=(Words&&) = default;
  ~Words() = default;

  [[nodiscard]] const Language& language() const { return language_; }

 private:
  friend class WordsReader;
  Words() = default;

  std::vector<char> bytes_;
  std::vector<Phrase> phrases_, texts_, set_ups_, sides_;
  std::vector<Text> number_words_;
  std::vector<std::vector<Text>> alias_words_;
  std::vector<Aliases> aliases_;
  Language language_;
};

/// Reads a language for this pack. Its words are bound to it: a file of other knowledge is refused
/// before anything else of it is read, as is one in which a single bit differs.
/// @param pack  With the words of English, and a row for the language.
/// @error out_of_range    Longer than is read.
/// @error format_unknown  No words at all, of other knowledge, or not laid out as words are.
/// @error contradiction   The digest is of other bytes.
/// @error id_unknown      A language that the pack does not know, or English.
[[nodiscard]] base::Result<Words> read_words(Text bytes, const Pack& pack);

/// A pack whose languages come one by one. The reference that `pack()` gives stays the same, and
/// what was once said in it stays valid.
class GrowingPack {
 public:
  explicit GrowingPack(const Pack& pack);
  GrowingPack(const GrowingPack&) = delete;
  GrowingPack& operator=(const GrowingPack&) = delete;
  ~GrowingPack() = default;

  [[nodiscard]] const Pack& pack() const { return pack_; }

  /// Gives a language its words; one that has them keeps them.
  /// @return Its id.
  /// @error  Those of read_words; nothing has changed then.
  base::Result<Text> add(Text bytes);

 private:
  std::vector<Language> languages_;  ///< Never grows: `pack_` looks into it.
  std::vector<Words> words_;
  Pack pack_;
};

}  // namespace unknot::knowledge
