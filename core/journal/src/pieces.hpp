#pragma once
/// @file
/// The pieces of rolling in a log, with what the projections ask of them. Read field by field from
/// the text of the records: a log of ten years has tens of thousands.

#include "live.hpp"
#include "unknot/knowledge/pack.hpp"
#include "unknot/model/request.hpp"

namespace unknot::journal {

struct Rolling {
  const Record* record = nullptr;
  knowledge::PlaceIndex area;  ///< Unset: no area of this catalogue.
  model::Side side = model::Side::both;
  std::int32_t seconds = 0;
  std::int32_t rung = 1;
  std::optional<std::int32_t> level;
  std::uint32_t session = 0;  ///< Pieces of one session have one number.
};

/// What names the session of a piece: its own id when it was entered alone.
[[nodiscard]] inline std::string_view session_of(const Record& record) {
  return record.session.empty() ? std::string_view(record.id) : std::string_view(record.session);
}

/// How it was rolled, as it was written; empty: not said.
[[nodiscard]] std::string technique_of(const Record& rolled);

/// Places by id, without going over all of them each time.
class PlaceNames {
 public:
  explicit PlaceNames(const knowledge::Pack& pack);
  [[nodiscard]] knowledge::PlaceIndex find(std::string_view id) const;

 private:
  std::vector<std::pair<std::string_view, knowledge::PlaceIndex>> sorted_;
};

/// What pieces are made of.
inline constexpr std::initializer_list<RecordKind> piece_kinds = {RecordKind::rolled,
                                                                  RecordKind::level};

struct PieceQuery {
  const PlaceNames* places = nullptr;      ///< Null pointer: areas are not looked up.
  std::optional<base::Instant> until;      ///< Pieces, and levels said, after it do not count.
  std::optional<base::Instant> from = {};  ///< Pieces before it do not count.
};

/// In the order of their ids; what cannot be read is left out.
/// @param log  With the kinds of piece_kinds.
[[nodiscard]] std::vector<Rolling> pieces_of(const Live& log, const PieceQuery& query);

/// Order of happening; the id decides within a second.
[[nodiscard]] inline bool earlier(const Record& a, const Record& b) {
  return a.at != b.at ? a.at < b.at : a.id < b.id;
}

}  // namespace unknot::journal
