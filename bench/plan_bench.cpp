// How long a plan takes, and what of it the search is. Times are of this machine and this run;
// what is worth quoting are the ratios.
//
//   plan_bench            percentiles of planning for two kinds of person
//   plan_bench requests N N random requests, one a line, for the batch and WebAssembly timings
//   plan_bench times FILE for each request of the file, one a line: microseconds, owed offers made,
//                         benefit (-1 without a plan); tools/oracle/bench.py holds them against
//                         solvers of the same model

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "requests.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/model/request_format.hpp"

namespace {

/// Time this thread has worked: what else runs on the machine does not count.
struct Clock {
  using duration = std::chrono::nanoseconds;
  static duration now() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
  }
};

using namespace unknot;

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

double microseconds(Clock::duration d) {
  return std::chrono::duration<double, std::micro>(d).count();
}

/// Random people, all screened and well, with the tools and minutes asked for.
std::vector<model::Request> people(std::size_t count, std::size_t tools, std::int32_t minutes) {
  property::Random random(99);
  property::RequestMaker maker(pack(), 99);
  std::vector<model::Request> out;
  while (out.size() < count) {
    auto request = model::read_request(maker.next(), pack(), {});
    if (!request) continue;
    request->conditions.clear();
    request->red_flags = {true, request->now, {}};
    request->minutes = minutes;
    request->starts_in_minutes.reset();
    request->person = {.experience = model::Experience::seasoned};
    request->at = {knowledge::Support::floor, knowledge::Support::wall, knowledge::Support::chair,
                   knowledge::Support::bed};
    request->tools.clear();
    for (std::size_t i = 0; i < tools; ++i) {
      const auto& preset = pack().presets[random.below(pack().presets.size())];
      request->tools.push_back({"tool " + std::to_string(i),
                                preset.kind,
                                preset.density,
                                preset.surface,
                                {},
                                {},
                                false});
    }
    out.push_back(std::move(*request));
  }
  return out;
}

double percentile(std::vector<double> times, double share) {
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

void measure(const char* name, std::size_t tools, std::int32_t minutes) {
  std::vector<double> times;
  std::vector<double> whole;
  for (const auto& request : people(2000, tools, minutes)) {
    const auto start = Clock::now();
    const auto answer = planner::plan(request, pack());
    const auto planned = Clock::now();
    const auto all = coach::plan(request, pack(), {});
    const auto end = Clock::now();
    if (answer.plan.has_value() != all.answer.plan.has_value()) std::abort();
    times.push_back(microseconds(planned - start));
    whole.push_back(microseconds(end - planned));
  }
  std::printf(
      "%-24s plan p50 %7.0f us  p99 %7.0f us   with JSON and audit p50 %7.0f us  "
      "p99 %7.0f us\n",
      name, percentile(times, 0.5), percentile(times, 0.99), percentile(whole, 0.5),
      percentile(whole, 0.99));
}

/// Processor time from the bytes of a request to its plan; the median of three.
void time_each(const char* file) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    std::vector<double> times;
    planner::Answer answer;
    for (int i = 0; i < 3; ++i) {
      const auto start = std::clock();
      const auto request = model::read_request(line, pack(), {});
      if (!request) std::abort();
      answer = planner::plan(*request, pack());
      times.push_back(1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::printf("%.2f %d %lld\n", percentile(times, 0.5), answer.offers_made,
                answer.plan ? static_cast<long long>(answer.benefit) : -1LL);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::strcmp(argv[1], "requests") == 0) {
    property::RequestMaker maker(pack(), 1);
    for (int i = std::atoi(argv[2]); i > 0; --i) std::puts(maker.next().c_str());
    return 0;
  }
  if (argc == 3 && std::strcmp(argv[1], "times") == 0) {
    time_each(argv[2]);
    return 0;
  }
  measure("3 tools, 10 minutes", 3, 10);
  measure("10 tools, 20 minutes", 10, 20);
  return 0;
}
