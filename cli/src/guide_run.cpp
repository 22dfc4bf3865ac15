#include "guide_run.hpp"

#include <iostream>

#include "guide_screen.hpp"
#include "host.hpp"
#include "raw_terminal.hpp"
#include "terminal.hpp"
#include "voice_program.hpp"

namespace unknot::cli {

namespace {

/// Whether the terminal can be drawn on.
bool can_draw() {
  const std::string term = variable("TERM");
  return is_terminal() && !term.empty() && term != "dumb";
}

Charset charset_here() {
  return locale_codeset().value_or("") == "UTF-8" ? Charset::utf8 : Charset::ascii;
}

bool colour_here() { return variable("NO_COLOR").empty(); }

std::string keeping_words(Keeping keeping, const Guided& guided) {
  const guidance::Speaker speaker(guided.pack, guided.request.language);
  return speaker.phrase("guide.keeping." + std::string(knowledge::name_of(keeping)));
}

/// The last words stay on the screen when the view is gone.
void last_words(const Coaching& coaching, const Guided& guided, bool drawn) {
  std::int32_t seconds = 0;
  for (const auto& piece : coaching.rolled()) {
    for (const std::int32_t set : piece.sets) seconds += set;
  }
  const guidance::Speaker speaker(guided.pack, guided.request.language);
  std::cout << '\n';
  // In lines it is the last one already.
  if (drawn) std::cout << wrap(coaching.scene().caption, 2, 2);
  std::cout << wrap(speaker.phrase("guide.rolled", {{"time", duration(seconds)}}), 2, 2);
  const bool told = coaching.keeping() != Keeping::kept || seconds > 0;
  if (told) std::cout << wrap(keeping_words(coaching.keeping(), guided), 2, 2);
  if (!coaching.notice().empty()) std::cout << wrap(coaching.notice(), 2, 2);
}

}  // namespace

int run_session(const Running& running, Recorder& recorder) {
  const bool draws = can_draw() && !running.plain;
  const bool hears = is_terminal();
  auto voice = running.voice == "auto" && !hears
                   ? no_voice()
                   : voice_for(running.voice, running.guided.request.language);
  if (!voice) return complain(voice.error());
  // What is only tried is said before anybody rolls for it.
  if (running.guided.keeping != Keeping::kept) {
    std::cout << '\n'
              << wrap(keeping_words(running.guided.keeping, running.guided), 2, 2) << std::flush;
  }
  Coaching coaching(running.guided, recorder, **voice, read_clocks());
  const bool drawn = draws && guide_on_screen(coaching, charset_here(), colour_here());
  if (!drawn) guide_in_lines(coaching);
  if (coaching.over()) last_words(coaching, running.guided, drawn);
  return exit_good;
}

}  // namespace unknot::cli
