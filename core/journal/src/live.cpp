#include "live.hpp"

#include <algorithm>

#include "scan.hpp"

namespace unknot::journal {

namespace {

/// What a removal names, as a view into its data; empty when it names nothing readable.
std::string_view target_of(const Record& removal) {
  scan::Cursor cursor(removal.data);
  scan::Member member;
  if (!cursor.open('{')) return {};
  while (cursor.next_member(member)) {
    const bool named = member.key == "of" && member.value.kind == scan::Kind::string;
    if (named) return member.value.raw.substr(1, member.value.raw.size() - 2);
  }
  return {};
}

bool goes_with_session(RecordKind kind) {
  return kind == RecordKind::event || kind == RecordKind::session || kind == RecordKind::rolled ||
         kind == RecordKind::level;
}

bool less(const Record* a, const Record* b) { return before(*a, *b); }

}  // namespace

Removals::Removals(std::span<const Record> records) {
  std::vector<const Record*> removals;
  for (const Record& record : records) {
    if (record.kind == RecordKind::removal) removals.push_back(&record);
  }
  std::sort(removals.begin(), removals.end(), less);
  for (std::size_t i = removals.size(); i-- > 0;) {
    const Record& removal = *removals[i];
    if (!named(removal.id, removal.person)) {
      removed_.emplace(target_of(removal), removal.person);
    }
  }
}

bool Removals::hit(const Record& record) const {
  if (removed_.empty()) return false;
  if (named(record.id, record.person)) return true;
  return goes_with_session(record.kind) && !record.session.empty() &&
         named(record.session, record.person);
}

std::vector<const Record*> live(std::span<const Record> records, const Removals& removals,
                                std::initializer_list<RecordKind> kinds) {
  std::vector<const Record*> out;
  for (const Record& record : records) {
    const bool wanted = std::find(kinds.begin(), kinds.end(), record.kind) != kinds.end();
    if (wanted && !removals.hit(record)) out.push_back(&record);
  }
  const auto rising = [](const Record* a, const Record* b) { return a->id < b->id; };
  const auto in_order = [&](const Record* a, const Record* b) { return !rising(a, b); };
  if (std::adjacent_find(out.begin(), out.end(), in_order) == out.end()) return out;
  std::sort(out.begin(), out.end(), less);
  const auto one_id = [](const Record* a, const Record* b) { return a->id == b->id; };
  out.erase(std::unique(out.begin(), out.end(), one_id), out.end());
  return out;
}

}  // namespace unknot::journal
