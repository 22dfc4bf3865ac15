#include "live.hpp"

#include <algorithm>

#include "scan.hpp"
#include "unknot/journal/projections.hpp"

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

/// By id, each once. Stores give records in that order already.
void arrange(std::vector<const Record*>& records) {
  const auto out_of_order = [](const Record* a, const Record* b) { return !(a->id < b->id); };
  if (std::adjacent_find(records.begin(), records.end(), out_of_order) == records.end()) return;
  std::sort(records.begin(), records.end(), less);
  const auto one_id = [](const Record* a, const Record* b) { return a->id == b->id; };
  records.erase(std::unique(records.begin(), records.end(), one_id), records.end());
}

}  // namespace

Live::Live(std::span<const Record> records, std::initializer_list<RecordKind> kinds,
           std::string_view person) {
  std::array<bool, kind_count> wanted{};
  for (const RecordKind kind : kinds) wanted[static_cast<std::size_t>(kind)] = true;
  wanted[static_cast<std::size_t>(RecordKind::removal)] = true;
  for (const Record& record : records) {
    const auto kind = static_cast<std::size_t>(record.kind);
    if (!wanted[kind] || (!person.empty() && record.person != person)) continue;
    kinds_[kind].push_back(&record);
  }
  for (Bucket& bucket : kinds_) arrange(bucket);
  arrange_removals(kinds_[static_cast<std::size_t>(RecordKind::removal)]);
  if (removed_.empty()) return;
  for (Bucket& bucket : kinds_) {
    std::erase_if(bucket, [this](const Record* record) { return removed(*record); });
  }
}

/// The newest first: it may take back those before it.
void Live::arrange_removals(Bucket& removals) {
  for (std::size_t i = removals.size(); i-- > 0;) {
    const Record& removal = *removals[i];
    if (!named(removal.id, removal.person)) {
      removed_.emplace(target_of(removal), removal.person);
    }
  }
}

bool Live::removed(const Record& record) const {
  if (record.kind == RecordKind::removal) return false;  // Weighed already.
  if (named(record.id, record.person)) return true;
  return goes_with_session(record.kind) && !record.session.empty() &&
         named(record.session, record.person);
}

std::vector<Record> counting(std::span<const Record> records, std::span<const RecordKind> kinds) {
  std::vector<Record> out;
  for (const RecordKind kind : kinds) {
    const Live live(records, {kind});
    for (const Record* record : live.of(kind)) out.push_back(*record);
  }
  std::sort(out.begin(), out.end(), [](const Record& a, const Record& b) {
    return a.at == b.at ? before(a, b) : a.at < b.at;
  });
  return out;
}

}  // namespace unknot::journal
