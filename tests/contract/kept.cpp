#include "kept.hpp"

#include <map>

#include "sample_records.hpp"

namespace unknot::contract {

Verdict judge(const std::vector<journal::Record>& found, const std::vector<Batch>& written) {
  std::map<std::string, const journal::Record*> there;
  for (const auto& record : found) there[record.id] = &record;
  Verdict verdict;
  for (const Batch& batch : written) {
    std::size_t present = 0;
    for (std::uint64_t number = batch.from; number < batch.from + batch.count; ++number) {
      const auto at = there.find(sample_id(number));
      if (at == there.end()) continue;
      ++present;
      if (!journal::same(*at->second, sample(number))) ++verdict.strange;
      there.erase(at);
    }
    if (batch.acknowledged) verdict.lost += batch.count - present;
    if (present != 0 && present != batch.count) ++verdict.halves;
  }
  verdict.strange += there.size();
  return verdict;
}

}  // namespace unknot::contract
