/* SPDX-License-Identifier: Apache-2.0 */
/* The version, as meson.build has it. */
#pragma once
#ifdef NAZE_VERSION
#define CLI_VERSION NAZE_VERSION
#else
#define CLI_VERSION "0.1.0"
#endif
