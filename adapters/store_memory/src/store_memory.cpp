#include "unknot/store_memory/store_memory.hpp"

#include <functional>
#include <map>

#include "unknot/base/sha256.hpp"
#include "unknot/journal/format.hpp"

namespace unknot::store_memory {

namespace {

using journal::Record;
using Records = std::map<std::string, Record, std::less<>>;

class MemoryStore final : public journal::Store {
 public:
  base::Result<std::size_t> append(std::span<const Record> records) override {
    Records fresh;
    for (const Record& record : records) {
      const auto before = records_.find(record.id);
      const auto& kept = before != records_.end()
                             ? before->second
                             : fresh.try_emplace(record.id, as_stored(record)).first->second;
      if (!same(kept, as_stored(record))) {
        return base::fail(base::ErrorCode::contradiction, "record " + record.id, "other content",
                          "what is written under this id already: records never change");
      }
    }
    const auto added = fresh.size();
    records_.merge(fresh);
    return added;
  }

  base::Result<std::vector<Record>> read(const journal::Query& query) override {
    std::vector<Record> found;
    for (const auto& [id, record] : records_) {
      if (matches(record, query)) found.push_back(record);
    }
    return found;
  }

  base::Result<std::vector<std::string>> ids() override {
    std::vector<std::string> out;
    for (const auto& [id, record] : records_) out.push_back(id);
    return out;
  }

  base::Result<journal::Extent> extent() override {
    std::string all;
    for (const auto& [id, record] : records_) all += journal::write_journal({&record, 1}, {});
    return journal::Extent{records_.size(), base::to_hex(base::sha256(all))};
  }

  base::Result<std::size_t> forget(std::string_view person) override {
    return std::erase_if(records_,
                         [&](const auto& entry) { return belongs_to(entry.second, person); });
  }

 private:
  Records records_;
};

}  // namespace

std::unique_ptr<journal::Store> make() { return std::make_unique<MemoryStore>(); }

}  // namespace unknot::store_memory
