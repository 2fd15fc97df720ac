// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/notes.h"

#include "codec/text.h"
#include "records/form.h"
#include "records/text.h"

namespace bt::records {

namespace {
// A character can take six bytes in JSON.
constexpr std::size_t kIntakeForm = 6 * kIntakeBytes + 64, kFeedbackForm = 6 * kCommentBytes + 256;
} // namespace

Result<Bytes> serialise(const IntakeNote& note)
{
    BT_TRY(const auto text, plainText(note.text, kIntakeBytes));
    return canonicalBytes({{"text", text}, {"v", 1}});
}

Result<IntakeNote> parseIntake(ByteView bytes)
{
    return exactly<IntakeNote>(bytes, kIntakeForm, "record.bad_intake", [](const codec::Json& json) -> Result<IntakeNote> {
        BT_TRY(auto text, codec::textField(json, "text"));
        return IntakeNote{std::move(text)};
    });
}

Result<Bytes> serialise(const Feedback& feedback)
{
    if (feedback.stars < 1 || feedback.stars > 5) return fail("record.bad_stars");
    if (!isVisitId(feedback.visitId)) return fail("record.bad_visit");
    BT_TRY(const auto comment, plainText(feedback.comment, kCommentBytes));
    return canonicalBytes({{"comment", comment}, {"stars", feedback.stars}, {"v", 1}, {"visit", feedback.visitId}});
}

Result<Feedback> parseFeedback(ByteView bytes)
{
    return exactly<Feedback>(bytes, kFeedbackForm, "record.bad_feedback", [](const codec::Json& json) -> Result<Feedback> {
        Feedback feedback;
        BT_TRY(feedback.visitId, codec::textField(json, "visit"));
        BT_TRY(const auto stars, codec::intField(json, "stars"));
        if (stars < 1 || stars > 5) return fail("record.bad_stars");
        feedback.stars = static_cast<int>(stars);
        BT_TRY(feedback.comment, codec::textField(json, "comment"));
        return feedback;
    });
}

} // namespace bt::records
