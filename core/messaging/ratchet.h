// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The Double Ratchet with header encryption (Signal, revision 1, section 4). Private to the module.
//! Thread safety: one thread an object. open() may leave the object half-way on errors: work on a clone.
#pragma once

#include "messaging/handshake.h"
#include "messaging/secret_rows.h"
#include "messaging/session.h"

#include <optional>

namespace bt::messaging {

class WireReader;
class SecretWriter;

//! nonce 24, sealed header 40 + 16, then the body with its tag of 16
inline constexpr std::size_t kRatchetOverhead = 24 + 56 + 16;

class Ratchet
{
public:
    //! \param theirPrekey the prekey that the agreement used
    [[nodiscard]] static Result<Ratchet> initiator(const Agreed& agreed, const crypto::X25519Public& theirPrekey, Random& random);
    [[nodiscard]] static Ratchet responder(const Agreed& agreed);
    [[nodiscard]] Ratchet clone() const;

    //! \param prefix what stands before the message in its envelope; authenticated
    [[nodiscard]] Bytes seal(ByteView prefix, ByteView body, Random& random);
    //! \returns the body; "messaging.duplicate", "messaging.too_far_ahead", "messaging.not_authentic".
    [[nodiscard]] Result<Bytes> open(ByteView prefix, ByteView message, Random& random);
    [[nodiscard]] bool canSeal() const { return m_canSeal; }
    [[nodiscard]] bool hasReceived() const { return m_canOpen; }
    [[nodiscard]] std::size_t skippedKeys() const { return m_skipped.count(); }

    void write(SecretWriter& out) const;
    [[nodiscard]] static std::optional<Ratchet> read(WireReader& in);

private:
    enum Slot : std::size_t { Root, SendChain, ReceiveChain, SendHeader, ReceiveHeader, NextSendHeader, NextReceiveHeader, OwnDh, Slots };
    struct Header {
        crypto::X25519Public dh;
        std::uint32_t previous = 0; //!< length of the sender's former chain
        std::uint32_t number = 0;
    };
    Ratchet();
    [[nodiscard]] ByteView slot(Slot which) const { return m_keys.view().subspan(which * 32, 32); }
    void set(Slot which, ByteView key);
    [[nodiscard]] Result<void> stepRoot(Slot chain, Slot nextHeader);
    [[nodiscard]] Result<void> stepDh(const crypto::X25519Public& theirs, Random& random);
    [[nodiscard]] Result<void> skipTo(std::uint32_t number);
    [[nodiscard]] std::optional<Header> openHeader(ByteView key, ByteView message) const;
    [[nodiscard]] Result<Bytes> openBody(ByteView key, ByteView prefix, ByteView message) const;
    //! Moves a chain key one step on. \returns the message key.
    [[nodiscard]] Hash256 stepChain(Slot chain);
    void dropChainIfEmpty(std::uint32_t chain);
    void limitSkipped();

    Secret m_keys; // Slots x 32
    Hash256 m_associated;
    crypto::X25519Public m_ownDh;
    crypto::X25519Public m_theirDh;
    bool m_hasTheirDh = false;
    bool m_canSeal = false;
    bool m_canOpen = false; // a receiving chain exists
    std::uint32_t m_sent = 0;
    std::uint32_t m_received = 0;
    std::uint32_t m_previousSent = 0;
    std::uint32_t m_chain = 0;  // names the receiving chain among the skipped keys
    SecretRows m_skippedChains; // chain 4, header key 32
    SecretRows m_skipped;       // chain 4, number 4, message key 32
};

} // namespace bt::messaging
