/// Answers the calls of its standard input by one desk: a verb, a tab, the input, one call a line;
/// one answer a line.

#include <iostream>
#include <string>

#include "unknot/desk/desk.hpp"

int main() {
  unknot::desk::Desk desk(unknot::knowledge::embedded_pack());
  for (std::string line; std::getline(std::cin, line);) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) return 2;
    std::cout << desk.call(line.substr(0, tab), line.substr(tab + 1)) << '\n';
  }
  return 0;
}
