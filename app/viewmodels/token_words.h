// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Amounts of BTAI as words, and back: in the person's currency at the rate of the network's parameters, and in BTAI. GUI
//! thread.
#pragma once

#include "format.h"
#include "service/tokens/tokens_view.h"

#include <QStringList>

namespace bt::app {

class TokenWords
{
    Q_DECLARE_TR_FUNCTIONS(bt::app::TokenWords)
public:
    TokenWords(const Format& format, const service::Snapshot& snapshot);
    //! False: this network has no rate for BTAI, and money() says BTAI.
    [[nodiscard]] bool rated() const { return m_perToken > 0 && m_perKas > 0; }
    [[nodiscard]] QString money(std::uint64_t units) const;       //!< "12.50 €"
    [[nodiscard]] QString moneySigned(std::int64_t units) const;  //!< "+12.50 €"
    [[nodiscard]] QString amount(std::uint64_t units) const;      //!< "25.00 BTAI"
    [[nodiscard]] QString amountExact(std::uint64_t units) const; //!< "25.12345678 BTAI"
    [[nodiscard]] QString amountSigned(std::int64_t units) const;
    //! The same worth in sompi, for one total over both; half up, as the core counts (service/tokens/token_worth.h).
    [[nodiscard]] Sompi worth(std::uint64_t units) const;
    //! The other way, half up; 0 without a rate.
    [[nodiscard]] std::uint64_t unitsOf(Sompi worth) const;
    //! What a person typed as an amount of her currency. Errors of Format::parseMoney; "token.bad_amount" for nothing.
    [[nodiscard]] Result<std::uint64_t> parse(const QString& text) const;
    //! What anyone who reads the chain learns of a transfer, each as a sentence.
    [[nodiscard]] QStringList chainSees(const service::DisclosureView& payment) const;

private:
    const Format& m_format;
    std::int64_t m_perToken = 0, m_perKas = 0;
};

} // namespace bt::app
