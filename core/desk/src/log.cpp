#include "log.hpp"

#include <algorithm>

namespace unknot::desk {

using journal::Profile;
using journal::Record;
using journal::RecordKind;

namespace {

bool lower_id(const Record& a, const Record& b) { return a.id < b.id; }

std::unexpected<base::Error> other_content(const Record& record) {
  return base::fail(base::ErrorCode::contradiction, "id", record.id,
                    "the record that the log has under it, word for word");
}

}  // namespace

const Record* Log::find(std::string_view id) const {
  const auto found =
      std::lower_bound(records_.begin(), records_.end(), id,
                       [](const Record& record, std::string_view one) { return record.id < one; });
  return found != records_.end() && found->id == id ? &*found : nullptr;
}

/// Those that are not here yet, sorted, each once.
base::Result<std::vector<Record>> Log::new_ones(std::span<const Record> records) const {
  std::vector<Record> out;
  for (const Record& record : records) {
    Record stored = journal::as_stored(record);
    const Record* here = find(stored.id);
    if (here == nullptr) {
      out.push_back(std::move(stored));
    } else if (!journal::same(*here, stored)) {
      return other_content(stored);
    }
  }
  std::sort(out.begin(), out.end(), lower_id);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i].id == out[i - 1].id && !journal::same(out[i], out[i - 1])) {
      return other_content(out[i]);
    }
  }
  const auto again = std::unique(out.begin(), out.end(),
                                 [](const Record& a, const Record& b) { return a.id == b.id; });
  out.erase(again, out.end());
  return out;
}

base::Result<std::size_t> Log::add(std::span<const Record> records) {
  auto fresh = new_ones(records);
  if (!fresh) return std::unexpected(std::move(fresh.error()));
  const auto before = static_cast<std::ptrdiff_t>(records_.size());
  for (Record& record : *fresh) records_.push_back(std::move(record));
  const auto middle = records_.begin() + before;
  const bool in_order = before == 0 || middle == records_.end() || lower_id(*(middle - 1), *middle);
  if (!in_order) std::inplace_merge(records_.begin(), middle, records_.end(), lower_id);
  return fresh->size();
}

std::size_t Log::forget(std::string_view person) {
  return std::erase_if(records_,
                       [&](const Record& one) { return journal::belongs_to(one, person); });
}

std::vector<Record> Log::facts_of(std::string_view person) const {
  std::vector<Record> out = with_plans(person);
  std::erase_if(out, [](const Record& one) { return one.kind == RecordKind::plan; });
  return out;
}

std::vector<Record> Log::with_plans(std::string_view person) const {
  std::vector<Record> out;
  for (const Record& record : records_) {
    if (record.kind == RecordKind::event || !journal::belongs_to(record, person)) continue;
    out.push_back(record);
  }
  return out;
}

std::vector<Profile> Log::people(base::Instant now) const {
  return journal::people(records_, pack_, now);
}

std::optional<Profile> Log::last_used(base::Instant now) const {
  const auto everybody = people(now);
  for (auto record = records_.rbegin(); record != records_.rend(); ++record) {
    for (const Profile& one : everybody) {
      if (one.id == record->person || one.id == record->id) return one;
    }
  }
  return std::nullopt;
}

std::optional<BrokenOff> Log::broken_off(std::string_view person) const {
  const Record* plan = newest_plan(records_, person);
  return plan == nullptr ? std::nullopt : desk::broken_off(*plan, records_, pack_);
}

}  // namespace unknot::desk
