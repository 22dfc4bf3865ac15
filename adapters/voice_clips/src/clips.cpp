#include "unknot/voice_clips/clips.hpp"

#include <algorithm>

#include "file.hpp"
#include "header.hpp"
#include "unknot/base/text.hpp"
#include "unknot/voice_clips/mp3.hpp"

namespace unknot::voice_clips {

using base::ErrorCode;

struct Clips::Pack {
  File file;
  Header header;
  std::uint64_t data = 0;  ///< Where the data starts in the file.

  [[nodiscard]] const Entry* find(std::string_view sentence) const {
    const auto at = std::ranges::lower_bound(header.entries, sentence, {}, &Entry::sentence);
    return at != header.entries.end() && at->sentence == sentence ? &*at : nullptr;
  }
};

namespace {

base::Result<const Entry*> known(const Entry* entry, std::string_view sentence) {
  if (entry != nullptr) return entry;
  return base::fail(ErrorCode::id_unknown, "sentence",
                    base::shorten(base::printable(sentence), base::shown_value_length),
                    "a sentence of this clip pack");
}

/// Little-endian, whatever the machine is.
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) {
    value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

}  // namespace

Clips::Clips(std::unique_ptr<const Pack> pack) : pack_(std::move(pack)) {}
Clips::Clips(Clips&&) noexcept = default;
Clips& Clips::operator=(Clips&&) noexcept = default;
Clips::~Clips() = default;

const std::string& Clips::language() const { return pack_->header.language; }
const std::string& Clips::voice() const { return pack_->header.voice; }
int Clips::sample_rate() const { return pack_->header.sample_rate; }
std::size_t Clips::size() const { return pack_->header.entries.size(); }

std::optional<std::uint32_t> Clips::length(std::string_view sentence) const {
  const Entry* entry = pack_->find(sentence);
  if (entry == nullptr) return std::nullopt;
  return entry->samples;
}

base::Result<std::string> Clips::mp3(std::string_view sentence) const {
  const auto entry = known(pack_->find(sentence), sentence);
  if (!entry) return std::unexpected(entry.error());
  auto bytes = pack_->file.read(pack_->data + (*entry)->offset, (*entry)->bytes);
  if (!bytes) {
    return base::fail(ErrorCode::contradiction, "clip", "a file cut off since it was opened",
                      std::to_string((*entry)->bytes) + " bytes");
  }
  return std::move(*bytes);
}

base::Result<std::vector<std::int16_t>> Clips::pcm(std::string_view sentence) const {
  const auto bytes = mp3(sentence);
  if (!bytes) return std::unexpected(bytes.error());
  return decode_mp3(*bytes, *length(sentence), sample_rate());
}

base::Result<Clips> open(const std::string& path) {
  auto file = File::open(path);
  if (!file) {
    return base::fail(ErrorCode::format_unknown, path, "no file that can be read", "a clip pack");
  }
  const auto start = file->read(0, preamble);
  if (!start || !start->starts_with(magic)) {
    return base::fail(ErrorCode::format_unknown, path, "a file of something else", "a clip pack");
  }
  const std::uint32_t length = number_at(*start, magic.size());
  const std::uint64_t left = file->size() - preamble;
  if (length > most_header_bytes || length > left) {
    return base::fail(ErrorCode::out_of_range, "header", std::to_string(length) + " bytes",
                      "what the file has room for");
  }
  const auto json = file->read(preamble, length);
  if (!json) {
    return base::fail(ErrorCode::contradiction, "header", "a file cut off since it was opened",
                      std::to_string(length) + " bytes");
  }
  auto header = read_header(*json, left - length);
  if (!header) return std::unexpected(header.error());
  return Clips(std::make_unique<const Clips::Pack>(Clips::Pack{
      .file = std::move(*file), .header = std::move(*header), .data = preamble + length}));
}

}  // namespace unknot::voice_clips
