# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the rows of a C++ array from a word list. -DWORDS=list -DOUT=file
file(STRINGS ${WORDS} words ENCODING UTF-8)
set(text "")
foreach(word IN LISTS words)
    string(APPEND text "std::string_view(\"${word}\"),\n")
endforeach()
file(WRITE ${OUT} "${text}")
