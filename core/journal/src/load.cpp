#include <algorithm>
#include <limits>
#include <map>

#include "pieces.hpp"
#include "unknot/journal/projections.hpp"
#include "week.hpp"

namespace unknot::journal {

namespace {

using Sides = std::array<std::int32_t, model::side_count>;

/// Seconds by week and row of the catalogue. A week has less than a million of them; what a broken
/// log adds beyond stays at the most.
template <class Index>
using Weeks = std::map<std::pair<base::Day, Index>, std::array<std::int64_t, model::side_count>>;

template <class Index>
void add(Weeks<Index>& weeks, Index index, const Rolling& piece, const knowledge::Pack& pack) {
  auto& seconds = weeks[{week_of(piece.record->at), index}];
  for (model::SideIndex side = 0; side < model::side_count; ++side) {
    if (model::counts_at(pack, piece.area, piece.side, side)) seconds[side] += piece.seconds;
  }
}

Sides bounded(const std::array<std::int64_t, model::side_count>& seconds) {
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  Sides out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<std::int32_t>(std::min(seconds[i], most));
  }
  return out;
}

/// Every piece on an area of this catalogue.
template <class F>
void each_piece(std::span<const Record> records, const knowledge::Pack& pack, F on) {
  const PlaceNames names(pack);
  for (const Rolling& piece : pieces_of(Live(records, piece_kinds), {&names, {}})) {
    if (piece.area.valid() && pack[piece.area].kind == knowledge::PlaceKind::area) on(piece);
  }
}

}  // namespace

std::vector<Load> weekly_load(std::span<const Record> records, const knowledge::Pack& pack) {
  Weeks<knowledge::PlaceIndex> weeks;
  each_piece(records, pack, [&](const Rolling& piece) { add(weeks, piece.area, piece, pack); });
  std::vector<Load> out;
  for (const auto& [key, seconds] : weeks) out.push_back({key.first, key.second, bounded(seconds)});
  return out;
}

std::vector<MuscleLoad> weekly_muscle_load(std::span<const Record> records,
                                           const knowledge::Pack& pack) {
  Weeks<knowledge::MuscleIndex> weeks;
  each_piece(records, pack, [&](const Rolling& piece) {
    for (const auto muscle : pack[piece.area].muscles) add(weeks, muscle, piece, pack);
  });
  std::vector<MuscleLoad> out;
  for (const auto& [key, seconds] : weeks) out.push_back({key.first, key.second, bounded(seconds)});
  return out;
}

}  // namespace unknot::journal
