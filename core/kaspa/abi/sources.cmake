# SPDX-License-Identifier: GPL-3.0-or-later
set(BT_KASPA_ABI_SOURCES abi/types.h abi/types.cpp abi/codec.h abi/codec.cpp abi/payload.h abi/payload.cpp abi/records.h abi/records.cpp
    abi/program.h abi/program.cpp abi/interface.h abi/interface.cpp)
