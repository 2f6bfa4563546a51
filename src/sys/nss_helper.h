/* SPDX-License-Identifier: Apache-2.0 */
/* What a program gets for a name: the helper process that calls getaddrinfo(), the only place
 * that does, and the reader of its answer. The answer is text, a fact a line:
 *   naze-nss 1 | took USEC | end WORD [ERRNO] | addr ADDRESS[%SCOPE] (any number) | done */
#pragma once
#include "base/addr.h"
#include "base/time.h"
#include "sys/spawn.h"

#include <stdbool.h>

enum { SYS_NSS_MAX = 64, SYS_NSS_TEXT_MAX = 8192 };

enum sys_nss_end {
	SYS_NSS_NOTHING, /* the helper said nothing: died, or was killed at its deadline */
	SYS_NSS_OK,
	SYS_NSS_AGAIN,
	SYS_NSS_NONAME,
	SYS_NSS_NODATA, /* the name exists without an address; current glibc says NONAME or this */
	SYS_NSS_ADDRFAMILY, /* no address of the family asked for */
	SYS_NSS_FAIL,
	SYS_NSS_FAMILY,
	SYS_NSS_MEMORY,
	SYS_NSS_SYSTEM, /* errno is in error: EMFILE and the like */
	SYS_NSS_OTHER,
	N_SYS_NSS_ENDS
};

struct sys_nss_addr {
	struct addr addr;
	uint32_t scope; /* interface index of a link-local address; 0 none */
};

struct sys_nss {
	enum sys_nss_end end;
	int error;   /* errno of SYS_NSS_SYSTEM, or EAI number of SYS_NSS_OTHER; else 0 */
	usec_t took; /* of getaddrinfo() alone */
	bool cut;    /* more addresses than fit, or the answer ends without "done" */
	size_t n;
	struct sys_nss_addr addrs[SYS_NSS_MAX]; /* in getaddrinfo()'s order, without doubles */
};

/* What is asked of the helper, and as whom. */
struct sys_nss_question {
	const char *name;
	const char *family; /* "0" both, "4" or "6" */
	int pid;            /* with mount: where that process sees its files; 0 without */
	const char *mount;  /* number of its mount namespace (sys/enter.h) */
};

/* Starts the helper, whose answer comes at ret->out. 0, or negative errno as sys_spawn(). */
int sys_nss_start(const struct sys_nss_question *question, struct sys_child *ret);

/* The body of `naze --helper nss NAME FAMILY [PID MOUNT]`: asks as curl and most programs do
 * (SOCK_STREAM, no flags) and writes the answer to stdout. In another mount namespace only the
 * name services that are part of libc are asked: a module would be that namespace's own code, run
 * with this process's rights. The exit status. */
int sys_nss_helper(int argc, char **argv);

/* Reads size bytes of a helper's answer, trusting none of them. Always fills *ret; 0, or -EBADMSG
 * when something was not as above (what was understood before it is kept, cut is set). */
int sys_nss_parse(const void *bytes, size_t size, struct sys_nss *ret);

/* "AGAIN" for SYS_NSS_AGAIN and so on, as <netdb.h> names it after EAI_. */
const char *sys_nss_word(enum sys_nss_end end);
