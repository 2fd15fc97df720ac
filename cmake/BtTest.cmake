# SPDX-License-Identifier: GPL-3.0-or-later
# One test binary: bt_add_test(NAME SOURCES ... DEPS ... [LABELS long]) with Qt Test. The environment
# variable BT_VECTORS (default: ../shared/vectors beside the project) names the official suites, and
# BT_LONG=1 asks for the full counts.
function(bt_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "SOURCES;DEPS;LABELS")
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/core)
    target_compile_definitions(${name} PRIVATE BT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${arg_DEPS} Qt6::Test bt_warnings)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 1500) # full counts on a busy machine; a hang still ends
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=3600000") # Qt stops a function after 5 minutes otherwise
endfunction()
