#pragma once
/// @file
/// Threads for work that takes longer than talking to a client.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace unknot::server {

/// Jobs in the order they came. Ends with the jobs that are waiting done.
class Workers {
 public:
  using Job = std::move_only_function<void()>;

  Workers(unsigned threads, std::size_t most_waiting);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  void take(Job job);
  /// Whether so many are waiting that a further one had better come later.
  [[nodiscard]] bool full();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable there_is_work_;
  std::deque<Job> waiting_;
  std::size_t most_waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace unknot::server
