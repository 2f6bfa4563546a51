/* SPDX-License-Identifier: Apache-2.0 */
/* The firewall rules of this host, which only CAP_NET_ADMIN may read, as the bytes that the
 * system's own programs print; the parser is elsewhere. Nothing here waits: the caller reads the
 * child's .out and kills it at the deadline. */
#pragma once
#include "sys/spawn.h"

/* Starts `nft -j list ruleset`: JSON. -ENOENT when there is no nft. */
int sys_nft_start(struct sys_child *ret);

/* Starts `iptables-legacy-save` (or ip6tables-legacy-save with v6): rules that nft does not show.
 * -ENOENT also where no legacy table exists in this namespace, since asking would load modules. */
int sys_iptables_start(bool v6, struct sys_child *ret);
