# How everything is compiled: one interface target, no directory-wide flags.
option(MUSTER_WERROR "Treat warnings as errors (the check presets do)" OFF)
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
    set(CMAKE_CXX_COMPILER_LAUNCHER "${MUSTER_CCACHE}")
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
