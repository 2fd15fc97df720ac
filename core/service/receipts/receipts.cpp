// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/receipts/receipts.h"

#include "service/calls.h"

#include <QSaveFile>

namespace bt::service {
namespace {

constexpr std::string_view kWanted = "receipt_wanted", kReceipt = "receipt";
constexpr std::string_view kKinds[] = {kWanted, kReceipt};
constexpr int kAnswers = 5; // of the therapist's app to one visit: each costs a fee
constexpr std::int64_t kAskAgain = 10 * kMinute;

} // namespace

Result<std::unique_ptr<Feature>> Receipts::make(const FeatureParts& parts)
{
    BT_CHECK(parts.context.db.migrate("receipts",
                                      {"CREATE TABLE receipts (visit TEXT PRIMARY KEY, asked INTEGER NOT NULL, answered INTEGER NOT NULL, "
                                       "document BLOB NOT NULL) WITHOUT ROWID"}));
    auto made = std::unique_ptr<Receipts>(new Receipts(parts));
    BT_CHECK(made->reload());
    return std::unique_ptr<Feature>(std::move(made));
}

Result<void> Receipts::reload()
{
    m_rows.clear();
    BT_TRY(auto rows, m_c->db.prepare("SELECT visit, asked, answered, document FROM receipts"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        Row row{{rows.integer(1)}, static_cast<int>(rows.integer(2)), rows.blob(3), {}, {}};
        BT_CHECK(label(row));
        m_rows.insert_or_assign(rows.text(0), std::move(row));
    }
}

Result<void> Receipts::label(Row& row)
{
    if (row.document.empty()) return {};
    BT_TRY(const auto opened, records::openReceipt(row.document));
    row.number = opened.receipt.number;
    row.payment = opened.receipt.payment;
    return {};
}

Result<void> Receipts::save(const std::string& visitId, Row row)
{
    BT_CHECK(label(row));
    BT_TRY(auto put, m_c->db.prepare("INSERT OR REPLACE INTO receipts (visit, asked, answered, document) VALUES (?, ?, ?, ?)"));
    BT_CHECK(put.bind(visitId).bind(row.asked.value).bind(static_cast<std::int64_t>(row.answered)).bind(ByteView(row.document)).run());
    m_rows.insert_or_assign(visitId, std::move(row));
    return {};
}

Receipts::Row Receipts::of(const std::string& visitId) const
{
    const auto it = m_rows.find(visitId);
    return it == m_rows.end() ? Row{} : it->second;
}

Result<Bytes> Receipts::issue(const Visit& visit)
{
    auto row = of(visit.id);
    BT_TRY(auto receipt, receiptOf(*m_c, visit));
    if (!row.document.empty() && row.payment == receipt.payment) return row.document; // one payment has one receipt
    const auto keys = m_c->postbox.listingKeys();
    receipt.number = m_c->world.random.fixed<records::ReceiptNumber>();
    receipt.issuedAt = m_c->now();
    receipt.name = m_c->persona.name;
    BT_TRY(const auto licence, m_c->book.get("licence"));
    if (licence) receipt.licence = textOf(*licence);
    BT_TRY(const auto signature, records::signReceipt(receipt, keys.identity.secret));
    BT_TRY(row.document, records::serialise(records::SignedReceipt{receipt, signature, {}, {}}));
    BT_CHECK(save(visit.id, row));
    return row.document;
}

Result<void> Receipts::ask(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    BT_TRY(const auto expected, receiptOf(*m_c, *visit));
    return m_c->atomically([&]() -> Result<void> {
        if (visit->role == Role::Therapist) {
            BT_TRY(const auto made, issue(*visit));
            (void)made;
            return {};
        }
        auto row = of(visitId);
        if ((!row.document.empty() && row.payment == expected.payment) || (row.asked.value != 0 && m_c->now().minus(row.asked) < kAskAgain))
            return {};
        row.asked = m_c->now();
        BT_CHECK(save(visitId, row));
        return m_letters->post(visit->threadId, FeatureLetter{std::string(kWanted), Json{{"visit", visitId}}}, 0);
    });
}

std::span<const std::string_view> Receipts::letterKinds() const { return kKinds; }

Result<void> Receipts::letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival&)
{
    FieldReader f(letter.body);
    const auto visitId = f.text("visit", 64);
    const auto document = letter.kind == kReceipt ? f.text("document", records::kReceiptBytes) : std::string();
    if (!f.ok()) return fail("message.bad_letter", letter.kind);
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr || visit->threadId != arrived.threadId) return {}; // only the two of them may speak of it
    auto row = of(visitId);
    if (letter.kind == kWanted) {
        if (visit->role != Role::Therapist || row.answered >= kAnswers || !receiptOf(*m_c, *visit)) return {};
        BT_TRY(const auto made, issue(*visit));
        row = of(visitId);
        ++row.answered;
        BT_CHECK(save(visitId, row));
        return m_letters->post(visit->threadId, FeatureLetter{std::string(kReceipt), Json{{"visit", visitId}, {"document", textOf(made)}}},
                               0);
    }
    if (visit->role != Role::Patient || row.asked.value == 0) return {}; // nobody asked for it
    const auto opened = records::openReceipt(bytesOf(document));
    BT_TRY(auto expected, receiptOf(*m_c, *visit));
    if (!opened || !opened->added.empty()) return {};
    if (!row.document.empty() && row.payment == expected.payment) return {}; // one payment has one receipt: the first stays
    // It must say what this side's chain says; hers are the name, the licence, the number and the time of issue.
    expected.number = opened->receipt.number;
    expected.issuedAt = opened->receipt.issuedAt;
    expected.name = opened->receipt.name;
    expected.licence = opened->receipt.licence;
    if (!(opened->receipt == expected)) return {};
    row.document = bytesOf(document);
    return save(visitId, row);
}

Result<void> Receipts::fill(Snapshot& s)
{
    auto view = std::make_shared<ReceiptsView>();
    for (const auto& [id, visit] : m_c->visits.all()) {
        const auto paid = paymentOf(visit);
        if (!paid) continue;
        const auto row = of(id);
        ReceiptView one;
        // A receipt of a payment that the chain took back and made another way is none.
        if (!row.document.empty() && row.payment == paid->tx) {
            one = {ReceiptView::State::Ready, hexOf(row.number)};
        } else if (row.asked.value != 0) {
            one.state = ReceiptView::State::Asked;
        }
        view->visits.emplace(id, one);
    }
    s.receipts = std::move(view);
    return {};
}

Result<ReceiptDocument> Receipts::document(const std::string& visitId, const records::ReceiptAddition& added)
{
    const auto* visit = m_c->visits.find(visitId);
    const auto row = of(visitId);
    if (visit == nullptr || row.document.empty()) return fail("receipt.not_there");
    BT_TRY(auto opened, records::openReceipt(row.document));
    if (!added.empty()) {
        if (visit->role != Role::Patient) return fail("receipt.not_yours");
        const auto* thread = m_c->postbox.find(visit->threadId);
        if (thread == nullptr) return fail("message.no_conversation");
        BT_TRY(opened, records::addTo(std::move(opened), added, m_c->postbox.keysOf(*thread).identity.secret));
    }
    BT_TRY(const auto bytes, records::serialise(opened));
    return readReceipt(bytes);
}

namespace {

class ReceiptsCalls final : public ReceiptsDoor
{
public:
    explicit ReceiptsCalls(const Calls& calls) : m_calls(&calls) {}
    Future<> ask(std::string visitId) override
    {
        return m_calls->spending<void>({access::Use::AskReceipt, visitId}, [=](Persona& p) { return p.feature<Receipts>().ask(visitId); });
    }
    Future<ReceiptDocument> document(std::string visitId, records::ReceiptAddition added) override
    {
        return m_calls->asking<ReceiptDocument>({access::Use::ReadReceipt, visitId},
                                                [=](Persona& p) { return p.feature<Receipts>().document(visitId, added); });
    }
    Future<> save(std::string path, std::string visitId, records::ReceiptAddition added) override
    {
        return m_calls->asking<void>({access::Use::SaveReceipt, visitId}, [=](Persona& p) -> Result<void> {
            BT_TRY(const auto made, p.feature<Receipts>().document(visitId, added));
            QSaveFile file(QString::fromStdString(path)); // whole or not at all
            const auto size = static_cast<qint64>(made.json.size());
            if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char*>(made.json.data()), size) != size ||
                !file.commit())
                return fail("file.not_written", {file.errorString().toStdString()}, "receipt");
            return {};
        });
    }

private:
    const Calls* m_calls;
};

} // namespace

std::unique_ptr<ReceiptsDoor> makeReceiptsDoor(const Calls& calls) { return std::make_unique<ReceiptsCalls>(calls); }

} // namespace bt::service
