// Prints COUNT requests and the native answers, line by line in turn, for the comparison with
// WebAssembly: print COUNT SEED

#include <cstdio>
#include <cstdlib>

#include "requests.hpp"
#include "unknot/coach/coach.hpp"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto& pack = unknot::knowledge::embedded_pack();
  unknot::property::RequestMaker maker(pack, std::strtoull(argv[2], nullptr, 10));
  for (int i = std::atoi(argv[1]); i > 0; --i) {
    const std::string request = maker.next();
    const std::string answer = unknot::coach::call("plan", request);
    std::printf("%s\n%s\n", request.c_str(), answer.c_str());
  }
  return 0;
}
