// A file of words gives the language that kbc compiles in, or an error; never anything between.

#include "unknot/knowledge/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "unknot/base/sha256.hpp"

namespace unknot::knowledge {
namespace {

using base::ErrorCode;

std::string file_of(Text language) {
  std::ifstream file(std::string(UNKNOT_WORDS_FOLDER "/") + std::string(language) + ".words",
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void expect_same(List<Phrase> a, List<Phrase> b, Text what) {
  ASSERT_EQ(a.size(), b.size()) << what;
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].key, b[i].key) << what;
    EXPECT_EQ(a[i].text, b[i].text) << what << ' ' << a[i].key;
  }
}

void expect_same(const Language& a, const Language& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.letters_per_second, b.letters_per_second);
  EXPECT_EQ(a.names_keep_capital, b.names_keep_capital);
  expect_same(a.phrases, b.phrases, "phrases");
  expect_same(a.texts, b.texts, "texts");
  expect_same(a.set_ups, b.set_ups, "set_ups");
  expect_same(a.sides, b.sides, "sides");
  EXPECT_TRUE(std::ranges::equal(a.number_words, b.number_words));
  ASSERT_EQ(a.aliases.size(), b.aliases.size());
  for (std::size_t i = 0; i < a.aliases.size(); ++i) {
    EXPECT_EQ(a.aliases[i].place, b.aliases[i].place);
    EXPECT_TRUE(std::ranges::equal(a.aliases[i].words, b.aliases[i].words)) << a.aliases[i].place;
  }
}

/// As a host begins that downloads its languages.
std::vector<Language> without_words(const Pack& pack) {
  std::vector<Language> rows(pack.languages.begin(), pack.languages.end());
  for (Language& row : rows) {
    if (row.id == rows_language) continue;
    row = {row.id, row.name, row.letters_per_second, row.names_keep_capital, {}, {}, {}, {},
           {},     {}};
  }
  return rows;
}

TEST(WordsOfThisProgram, AreTheLanguagesThatAreBuiltIn) {
  const auto rows = without_words(embedded_pack());
  Pack pack = embedded_pack();
  pack.languages = rows;
  for (const Language& built_in : embedded_pack().languages) {
    if (built_in.id == rows_language) continue;
    const auto words = read_words(file_of(built_in.id), pack);
    ASSERT_TRUE(words) << built_in.id << ": " << base::sentence(words.error());
    expect_same(words->language(), built_in);
  }
}

TEST(WordsOfThisProgram, FitTheLimitSeveralTimes) {
  for (const Language& row : embedded_pack().languages) {
    if (row.id == rows_language) continue;
    EXPECT_LT(file_of(row.id).size() * 3, most_words_bytes) << row.id;
  }
}

/// Two muscles, one place, two languages.
class SmallWords : public testing::Test {
 protected:
  SmallWords() {
    pack_.hash = hash_;
    pack_.muscles = muscles_;
    pack_.places = places_;
    pack_.languages = languages_;
  }

  [[nodiscard]] std::string sealed(const std::string& body) const {
    std::string digested = body;
    for (const Text key : shown_texts(pack_)) (digested += key) += '\n';
    return "unknot/words@1\n" + hash_ + '\n' + base::to_hex(base::sha256(digested)) + '\n' + body;
  }

  void expect_refused(const std::string& file, ErrorCode code, Text field) {
    const auto words = read_words(file, pack_);
    ASSERT_FALSE(words) << file;
    EXPECT_EQ(words.error().code, code) << file;
    EXPECT_EQ(words.error().field, field) << file;
    EXPECT_FALSE(words.error().expected.empty());
  }

  const std::string hash_ = std::string(64, 'a');
  const std::vector<Muscle> muscles_{{"one", "Soleus", "", ""}, {"two", "Calf", "", ""}};
  const std::vector<Place> places_{{.id = "calves", .name = "Calf", .plain = "back of the leg"}};
  const std::vector<Phrase> phrases_{{"go", "Go."}, {"stop", "Stop."}};
  const std::vector<Phrase> set_ups_{{"calves_floor", "Sit."}};
  const std::vector<Phrase> sides_{{"calves.left", "left calf"}};
  const std::vector<Text> numbers_{"zero", "one"};
  std::vector<Language> languages_{
      {"en", "English", 15, false, phrases_, {}, set_ups_, sides_, {}, numbers_},
      {"xx", "Xish", 12, true, {}, {}, {}, {}, {}, {}}};
  Pack pack_;
  /// Texts in the order of Calf, Soleus, back of the leg.
  const std::string body_ =
      "xx\nphrases\nGeh.\nHalt.\ntexts\nWade\nMuskel\nhinten\nset_ups\nSitz.\nsides\nlinke Wade\n"
      "numbers\nnull\neins\naliases\ncalves\tBein\tWade\n";
};

TEST_F(SmallWords, AreRead) {
  const auto words = read_words(sealed(body_), pack_);
  ASSERT_TRUE(words) << base::sentence(words.error());
  const Language& language = words->language();
  EXPECT_EQ(language.name, "Xish");
  EXPECT_EQ(language.letters_per_second, 12);
  EXPECT_TRUE(language.names_keep_capital);
  EXPECT_EQ(find_phrase(language.phrases, "stop"), "Halt.");
  EXPECT_EQ(find_phrase(language.texts, "Soleus"), "Muskel");
  EXPECT_EQ(find_phrase(language.texts, "back of the leg"), "hinten");
  EXPECT_EQ(find_phrase(language.set_ups, "calves_floor"), "Sitz.");
  EXPECT_EQ(find_phrase(language.sides, "calves.left"), "linke Wade");
  EXPECT_EQ(language.number_words[1], "eins");
  EXPECT_EQ(language.aliases[0].words[1], "Wade");
}

TEST_F(SmallWords, OutliveTheFileAndMayMove) {
  std::string file = sealed(body_);
  auto words = read_words(file, pack_);
  ASSERT_TRUE(words);
  std::ranges::fill(file, 'x');
  const Words moved = std::move(*words);
  EXPECT_EQ(find_phrase(moved.language().phrases, "go"), "Geh.");
  EXPECT_EQ(moved.language().aliases[0].words[0], "Bein");
}

TEST_F(SmallWords, CutAnywhereAreRefused) {
  const std::string file = sealed(body_);
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_FALSE(read_words(file.substr(0, size), pack_)) << size;
  }
}

TEST_F(SmallWords, WithAnyBitChangedAreRefused) {
  const std::string file = sealed(body_);
  for (std::size_t at = 0; at < file.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string changed = file;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << bit));
      EXPECT_FALSE(read_words(changed, pack_)) << at << ' ' << bit;
    }
  }
}

// Whoever makes a file on purpose makes its digest too.
TEST_F(SmallWords, SealedAnewAreReadWithinTheirBoundsOrRefused) {
  for (std::size_t at = 0; at < body_.size(); ++at) {
    EXPECT_EQ(read_words(sealed(body_.substr(0, at)), pack_).has_value(),
              at == body_.find("calves\t"))
        << at;
    for (const char c : {'\n', '\t', '\0', '\xFF', 'x'}) {
      std::string changed = body_;
      changed[at] = c;
      const auto words = read_words(sealed(changed), pack_);
      if (words) {
        EXPECT_EQ(words->language().phrases.size(), 2U);
      }
    }
  }
}

TEST_F(SmallWords, OfAnotherKindVersionOrSizeAreRefused) {
  const std::string file = sealed(body_);
  expect_refused("", ErrorCode::format_unknown, "words");
  expect_refused("<html>", ErrorCode::format_unknown, "words");
  expect_refused("unknot/words@2" + file.substr(14), ErrorCode::format_unknown, "words");
  expect_refused(file + file, ErrorCode::contradiction, "words.digest");
  expect_refused(file + std::string(most_words_bytes, '\n'), ErrorCode::out_of_range, "words");
}

TEST_F(SmallWords, OfOtherKnowledgeAreRefused) {
  const std::string file = sealed(body_);
  pack_.hash = "another";
  expect_refused(file, ErrorCode::format_unknown, "words.knowledge");
}

TEST_F(SmallWords, OfOtherTextsAreRefusedEvenWithOneHash) {
  const std::string file = sealed(body_);
  const std::vector<Muscle> others{{"one", "Soleus", "", ""}, {"two", "Shin", "", ""}};
  pack_.muscles = others;
  expect_refused(file, ErrorCode::contradiction, "words.digest");
}

TEST_F(SmallWords, LaidOutOtherwiseAreRefused) {
  const auto with = [this](const std::string& from, const std::string& to) {
    std::string body = body_;
    body.replace(body.find(from), from.size(), to);
    return sealed(body);
  };
  expect_refused(with("xx", "yy"), ErrorCode::id_unknown, "words.language");
  expect_refused(with("xx", "en"), ErrorCode::id_unknown, "words.language");
  expect_refused(with("Geh.", "\xFF"), ErrorCode::format_unknown, "words");
  expect_refused(with("phrases", "phrase"), ErrorCode::format_unknown, "words");
  expect_refused(with("Halt.", ""), ErrorCode::format_unknown, "phrases");
  expect_refused(with("Halt.", "Halt.\nHalt."), ErrorCode::format_unknown, "words");
  expect_refused(with("hinten\n", ""), ErrorCode::format_unknown, "words");
  expect_refused(with("hinten", ""), ErrorCode::format_unknown, "texts");
  expect_refused(with("eins", ""), ErrorCode::format_unknown, "numbers");
  expect_refused(with("calves\t", "shins\t"), ErrorCode::format_unknown, "aliases");
  expect_refused(with("calves\tBein\tWade", "calves"), ErrorCode::format_unknown, "aliases");
  expect_refused(with("calves\tBein", "calves\t"), ErrorCode::format_unknown, "aliases");
  expect_refused(with("calves\t", "calves\tA\ncalves\t"), ErrorCode::format_unknown, "aliases");
}

TEST_F(SmallWords, OfALanguageThatIsNotThereYetEnglishIsSpoken) {
  EXPECT_EQ(language_of(pack_, "xx").id, "en");
  EXPECT_EQ(language_of(pack_, "yy").id, "en");
}

TEST_F(SmallWords, MakeAPackGrowInItsPlace) {
  GrowingPack growing(pack_);
  const Pack& pack = growing.pack();
  const auto id = growing.add(sealed(body_));
  ASSERT_TRUE(id) << base::sentence(id.error());
  EXPECT_EQ(*id, "xx");
  const Text said = find_phrase(language_of(pack, "xx").phrases, "go");
  EXPECT_EQ(said, "Geh.");
  EXPECT_EQ(pack.hash, pack_.hash);
  EXPECT_EQ(language_of(pack_, "xx").id, "en") << "the first pack stays as it is";
  // Once more changes nothing, and what was said stays where it is.
  EXPECT_EQ(growing.add(sealed(body_)), "xx");
  EXPECT_EQ(find_phrase(language_of(pack, "xx").phrases, "go").data(), said.data());
}

TEST_F(SmallWords, ThatAreRefusedChangeNothing) {
  GrowingPack growing(pack_);
  EXPECT_FALSE(growing.add(sealed(body_ + "x\n")));
  EXPECT_EQ(language_of(growing.pack(), "xx").id, "en");
}

}  // namespace
}  // namespace unknot::knowledge
