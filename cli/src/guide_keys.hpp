#pragma once
/// @file
/// From what comes out of a keyboard to what it means in a session. Whoever lies on a roller finds
/// no key: whatever is not known pauses.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guide_view.hpp"
#include "unknot/session/events.hpp"

namespace unknot::cli {

/// A key: its letter, or one of these.
enum class Key : char32_t { enter = '\r', escape = 0x1b, interrupt = 0x03, other = 0xFFFFFFFF };
[[nodiscard]] constexpr Key key(char c) { return static_cast<Key>(static_cast<unsigned char>(c)); }

/// Takes bytes of a terminal in raw mode apart. A sequence (an arrow, a function key, a paste) is
/// one `other`; an escape alone is `escape`.
[[nodiscard]] std::vector<Key> keys_of(std::string_view bytes);

/// What a key asks for.
struct Meaning {
  enum class Kind : std::uint8_t {
    event,       ///< `event` goes to the engine.
    digit,       ///< `event.level`: a level, or the beginning of 10.
    open_panel,  ///< The session pauses and `panel` opens.
    close_panel,
    go,      ///< Begin, be ready, or carry on: whichever fits.
    toggle,  ///< Pause or carry on.
    sign,    ///< `event` is urgent, from the panel of signs.
    why,     ///< Tell why this step is in the plan; the session goes on.
    leave    ///< The session is over and the screen closes.
  };
  Kind kind = Kind::event;
  session::Event event{session::EventKind::pause, 0, {}};  ///< Fails safe.
  Panel panel = Panel::none;
};

/// @param panel  What is open.
/// @param view   Where the session is.
[[nodiscard]] Meaning meaning_of(Key pressed, Panel panel, const session::View& view,
                                 const knowledge::Pack& pack);

/// The same for a line of words: `pause`, `7`, `it hurt`, `softer`, `urgent chest_pain`.
/// @return Nothing for words that mean nothing.
[[nodiscard]] std::optional<Meaning> meaning_of_words(std::string_view line,
                                                      const knowledge::Pack& pack);

/// The words there are, for who asks: "pause, go, ...".
[[nodiscard]] std::string words_known();

}  // namespace unknot::cli
