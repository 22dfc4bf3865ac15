#include "coaching.hpp"

#include <algorithm>
#include <limits>

#include "unknot/base/text.hpp"
#include "unknot/model/limits.hpp"

namespace unknot::cli {

using session::EventKind;

namespace {

/// How long a 1 waits for the 0 of a 10.
constexpr std::int64_t second_digit_ms = 700;
constexpr std::int64_t never_ms = std::numeric_limits<std::int64_t>::max();

}  // namespace

Coaching::Coaching(const Guided& guided, Recorder& recorder, Voice& voice, ClockReading now)
    : guiding_(guided, recorder, voice, now) {}

void Coaching::turn(ClockReading now) {
  guiding_.turn(now);
  settle_one(now.boot_ms);
}

void Coaching::press(Key pressed, ClockReading now) {
  turn(now);
  const Meaning meaning = meaning_of(pressed, panel_, view(), guiding_.guided().pack);
  if (meaning.kind != Meaning::Kind::digit) {
    settle_one(never_ms);
    mean(meaning);
    return;
  }
  if (one_until_ && meaning.event.level == 0) {
    one_until_.reset();
    guiding_.send({EventKind::level, model::limits::level.most, {}});
    return;
  }
  settle_one(never_ms);
  if (meaning.event.level == 1) {
    one_until_ = now.boot_ms + second_digit_ms;
  } else {
    guiding_.send(meaning.event);
  }
}

std::string Coaching::words(std::string_view line, ClockReading now) {
  turn(now);
  const auto meaning = meaning_of_words(line, guiding_.guided().pack);
  if (meaning && meaning->kind == Meaning::Kind::open_panel) return words_known() + '.';
  if (meaning) {
    mean(*meaning);
    return {};
  }
  send(EventKind::pause);
  return "got " + base::shorten(base::printable(line), base::shown_value_length) +
         ", expected one of: " + words_known() + '.';
}

void Coaching::happen(EventKind kind, ClockReading now) {
  turn(now);
  send(kind);
}

/// A lone 1, once no 0 can follow any more.
void Coaching::settle_one(std::int64_t boot_ms) {
  if (!one_until_ || boot_ms < *one_until_) return;
  one_until_.reset();
  guiding_.send({EventKind::level, 1, {}});
}

/// Enter where it means nothing else is somebody looking for a key.
void Coaching::go() {
  const bool settling =
      view().phase == session::Phase::get_ready || view().phase == session::Phase::switch_side;
  const EventKind kind = view().phase == session::Phase::waiting ? EventKind::start
                         : view().paused                         ? EventKind::resume
                         : settling                              ? EventKind::ready
                                                                 : EventKind::pause;
  send(kind);
}

void Coaching::mean(const Meaning& meaning) {
  using Kind = Meaning::Kind;
  const bool waiting = view().phase == session::Phase::waiting;
  switch (meaning.kind) {
    case Kind::open_panel:
      if (!waiting) send(EventKind::pause);
      panel_ = meaning.panel;
      return;
    case Kind::close_panel: panel_ = Panel::none; return;
    case Kind::go: return go();
    case Kind::toggle:
      if (waiting || view().paused) return go();
      return send(EventKind::pause);
    case Kind::leave: left_ = true; return;
    case Kind::why: return guiding_.tell_why();
    case Kind::event:
    case Kind::digit:
    case Kind::sign:
      panel_ = Panel::none;
      // Nothing was begun, so there is nothing to end or to see.
      if (waiting && meaning.event.kind == EventKind::stop) {
        left_ = true;
        return;
      }
      return guiding_.send(meaning.event);
  }
}

std::string Coaching::notice() const {
  const auto& error = guiding_.log_error();
  return error ? "The log cannot be written: " + base::sentence(*error) : std::string();
}

Scene Coaching::scene() const {
  const Guided& guided = guiding_.guided();
  return {view(),
          guided.plan,
          guided.request,
          guided.pack,
          guiding_.caption(),
          guiding_.caption_urgent(),
          guiding_.remark(),
          notice(),
          panel_,
          keeping()};
}

std::int64_t Coaching::wait_ms(std::int64_t most) const {
  return std::clamp<std::int64_t>(guiding_.due_ms().value_or(most), 1, most);
}

}  // namespace unknot::cli
