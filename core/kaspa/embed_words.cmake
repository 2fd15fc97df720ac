# SPDX-License-Identifier: GPL-3.0-or-later
# Makes one C++ raw string of a word list (2,048 words, one a line). -DWORDS=list -DOUT=file
file(READ ${WORDS} words ENCODING UTF-8)
file(WRITE ${OUT} "R\"words(${words})words\"\n")
