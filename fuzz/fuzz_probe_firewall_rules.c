/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reading of firewall rules: nft's JSON, or (after a first byte of '*' or ':') what
 * iptables-save prints. Whatever stands there, the walk ends, and a rule that denies is named. */
#include "probe/firewall_rules.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void ask(const json_t *rules, const char *hook, bool answer_packet)
{
	struct firewall_packet p = { .src = { ADDR_V4, { 10, 1, 0, 2 } },
		                     .dst = { ADDR_V4, { 10, 1, 0, 9 } },
		                     .dport = 443,
		                     .iif = "",
		                     .oif = "eth0",
		                     .uid = 0,
		                     .answer = answer_packet };
	struct firewall_answer a;

	firewall_ask(rules, hook, &p, &a);
	if (a.said == FIREWALL_SAID_DENIED && (a.rule[0] == '\0' || a.command[0] == '\0')) {
		abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	json_t *root = NULL;
	json_t *rules = NULL;

	if (size > 0 && (data[0] == '*' || data[0] == ':')) {
		rules = json_array();
		if (rules == NULL || firewall_xt(rules, (const char *)data, size, false) < 0) {
			json_decref(rules);
			return 0;
		}
	} else {
		root = json_loadb((const char *)data, size, 0, NULL);
		rules = json_incref(json_object_get(root, "nftables"));
	}
	ask(rules, "output", false);
	ask(rules, "input", true);
	json_decref(rules);
	json_decref(root);
	return 0;
}
