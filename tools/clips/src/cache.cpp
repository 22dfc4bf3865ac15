#include "cache.hpp"

#include "bytes.hpp"
#include "unknot/base/sha256.hpp"

namespace unknot::clips {

namespace {

constexpr std::size_t digest_bytes = 32;

std::string digest(std::string_view bytes) {
  const auto sum = base::sha256(bytes);
  return {sum.begin(), sum.end()};
}

}  // namespace

// Samples and MP3, after the SHA-256 of both.
std::optional<Clip> Cache::find(std::string_view sentence) const {
  const auto bytes = read_file(file_of(sentence));
  if (!bytes || bytes->size() < digest_bytes + 4) return std::nullopt;
  const std::string_view content = std::string_view(*bytes).substr(digest_bytes);
  if (digest(content) != bytes->substr(0, digest_bytes)) return std::nullopt;
  return Clip{.mp3 = std::string(content.substr(4)), .samples = number_of(content)};
}

bool Cache::keep(std::string_view sentence, const Clip& clip) const {
  const std::string content = four_bytes(clip.samples) + clip.mp3;
  return write_file(file_of(sentence), digest(content) + content);
}

std::filesystem::path Cache::file_of(std::string_view sentence) const {
  // No name and no sentence has a line break, so none runs into the other.
  const auto key = made_by_ + "\n" + std::string(sentence);
  return folder_ / (base::to_hex(base::sha256(key)) + ".clip");
}

}  // namespace unknot::clips
