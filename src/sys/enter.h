/* SPDX-License-Identifier: Apache-2.0 */
/* Being somewhere else: in a network namespace by its name, or where another process is. This
 * process enters a network namespace once, before its first socket. It never enters a foreign
 * mount namespace, whose libraries and tools are not its own: files there are read below a root
 * (sys/files.h), and a helper process goes in where a C library has to read them (sys_enter_files).
 * Nothing outside of this process changes. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Where a process is, as far as this one can share it. */
struct sys_place {
	int root;       /* descriptor of its root directory, the caller's; or SYS_ROOT_HOST when it
	                 * sees the same files */
	char mount[24]; /* number of its mount namespace, for sys_enter_files(); "" as root */
	char name[16];  /* of its program, raw; "" unknown */
	bool musl;      /* its C library is musl */
};

/* Enters the network namespace that ip-netns(8) calls name (a name with a slash is a path), and
 * gives this process a mount namespace of its own in which the files of /etc/netns/NAME stand in
 * /etc, as `ip netns exec` does. 0, or negative errno: -ENOENT no such namespace, -EINVAL it is
 * none, -EPERM and -EACCES rights are missing (CAP_SYS_ADMIN). */
int sys_enter_netns(const char *name);

/* Enters the network namespace of a process (by way of its user namespace where that gives the
 * right), and opens its root. 0, or negative errno: -ESRCH no such process, -EACCES and -EPERM
 * rights are missing, -ENOENT there is no /proc. */
int sys_enter_process(int pid, struct sys_place *ret);

/* Takes over the variables of that process's environment by which programs find a proxy, a CA store
 * and a name (anything that ends in _proxy, SSL_CERT_FILE, RES_OPTIONS, ...); those that it lacks
 * are unset. To be called before anything reads them. 0, or negative errno as above. */
int sys_take_environment(int pid);

/* For a helper process only: goes to where the process sees its files, as long as its mount
 * namespace still has that number. 0, or negative errno. */
int sys_enter_files(int pid, const char *mount);
