#include "guide_keys.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unknot::cli {
namespace {

using knowledge::embedded_pack;
using session::EventKind;
using Kind = Meaning::Kind;

Meaning rolling(Key pressed, Panel panel = Panel::none) {
  session::View view;
  view.phase = session::Phase::strokes;
  return meaning_of(pressed, panel, view, embedded_pack());
}

TEST(Keys, SequencesAreOneKey) {
  EXPECT_EQ(keys_of("a "), (std::vector<Key>{key('a'), key(' ')}));
  EXPECT_EQ(keys_of("\x1b[A"), std::vector<Key>{Key::other}) << "an arrow";
  EXPECT_EQ(keys_of("\x1b[15;2~x"), (std::vector<Key>{Key::other, key('x')}));
  EXPECT_EQ(keys_of("\x1bOPx"), (std::vector<Key>{Key::other, key('x')})) << "F1";
  EXPECT_EQ(keys_of("\x1bq"), std::vector<Key>{Key::other}) << "Alt and q is not q";
  EXPECT_EQ(keys_of("\x1b"), std::vector<Key>{Key::escape});
  EXPECT_EQ(keys_of("\u00DFx"), (std::vector<Key>{Key::other, key('x')}));
  EXPECT_EQ(keys_of("\x1b["), std::vector<Key>{Key::other});
}

TEST(Meaning, EachKeyHasOne) {
  EXPECT_EQ(rolling(key('s')).event.kind, EventKind::softer);
  EXPECT_EQ(rolling(key('h')).event.kind, EventKind::harder);
  EXPECT_EQ(rolling(key('n')).event.kind, EventKind::skip);
  EXPECT_EQ(rolling(key('p')).event.kind, EventKind::back);
  EXPECT_EQ(rolling(key('r')).event.kind, EventKind::repeat);
  EXPECT_EQ(rolling(key('+')).event.kind, EventKind::more_time);
  EXPECT_EQ(rolling(key('t')).event.kind, EventKind::hold_spot);
  EXPECT_EQ(rolling(key('x')).event.kind, EventKind::it_hurt);
  EXPECT_EQ(rolling(key('g')).event.kind, EventKind::tingling);
  EXPECT_EQ(rolling(key('c')).event.kind, EventKind::coldness);
  EXPECT_EQ(rolling(key('d')).event.kind, EventKind::dizzy);
  EXPECT_EQ(rolling(key('7')).event.level, 7);
  EXPECT_EQ(rolling(key(' ')).kind, Kind::toggle);
  EXPECT_EQ(rolling(Key::enter).kind, Kind::go);
}

TEST(Meaning, WhateverIsNotKnownPauses) {
  const std::set<char> known{'s', 'h', 'n', 'p', 'r', '+', 't',  'x',  'g',    'c',
                             'd', 'q', 'w', '?', '!', ' ', '\r', '\n', '\x03', '0',
                             '1', '2', '3', '4', '5', '6', '7',  '8',  '9'};
  for (int c = 0; c < 128; ++c) {
    const auto meaning = rolling(static_cast<Key>(c));
    if (known.contains(static_cast<char>(c))) continue;
    EXPECT_EQ(meaning.kind, Kind::event) << c;
    EXPECT_EQ(meaning.event.kind, EventKind::pause) << c;
  }
  EXPECT_EQ(rolling(Key::other).event.kind, EventKind::pause);
}

TEST(Meaning, EndingIsAskedFirst) {
  const auto asked = rolling(key('q'));
  EXPECT_EQ(asked.kind, Kind::open_panel);
  EXPECT_EQ(asked.panel, Panel::quitting);
  EXPECT_EQ(rolling(key('q'), Panel::quitting).event.kind, EventKind::stop);
  EXPECT_EQ(rolling(Key::interrupt, Panel::quitting).event.kind, EventKind::stop);
  EXPECT_EQ(rolling(key('x'), Panel::quitting).kind, Kind::close_panel);
  EXPECT_EQ(rolling(Key::interrupt).panel, Panel::quitting);
}

TEST(Meaning, AWarningSignIsNamedOrNot) {
  EXPECT_EQ(rolling(key('!')).panel, Panel::signs);
  const auto named = rolling(key('a'), Panel::signs);
  EXPECT_EQ(named.kind, Kind::sign);
  EXPECT_EQ(named.event.kind, EventKind::urgent);
  EXPECT_EQ(named.event.red_flag.value, 0);
  const auto other = rolling(Key::enter, Panel::signs);
  EXPECT_EQ(other.event.kind, EventKind::urgent);
  EXPECT_FALSE(other.event.red_flag.valid());
  EXPECT_EQ(rolling(Key::escape, Panel::signs).kind, Kind::close_panel);
  EXPECT_EQ(rolling(key('~'), Panel::signs).panel, Panel::signs) << "a slip asks again";
}

TEST(Meaning, OverThenAnyKeyLeaves) {
  session::View view;
  view.phase = session::Phase::over;
  EXPECT_EQ(meaning_of(key('z'), Panel::none, view, embedded_pack()).kind, Kind::leave);
}

TEST(Words, SayTheSame) {
  EXPECT_EQ(meaning_of_words(" Pause ", embedded_pack())->event.kind, EventKind::pause);
  EXPECT_EQ(meaning_of_words("10", embedded_pack())->event.level, 10);
  EXPECT_EQ(meaning_of_words("", embedded_pack())->kind, Kind::go);
  EXPECT_EQ(meaning_of_words("it hurt", embedded_pack())->event.kind, EventKind::it_hurt);
  EXPECT_TRUE(meaning_of_words("urgent cauda_equina", embedded_pack())->event.red_flag.valid());
  for (const auto* line : {"11", "-1", "urgent nothing", "faster", "pause now"}) {
    EXPECT_FALSE(meaning_of_words(line, embedded_pack())) << line;
  }
}

}  // namespace
}  // namespace unknot::cli
