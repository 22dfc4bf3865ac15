#include "bytes.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>

namespace unknot::clips {

std::string four_bytes(std::uint32_t value) {
  std::string out;
  for (int i = 0; i < 4; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
  return out;
}

std::uint32_t number_of(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return in.bad() ? std::nullopt : std::optional{std::move(bytes)};
}

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
  auto part = path;
  part += ".part" + std::to_string(getpid());
  std::ofstream out(part, std::ios::binary);
  out << bytes;
  out.close();
  std::error_code trouble;
  if (out) std::filesystem::rename(part, path, trouble);
  if (out && !trouble) return true;
  std::filesystem::remove(part, trouble);
  return false;
}

}  // namespace unknot::clips
