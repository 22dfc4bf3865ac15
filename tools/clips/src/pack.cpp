#include "pack.hpp"

#include "bytes.hpp"
#include "unknot/base/json.hpp"

namespace unknot::clips {

std::string pack(const std::string& language, const std::string& voice,
                 const std::map<std::string, Clip>& clips) {
  base::JsonWriter header;
  std::string data;
  header.begin_object();
  header.key("format").string("unknot/clips@1");
  header.key("language").string(language);
  header.key("voice").string(voice);
  header.key("sample_rate").number(clip_rate);
  header.key("entries").begin_array();
  for (const auto& [sentence, clip] : clips) {
    header.begin_object();
    header.key("sentence").string(sentence);
    header.key("offset").number(static_cast<std::int64_t>(data.size()));
    header.key("bytes").number(static_cast<std::int64_t>(clip.mp3.size()));
    header.key("samples").number(clip.samples);
    header.end_object();
    data += clip.mp3;
  }
  header.end_array().end_object();
  const std::string& json = header.text();
  return "UNKNOTC1" + four_bytes(static_cast<std::uint32_t>(json.size())) + json + data;
}

}  // namespace unknot::clips
