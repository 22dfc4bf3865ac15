// Prints calls and their native answers for the comparison with WebAssembly, three lines each:
// verb, input, answer. COUNT requests are planned; every tenth is explained too, and compared with
// the one before it: print COUNT SEED

#include <cstdio>
#include <cstdlib>
#include <string>

#include "requests.hpp"
#include "unknot/coach/coach.hpp"

namespace {

void print(const char* verb, const std::string& input) {
  const std::string answer = unknot::coach::call(verb, input);
  std::printf("%s\n%s\n%s\n", verb, input.c_str(), answer.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto& pack = unknot::knowledge::embedded_pack();
  unknot::property::RequestMaker maker(pack, std::strtoull(argv[2], nullptr, 10));
  std::string before;
  for (int i = 1; i <= std::atoi(argv[1]); ++i) {
    const std::string request = maker.next();
    print("plan", request);
    if (i % 10 == 0) {
      print("explain", request);
      print("compare", "{\"a\":" + before + ",\"b\":" + request + "}");
    }
    before = request;
  }
  return 0;
}
