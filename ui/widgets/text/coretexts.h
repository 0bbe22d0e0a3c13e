// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <string>

namespace herdbook {

/// What core says, in the language of the screens. Core writes English and nothing else: its words are stored, sent and compared, by
/// programs that speak no other language. They are translated here, where a person reads them, by the sentence they were made from: it is
/// found among coreSentences(), and what stood for its placeholders is translated in turn, figures get the marks of the language. Several
/// sentences in one text are translated each for itself. What isn't known stays as it is, so a text may go through more than once.
QString coreText(const QString &english);
QString coreText(const std::string &english);

/// What core says with placeholders, and the numbers of those that stay as they are: names and versions, which are no figures even where
/// they look like some.
struct CoreSentence
{
    constexpr CoreSentence(const char *said, const char *kept = "") : source(said), verbatim(kept) {}
    const char *source;
    const char *verbatim;
};

/// The sentences of core that are translated, in the context "Core". A sentence that core changes has to be changed here; a test finds
/// those that core doesn't say any more.
std::span<const CoreSentence> coreSentences();

/// What core passes on of PostgreSQL, Redis and the system when they let nobody in; translated in the same way.
std::span<const CoreSentence> serverSentences();

} // namespace herdbook
