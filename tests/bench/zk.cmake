# SPDX-License-Identifier: GPL-3.0-or-later
find_package(benchmark REQUIRED) # libbenchmark-dev
add_executable(bench_zk EXCLUDE_FROM_ALL bench_zk.cpp)
target_include_directories(bench_zk PRIVATE ${PROJECT_SOURCE_DIR}/core)
target_link_libraries(bench_zk PRIVATE bt::zk benchmark::benchmark bt_warnings)
