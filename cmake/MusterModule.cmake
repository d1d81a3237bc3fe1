# One folder, one module: muster_add_module(core QT Core SOURCES a.cpp …) makes the static library muster_core.
#   DEPENDS  other modules, by their short names; what they may be is checked by tests/tst_layers.cpp
#   QT       Qt components, without the prefix    LIBRARIES  further targets    HEADERS_ONLY_IN is not needed: AUTOMOC finds headers
function(muster_add_module name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;QT;LIBRARIES;SOURCES" ${ARGN})
    set(target muster_${name})
    add_library(${target} STATIC ${ARG_SOURCES})
    target_link_libraries(${target} PUBLIC muster_options)
    foreach(module IN LISTS ARG_DEPENDS)
        target_link_libraries(${target} PUBLIC muster_${module})
    endforeach()
    foreach(component IN LISTS ARG_QT)
        find_package(Qt6 6.4 REQUIRED COMPONENTS ${component})
        target_link_libraries(${target} PUBLIC Qt6::${component})
    endforeach()
    target_link_libraries(${target} PUBLIC ${ARG_LIBRARIES})
    muster_use_pch(${target} lib ${ARG_QT})
    list(TRANSFORM ARG_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE absolute)
    set_property(GLOBAL APPEND PROPERTY MUSTER_SOURCES ${absolute})
endfunction()

# muster_add_test(tst_x LIBRARIES … [LABELS …] [DISPLAY] [ARGS …] [TIMEOUT s]): one test program, tst_x.cpp (and SOURCES), run by ctest.
# DISPLAY: runs in a window system of its own (tests/support/display.sh: Xvfb + openbox); else on Qt's offscreen platform.
function(muster_add_test name)
    cmake_parse_arguments(ARG "DISPLAY" "TIMEOUT" "LIBRARIES;SOURCES;LABELS;ARGS" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE muster_options Qt6::Test ${ARG_LIBRARIES})
    target_compile_definitions(${name} PRIVATE MUSTER_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    muster_use_pch_of(${name} ${ARG_LIBRARIES})
    if(ARG_DISPLAY)
        add_test(NAME ${name} COMMAND "${CMAKE_SOURCE_DIR}/tests/support/display.sh" $<TARGET_FILE:${name}> ${ARG_ARGS})
        set_tests_properties(${name} PROPERTIES RUN_SERIAL ON
            # libxkbcommon-x11 reads unterminated strings by their length, which the preset's strict_string_checks takes for an overflow.
            ENVIRONMENT "QT_QPA_PLATFORM=xcb;ASAN_OPTIONS=detect_leaks=1:strict_string_checks=0")
    else()
        add_test(NAME ${name} COMMAND ${name} ${ARG_ARGS})
        set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
    endif()
    if(ARG_LABELS)
        set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}")
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    # A test that cannot find what it needs says so and exits with 77: skipped, never silently passed.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 77)
endfunction()

# muster_add_bench(bench_x LIBRARIES …): a benchmark; built everywhere, run by people (build/release/bin/bench_x [--quick]).
function(muster_add_bench name)
    cmake_parse_arguments(ARG "" "" "LIBRARIES;SOURCES" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE muster_options ${ARG_LIBRARIES})
    muster_use_pch_of(${name} ${ARG_LIBRARIES})
endfunction()
