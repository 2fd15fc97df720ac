// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Carries intents of the outbox out: builds and signs, keeps the signed bytes, puts blocks, submits, and repeats with the
//! same bytes after any interruption. What to build for a kind is told by carriers. Worker thread only.
#pragma once

#include "service/context.h"

namespace bt::service {

//! A payment whose coins were spent elsewhere waits under this code until the person lets it be planned anew.
inline constexpr std::string_view kConflict = "payment.conflict";

//! What the other side, or our own archive, is to find in a payload slot.
struct MailSlot {
    int slot = 0;
    ipld::Cid cid;
    Secret contentKey;
    crypto::X25519Public inbox;
    std::string tag;             //!< hex of the envelope's tag; "" for capsules
    std::int64_t messageRow = 0; //!< chat row whose state follows; 0: none
};

//! The payload of an intent, as JSON in the sealed database.
struct Errand {
    std::string visitId, threadId, step;
    Json extra = Json::object();
    std::vector<MailSlot> mails;
    std::vector<ipld::Cid> blocks; //!< public blocks that must be on the network before the transaction is
};
[[nodiscard]] Bytes encodeErrand(const Errand& errand);
[[nodiscard]] Result<Errand> decodeErrand(ByteView bytes);

//! The fact that another payment took the coins of this one: of a visit, or of an intent that belongs to none.
[[nodiscard]] std::string conflictName(const Errand& errand, std::int64_t intent);
//! Only when what took them lies so deep that nothing takes it back may other coins pay: were it undone, the earlier plan
//! could still come true, and the same would be paid twice. "service.not_yet" until then.
[[nodiscard]] Result<void> afterConflict(Context& context, const Errand& errand, std::int64_t intent);

//! How one kind of intent becomes a transaction, and what follows.
class Carrier
{
public:
    virtual ~Carrier() = default;
    //! \param payload what the transaction must carry ("" if there is no mail).
    //! \returns the signed transaction; "service.not_needed" if its purpose is reached or gone;
    //!          "service.not_yet" with args[0] = ms since epoch when to try again.
    [[nodiscard]] virtual Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) = 0;
    //! In the database transaction that keeps the signed bytes.
    [[nodiscard]] virtual Result<void> handedOver(const Errand&, const Signed&) { return {}; }
    //! In the database transaction that completes the intent.
    [[nodiscard]] virtual Result<void> submitted(const Errand&, const kaspa::TxId&) { return {}; }
    //! Its bytes can never be accepted: undo what handedOver wrote.
    [[nodiscard]] virtual Result<void> withdrawn(const Errand&, const std::string& /*txid*/) { return {}; }
    //! Its coins were spent elsewhere, so it must be planned anew: is that for the person to say? (Else it is done at once.)
    [[nodiscard]] virtual bool asksBeforeReplanning(const Errand&) const { return false; }
    //! What is paid for, where another payment may be made for the same later: when this one failed and may come true all the
    //! same, the next one with this name cannot come true beside it. "": no other payment is for the same.
    [[nodiscard]] virtual Result<std::string> purpose(const Errand&) { return std::string(); }
    //! Whether somebody else's transaction does what this errand wants: then it is waited for, and not outbid.
    [[nodiscard]] virtual bool sameEffect(const Errand&, const kaspa::Transaction& /*other*/) const { return false; }
    //! Undone by the chain after it had happened, and to be planned anew: its rows wait again.
    [[nodiscard]] virtual Result<void> revived(const Errand&) { return {}; }
    //! It will not happen: tell the person's rows why.
    [[nodiscard]] virtual Result<void> dead(const Errand&, const Error&) { return {}; }
    //! Finished without doing anything.
    [[nodiscard]] virtual Result<void> notNeeded(const Errand&) { return {}; }
};

class Dispatcher
{
public:
    explicit Dispatcher(Context& context) : m_c(&context) {}
    void carry(std::string kind, std::unique_ptr<Carrier> carrier) { m_carriers.insert_or_assign(std::move(kind), std::move(carrier)); }
    //! Bytes of ours that a node had refused are in a block: they were the payment, whatever was planned or told since. Inside
    //! the block's database transaction.
    [[nodiscard]] Result<void> cameTrue(const kaspa::TxId& id);
    //! Called after each hand-over, so that change is there for the next intent.
    std::function<Result<void>()> settle;
    //! Looks after what was handed over: finishes what a block has, sends again what got lost, and takes back what can
    //! never be. \returns true if anything changed.
    [[nodiscard]] Result<bool> watch();
    //! Works on what is due. \returns true if anything was finished or given up.
    [[nodiscard]] Result<bool> work();
    //! Writes an intent; inside the caller's database transaction.
    [[nodiscard]] Result<std::int64_t> post(std::string kind, const Errand& errand, std::string once = {});
    //! Keeps the block in our own store and returns the slot that points to it; inside the caller's transaction.
    [[nodiscard]] Result<MailSlot> slotFor(Mail mail, std::int64_t messageRow);
    //! A capsule for ourselves: what the words alone bring back.
    [[nodiscard]] Result<MailSlot> capsule(const Json& content);
    [[nodiscard]] Carrier* carrierOf(const std::string& kind) const;

private:
    [[nodiscard]] Result<void> perform(const outbox::Intent& intent);
    [[nodiscard]] Result<void> send(const outbox::Intent& intent, const Errand& errand, CarriedTx carried);
    [[nodiscard]] Result<ledger::Progress> hand(const outbox::Intent& intent, const Errand& errand, CarriedTx& carried, bool again);
    //! The same step with a higher fee, kept before anyone sees it: takes the place of a squatter.
    [[nodiscard]] Result<ledger::Submission> dearer(const outbox::Intent& intent, const Errand& errand, CarriedTx& carried, Sompi fee);
    [[nodiscard]] Result<bool> finishAccepted();
    //! The network, or a block, has it.
    [[nodiscard]] Result<void> left(Carrier& way, const Errand& errand, CarriedTx& carried);
    //! Whatever handing it over had written.
    [[nodiscard]] Result<void> undo(const outbox::Intent& intent, const Errand& errand, const CarriedTx& carried);
    //! The person says whether it is planned anew; not before what was faster lies deep.
    [[nodiscard]] Result<void> askFirst(std::int64_t intent, const Errand& errand, std::string detail);
    //! Under which name what was withdrawn of this intent is kept.
    [[nodiscard]] Result<std::string> purposeOf(const outbox::Intent& intent, const Errand& errand) const;
    [[nodiscard]] Result<void> cannotBe(const outbox::Intent& intent, const Errand& errand, const CarriedTx& carried, bool conflict,
                                        const Error& why);
    //! Whether the contract output that it wants to spend is gone: then the visit has moved, whoever moved it.
    [[nodiscard]] bool contractMoved(const CarriedTx& carried);
    [[nodiscard]] Result<Bytes> payloadOf(const Errand& errand);
    [[nodiscard]] Result<void> putBlocks(const Errand& errand);
    [[nodiscard]] Result<void> giveUp(const outbox::Intent& intent, const Errand& errand, const Error& why);
    [[nodiscard]] Carrier& carrier(const std::string& kind) const; //!< of an unknown kind: one that does nothing
    Context* m_c;
    std::map<std::string, std::unique_ptr<Carrier>> m_carriers;
    std::vector<std::pair<std::int64_t, Error>> m_interrupted; //!< intents whose last try ended in an error of the store
};

} // namespace bt::service
