// How fast a session takes events, and how much memory it holds. Times are of this machine and this
// run; memory is every byte that malloc gave between the making of an engine and its end.

#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>

#include "requests.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/planner/planner.hpp"
#include "unknot/session/engine.hpp"

namespace {

std::size_t held = 0;
std::size_t most_held = 0;

void* take(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  held += malloc_usable_size(memory);
  if (held > most_held) most_held = held;
  return memory;
}

void give(void* memory) {
  if (memory != nullptr) held -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void operator delete(void* memory) noexcept { give(memory); }
void operator delete(void* memory, std::size_t) noexcept { give(memory); }

namespace {

using namespace unknot;

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

/// The longest plan of some hundred people.
safety::VettedPlan longest_plan() {
  property::RequestMaker maker(pack(), 99);
  std::optional<safety::VettedPlan> longest;
  for (int i = 0; i < 500; ++i) {
    const auto request = model::read_request(maker.next(), pack(), {});
    if (!request) continue;
    auto answer = planner::plan(*request, pack());
    const bool longer =
        answer.plan && (!longest || answer.plan->total_seconds() > longest->total_seconds());
    if (longer) longest = std::move(answer.plan);
  }
  if (!longest) std::abort();
  return std::move(*longest);
}

/// One session, ticked every `tick_ms` until it is over, with a view after each tick as a screen
/// takes it. Answers the number of events.
long long guided(const safety::VettedPlan& plan, std::int64_t tick_ms) {
  session::Engine engine(plan, pack());
  session::Moment at{0};
  long long events = 1;
  long long said = static_cast<long long>(engine.on({session::EventKind::start}, at).size());
  while (!engine.over()) {
    at.ms += tick_ms;
    said += static_cast<long long>(engine.on({}, at).size());
    if (engine.view().asks_level) {
      said += static_cast<long long>(engine.on({session::EventKind::level, 4}, at).size());
      ++events;
    }
    ++events;
  }
  if (said == 0) std::abort();
  return events;
}

}  // namespace

int main() {
  const safety::VettedPlan plan = longest_plan();
  constexpr std::int64_t tick_ms = 100;
  held = 0;
  most_held = 0;
  const long long once = guided(plan, tick_ms);
  std::printf("a session of %d s in %zu steps: %lld events, at most %zu bytes held\n",
              plan.total_seconds(), plan.steps().size(), once, most_held);
  long long events = 0;
  const auto start = std::clock();
  for (int i = 0; i < 200; ++i) events += guided(plan, tick_ms);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%.0f events/s with a view after each\n", static_cast<double>(events) / seconds);
  return 0;
}
