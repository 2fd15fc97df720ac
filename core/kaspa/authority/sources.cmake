# SPDX-License-Identifier: GPL-3.0-or-later
set(BT_KASPA_AUTHORITY_SOURCES authority/authority.h authority/authority.cpp)
