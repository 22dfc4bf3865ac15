#include "answers.hpp"

#include <functional>

namespace unknot::server {

namespace {

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

}  // namespace

Answers::Text Answers::find(std::string_view request) const {
  const std::size_t hash = hash_of(request);
  const std::lock_guard lock(mutex_);
  for (const Kept& one : kept_) {
    if (one.hash == hash && one.request == request) return one.answer;
  }
  return nullptr;
}

void Answers::keep(std::string_view request, Text answer) {
  const std::size_t size = request.size() + answer->size();
  if (size > most_bytes_ / 4 || find(request) != nullptr) return;
  const std::lock_guard lock(mutex_);
  kept_.push_front({hash_of(request), std::string(request), std::move(answer)});
  bytes_ += size;
  while (bytes_ > most_bytes_) {
    bytes_ -= kept_.back().request.size() + kept_.back().answer->size();
    kept_.pop_back();
  }
}

void Answers::forget() {
  const std::lock_guard lock(mutex_);
  kept_.clear();
  bytes_ = 0;
}

}  // namespace unknot::server
