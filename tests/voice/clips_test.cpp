// Every language has every sentence as a clip, and says it in the time that was estimated.

#include <gtest/gtest.h>

#include <random>

#include "people.hpp"
#include "unknot/guidance/inventory.hpp"
#include "unknot/guidance/mixer.hpp"
#include "unknot/knowledge/speech.hpp"

namespace unknot::voice {
namespace {

class Voice : public testing::TestWithParam<std::string> {};

TEST_P(Voice, HasAClipOfEverySentence) {
  const auto& clips = clips_of(GetParam());
  const auto sentences = guidance::inventory(knowledge::embedded_pack(), GetParam());
  EXPECT_EQ(clips.size(), sentences.size());
  for (const auto& sentence : sentences) EXPECT_TRUE(clips.length(sentence)) << sentence;
}

/// The knowledge compiler reckons with letters in a second: the voice must be no slower.
TEST_P(Voice, IsNoSlowerThanTheKnowledgeReckonsWith) {
  const auto& clips = clips_of(GetParam());
  const auto& language = knowledge::language_of(knowledge::embedded_pack(), GetParam());
  std::int64_t spoken = 0, reckoned = 0;
  for (const auto& sentence : guidance::inventory(knowledge::embedded_pack(), GetParam())) {
    spoken += std::int64_t{*clips.length(sentence)} * 1000 / guidance::sample_rate;
    reckoned += std::int64_t{knowledge::letters_in(sentence)} * 1000 / language.letters_per_second;
  }
  EXPECT_LE(spoken, reckoned * 103 / 100);
  EXPECT_GE(spoken, reckoned * 85 / 100) << "so that less is left out than could be said";
}

/// No utterance overlaps the next, and none is left out, for any golden person, however told.
TEST_P(Voice, SaysAllOfEverySessionInTime) {
  for (const auto& plan : golden_plans()) {
    for (const auto& verbosity : knowledge::EnumNames<guidance::Verbosity>::all) {
      const auto track = told(plan.json, GetParam(), verbosity.value);
      for (const auto& sentence : track.timeline.left_out) {
        ADD_FAILURE() << plan.name << ", " << verbosity.name << ": no time for " << sentence;
      }
      std::int64_t free_at = 0;
      for (const auto& cue : track.timeline.cues) {
        if (cue.kind != guidance::CueKind::sentence) continue;
        EXPECT_GE(cue.at_ms, free_at) << plan.name << ": " << cue.text;
        EXPECT_TRUE(clips_of(GetParam()).length(cue.text)) << plan.name << ": " << cue.text;
        free_at = cue.at_ms + cue.length_ms;
      }
    }
  }
}

/// Each technique's set-up by its own clips, in the shortest time that a plan gives it.
TEST_P(Voice, SaysEverySetUpInTime) {
  const auto& pack = knowledge::embedded_pack();
  const auto& clips = clips_of(GetParam());
  const guidance::Wording words(pack, GetParam());
  const auto length = [&](const std::string& text) {
    std::int64_t ms = 0;
    for (const auto sentence : knowledge::sentences_of(text)) {
      const auto samples = clips.length(sentence);
      EXPECT_TRUE(samples) << sentence;
      ms += std::int64_t{samples.value_or(0)} * 1000 / guidance::sample_rate +
            knowledge::sentence_gap_ms;
    }
    return ms;
  };
  for (const auto& technique : pack.techniques) {
    const bool both = technique.laterality == knowledge::Laterality::both;
    for (const auto side : {model::Side::left, model::Side::right, model::Side::both}) {
      if (both != (side == model::Side::both)) continue;
      const std::string said =
          words.spoken("voice.next", {{"what", words.side(technique.area, side)}}) + ' ' +
          words.set_up(technique);
      EXPECT_LE(length(said), technique.setup_seconds * 1000) << technique.id << ": " << said;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Every, Voice, testing::ValuesIn(languages()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace unknot::voice
