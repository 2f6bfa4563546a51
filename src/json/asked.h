/* SPDX-License-Identifier: Apache-2.0 */
/* The target of a run as a JSON object, and back. What is false, empty or 0 is left out. */
#pragma once
#include "target/target.h"
#include "json/out.h"
#include "json/place.h"

/* Writes the object "target". Passwords are not in it; where part of one may look like the host
 * (FLAW_CREDENTIALS) only the scheme and the flaw are. */
void asked_write(struct out *o, const struct target *target);

/* Reads it from object, at the place at. -EINVAL, said, where it is no target. */
int asked_read(const struct reading *r, const struct place *at, const json_t *object,
               struct target *ret);
