#pragma once
/// @file
/// The sentences of hosts with a screen of their own, such as a browser: names of what is chosen
/// from, questions, what entries mean.

#include "unknot/knowledge/phrases_voice.hpp"

namespace unknot::knowledge {

inline constexpr PhraseSpec desk_phrases[] = {
    // Parts of the body, from head to foot.
    {"part.head_and_neck", ""},
    {"part.shoulder_and_arm", ""},
    {"part.trunk", ""},
    {"part.back", ""},
    {"part.hip", ""},
    {"part.thigh", ""},
    {"part.lower_leg", ""},
    {"part.foot", ""},
    // Where somebody can be, and what is felt.
    {"support.floor", ""},
    {"support.wall", ""},
    {"support.chair", ""},
    {"support.bed", ""},
    {"feel.tight", ""},
    {"feel.sore", ""},
    {"feel.pain", ""},
    {"feel.injury", ""},
    // When it was, as it stands within a sentence.
    {"day.today", ""},
    {"day.yesterday", ""},
    {"day.ago", "n!"},
    // What is asked about last time.
    {"ask.felt", "when! what!"},
    // The log: what an entry says, and what follows from it.
    {"entry.after", "what! effect!"},
    {"entry.gone", "what! effect!"},
    {"entry.all_gone", "what!"},
    {"entry.note", "what! says!"},
    {"log.rests_until", "place!"},
    {"log.still_known", "effects!"},
    {"log.imported", "new! known!"},
    // Why a session ended.
    {"ended.finished", ""},
    {"ended.stopped", ""},
    {"ended.dizzy", ""},
    {"ended.urgent", ""},
    // A session begun without a keyboard.
    {"guide.hello_tap", "steps time"},
    {"guide.hello_tap_name", "name steps time"},
    // The teaching.
    {"learn.for", ""},
    {"learn.not_for", "signed!"},
    {"learn.signed_none", ""},
    {"learn.signed_some", "n! count!"},
    {"learn.signed_all", "count!"},
    {"verified.read", ""},
    {"verified.secondary", ""},
    {"verified.computed", ""},
    {"verified.judgement", ""},
};

}  // namespace unknot::knowledge
