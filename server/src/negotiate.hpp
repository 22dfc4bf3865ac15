#pragma once
/// @file
/// What a client will take (RFC 9110): codings, the version it has already, a piece of the whole.

#include <cstdint>
#include <optional>
#include <string_view>

namespace unknot::server {

enum class Coding : std::uint8_t { identity, gzip, br };

struct Codings {
  bool gzip = false;
  bool br = false;
};

/// The coding to send by `Accept-Encoding`, of those there are: the highest quality counts, between
/// equals the smaller form. Nothing when the client takes none of them, not even the bytes as they
/// are.
[[nodiscard]] std::optional<Coding> choose_coding(std::string_view accept, Codings there_are);

/// Whether `If-None-Match` names the entity tag (`"..."`), weakly compared; `*` names every one.
[[nodiscard]] bool names_tag(std::string_view list, std::string_view tag);

/// A piece of a whole of `size` bytes: `length` bytes from `first` on.
struct Piece {
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

struct Wanted {
  enum class Kind : std::uint8_t { whole, piece, unsatisfiable };
  Kind kind = Kind::whole;
  Piece piece;
};

/// What `Range` asks for. One that is malformed, of another unit or of several pieces asks for the
/// whole, as the standard allows.
[[nodiscard]] Wanted wanted_piece(std::string_view range, std::uint64_t size);

/// Whether `If-Range` lets a range count: empty, or exactly this strong tag.
[[nodiscard]] bool range_counts(std::string_view if_range, std::string_view tag);

}  // namespace unknot::server
