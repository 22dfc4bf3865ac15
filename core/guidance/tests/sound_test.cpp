// Timelines and what is mixed of them, without any clip from outside: a sentence is a ramp here.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "unknot/base/json.hpp"
#include "unknot/guidance/inventory.hpp"
#include "unknot/guidance/mixer.hpp"
#include "unknot/knowledge/speech.hpp"

namespace unknot::guidance {
namespace {

/// FNV-1a, 32 bits, over the low and the high byte of each sample.
std::int64_t hash_of(const Samples& samples) {
  std::uint32_t hash = 0x811c9dc5;
  for (const std::int16_t sample : samples) {
    const std::uint32_t bits = static_cast<std::uint16_t>(sample);
    for (const std::uint32_t byte : {bits & 0xFFU, bits >> 8U}) hash = (hash ^ byte) * 0x01000193U;
  }
  return hash;
}

/// tests/golden/tones.json is read by the tests of the WebAssembly module too: the same samples
/// everywhere.
TEST(Tones, AreTheSameSamplesEverywhere) {
  std::ifstream in("tests/golden/tones.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto golden = base::parse_json(text);
  ASSERT_TRUE(golden) << base::sentence(golden.error());
  for (const auto& kind : knowledge::EnumNames<CueKind>::all) {
    if (kind.value == CueKind::sentence) continue;
    const Samples tone = tone_of(kind.value);
    const auto* row = golden->find(kind.name);
    ASSERT_NE(row, nullptr) << kind.name << ' ' << tone.size() << ' ' << hash_of(tone);
    EXPECT_EQ(base::whole_number(*row->find("samples")), std::ssize(tone)) << kind.name;
    EXPECT_EQ(base::whole_number(*row->find("hash")), hash_of(tone)) << kind.name;
  }
}

TEST(Tones, AreSoftShortAndEndInSilence) {
  std::set<std::int64_t> all;
  for (const auto& kind : knowledge::EnumNames<CueKind>::all) {
    if (kind.value == CueKind::sentence) continue;
    const Samples tone = tone_of(kind.value);
    all.insert(hash_of(tone));
    EXPECT_LE(tone.size(), sample_rate * 6 / 10U) << kind.name;
    for (const std::int16_t sample : tone) ASSERT_LE(std::abs(int{sample}), 3'200) << kind.name;
    EXPECT_EQ(tone.front(), 0) << "no click";
    EXPECT_LE(std::abs(int{tone.back()}), 2) << "no click";
  }
  EXPECT_EQ(all.size(), knowledge::EnumNames<CueKind>::all.size() - 1) << "told apart by ear";
  EXPECT_TRUE(tone_of(CueKind::sentence).empty());
}

Timeline two_sentences() {
  Timeline out;
  out.cues = {{0, 100, CueKind::sentence, 0, "One."},
              {500, 0, CueKind::count, 0, {}},
              {510, 100, CueKind::sentence, 0, "Two."}};
  out.length_ms = 1000;
  return out;
}

TEST(Mixer, PutsEverythingInItsPlaceAndAddsWhatMeets) {
  const Timeline timeline = two_sentences();
  Mixer mixer(timeline, [](std::string_view) { return Samples(2'400, 700); });
  ASSERT_EQ(mixer.total(), sample_rate);
  Samples out(30'000, -1);
  ASSERT_EQ(mixer.pull(out), 24'000U);
  EXPECT_EQ(out[0], 700);
  EXPECT_EQ(out[2'399], 700);
  EXPECT_EQ(out[2'400], 0);
  const Samples count = tone_of(CueKind::count);
  EXPECT_EQ(out[12'000 + 100], count[100]);
  EXPECT_EQ(out[12'240], count[240] + 700);
  EXPECT_EQ(mixer.pull(out), 0U) << "the end";
}

TEST(Mixer, TooLoudIsCutAndNotWrapped) {
  Timeline timeline = two_sentences();
  timeline.cues[2].at_ms = 0;
  std::swap(timeline.cues[1], timeline.cues[2]);
  Mixer mixer(timeline, [](std::string_view) { return Samples(100, 30'000); });
  Samples out(10);
  ASSERT_EQ(mixer.pull(out), 10U);
  EXPECT_EQ(out[5], 32'767);
}

TEST(Mixer, AsksForAClipOnlyWhenItIsNext) {
  const Timeline timeline = two_sentences();
  std::vector<std::string> asked;
  Mixer mixer(timeline, [&asked](std::string_view sentence) {
    asked.emplace_back(sentence);
    return Samples();
  });
  Samples out(2'400);
  ASSERT_EQ(mixer.pull(out), 2'400U);
  EXPECT_EQ(asked, std::vector<std::string>{"One."});
}

TEST(Sentences, EndAtAMarkBeforeASpace) {
  using knowledge::sentences_of;
  EXPECT_EQ(sentences_of("One. Two? Three!"),
            (std::vector<knowledge::Text>{"One.", "Two?", "Three!"}));
  EXPECT_EQ(sentences_of("Without a mark"), std::vector<knowledge::Text>{"Without a mark"});
  EXPECT_TRUE(sentences_of("").empty());
  EXPECT_EQ(sentences_of("1.5 is one."), std::vector<knowledge::Text>{"1.5 is one."});
}

TEST(Words, AreOfTheLanguage) {
  const auto& pack = knowledge::embedded_pack();
  const Wording english(pack, "en"), german(pack, "de"), spanish(pack, "es"), none(pack, "xx");
  EXPECT_EQ(english.time(1), "one second");
  EXPECT_EQ(english.time(60), "one minute");
  EXPECT_EQ(english.time(90), "ninety seconds");
  EXPECT_EQ(english.time(150), "two minutes and thirty seconds");
  EXPECT_EQ(german.time(21), "einundzwanzig Sekunden");
  EXPECT_EQ(german.time(1), "eine Sekunde");
  EXPECT_EQ(spanish.time(21), "veinti\u00fan segundos");
  EXPECT_EQ(english.number(100), "100");
  EXPECT_EQ(english.digits("112"), "one one two");
  EXPECT_EQ(english.digits("call them"), "call them");
  const auto calves = knowledge::find_place(pack, "calves");
  EXPECT_EQ(english.side(calves, model::Side::both), "both calves");
  EXPECT_EQ(german.side(calves, model::Side::left), "linke Wade");
  EXPECT_EQ(none.time(2), "two seconds") << "English where there is no such language";
  EXPECT_EQ(spanish.spoken("voice.ask_level").find("\u00bfC\u00f3mo"), 0U);
  EXPECT_EQ(capitalised("one. two? \u00bfthree"), "One. Two? \u00bfThree");
}

/// The sentences of one language are finite, whole, and free of slots.
TEST(Inventory, HoldsWholeSentencesOfEveryLanguage) {
  for (const auto& language : knowledge::embedded_pack().languages) {
    const auto sentences = inventory(knowledge::embedded_pack(), language.id);
    EXPECT_GT(sentences.size(), 1'500U);
    EXPECT_LT(sentences.size(), 4'000U);
    EXPECT_TRUE(std::is_sorted(sentences.begin(), sentences.end()));
    for (const auto& sentence : sentences) {
      EXPECT_EQ(sentence.find_first_of("{}0123456789"), std::string::npos) << sentence;
      EXPECT_EQ(sentence.find("voice."), std::string::npos) << sentence;
      EXPECT_EQ(knowledge::sentences_of(sentence).size(), 1U) << sentence;
    }
  }
}

}  // namespace
}  // namespace unknot::guidance
