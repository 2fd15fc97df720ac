# SPDX-License-Identifier: GPL-3.0-or-later
# One core module: folder = library = namespace bt::NAME. A module may use lower layers only.
add_library(bt_warnings INTERFACE)
target_compile_options(bt_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
# Warnings are GCC's business: a fuzzing build by clang shows its own and goes on.
target_compile_options(bt_warnings INTERFACE "$<$<BOOL:${BT_FUZZ}>:-Wno-error>")
# GCC 12 guesses about inlined library code when it optimises; such a guess is shown and does not stop the build.
target_compile_options(bt_warnings INTERFACE "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-error=array-bounds;-Wno-error=stringop-overflow;-Wno-error=stringop-overread;-Wno-error=maybe-uninitialized;-Wno-error=dangling-pointer;-Wno-error=restrict;-Wno-error=free-nonheap-object;-Wno-error=nonnull>")

function(bt_add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LAYER" "SOURCES;DEPS;PRIVATE_DEPS;PUBLIC_DEPS")
    add_library(bt_${name} STATIC ${arg_SOURCES})
    add_library(bt::${name} ALIAS bt_${name})
    set_property(TARGET bt_${name} PROPERTY BT_LAYER ${arg_LAYER})
    foreach(dep IN LISTS arg_DEPS)
        string(REPLACE "::" "_" target ${dep})
        get_target_property(below ${target} BT_LAYER)
        if(NOT below LESS arg_LAYER)
            message(FATAL_ERROR "${name} (layer ${arg_LAYER}) may not use ${dep} (layer ${below})")
        endif()
    endforeach()
    target_include_directories(bt_${name} PUBLIC ${PROJECT_SOURCE_DIR}/core)
    target_link_libraries(bt_${name} PUBLIC ${arg_DEPS} ${arg_PUBLIC_DEPS} PRIVATE ${arg_PRIVATE_DEPS} bt_warnings)
endfunction()
