# How everything is compiled: one interface target, no directory-wide flags.
option(MUSTER_PCH "Compile common headers once, where the compiler is GCC" ON)
option(MUSTER_TESTS "Build the tests with everything else (a target each is there in any case)" ON)
option(MUSTER_BENCHES "Build the benchmarks with everything else (a target each is there in any case)" ON)
option(MUSTER_WERROR "Treat warnings as errors (the check presets do)" OFF)
option(MUSTER_SHARED "Make modules shared libraries: a hundred test programs then take a tenth of the room and link at once" OFF)
set(MUSTER_SANITIZE "" CACHE STRING "Value for -fsanitize= (empty: none)")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(MUSTER_CCACHE ccache)
if(MUSTER_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # What ccache has to be told to keep results made with precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${MUSTER_CCACHE}")
endif()

add_library(muster_options INTERFACE)
target_compile_definitions(muster_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(muster_options INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wshadow=local -Wcast-align -Wimplicit-fallthrough
    $<$<BOOL:${MUSTER_WERROR}>:-Werror>)
target_include_directories(muster_options INTERFACE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}")
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(muster_options INTERFACE -Wno-shadow -Wno-unknown-warning-option)
endif()
# What Debian hardens its own packages with; only where it is optimised and shipped.
target_compile_options(muster_options INTERFACE $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2 -fstack-protector-strong>)
target_link_options(muster_options INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)
# Test programs are many and long, and compiled far more often than they run.
add_library(muster_program_options INTERFACE)
target_compile_options(muster_program_options INTERFACE $<$<CONFIG:Debug>:-O0>)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
if(MUSTER_SANITIZE)
    target_compile_options(muster_options INTERFACE -fsanitize=${MUSTER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(muster_options INTERFACE -fsanitize=${MUSTER_SANITIZE})
endif()
find_program(MUSTER_MOLD mold)
if(MUSTER_MOLD)
    target_link_options(muster_options INTERFACE -fuse-ld=mold)
endif()

# Precompiled headers cut the time of a build in half. One for libraries and one for programs (they differ in -fPIC and -fPIE), each with and
# without widgets; muster_use_pch(target lib|exe component…) takes the right one.
function(muster_make_pch name header)
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch/empty.cpp" CONTENT "")
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch/main.cpp" CONTENT "int main() {}\n")
    add_library(${name}_lib STATIC "${CMAKE_BINARY_DIR}/pch/empty.cpp")
    add_executable(${name}_exe EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/pch/main.cpp")
    foreach(target ${name}_lib ${name}_exe)
        set_target_properties(${target} PROPERTIES AUTOMOC OFF)
        target_link_libraries(${target} PRIVATE muster_options ${ARGN})
        target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/${header}")
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endforeach()
    target_link_libraries(${name}_exe PRIVATE muster_program_options)
endfunction()

function(muster_use_pch target kind)
    if(NOT TARGET muster_pch_core_lib)
        return()
    endif()
    target_compile_options(${target} PRIVATE -fpch-preprocess)
    if("Widgets" IN_LIST ARGN)
        target_precompile_headers(${target} REUSE_FROM muster_pch_widgets_${kind})
    else()
        target_precompile_headers(${target} REUSE_FROM muster_pch_core_${kind})
    endif()
endfunction()

# Likewise, by the modules it is linked from.
function(muster_use_pch_of target kind)
    if(ARGN MATCHES "muster_(app|chart|ui|views)")
        muster_use_pch(${target} ${kind} Widgets)
    else()
        muster_use_pch(${target} ${kind})
    endif()
endfunction()
