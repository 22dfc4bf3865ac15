#include "words.hpp"

#include <algorithm>

#include "each_text.hpp"
#include "unknot/base/sha256.hpp"
#include "unknot/knowledge/words.hpp"

namespace unknot::kbc {

namespace {

std::string body_of(const LanguageRow& language) {
  std::string out = language.id.value + '\n';
  const auto list = [&out](std::string_view name, const Many<PhraseRow>& phrases) {
    out += say(name, "\n");
    for (const auto& phrase : phrases) out += phrase.text.value + '\n';
  };
  list("phrases", language.phrases);
  list("texts", language.texts);
  list("set_ups", language.set_ups);
  list("sides", language.sides);
  out += "numbers\n";
  for (const auto& word : language.number_words) out += word.value + '\n';
  out += "aliases\n";
  for (const auto& row : language.aliases) {
    if (row.words.empty()) continue;
    out += row.place.value;
    for (const auto& word : row.words) out += '\t' + word.value;
    out += '\n';
  }
  return out;
}

std::string words_of(const LanguageRow& language, std::string_view hash) {
  const auto body = body_of(language);
  // The keys are not in the file; they are what its reader must have.
  auto digested = body;
  for (const auto& text : language.texts) digested += text.key.value + '\n';
  return say(knowledge::words_format, "\n", hash, "\n", base::to_hex(base::sha256(digested)), "\n",
             body);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }

}  // namespace

void check_lines(LanguageRow& language, Complaints& complaints) {
  EachText each([&complaints](const Str& text, Traits) {
    if (std::ranges::none_of(text.value, is_control)) return;
    complaints.add(text.where, "a line break, a tab or another control character in a text");
  });
  describe(each, language);
}

Documents words_documents(Tables& tables, std::string_view hash) {
  Documents documents;
  for (const auto& language : tables.languages) {
    if (language.id.value == rows_language) continue;
    documents.push_back({language.id.value + ".words", words_of(language, hash)});
  }
  return documents;
}

}  // namespace unknot::kbc
