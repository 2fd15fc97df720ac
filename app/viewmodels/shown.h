// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One line for a fact that a view model shows: a read-only property, its getter and its member. All facts of a view
//! model change together with its signal `changed()`, because all of them are projections of one snapshot.
#pragma once

//! Declares `Q_PROPERTY(type name READ name NOTIFY changed)`, the getter `name()` and the member `m_name`.
#define BT_SHOWN(type, name)                                                                                                               \
    Q_PROPERTY(type name READ name NOTIFY changed)                                                                                         \
public:                                                                                                                                    \
    [[nodiscard]] type name() const { return m_##name; }                                                                                   \
                                                                                                                                           \
private:                                                                                                                                   \
    type m_##name{};
