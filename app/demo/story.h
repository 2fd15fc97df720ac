// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The main job as two people do it, each at a window: every act is a key on the keyboard, every check reads the screen.
//! The demo prints it; the journey test checks it. GUI thread.
#pragma once

#include "compose/window_host.h"
#include "drive/driver.h"

#include <QElapsedTimer>

#include <map>

namespace bt::app {

class Story
{
public:
    using Print = std::function<void(const QString& line)>;
    //! What the story needs from outside where the network is not the practice network: nobody gives play money there, and
    //! no button moves its time.
    struct Outside {
        std::function<bool(const std::string& address)> fund; //!< pays what a persona needs to this address
        std::function<bool(Millis until)> pass;               //!< time goes on to this instant
    };
    //! \param folder absolute; profiles and settings go there, and with `pictures` screenshots into its screenshots/.
    Story(std::shared_ptr<service::NetworkWorld> world, const QString& folder, Print print, bool pictures = true, Outside outside = {});
    ~Story();

    //! How long a hand waits for what must come, in ms.
    void setPatience(int ms) { m_patience = ms; }
    //! The whole story. \returns false at the first step that fails.
    bool play();
    [[nodiscard]] const QString& failedAt() const { return m_failedAt; }

    // The chapters, for tests that need a beginning. Each returns false if it failed.
    bool open();       //!< both windows stand
    bool therapist();  //!< she makes a persona and lists herself
    bool booking();    //!< the patient looks, makes a persona, books
    bool answer();     //!< she reads and accepts
    bool talk();       //!< both write; help; lock
    bool visit();      //!< the room, the record, the payment
    bool afterwards(); //!< rating, money, words

    //! Opens one side's window over its profile; if it stands already, it is closed first, as at a new start.
    bool start(bool patient);
    [[nodiscard]] Driver& patient() { return *m_patientHand; }
    [[nodiscard]] Driver& practice() { return *m_therapistHand; }
    [[nodiscard]] WindowHost& patientHost() { return *m_patient; }
    [[nodiscard]] WindowHost& therapistHost() { return *m_therapist; }

private:
    bool step(const QString& name, const std::function<bool()>& act);
    bool see(const QString& what, WindowHost& host, const std::function<bool(const service::Snapshot&)>& condition);
    bool shot(const QString& name, WindowHost& host);
    bool go(Driver& hand, const QString& place);
    bool toTheVisit();
    bool funded(WindowHost& host);
    void tell();
    QString path(const QString& name) const;

    std::shared_ptr<service::NetworkWorld> m_world;
    QString m_folder;
    Print m_print;
    std::unique_ptr<WindowHost> m_patient, m_therapist;
    std::unique_ptr<Driver> m_patientHand, m_therapistHand;
    QElapsedTimer m_time;
    std::map<std::string, int> m_told;
    QString m_failedAt;
    int m_picture = 0;
    int m_patience = 60'000;
    bool m_pictures;
    Outside m_outside;
};

} // namespace bt::app
