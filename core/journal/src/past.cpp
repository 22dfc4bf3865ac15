#include "past.hpp"

#include <algorithm>

#include "unknot/journal/data.hpp"
#include "unknot/knowledge/numbers.hpp"

namespace unknot::journal {

namespace {

using knowledge::Number;
using knowledge::Pack;
using model::AfterEffect;

/// A word about how an area felt, with where it belongs.
struct Word {
  const Record* record = nullptr;
  AfterEffectData data;
};

/// How strict an effect is: not knowing comes last.
int weight(AfterEffect effect) {
  return effect == AfterEffect::unknown ? -1 : static_cast<int>(effect);
}

void worse(std::optional<AfterEffect>& worst, AfterEffect effect) {
  if (!worst || weight(effect) > weight(*worst)) worst = effect;
}

/// Brings the words about one place into its sessions.
class Feelings {
 public:
  explicit Feelings(Past& past) : past_(past) {}

  void take(const Word& word) {
    if (word.data.gone) {
      close(word);
    } else {
      open_.push_back(mentions_.size());
      mention(word, *word.data.effect, false);
    }
  }

  void finish() {
    for (const Mention& m : mentions_) {
      if (!m.gone && is_harm(m.effect)) worse(past_.open_harm, m.effect);
      if (!counts(m)) continue;
      Felt& felt = felt_of(m);
      worse(felt.worst, m.effect);
      felt.harm |= is_harm(m.effect);
      felt.gone = true;
    }
    for (const Mention& m : mentions_) {
      if (!counts(m)) continue;
      Felt& felt = felt_of(m);
      const bool over = m.gone || m.effect == AfterEffect::none;
      if (m.effect == felt.worst) felt.gone &= over;
    }
  }

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  struct Mention {
    AfterEffect effect = AfterEffect::unknown;
    std::size_t session = nowhere;
    const Record* record = nullptr;
    bool gone = false;
  };

  void mention(const Word& word, AfterEffect effect, bool gone) {
    mentions_.push_back({effect, session_for(*word.record), word.record, gone});
  }

  /// What is gone was there: with nothing of the kind said before, it is said now.
  void close(const Word& word) {
    const auto meant = [&](std::size_t i) {
      return !word.data.effect || mentions_[i].effect == *word.data.effect;
    };
    bool any = false;
    for (const std::size_t i : open_) {
      if (meant(i)) any = mentions_[i].gone = true;
    }
    std::erase_if(open_, meant);
    if (!any && word.data.effect) mention(word, *word.data.effect, true);
  }

  /// The session it names, if that was here; else the last one before, if it names none.
  std::size_t session_for(const Record& record) const {
    const auto& all = past_.sessions;
    if (record.session.empty()) {
      const auto after = std::upper_bound(
          all.begin(), all.end(), record.at,
          [](base::Instant at, const SessionHere& here) { return at < here.last->at; });
      return static_cast<std::size_t>(after - all.begin()) - 1;
    }
    for (std::size_t i = all.size(); i-- > 0;) {
      if (session_of(*all[i].last) == record.session) return i;
    }
    return nowhere;
  }

  Felt& felt_of(const Mention& m) const {
    return m.session == nowhere ? past_.apart : past_.sessions[m.session].felt;
  }

  /// What belongs to no session is over once there was another one.
  bool counts(const Mention& m) const {
    return m.session != nowhere || past_.sessions.empty() ||
           !(m.record->at < past_.sessions.back().last->at);
  }

  Past& past_;
  std::vector<Mention> mentions_;
  std::vector<std::size_t> open_;  ///< Of mentions_, those that are not gone.
};

std::vector<Word> words_of(const Live& log, base::Instant now) {
  std::vector<Word> out;
  for (const Record* record : log.of(RecordKind::after_effect)) {
    if (record->at > now) continue;
    auto data = after_effect_data(*record);
    if (data) out.push_back({record, std::move(*data)});
  }
  std::sort(out.begin(), out.end(),
            [](const Word& a, const Word& b) { return earlier(*a.record, *b.record); });
  return out;
}

/// One session's pieces, in order of happening. A level that is not known makes the session's
/// unknown, unless one that is known is high enough to step back for: that must not be lost.
SessionHere session_here(std::span<const Rolling> pieces, std::int32_t back_level) {
  SessionHere out{
      .last = pieces.back().record, .number = pieces.back().session, .rung = pieces.back().rung};
  bool known = true;
  for (const Rolling& piece : pieces) {
    known &= piece.level.has_value();
    if (piece.level) out.level = std::max(*piece.level, out.level.value_or(0));
  }
  if (!known && out.level && *out.level < back_level) out.level.reset();
  return out;
}

bool happened(const Rolling& a, const Rolling& b) { return earlier(*a.record, *b.record); }

/// Sorted only when it must be: logs come in order, and there are ten years of them.
template <class T, class Less>
void arrange(std::vector<T>& all, Less less) {
  if (!std::is_sorted(all.begin(), all.end(), less)) std::sort(all.begin(), all.end(), less);
}

void draw_sessions(Past& past, std::int32_t back_level) {
  arrange(past.pieces, [](const Rolling& a, const Rolling& b) {
    return a.session != b.session ? a.session < b.session : happened(a, b);
  });
  const std::span<const Rolling> pieces = past.pieces;
  for (std::size_t from = 0, to = 0; from < pieces.size(); from = to) {
    while (to < pieces.size() && pieces[to].session == pieces[from].session) ++to;
    past.sessions.push_back(session_here(pieces.subspan(from, to - from), back_level));
  }
  arrange(past.sessions,
          [](const SessionHere& a, const SessionHere& b) { return earlier(*a.last, *b.last); });
  arrange(past.pieces, happened);
}

/// One place for each side of each area: left, right, or the middle in the place of left.
std::vector<Past> places_for(const Pack& pack) {
  std::vector<Past> out;
  for (std::size_t i = 0; i < knowledge::area_count(pack); ++i) {
    const bool middle = pack.places[i].sides == knowledge::Sides::middle;
    for (model::SideIndex side = 0; side < model::side_count; ++side) {
      out.push_back({.area = knowledge::PlaceIndex{static_cast<std::uint16_t>(i)},
                     .side = middle ? model::Side::middle : model::side_at(side)});
    }
  }
  return out;
}

/// Calls `on` with each place that `side` of `area` means.
template <class F>
void each_side(std::vector<Past>& all, const Pack& pack, knowledge::PlaceIndex area,
               model::Side side, F on) {
  if (!area.valid() || pack[area].kind != knowledge::PlaceKind::area) return;
  const bool middle = pack[area].sides == knowledge::Sides::middle;
  for (model::SideIndex i = 0; i < (middle ? 1 : model::side_count); ++i) {
    if (model::counts_at(pack, area, side, i)) on(all[area.value * model::side_count + i]);
  }
}

}  // namespace

bool is_harm(AfterEffect effect) {
  return effect == AfterEffect::bruise || effect == AfterEffect::tingling ||
         effect == AfterEffect::swelling;
}

std::vector<Past> pasts(const Live& log, const Pack& pack, base::Instant now) {
  const PlaceNames names(pack);
  std::vector<Past> all = places_for(pack);
  for (const Rolling& piece : pieces_of(log, {&names, now})) {
    each_side(all, pack, piece.area, piece.side, [&](Past& past) { past.pieces.push_back(piece); });
  }
  for (Past& past : all) draw_sessions(past, pack.number(Number::back_level_min));
  std::vector<Feelings> feelings(all.begin(), all.end());
  for (const Word& word : words_of(log, now)) {
    each_side(all, pack, names.find(word.data.area), word.data.side, [&](Past& past) {
      feelings[static_cast<std::size_t>(&past - all.data())].take(word);
    });
  }
  for (Feelings& one : feelings) one.finish();
  std::erase_if(all, [](const Past& past) {
    return past.sessions.empty() && !past.open_harm && !past.apart.harm;
  });
  return all;
}

Felt latest_felt(const Past& past) {
  if (past.sessions.empty()) return past.apart;
  Felt last = past.sessions.back().felt;
  const Felt& apart = past.apart;
  if (apart.worst && (!last.worst || weight(*apart.worst) > weight(*last.worst))) return apart;
  return last;
}

}  // namespace unknot::journal
