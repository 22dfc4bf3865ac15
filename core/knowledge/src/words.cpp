#include "unknot/knowledge/words.hpp"

#include <algorithm>
#include <string>

#include "unknot/base/sha256.hpp"
#include "unknot/base/text.hpp"

namespace unknot::knowledge {

namespace {

using base::ErrorCode;

/// Takes a text apart into lines, each of which must end.
class Lines {
 public:
  explicit Lines(Text text) : rest_(text) {}

  /// The next line without its end; nothing when there is none.
  std::optional<Text> next() {
    const auto end = rest_.find('\n');
    if (end == Text::npos) return std::nullopt;
    const Text line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  [[nodiscard]] Text rest() const { return rest_; }

 private:
  Text rest_;
};

/// As if the file said what it leaves out: words of other texts have another digest.
std::string digest_of(Text body, const std::vector<Text>& keys) {
  std::string all(body);
  for (const Text key : keys) (all += key) += '\n';
  return base::to_hex(base::sha256(all));
}

const Language* row_of_language(const Pack& pack, Text id) {
  if (id == rows_language) return nullptr;
  const auto row = std::ranges::find(pack.languages, id, &Language::id);
  return row == pack.languages.end() ? nullptr : &*row;
}

constexpr Text expected_line = "one line of text for each, as docs/formats/words.md says";

}  // namespace

/// Reads from top to bottom; what is wrong first is told.
class WordsReader {
 public:
  WordsReader(Text bytes, const Pack& pack) : pack_(pack) {
    words_.bytes_.assign(bytes.begin(), bytes.end());
  }

  base::Result<Words> read() {
    Lines lines({words_.bytes_.data(), words_.bytes_.size()});
    texts_ = shown_texts(pack_);
    if (!head(lines) || !language(lines) || !lists(lines))
      return std::unexpected(std::move(error_));
    return std::move(words_);
  }

 private:
  bool wrong(ErrorCode code, Text field, std::optional<Text> value, Text expected) {
    error_ = base::fail(code, field, value.value_or(""), expected).error();
    return false;
  }

  bool head(Lines& lines) {
    const auto format = lines.next();
    if (format != words_format) {
      const Text found(words_.bytes_.data(),
                       std::min(words_.bytes_.size(), base::shown_value_length));
      return wrong(ErrorCode::format_unknown, "words", format.value_or(found), words_format);
    }
    const auto knowledge = lines.next();
    if (knowledge != pack_.hash) {
      return wrong(ErrorCode::format_unknown, "words.knowledge", knowledge, pack_.hash);
    }
    const auto digest = lines.next();
    if (digest != digest_of(lines.rest(), texts_)) {
      return wrong(ErrorCode::contradiction, "words.digest", digest,
                   "the digest of the words, so the file is damaged");
    }
    return true;
  }

  bool language(Lines& lines) {
    if (base::invalid_utf8_at(lines.rest())) {
      return wrong(ErrorCode::format_unknown, "words", {}, "UTF-8");
    }
    const auto id = lines.next();
    const Language* row = row_of_language(pack_, id.value_or(""));
    if (row == nullptr) {
      return wrong(ErrorCode::id_unknown, "words.language", id, "a language of the pack");
    }
    words_.language_ = *row;
    return true;
  }

  bool lists(Lines& lines) {
    const Language& english = language_of(pack_, rows_language);
    return phrases(lines, "phrases", english.phrases, words_.phrases_, words_.language_.phrases) &&
           texts(lines) &&
           phrases(lines, "set_ups", english.set_ups, words_.set_ups_, words_.language_.set_ups) &&
           phrases(lines, "sides", english.sides, words_.sides_, words_.language_.sides) &&
           numbers(lines, english.number_words.size()) && aliases(lines);
  }

  bool heading(Lines& lines, Text name) {
    const auto line = lines.next();
    return line == name || wrong(ErrorCode::format_unknown, "words", line, name);
  }

  bool value(Lines& lines, Text field, Text& out) {
    const auto line = lines.next();
    if (!line || line->empty()) {
      return wrong(ErrorCode::format_unknown, field, line, expected_line);
    }
    out = *line;
    return true;
  }

  /// English has the keys, and as many of them.
  bool phrases(Lines& lines, Text name, List<Phrase> like, std::vector<Phrase>& out,
               List<Phrase>& list) {
    if (!heading(lines, name)) return false;
    for (const Phrase& phrase : like) {
      out.push_back({phrase.key, {}});
      if (!value(lines, name, out.back().text)) return false;
    }
    list = out;
    return true;
  }

  bool texts(Lines& lines) {
    if (!heading(lines, "texts")) return false;
    for (const Text key : texts_) {
      words_.texts_.push_back({key, {}});
      if (!value(lines, "texts", words_.texts_.back().text)) return false;
    }
    words_.language_.texts = words_.texts_;
    return true;
  }

  bool numbers(Lines& lines, std::size_t count) {
    if (!heading(lines, "numbers")) return false;
    words_.number_words_.resize(count);
    for (Text& word : words_.number_words_) {
      if (!value(lines, "numbers", word)) return false;
    }
    words_.language_.number_words = words_.number_words_;
    return true;
  }

  /// To the end of the file: a place and its words, with tabs between them.
  bool aliases(Lines& lines) {
    if (!heading(lines, "aliases")) return false;
    Text before;
    while (!lines.rest().empty()) {
      const auto line = lines.next();
      auto words = base::split(line.value_or(""), '\t');
      const Text place = words.front();
      const bool whole = words.size() > 1 && std::ranges::none_of(words, &Text::empty);
      if (!whole || !find_place(pack_, place).valid() || place <= before) {
        return wrong(ErrorCode::format_unknown, "aliases", line, expected_line);
      }
      before = place;
      words.erase(words.begin());
      words_.alias_words_.push_back(std::move(words));
      words_.aliases_.push_back({place, words_.alias_words_.back()});
    }
    words_.language_.aliases = words_.aliases_;
    return true;
  }

  const Pack& pack_;
  std::vector<Text> texts_;
  Words words_;
  base::Error error_;
};

base::Result<Words> read_words(Text bytes, const Pack& pack) {
  if (bytes.size() > most_words_bytes) {
    return base::fail(ErrorCode::out_of_range, "words", std::to_string(bytes.size()) + " bytes",
                      "at most " + std::to_string(most_words_bytes) + " bytes");
  }
  return WordsReader(bytes, pack).read();
}

GrowingPack::GrowingPack(const Pack& pack)
    : languages_(pack.languages.begin(), pack.languages.end()), pack_(pack) {
  pack_.languages = languages_;
}

base::Result<Text> GrowingPack::add(Text bytes) {
  auto words = read_words(bytes, pack_);
  if (!words) return std::unexpected(std::move(words.error()));
  const auto row = std::ranges::find(languages_, words->language().id, &Language::id);
  if (row->phrases.empty()) {
    *row = words->language();
    words_.push_back(std::move(*words));
  }
  return row->id;
}

}  // namespace unknot::knowledge
