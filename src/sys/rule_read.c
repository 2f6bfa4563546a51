/* SPDX-License-Identifier: Apache-2.0 */
/* Reads rule messages (struct fib_rule_hdr and FRA_*, linux/fib_rules.h). */
#include "sys/rule_read.h"

#include <linux/fib_rules.h>
#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/socket.h>

static enum sys_rule_action action_of(uint8_t action)
{
	switch (action) {
	case FR_ACT_TO_TBL:
		return SYS_RULE_TABLE;
	case FR_ACT_GOTO:
		return SYS_RULE_GOTO;
	case FR_ACT_NOP:
		return SYS_RULE_NOP;
	case FR_ACT_BLACKHOLE:
		return SYS_RULE_BLACKHOLE;
	case FR_ACT_UNREACHABLE:
		return SYS_RULE_UNREACHABLE;
	case FR_ACT_PROHIBIT:
		return SYS_RULE_PROHIBIT;
	default:
		return SYS_RULE_OTHER;
	}
}

static void read_ports(const struct nlattr *attr, struct fib_rule_port_range *ret)
{
	memset(ret, 0, sizeof(*ret));
	if (attr && mnl_attr_get_payload_len(attr) >= sizeof(*ret)) {
		memcpy(ret, mnl_attr_get_payload(attr), sizeof(*ret));
	}
}

static void read_selectors(const struct nlattr *const tb[], struct sys_rule *rule)
{
	struct fib_rule_port_range ports;
	struct fib_rule_uid_range uids;

	rule->src = nl_addr(tb[FRA_SRC]);
	rule->dst = nl_addr(tb[FRA_DST]);
	rule->fwmark = nl_u32(tb[FRA_FWMARK]);
	rule->fwmask = nl_u32(tb[FRA_FWMASK]);
	rule->ip_proto = nl_u8(tb[FRA_IP_PROTO]);
	rule->l3mdev = nl_u8(tb[FRA_L3MDEV]);
	nl_text(tb[FRA_IIFNAME], rule->iif, sizeof(rule->iif));
	nl_text(tb[FRA_OIFNAME], rule->oif, sizeof(rule->oif));
	read_ports(tb[FRA_SPORT_RANGE], &ports);
	rule->has_sport = ports.start || ports.end;
	read_ports(tb[FRA_DPORT_RANGE], &ports);
	rule->dport_from = ports.start;
	rule->dport_to = ports.end;
	if (tb[FRA_UID_RANGE] && mnl_attr_get_payload_len(tb[FRA_UID_RANGE]) >= sizeof(uids)) {
		memcpy(&uids, mnl_attr_get_payload(tb[FRA_UID_RANGE]), sizeof(uids));
		rule->has_uids = true;
		rule->uid_from = uids.start;
		rule->uid_to = uids.end;
	}
	rule->suppress_len = -1;
	if (tb[FRA_SUPPRESS_PREFIXLEN]) {
		rule->suppress_len = (int32_t)nl_u32(tb[FRA_SUPPRESS_PREFIXLEN]);
	}
	rule->suppress_group =
		tb[FRA_SUPPRESS_IFGROUP] && (int32_t)nl_u32(tb[FRA_SUPPRESS_IFGROUP]) >= 0;
}

bool rule_read(const struct nlmsghdr *nlh, enum addr_family family, struct sys_rule *ret)
{
	const struct nlattr *tb[FRA_MAX + 1];
	const struct fib_rule_hdr *head = nl_head(nlh, RTM_NEWRULE, sizeof(*head));

	if (!head || head->family != nl_family(family)) {
		return false;
	}
	nl_attrs(nlh, sizeof(*head), tb, FRA_MAX);
	*ret = (struct sys_rule){
		.priority = nl_u32(tb[FRA_PRIORITY]),
		.action = action_of(head->action),
		.table = tb[FRA_TABLE] ? nl_u32(tb[FRA_TABLE]) : head->table,
		.target = nl_u32(tb[FRA_GOTO]),
		.inverted = head->flags & FIB_RULE_INVERT,
		.src_len = head->src_len,
		.dst_len = head->dst_len,
		.tos = head->tos,
	};
	read_selectors(tb, ret);
	return true;
}
