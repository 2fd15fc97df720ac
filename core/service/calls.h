// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How a door's call reaches the open persona: it queues on the engine's worker; a round of work and a new snapshot follow
//! it. Each call says which use it is, and the access policy judges that before anything else (docs/access.md): name the
//! use as the first argument, and give it a row in access/uses.cpp. Thread safety: every function from any thread.
#pragma once

#include "service/access/gate.h"
#include "service/doors.h"
#include "service/persona.h"
#include "service/worker.h"

namespace bt::service {

class Calls
{
public:
    //! \param open   gives the open persona, on the worker; "vault.locked"
    //! \param after  what follows a call that may have changed something, on the worker
    Calls(Worker& worker, std::function<Result<Persona*>()> open, std::function<void()> after)
        : m_worker(&worker), m_open(std::move(open)), m_after(std::move(after))
    {}
    //! Work that needs an open persona. "vault.locked", "access.*".
    template <typename T> [[nodiscard]] Future<T> withPersona(access::Asked asked, std::function<Result<T>(Persona&)> work) const
    {
        return m_worker->call<T>([this, asked = std::move(asked), work = std::move(work)]() -> Result<T> {
            BT_TRY(auto* persona, m_open());
            BT_CHECK(access::mayDo(persona->context(), asked));
            auto done = work(*persona);
            m_after();
            return done;
        });
    }
    //! The same for what costs money: "money.spending_off" before anything is written.
    template <typename T> [[nodiscard]] Future<T> spending(access::Asked asked, std::function<Result<T>(Persona&)> work) const
    {
        return withPersona<T>(std::move(asked), [work = std::move(work)](Persona& p) -> Result<T> {
            BT_CHECK(p.context().payments.maySpend());
            return work(p);
        });
    }
    //! Only looks: no round and no new snapshot follow.
    template <typename T> [[nodiscard]] Future<T> asking(access::Asked asked, std::function<Result<T>(Persona&)> work) const
    {
        return m_worker->call<T>([this, asked = std::move(asked), work = std::move(work)]() -> Result<T> {
            BT_TRY(auto* persona, m_open());
            BT_CHECK(access::mayDo(persona->context(), asked));
            return work(*persona);
        });
    }

private:
    Worker* m_worker;
    std::function<Result<Persona*>()> m_open;
    std::function<void()> m_after;
};

} // namespace bt::service
