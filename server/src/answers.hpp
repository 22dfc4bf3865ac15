#pragma once
/// @file
/// Answers that were given before. Planning takes half a millisecond, telling the same plan again
/// does not; and whoever did not get an answer asks the same once more.

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::server {

/// Answers by the very bytes of their request, the newest ones. They say how somebody feels: they
/// are in memory alone, and forgotten with the log. May be used from several threads.
class Answers {
 public:
  using Text = std::shared_ptr<const std::string>;

  explicit Answers(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Null: it was not asked, or not lately.
  [[nodiscard]] Text find(std::string_view request) const;
  void keep(std::string_view request, Text answer);
  void forget();

 private:
  struct Kept {
    std::size_t hash;
    std::string request;
    Text answer;
  };

  mutable std::mutex mutex_;
  std::deque<Kept> kept_;
  std::size_t bytes_ = 0;
  std::size_t most_bytes_;
};

}  // namespace unknot::server
