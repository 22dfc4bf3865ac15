#include "batch.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace unknot::cli {

namespace {

constexpr std::size_t lines_at_once = 4096;
constexpr std::size_t longest_line = std::size_t{1} << 20;

/// Lines of a file. What lies past the longest line is dropped but for one byte, which is enough
/// for the reader to refuse the line by its size.
class LineReader {
 public:
  explicit LineReader(std::FILE* in) : in_(in), buffer_(1 << 16) {}

  bool next(std::string& line) {
    line.clear();
    bool any = false;
    while (true) {
      if (at_ == end_ && !refill()) return any;
      any = true;
      const char* start = buffer_.data() + at_;
      const char* stop = buffer_.data() + end_;
      const char* newline = std::find(start, stop, '\n');
      const auto length = static_cast<std::size_t>(newline - start);
      line.append(start, std::min(length, longest_line + 1 - std::min(line.size(), longest_line)));
      at_ += length;
      if (at_ == end_) continue;
      ++at_;
      return true;
    }
  }

 private:
  bool refill() {
    at_ = 0;
    end_ = std::fread(buffer_.data(), 1, buffer_.size(), in_);
    return end_ > 0;
  }

  std::FILE* in_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

std::string answer(const std::string& line, const coach::Context& context) {
  const auto planned = coach::plan(line, knowledge::embedded_pack(), context);
  return planned ? planned->json : coach::error_json(planned.error());
}

void answer_all(std::vector<std::string>& lines, const coach::Context& context) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < lines.size(); i = next++) lines[i] = answer(lines[i], context);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(cores, lines.size()); ++i) helpers.emplace_back(work);
  work();
}

}  // namespace

bool run_batch(std::FILE* in, std::FILE* out, const coach::Context& context) {
  LineReader reader(in);
  std::vector<std::string> lines;
  bool more = true;
  while (more) {
    lines.clear();
    std::string line;
    while (lines.size() < lines_at_once && (more = reader.next(line))) lines.push_back(line);
    answer_all(lines, context);
    for (const std::string& text : lines) {
      if (std::fwrite(text.data(), 1, text.size(), out) != text.size()) return false;
      if (std::fputc('\n', out) == EOF) return false;
    }
  }
  return std::fflush(out) == 0;
}

}  // namespace unknot::cli
