// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Private to vault: wrong passphrases slow down the next try, across restarts too. The counter lies in a file of 52
//! random-looking bytes, written before a try is looked at. It keeps a curious person at the keyboard out; against a
//! copied folder stands Argon2id alone.
#pragma once

#include "base/clock.h"
#include "base/fixed.h"
#include "base/random.h"
#include "base/result.h"

#include <string>

namespace bt::vault {

class Tries
{
public:
    Tries(std::string path, Hash256 maskKey, const Clock& clock, Random& random);

    //! Counts a try. \returns "vault.wait" with the seconds in args[0] if it comes too early (it is not counted then).
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> succeeded();           //!< forgets all wrong tries
    [[nodiscard]] Result<void> undo();                //!< the try could not be carried out, for another reason
    [[nodiscard]] std::int64_t secondsToWait() const; //!< after the tries counted so far

private:
    struct Count {
        std::uint32_t wrong = 0;
        std::int64_t last = 0; // ms since epoch
    };
    [[nodiscard]] Count read() const;
    [[nodiscard]] Result<void> write(Count count) const;
    std::string m_path;
    Hash256 m_mask;
    const Clock* m_clock;
    Random* m_random;
};

} // namespace bt::vault
