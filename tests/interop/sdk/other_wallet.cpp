// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/sdk/other_wallet.h"

#include "codec/text.h"
#include "kaspa/address.h"

#include <filesystem>

namespace bt::interop {

OtherWallet::OtherWallet(Simnet& net) : m_net(net)
{
    const std::filesystem::path source = BT_SOURCE_DIR;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QString::fromStdString((source / "tests" / "interop" / "sdk" / "wallet.py").string()),
                    {QString::fromStdString(net.url()), QString::fromStdString((source / "resources" / "contracts").string())});
}

OtherWallet::~OtherWallet()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000)) m_process.kill();
    m_process.waitForFinished(5'000);
}

Result<Json> OtherWallet::ask(const Json& request)
{
    m_process.write(QByteArray::fromStdString(request.dump() + "\n"));
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(60'000)) return fail("wallet.silent", m_process.errorString().toStdString());
    const QByteArray line = m_process.readLine();
    Json answer = Json::parse(line.toStdString(), nullptr, false);
    if (answer.is_discarded() || !answer.is_object()) return fail("wallet.silent", line.toStdString());
    if (answer.contains("error")) return fail("wallet.refused", answer["error"].get<std::string>());
    return answer;
}

Result<OtherWallet::Sent> OtherWallet::send(const Json& request, Sompi amount)
{
    if (m_spk.script.empty()) {
        BT_TRY(const Json key, ask({{"op", "key"}}));
        BT_TRY(const kaspa::Address address, kaspa::decodeAddress(key["address"].get<std::string>()));
        m_spk = kaspa::scriptOf(address);
    }
    BT_TRY(const auto coin, m_net.pay(m_spk, amount));
    (void)coin;
    Sent out;
    BT_TRY(out.answer, ask(request));
    const std::string id = out.answer["id"].get<std::string>();
    BT_TRY(const Bytes raw, codec::hexDecode(id));
    BT_TRY(out.id, kaspa::TxId::from(raw));
    BT_TRY(const Json entry,
           m_net.rpc().call("getMempoolEntry", {{"transactionId", id}, {"includeOrphanPool", false}, {"filterTransactionPool", false}}));
    BT_TRY(out.tx, transactionOf(entry["mempoolEntry"]["transaction"]));
    BT_CHECK(m_net.mine(1));
    BT_TRY(const bool waits, inMempool(m_net.rpc(), out.id));
    if (waits) return fail("wallet.not_mined", id);
    return out;
}

} // namespace bt::interop
