// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A kaspad of our own on a fresh simnet: free ports, its data in a temporary folder, gone with the object (and with the
//! test, should that crash). One thread at a time.
#pragma once

#include "base/result.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bt::interop {

class KaspadProcess
{
public:
    struct Options {
        //! "127.0.0.1:PORT" of nodes to connect to; a node with such peers knows no others.
        std::vector<std::string> connect;
        bool utxoIndex = true;
        std::vector<std::string> more; //!< further arguments, as kaspad takes them
    };
    KaspadProcess();
    explicit KaspadProcess(Options options);
    ~KaspadProcess(); //!< kills it
    KaspadProcess(const KaspadProcess&) = delete;
    KaspadProcess& operator=(const KaspadProcess&) = delete;

    //! Path of kaspad: BT_KASPAD, else the cache that packaging/dev/peers fills; empty when there is none.
    [[nodiscard]] static QString program();

    //! Starts it on the ports and data of its first start and waits until it answers (at most 60 s).
    //! \returns "kaspad.missing", "kaspad.ended" or "kaspad.silent" with the end of its log.
    [[nodiscard]] Result<void> start();
    //! SIGKILL, as a power cut would have it; start() goes on with what was on the disk.
    void kill();
    //! SIGTERM, and waits until it has closed its databases.
    [[nodiscard]] Result<void> stop();
    //! SIGSTOP and SIGCONT: it is there and does not answer.
    void freeze();
    void thaw();
    [[nodiscard]] bool running() const;
    //! Changes whom the next start connects to: two nodes that have mined apart join so.
    void connectTo(std::vector<std::string> peers) { m_options.connect = std::move(peers); }

    [[nodiscard]] std::string jsonUrl() const; //!< "ws://127.0.0.1:PORT", wRPC JSON
    [[nodiscard]] std::uint16_t jsonPort() const { return m_jsonPort; }
    [[nodiscard]] std::string p2pAddress() const; //!< "127.0.0.1:PORT" for connectTo of another
    [[nodiscard]] QString folder() const;
    //! The last lines that it wrote, for messages of tests.
    [[nodiscard]] std::string logTail(int lines = 15) const;

private:
    Options m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    std::uint16_t m_jsonPort = 0, m_grpcPort = 0, m_p2pPort = 0;
};

} // namespace bt::interop
