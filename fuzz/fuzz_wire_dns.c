/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the DNS reply reader and what follows aliases in it. */
#include "wire/dns.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct dns_reply reply;
	struct dns_query query = { .type = DNS_TYPE_A };
	struct dns_chain chain;
	int r = dns_parse(data, size, &reply);

	if ((r < 0) != (reply.bad != DNS_BAD_NOTHING) || reply.n_records > DNS_RECORDS_MAX ||
	    reply.text_len > DNS_TEXT_MAX || reply.n_ede > DNS_EDE_MAX) {
		abort();
	}
	for (uint8_t i = 0; i < reply.n_records; i++) {
		if (reply.records[i].owner >= reply.text_len ||
		    reply.records[i].target >= reply.text_len) {
			abort();
		}
		dns_follow(&reply, dns_text(&reply, reply.records[i].owner), &chain);
		if (chain.n_links > DNS_LINKS_MAX || chain.n_addrs > reply.n_records) {
			abort();
		}
	}
	if (reply.has_question) { /* what was read as a name must be a name that can be asked */
		uint8_t bytes[DNS_QUERY_MAX];

		query.name = dns_text(&reply, reply.question);
		query.type = reply.question_type;
		query.id = reply.id;
		if (dns_build(&query, bytes) < 0 || !dns_matches(&query, &reply)) {
			abort();
		}
	}
	return 0;
}
