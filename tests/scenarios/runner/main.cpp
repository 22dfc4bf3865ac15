// Prints the report of each scenario file given: unknot_scenarios FILE...

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "runner.hpp"

int main(int argc, char** argv) {
  bool clean = argc > 1;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string report = unknot::scenarios::run_scenarios(text);
    std::cout << "== " << argv[i] << '\n' << report;
    clean = clean && report.ends_with(" 0 failed\n");
  }
  return clean ? 0 : 1;
}
