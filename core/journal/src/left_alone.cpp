#include <cstdlib>

#include "pieces.hpp"
#include "unknot/journal/data.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/knowledge/numbers.hpp"

namespace unknot::journal {

namespace {

using knowledge::Number;
using knowledge::Pack;
using knowledge::PlaceIndex;

constexpr std::int64_t hour_seconds = 3600;

constexpr std::initializer_list<RecordKind> telling_kinds = {RecordKind::rolled, RecordKind::level,
                                                             RecordKind::area_over};

/// Gathers areas that are to be left alone, each until the latest of its times.
class Gathering {
 public:
  Gathering(const Pack& pack, base::Instant now)
      : pack_(pack),
        now_(now),
        span_(pack.number(Number::left_alone_hours) * hour_seconds),
        until_(knowledge::area_count(pack)) {}

  void add(PlaceIndex area, base::Instant since) {
    if (!area.valid() || pack_[area].kind != knowledge::PlaceKind::area) return;
    if (std::abs(now_.seconds - since.seconds) > span_) return;
    put(area, since);
    for (const PlaceIndex other : pack_[area].overlaps) put(other, since);
  }

  /// What was before does not count any more.
  base::Instant from() const { return {now_.seconds - span_, now_.offset_minutes}; }

  std::vector<LeftAlone> take() const {
    std::vector<LeftAlone> out;
    for (std::size_t i = 0; i < until_.size(); ++i) {
      if (until_[i]) out.push_back({PlaceIndex{static_cast<std::uint16_t>(i)}, *until_[i]});
    }
    return out;
  }

 private:
  void put(PlaceIndex area, base::Instant since) {
    since.seconds += span_;
    auto& until = until_[area.value];
    if (!until || *until < since) until = since;
  }

  const Pack& pack_;
  base::Instant now_;
  std::int64_t span_;
  std::vector<std::optional<base::Instant>> until_;
};

}  // namespace

std::vector<LeftAlone> left_alone(std::span<const Record> records, const Pack& pack,
                                  base::Instant now) {
  const Live log(records, telling_kinds);
  const PlaceNames names(pack);
  Gathering out(pack, now);
  for (const Record* record : log.of(RecordKind::area_over)) {
    if (const auto data = area_over_data(*record)) out.add(names.find(data->area), record->at);
  }
  const std::int32_t too_strong = pack.number(Number::end_level_min);
  for (const Rolling& piece : pieces_of(log, {&names, {}, out.from()})) {
    if (piece.level && *piece.level >= too_strong) out.add(piece.area, piece.record->at);
  }
  return out.take();
}

std::vector<model::Wish> as_avoided(std::span<const LeftAlone> areas) {
  std::vector<model::Wish> out;
  for (const LeftAlone& one : areas) {
    out.push_back({one.area, model::Side::both, std::string(model::why_hurt)});
  }
  return out;
}

}  // namespace unknot::journal
