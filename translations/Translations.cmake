# SPDX-License-Identifier: GPL-3.0-or-later
# bt_add_translations(TARGET [PSEUDO]): compiles the languages and puts them into the target's resources as
# :/i18n/bt_LANGUAGE.qm. PSEUDO adds bt_qps.qm, a made-up language with longer words and marks around each text, with
# which tests find what a translator cannot reach and what does not fit.
# English has a file too: it holds the plural forms ("1 visit", "2 visits").
function(bt_add_translations target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "PSEUDO" "" "")
    set(folder ${PROJECT_SOURCE_DIR}/translations)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/i18n)
    set(made "")
    foreach(language de en)
        add_custom_command(OUTPUT ${out}/bt_${language}.qm
            COMMAND ${CMAKE_COMMAND} -E make_directory ${out}
            COMMAND Qt6::lrelease -silent ${folder}/bt_${language}.ts -qm ${out}/bt_${language}.qm
            DEPENDS ${folder}/bt_${language}.ts
            COMMENT "Compiling the texts in ${language}" VERBATIM)
        list(APPEND made ${out}/bt_${language}.qm)
    endforeach()
    if(arg_PSEUDO)
        find_package(Python3 REQUIRED COMPONENTS Interpreter)
        add_custom_command(OUTPUT ${out}/bt_qps.qm
            COMMAND ${CMAKE_COMMAND} -E make_directory ${out}
            COMMAND Python3::Interpreter ${folder}/pseudo.py ${folder}/bt_de.ts ${out}/bt_qps.ts
            COMMAND Qt6::lrelease -silent ${out}/bt_qps.ts -qm ${out}/bt_qps.qm
            DEPENDS ${folder}/bt_de.ts ${folder}/pseudo.py
            COMMENT "Making the pseudo-language" VERBATIM)
        list(APPEND made ${out}/bt_qps.qm)
    endif()
    qt_add_resources(${target} "${target}_i18n" PREFIX "/i18n" BASE ${out} FILES ${made})
endfunction()
