#include <csignal>

#include "program.hpp"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // `unknot areas | head` ends quietly.
  return unknot::cli::run(argc, argv);
}
