/* SPDX-License-Identifier: Apache-2.0 */
/* Starts the programs that print firewall rules. They only read. */
#include "sys/priv_nft.h"

#include "sys/files.h"

#include <errno.h>

int sys_nft_start(struct sys_child *ret)
{
	static const char *const argv[] = { "nft", "-j", "list", "ruleset", NULL };

	return sys_spawn(argv, NULL, SYS_SPAWN_PLAIN, ret);
}

int sys_iptables_start(bool v6, struct sys_child *ret)
{
	static const char *const argv4[] = { "iptables-legacy-save", NULL };
	static const char *const argv6[] = { "ip6tables-legacy-save", NULL };
	char names[128];

	/* Empty or missing: no legacy table was ever used, and asking would create them. */
	if (sys_read_text(SYS_ROOT_HOST,
	                  v6 ? "/proc/self/net/ip6_tables_names" : "/proc/self/net/ip_tables_names",
	                  names, sizeof(names)) <= 0) {
		return -ENOENT;
	}
	return sys_spawn(v6 ? argv6 : argv4, NULL, SYS_SPAWN_PLAIN, ret);
}
