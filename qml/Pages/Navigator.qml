// SPDX-License-Identifier: GPL-3.0-or-later
// How pages ask for other pages; Main answers. `where`: a place, or therapist, book, visit, thread, room,
// create, practise, restore, settings, words, outbox, network, how.
import QtQuick

QtObject {
    signal asked(string where, string id, real at)
    signal backAsked

    function go(where: string, id: string, at: real) {
        asked(where, id ?? "", at ?? 0);
    }
    function back() {
        backAsked();
    }
}
