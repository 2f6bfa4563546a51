/* SPDX-License-Identifier: Apache-2.0 */
/* Which process a container is: asked of the container engines' own commands, which know their
 * sockets, contexts and rights. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

struct sys_container {
	int pid;         /* of its first process */
	char engine[16]; /* "docker", "podman", "nerdctl", "crictl": who knows it */
	char asked[64];  /* those that were asked, ", " between */
	char says[160];  /* the first line of what the last engine said instead; raw, foreign */
};

/* Whether the name can be one: letters, digits and _ . - after a letter or digit. Others are not
 * handed to any command. */
bool sys_container_name_fits(const char *name);

/* Asks each engine that is installed, at most a few seconds each. 0 with ret->pid and ret->engine;
 * -ENOENT no engine is installed, -ESRCH none knows such a container, -ECHILD it is not running,
 * -EACCES an engine does not let this user ask, -ETIMEDOUT one does not answer, -EIO another
 * refusal (ret->says). */
int sys_container(const char *name, struct sys_container *ret);
