#include "speaker.hpp"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <vector>

#include "unknot/base/check.hpp"

namespace unknot::clips {

namespace {

/// Takes each piece as it is made; the sound it belongs to travels with the events.
int take(short* samples, int count, espeak_EVENT* events) {
  constexpr float full_scale = 32768.0F;
  auto& out = *static_cast<std::vector<float>*>(events->user_data);
  for (int i = 0; samples != nullptr && i < count; ++i) {
    out.push_back(static_cast<float>(samples[i]) / full_scale);
  }
  return 0;
}

}  // namespace

std::string speaker_name(const Voice& voice) {
  // "1.51": what may follow is the day it was built.
  std::string version = espeak_Info(nullptr);
  version.erase(std::min(version.size(), version.find(' ')));
  return "espeak-ng " + version + ", " + std::string(voice.name) + ", " +
         std::to_string(voice.words_per_minute) + " words per minute";
}

base::Result<Sound> speak(const Voice& voice, const std::string& sentence) {
  static bool spoken = false;
  UNKNOT_CHECK(!spoken);
  spoken = true;
  const int rate =
      espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
  const std::string name(voice.name);
  if (rate <= 0 || espeak_SetVoiceByName(name.c_str()) != EE_OK) {
    return base::fail(base::ErrorCode::id_unknown, "voice", name,
                      "a voice of espeak-ng (package espeak-ng-data)");
  }
  espeak_SetParameter(espeakRATE, voice.words_per_minute, 0);
  espeak_SetSynthCallback(take);
  Sound sound{.samples = {}, .rate = rate};
  const auto state = espeak_Synth(sentence.c_str(), sentence.size() + 1, 0, POS_CHARACTER, 0,
                                  espeakCHARS_UTF8, nullptr, &sound.samples);
  // In this mode nothing waits in a queue that could be full.
  UNKNOT_CHECK(state == EE_OK);
  return sound;
}

}  // namespace unknot::clips
