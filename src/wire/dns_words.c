/* SPDX-License-Identifier: Apache-2.0 */
/* The names of DNS numbers, from dns_words.def. */
#include "wire/dns.h"

const char *dns_rcode_name(uint16_t rcode)
{
	switch (rcode) {
#define RCODE(number, name) \
	case number:        \
		return name;
#include "wire/dns_words.def"
	default:
		return NULL;
	}
}

const char *dns_type_name(uint16_t type)
{
	switch (type) {
#define TYPE(number, name) \
	case number:       \
		return name;
#include "wire/dns_words.def"
	default:
		return NULL;
	}
}

const char *dns_ede_name(uint16_t code)
{
	switch (code) {
#define EDE(number, name) \
	case number:      \
		return name;
#include "wire/dns_words.def"
	default:
		return NULL;
	}
}

const char *dns_bad_text(enum dns_bad bad)
{
	static const char *const texts[N_DNS_BAD] = {
		[DNS_BAD_NOTHING] = "nothing is wrong",
		[DNS_BAD_SHORT] = "it is shorter than a header",
		[DNS_BAD_NOT_REPLY] = "it is a query, not a reply",
		[DNS_BAD_QUESTION] = "its question is cut or more than one",
		[DNS_BAD_NAME] = "a name in it is broken",
		[DNS_BAD_RECORD] = "a record reaches past its end",
		[DNS_BAD_DATA] = "the data of a record do not fit its type",
		[DNS_BAD_OPT] = "its EDNS record is broken",
	};

	return bad < N_DNS_BAD && texts[bad] != NULL ? texts[bad] : "it is malformed";
}
