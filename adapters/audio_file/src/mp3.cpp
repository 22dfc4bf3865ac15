// MP3 by LAME. The tags stand before the sound and are made first, by TagLib in memory; the first
// frame holds the LAME tag with the encoder's delay and padding and is written again at the end,
// when they are known, so that players give back exactly the samples that went in.

#include <lame/lame.h>
#include <taglib/chapterframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>

#include <cerrno>

#include "encoder.hpp"

namespace unknot::audio_file {

namespace {

/// On average. A constant rate this low has no room for the LAME tag in its first frame, and
/// silence would cost as much as speech.
constexpr int kilobits = 40;
/// The fastest of LAME's settings that sounds no worse with a voice: see make bench.
constexpr int quality = 7;
/// LAME's own bound for what one call may give: 1.25 samples + 7200.
constexpr std::size_t slack = 7'200;
constexpr std::size_t block = 1 << 14;

TagLib::ByteVector id_of(std::size_t i) {
  const std::string id = "step" + std::to_string(i + 1);
  return {id.data(), static_cast<unsigned>(id.size())};
}

TagLib::String utf8(const std::string& text) { return {text, TagLib::String::UTF8}; }

TagLib::ID3v2::TextIdentificationFrame* text_frame(const char* id, const std::string& text) {
  auto* frame =
      new TagLib::ID3v2::TextIdentificationFrame(TagLib::ByteVector(id, 4), TagLib::String::UTF8);
  frame->setText(utf8(text));
  return frame;  // The tag or frame it is added to owns it.
}

unsigned milliseconds(std::int64_t samples) {
  return static_cast<unsigned>(samples * 1000 / sample_rate);
}

TagLib::ByteVector tags_of(const Tags& tags, std::int64_t samples) {
  TagLib::ID3v2::Tag tag;
  if (!tags.title.empty()) tag.addFrame(text_frame("TIT2", tags.title));
  if (!tags.language.empty()) tag.addFrame(text_frame("TLAN", tags.language));
  TagLib::ByteVectorList ids;
  const auto spans = spans_of(tags.chapters, samples);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    constexpr unsigned by_time = 0xFFFFFFFF;
    ids.append(id_of(i));
    auto* chapter = new TagLib::ID3v2::ChapterFrame(id_of(i), milliseconds(spans[i].from),
                                                    milliseconds(spans[i].to), by_time, by_time);
    chapter->addEmbeddedFrame(text_frame("TIT2", spans[i].title));
    tag.addFrame(chapter);
  }
  if (!ids.isEmpty()) {
    auto* contents = new TagLib::ID3v2::TableOfContentsFrame(TagLib::ByteVector("toc"), ids);
    contents->setIsTopLevel(true);
    contents->setIsOrdered(true);
    tag.addFrame(contents);
  }
  return tag.render(TagLib::ID3v2::v4);
}

std::span<const unsigned char> bytes_of(const TagLib::ByteVector& bytes) {
  return {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
}

}  // namespace

struct Writer::Mp3::State {
  lame_t lame = lame_init();
  std::size_t sound_at = 0;  ///< Where the first frame begins.
  std::vector<unsigned char> out = std::vector<unsigned char>(block * 5 / 4 + slack);
  ~State() {
    if (lame != nullptr) lame_close(lame);
  }
};

Writer::Mp3::Mp3() = default;
Writer::Mp3::~Mp3() = default;

base::Result<void> Writer::Mp3::open(const Tags& tags, std::int64_t samples) {
  state_ = std::make_unique<State>();
  lame_t lame = state_->lame;
  if (lame == nullptr) return std::unexpected(failure(file().path(), ENOMEM));
  lame_set_in_samplerate(lame, sample_rate);
  lame_set_out_samplerate(lame, sample_rate);
  lame_set_num_channels(lame, 1);
  lame_set_mode(lame, MONO);
  lame_set_VBR(lame, vbr_abr);
  lame_set_VBR_mean_bitrate_kbps(lame, kilobits);
  lame_set_quality(lame, quality);
  lame_set_bWriteVbrTag(lame, 1);
  lame_set_write_id3tag_automatic(lame, 0);
  if (lame_init_params(lame) < 0) return std::unexpected(failure(file().path(), EINVAL));
  const TagLib::ByteVector head = tags_of(tags, samples);
  state_->sound_at = head.size();
  return file().write(bytes_of(head));
}

base::Result<void> Writer::Mp3::write(std::span<const std::int16_t> samples) {
  while (!samples.empty()) {
    const auto now = samples.first(std::min(block, samples.size()));
    samples = samples.subspan(now.size());
    const int size =
        lame_encode_buffer(state_->lame, now.data(), nullptr, static_cast<int>(now.size()),
                           state_->out.data(), static_cast<int>(state_->out.size()));
    if (size < 0) return std::unexpected(failure(file().path(), EINVAL));
    const std::span<const unsigned char> bytes(state_->out.data(), static_cast<std::size_t>(size));
    if (auto written = file().write(bytes); !written) return written;
  }
  return {};
}

base::Result<void> Writer::Mp3::finish() {
  auto& out = state_->out;
  const int size = lame_encode_flush(state_->lame, out.data(), static_cast<int>(out.size()));
  if (size < 0) return std::unexpected(failure(file().path(), EINVAL));
  const std::span<const unsigned char> rest(out.data(), static_cast<std::size_t>(size));
  if (auto written = file().write(rest); !written) return written;
  const std::size_t tag = lame_get_lametag_frame(state_->lame, out.data(), out.size());
  if (tag == 0 || tag > out.size()) return {};
  return file().rewrite(static_cast<long>(state_->sound_at), {out.data(), tag});
}

}  // namespace unknot::audio_file
