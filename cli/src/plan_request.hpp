#pragma once
/// @file
/// From the command line, what the log knows and, in a terminal, six short questions to one
/// request. `plan` and `guide` ask in the same words.

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "logbook.hpp"
#include "unknot/coach/coach.hpp"
#include "words.hpp"

namespace unknot::cli {

/// What the options of a verb that plans say.
struct Asked {
  Words words;
  LogFlags log;
  bool no_log = false;  ///< Neither the profile nor what was done before counts.
  std::string
      request_file;       ///< A whole request; the log is left alone then, as it is for `example`.
  std::string territory;  ///< Empty: that of the profile, else of the locale.
  bool example = false;
};

/// Adds the options that say things of the person and of today.
/// @return  Those, to be held against a whole request.
std::vector<CLI::Option*> add_word_options(CLI::App& verb, Words& words);

/// Adds --data, --as and --no-log.
/// @return  Those, for the same.
std::vector<CLI::Option*> add_log_options(CLI::App& verb, Asked& asked);

/// An empty word is a slip of a script, not "nothing said": every option of the verb refuses it.
void refuse_empty_words(CLI::App& verb);

/// Options of a verb do not reach the verbs below it (`log --data DIR add`): they are refused there
/// instead of being lost.
void refuse_words_before_below(CLI::App& verb);

/// Checks of a value whose complaints are sentences like all others.
[[nodiscard]] CLI::Validator number_within(double least, double most);
[[nodiscard]] CLI::Validator one_of(std::vector<std::string> words);
/// The id of a language that the program speaks.
[[nodiscard]] CLI::Validator language_known();
/// 0, or a multiple of `step` up to `most`.
[[nodiscard]] CLI::Validator multiple_of(int step, int most);

/// Whom a plan is for.
struct Someone {
  std::optional<journal::Profile> profile;  ///< Unset: nobody of the log.
  bool only_one = true;                     ///< Nobody else uses this log.
  Known known;                              ///< Profile and history, for the request.
  std::vector<journal::Record> facts;       ///< Of this person, as Logbook::facts().
};

/// Whether what is asked stands whole in one place, in which the log has no part.
[[nodiscard]] bool whole_request(const Asked& asked);

/// Reads the log. Nobody when it is not there, is not to be read, or has no part in it.
/// @error  Those of Logbook::open and whose; the sentence names --no-log as the way on without.
[[nodiscard]] base::Result<Someone> someone(const Asked& asked);
/// The same, for a whole request too: who is going to roll by it.
[[nodiscard]] base::Result<Someone> someone_of(const Asked& asked);

/// Clock and country of this request.
[[nodiscard]] coach::Context context_of(const Asked& asked, const Someone& who);

/// The request, as JSON. Asks questions when nothing was said and a person sits at a terminal:
/// those whose answers the profile does not hold. What is said of conditions then goes into the
/// profile, when there is one, and they are no longer due.
/// @error field_missing `answers`  The questions were not answered to their end.
[[nodiscard]] base::Result<std::string> asked_request(Asked& asked, Someone& who,
                                                      const coach::Context& context);

/// That conditions want asking again, which changes what is safe; empty: they do not.
[[nodiscard]] std::string conditions_reminder(const Someone& who, const knowledge::Pack& pack);

/// The offer to call oneself regular; empty: it is not due.
/// @param language  Of the sentence; empty: English.
[[nodiscard]] std::string regular_offer(const journal::Profile& profile,
                                        const std::string& language, const knowledge::Pack& pack);

/// Both, for after a plan.
[[nodiscard]] std::vector<std::string> reminders(const Someone& who, const knowledge::Pack& pack);

/// Whose plan it is and what the profile put into it, in one line; empty for nobody.
[[nodiscard]] std::string known_line(const Someone& who, const knowledge::Pack& pack);

}  // namespace unknot::cli
