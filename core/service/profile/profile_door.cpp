// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/profile/profile_door.h"

#include "service/calls.h"
#include "service/profile/profile.h"

namespace bt::service {
namespace {

class OwnProfileDoor final : public ProfileDoor
{
public:
    explicit OwnProfileDoor(const Calls& calls) : m_calls(&calls) {}
    Future<> publish(std::vector<ProfileFieldView> fields) override
    {
        return spend(access::Use::PublishProfile, [fields = std::move(fields)](Profile& p) { return p.publish(fields); });
    }
    Future<ProfileShown> viewAs(std::string threadId) override
    {
        return m_calls->asking<ProfileShown>(access::Use::ViewProfileAs, [=](Persona& p) { return p.feature<Profile>().viewAs(threadId); });
    }
    Future<> rotate() override
    {
        return spend(access::Use::RotateProfile, [](Profile& p) { return p.rotate(); });
    }
    Future<> callOff() override
    {
        return spend(access::Use::CallOffRecovery, [](Profile& p) { return p.callOff(); });
    }
    Future<> deactivate() override
    {
        return spend(access::Use::EndProfile, [](Profile& p) { return p.deactivate(); });
    }
    Future<> askGuardian(std::string threadId) override
    {
        return spend(access::Use::AskGuardian, [=](Profile& p) { return p.askGuardian(threadId); });
    }
    Future<> answerGuardian(std::string anchorId, bool yes) override
    {
        return spend(access::Use::AnswerGuardian, [=](Profile& p) { return p.answerGuardian(anchorId, yes); });
    }
    Future<> setGuardians(std::vector<std::string> threadIds, int needed, std::int64_t delayMs) override
    {
        return spend(access::Use::SetGuardians, [=](Profile& p) { return p.setGuardians(threadIds, needed, delayMs); });
    }
    Future<std::string> startRecovery(std::string anchorId, std::string newKeyHex) override
    {
        return m_calls->spending<std::string>(access::Use::StartRecovery,
                                              [=](Persona& p) { return p.feature<Profile>().startRecovery(anchorId, newKeyHex); });
    }
    Future<RecoveryView> readRecovery(std::string text) override
    {
        return m_calls->asking<RecoveryView>(access::Use::ReadRecovery,
                                             [=](Persona& p) { return p.feature<Profile>().readRecovery(text); });
    }
    Future<std::string> signRecovery(std::string text) override
    {
        return m_calls->spending<std::string>(access::Use::SignRecovery,
                                              [=](Persona& p) { return p.feature<Profile>().signRecovery(text); });
    }
    Future<> sendRecovery(std::string text) override
    {
        return spend(access::Use::SendRecovery, [=](Profile& p) { return p.sendRecovery(text); });
    }
    Future<> adopt(std::string text) override
    {
        return m_calls->withPersona<void>(access::Use::AdoptProfile, [=](Persona& p) { return p.feature<Profile>().adopt(text); });
    }

private:
    Future<> spend(access::Use use, std::function<Result<void>(Profile&)> work)
    {
        return m_calls->spending<void>(use, [work = std::move(work)](Persona& p) { return work(p.feature<Profile>()); });
    }
    const Calls* m_calls;
};

} // namespace

std::unique_ptr<ProfileDoor> makeProfileDoor(const Calls& calls) { return std::make_unique<OwnProfileDoor>(calls); }

} // namespace bt::service
