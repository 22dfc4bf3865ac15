// Prints every sentence that a voice can be asked to say in one language, one a line: what
// tools/clips speaks.

#include <cstdio>

#include "unknot/guidance/inventory.hpp"

int main(int count, char** words) {
  if (count != 2) {
    std::fprintf(stderr, "usage: sentences LANGUAGE\n");
    return 2;
  }
  const auto& pack = unknot::knowledge::embedded_pack();
  if (unknot::knowledge::language_of(pack, words[1]).id != words[1]) {
    std::fprintf(stderr, "sentences: got %s, expected a language of knowledge/lang.\n", words[1]);
    return 2;
  }
  for (const auto& sentence : unknot::guidance::inventory(pack, words[1])) {
    std::printf("%s\n", sentence.c_str());
  }
}
