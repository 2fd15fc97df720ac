// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consents_door.h"

#include "service/calls.h"
#include "service/consents/consents.h"

#include <QSaveFile>

namespace bt::service {
namespace {

class OwnConsentsDoor final : public ConsentsDoor
{
public:
    explicit OwnConsentsDoor(const Calls& calls) : m_calls(&calls) {}
    Future<> grant(std::string threadId, std::string dataClass, Millis until) override
    {
        return m_calls->spending<void>(access::Use::GrantConsent,
                                       [=](Persona& p) { return p.feature<Consents>().grant(threadId, dataClass, until); });
    }
    Future<> takeBack(std::string threadId, std::string dataClass) override
    {
        return m_calls->spending<void>(access::Use::TakeBackConsent,
                                       [=](Persona& p) { return p.feature<Consents>().takeBack(threadId, dataClass); });
    }
    Future<DisclosureView> disclose(std::string threadId) override
    {
        return m_calls->asking<DisclosureView>(access::Use::DiscloseConsent,
                                               [=](Persona& p) { return p.feature<Consents>().disclose(threadId); });
    }
    Future<> write(std::string dataClass, std::string text) override
    {
        return m_calls->withPersona<void>(access::Use::WriteRecord,
                                          [=](Persona& p) { return p.feature<Consents>().write(dataClass, text); });
    }
    Future<> saveProof(std::string consentId, bool showGrantee, bool showScope, std::string path) override
    {
        return m_calls->asking<void>(access::Use::SaveConsentProof, [=](Persona& p) -> Result<void> {
            BT_TRY(const auto bytes, p.feature<Consents>().proof(consentId, showGrantee, showScope));
            QSaveFile file(QString::fromStdString(path)); // whole or not at all
            const auto size = static_cast<qint64>(bytes.size());
            if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char*>(bytes.data()), size) != size || !file.commit())
                return fail("file.not_written", {file.errorString().toStdString()}, "proof");
            return {};
        });
    }

private:
    const Calls* m_calls;
};

} // namespace

std::unique_ptr<ConsentsDoor> makeConsentsDoor(const Calls& calls) { return std::make_unique<OwnConsentsDoor>(calls); }

} // namespace bt::service
