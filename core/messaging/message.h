// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What is inside an envelope: one typed message as canonical JSON. Pure functions, no Qt. Thread safety: all functions
//! are.
#pragma once

#include "base/clock.h"
#include "base/fixed.h"
#include "base/random.h"
#include "base/result.h"
#include "codec/json.h"

#include <string>
#include <string_view>

namespace bt::messaging {

//! Unknown: a kind or version from a newer program. It is kept and shown as "sent by a newer version".
enum class Kind { Unknown, Text, BookingRequest, Join, Leave, Record, SplitProposal, SplitAnswer, Feedback, System };

using MessageId = Fixed<16, struct MessageIdTag>;

inline constexpr std::size_t kMaxText = 32 * 1024; //!< UTF-8 bytes of a text message

struct Message {
    Kind kind = Kind::Unknown;
    std::string kindName;                     //!< as on the wire; tells unknown kinds apart
    MessageId id;                             //!< random; two messages with one id are one message
    Millis sentAt;                            //!< the sender's clock
    codec::Json body = codec::Json::object(); //!< fields of the kind; amounts are decimal strings
};

[[nodiscard]] std::string_view kindName(Kind kind); //!< "booking_request"; "" for Unknown

//! A new message with a fresh id.
[[nodiscard]] Message makeMessage(Kind kind, codec::Json body, Millis now, Random& random);
//! A text message. \returns "messaging.too_long" above kMaxText, "messaging.bad_text" if it is not UTF-8 or is empty.
[[nodiscard]] Result<Message> makeText(std::string_view text, Millis now, Random& random);

//! \returns canonical JSON; "messaging.too_large" above kMaxContent, "messaging.bad_message" for an Unknown kind, a
//! body
//!          that is no object or has no canonical form, or a text above kMaxText.
[[nodiscard]] Result<Bytes> encodeMessage(const Message& message);
//! \returns the message; "messaging.bad_message" if it is malformed. A newer version or kind is no error
//! (Kind::Unknown).
[[nodiscard]] Result<Message> decodeMessage(ByteView content);
//! The text of a Kind::Text message; "messaging.bad_message" for others.
[[nodiscard]] Result<std::string> textOfMessage(const Message& message);

} // namespace bt::messaging
