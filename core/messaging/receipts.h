// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Which messages of one ratchet have arrived, on both sides. Private to the module. Thread safety: one thread an
//! object.
//!
//! Every message has a number and says the sender's floor: the lowest number that still waits for an acknowledgement.
//! The reader answers with a report: from that floor on, a bit for each message it has read, and a digest of their
//! tags. The digest is what makes a report safe after one side was set back to an old state and used numbers twice.
#pragma once

#include "messaging/handshake.h"
#include "messaging/session.h"

#include <map>
#include <optional>
#include <vector>

namespace bt::messaging {

class WireReader;
class SecretWriter;

inline constexpr std::size_t kReportWindow = 512;                           //!< messages
inline constexpr std::size_t kReportBytes = 8 + 4 + kReportWindow / 8 + 16; //!< ratchet id, floor, bits, digest

class Receipts
{
public:
    // our messages
    [[nodiscard]] bool full() const; //!< no more may be sent before something is acknowledged
    [[nodiscard]] std::uint32_t nextNumber() const { return m_sentBase + static_cast<std::uint32_t>(m_sent.size()); }
    [[nodiscard]] std::uint32_t floor() const;
    void sent(const EnvelopeTag& tag, bool waiting); //!< it had nextNumber()
    [[nodiscard]] std::vector<EnvelopeTag> waiting() const;

    // theirs
    void received(std::uint32_t number, std::uint32_t theirFloor, const EnvelopeTag& tag);
    [[nodiscard]] bool anyReceived() const { return !m_received.empty(); }
    [[nodiscard]] Bytes report(RatchetId id) const; //!< kReportBytes

    //! outOfStep is said once: from then on nothing of this ratchet waits, and its reports are not read.
    struct Outcome {
        std::vector<EnvelopeTag> delivered;
        bool outOfStep = false;
    };
    //! \param report without the ratchet id
    [[nodiscard]] Outcome takeReport(RatchetId id, ByteView report);
    [[nodiscard]] bool outOfStep() const { return m_outOfStep; }

    void write(SecretWriter& out) const;
    [[nodiscard]] static std::optional<Receipts> read(WireReader& in);

private:
    Outcome lost();
    struct Sent {
        EnvelopeTag tag;
        bool waiting = false;
    };
    bool m_outOfStep = false;     // reports no longer mean our messages
    std::uint32_t m_sentBase = 0; // the lowest floor that a report may still name
    std::vector<Sent> m_sent;
    std::uint32_t m_theirFloor = 0;
    std::map<std::uint32_t, EnvelopeTag> m_received; // from m_theirFloor on
};

} // namespace bt::messaging
