#include "build.hpp"

#include <map>

#include "cache.hpp"
#include "pack.hpp"
#include "speaker.hpp"
#include "workers.hpp"

namespace unknot::clips {

base::Result<Built> build(const Order& order) {
  const auto speaker = speaker_name(*order.voice);
  std::error_code trouble;
  std::filesystem::create_directories(order.cache, trouble);
  const Cache cache(order.cache, speaker + ", " + clip_settings());

  std::vector<std::string> missing;
  for (const auto& sentence : order.sentences) {
    if (!cache.find(sentence)) missing.push_back(sentence);
  }
  const auto incomplete = [](const std::string& what) {
    return base::fail(base::ErrorCode::contradiction, "sentences", what, "a clip of each");
  };
  if (!speak_all(*order.voice, missing, cache, order.jobs)) return incomplete("one that failed");

  Built built{.spoken = missing.size()};
  std::map<std::string, Clip> clips;
  for (const auto& sentence : order.sentences) {
    auto clip = cache.find(sentence);
    if (!clip) return incomplete("a cache that does not keep them");
    built.bytes += clip->mp3.size();
    built.seconds += static_cast<double>(clip->samples) / clip_rate;
    clips.emplace(sentence, std::move(*clip));
  }
  built.pack = pack(std::string(order.voice->language), speaker, clips);
  return built;
}

}  // namespace unknot::clips
