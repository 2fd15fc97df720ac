# SPDX-License-Identifier: GPL-3.0-or-later
set(BT_KASPA_SCRIPT_SOURCES
    script/engine.h script/engine.cpp script/trace.h script/trace.cpp script/builder.cpp script/sigops.cpp
    script/short_form.h script/short_form.cpp script/suite.cpp
    script/limits.h script/rules.h script/rules.cpp script/item.h script/number.h script/number.cpp
    script/stack.h script/stack.cpp script/meter.h script/decode.h script/decode.cpp
    script/opcodes.h script/opcode_table.h script/opcode_table.cpp script/machine.h script/machine.cpp
    script/covenant_index.h script/covenant_index.cpp
    script/ops.h script/ops_control.cpp script/ops_stack.cpp script/ops_bytes.cpp script/ops_number.cpp
    script/ops_hash.cpp script/ops_signature.cpp script/ops_time.cpp script/introspect.h script/substring.h
    script/ops_introspection.cpp script/ops_covenant.cpp script/zk_precompile.h script/zk_precompile.cpp)
