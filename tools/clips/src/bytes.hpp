#pragma once
/// @file
/// Numbers as the files of this tool have them: 4 bytes, lowest first; whole files in and out.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::clips {

[[nodiscard]] std::string four_bytes(std::uint32_t value);

/// The number in the first four of `bytes`, of which there are at least four.
[[nodiscard]] std::uint32_t number_of(std::string_view bytes);

[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path);

/// The file has that name only once it is whole. False when it cannot be written.
[[nodiscard]] bool write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace unknot::clips
