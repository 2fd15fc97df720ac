// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/message.h"

#include "codec/text.h"
#include "messaging/session.h"

#include <array>

namespace bt::messaging {

using codec::Json;

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxKindName = 64;
constexpr std::int64_t kLastMoment = 253402300799999; // end of year 9999
constexpr std::array<std::pair<Kind, std::string_view>, 9> kKinds = {{{Kind::Text, "text"},
                                                                      {Kind::BookingRequest, "booking_request"},
                                                                      {Kind::Join, "join"},
                                                                      {Kind::Leave, "leave"},
                                                                      {Kind::Record, "record"},
                                                                      {Kind::SplitProposal, "split_proposal"},
                                                                      {Kind::SplitAnswer, "split_answer"},
                                                                      {Kind::Feedback, "feedback"},
                                                                      {Kind::System, "system"}}};

Kind kindOf(std::string_view name)
{
    for (const auto& [kind, known] : kKinds)
        if (known == name) return kind;
    return Kind::Unknown;
}

auto bad(const char* why) { return fail("messaging.bad_message", why); }

Result<void> check(const Message& message)
{
    if (!message.body.is_object()) return bad("body");
    if (message.kind != Kind::Text) return {};
    const auto text = codec::textField(message.body, "text");
    if (!text || text->empty() || text->size() > kMaxText) return bad("text");
    return {};
}

} // namespace

std::string_view kindName(Kind kind)
{
    for (const auto& [known, name] : kKinds)
        if (known == kind) return name;
    return {};
}

Message makeMessage(Kind kind, Json body, Millis now, Random& random)
{
    Message out;
    out.kind = kind;
    out.kindName = kindName(kind);
    out.id = random.fixed<MessageId>();
    out.sentAt = now;
    out.body = std::move(body);
    return out;
}

Result<Message> makeText(std::string_view text, Millis now, Random& random)
{
    if (text.size() > kMaxText) return fail("messaging.too_long");
    Message out = makeMessage(Kind::Text, {{"text", std::string(text)}}, now, random);
    if (text.empty() || !codec::canonicalJson(out.body)) return fail("messaging.bad_text");
    return out;
}

Result<Bytes> encodeMessage(const Message& message)
{
    if (message.kind == Kind::Unknown) return bad("kind");
    BT_CHECK(check(message));
    const Json wire = {{"v", kVersion},
                       {"kind", std::string(kindName(message.kind))},
                       {"id", codec::base64urlEncode(message.id.view())},
                       {"sent_at", message.sentAt.value},
                       {"body", message.body}};
    const auto text = codec::canonicalJson(wire);
    if (!text) return bad("no canonical form");
    if (text->size() > kMaxContent) return fail("messaging.too_large");
    return bytesOf(*text);
}

Result<Message> decodeMessage(ByteView content)
{
    if (content.size() > kMaxContent) return bad("too large");
    const auto wire = codec::parseJson(textOf(content));
    if (!wire) return bad("not JSON");
    const auto version = codec::intField(*wire, "v");
    const auto name = codec::textField(*wire, "kind");
    const auto id = codec::bytesField(*wire, "id", MessageId::size);
    const auto sentAt = codec::intField(*wire, "sent_at");
    const auto body = codec::objectField(*wire, "body");
    if (!version || *version < kVersion || !name || name->empty() || name->size() > kMaxKindName || !id || !sentAt || *sentAt < 0 ||
        *sentAt > kLastMoment || !body)
        return bad("a field");
    Message out;
    out.kind = *version == kVersion ? kindOf(*name) : Kind::Unknown;
    out.kindName = *name;
    out.id = *MessageId::from(*id);
    out.sentAt = Millis{*sentAt};
    out.body = **body;
    BT_CHECK(check(out));
    return out;
}

Result<std::string> textOfMessage(const Message& message)
{
    if (message.kind != Kind::Text) return bad("no text message");
    const auto text = codec::textField(message.body, "text");
    if (!text) return bad("text");
    return *text;
}

} // namespace bt::messaging
