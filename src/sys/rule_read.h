/* SPDX-License-Identifier: Apache-2.0 */
/* A routing rule of rtnetlink as a struct: for rule.c only. */
#pragma once
#include "sys/nl.h"
#include "sys/rule.h"

/* Reads one RTM_NEWRULE of that family. false when it is none. */
bool rule_read(const struct nlmsghdr *nlh, enum addr_family family, struct sys_rule *ret);
