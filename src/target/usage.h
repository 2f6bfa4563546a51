/* SPDX-License-Identifier: Apache-2.0 */
/* What of a target's text is the command line's fault (exit code 2), in words. */
#pragma once
#include "target/split.h"
#include "target/target.h"

/* 0, or -EINVAL for an empty or over-long text. */
int usage_check_text(struct span text, struct target_error *ret_error);

/* 0, or -EINVAL for a scheme without its "://": http:/host, https//host. */
int usage_check_scheme(const struct split *split, struct target_error *ret_error);

/* 0, or -EINVAL for several hosts (h1,h2) where the scheme's programs take such lists; elsewhere a
 * comma is an odd character. Asked only where the user info is sound. */
int usage_check_list(const struct split *split, enum scheme scheme, struct target_error *ret_error);

/* Always -EINVAL, with the words. */
int usage_unknown_scheme(struct span name, struct target_error *ret_error);
int usage_no_port(enum scheme scheme, struct target_error *ret_error);
int usage_several(struct target_error *ret_error);
int usage_long_user(struct target_error *ret_error);
int usage_long_path(struct target_error *ret_error);
