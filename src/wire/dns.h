/* SPDX-License-Identifier: Apache-2.0 */
/* DNS messages (RFC 1035, EDNS0 RFC 6891, extended errors RFC 8914): a query as bytes, a reply as
 * a struct of fixed size. Names are text without the final dot ("." is the root), bytes that are
 * not plain ASCII as \DDD, a dot inside a label as \. (RFC 1035 section 5.1). A pointer in a name
 * may only go backwards, so no name loops; what does not fit is dropped and said. */
#pragma once
#include "base/addr.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	DNS_NAME_MAX = 1024,  /* the longest name as text (255 bytes, each \DDD) and its NUL */
	DNS_QUERY_MAX = 288,  /* the longest query */
	DNS_RECORDS_MAX = 64, /* records of the answer section that are kept */
	DNS_EDE_MAX = 4,      /* extended errors that are kept */
	DNS_TEXT_MAX = 12288, /* bytes for all names and texts of one reply */
	DNS_LINKS_MAX = 16,   /* aliases that are followed, as resolvers do */
};

enum {
	DNS_TYPE_A = 1,
	DNS_TYPE_NS = 2,
	DNS_TYPE_CNAME = 5,
	DNS_TYPE_SOA = 6,
	DNS_TYPE_PTR = 12,
	DNS_TYPE_TXT = 16,
	DNS_TYPE_AAAA = 28,
	DNS_TYPE_SRV = 33,
	DNS_TYPE_DNAME = 39,
	DNS_TYPE_OPT = 41,
	DNS_TYPE_RRSIG = 46,
	DNS_TYPE_HTTPS = 65,
};

enum {
	DNS_RCODE_NOERROR,
	DNS_RCODE_FORMERR,
	DNS_RCODE_SERVFAIL,
	DNS_RCODE_NXDOMAIN,
	DNS_RCODE_NOTIMP,
	DNS_RCODE_REFUSED,
	DNS_RCODE_NOTAUTH = 9,
	DNS_RCODE_BADVERS = 16,
};

/* What is wrong with a message. */
enum dns_bad {
	DNS_BAD_NOTHING,
	DNS_BAD_SHORT,     /* less than the 12 bytes of a header */
	DNS_BAD_NOT_REPLY, /* QR is 0: a query came back */
	DNS_BAD_QUESTION,  /* the question is cut or more than one */
	DNS_BAD_NAME,      /* a name with a forward or looping pointer, a bad label or too long */
	DNS_BAD_RECORD,    /* a record that reaches past the end of the message */
	DNS_BAD_DATA,      /* the data of a record do not fit its type */
	DNS_BAD_OPT,       /* more than one OPT record, or a malformed one */
	N_DNS_BAD
};

struct dns_query {
	const char *name; /* text; escapes \DDD and \x are understood, a final dot is allowed */
	uint16_t type;    /* DNS_TYPE_... */
	uint16_t id;
	bool rd;            /* recursion desired */
	bool cd;            /* checking disabled */
	uint16_t edns_size; /* the size that EDNS0 announces, 0 for a query without EDNS0 */
	bool dnssec_ok;     /* the DO bit; needs EDNS0 */
};

/* A text of a reply: where it begins in dns_reply.text; 0 is the empty text. */
typedef uint16_t dns_text_t;

struct dns_record {
	dns_text_t owner;
	dns_text_t target; /* of CNAME, DNAME, NS, PTR, SRV, SOA (the primary); else 0 */
	uint32_t ttl;
	uint16_t type;
	uint16_t port;    /* of SRV */
	struct addr addr; /* of A and AAAA; else ADDR_NONE */
};

struct dns_ede {
	uint16_t code;   /* INFO-CODE of RFC 8914 */
	dns_text_t text; /* cleaned */
};

struct dns_reply {
	enum dns_bad bad;
	uint16_t id;
	bool qr, aa, tc, rd, ra, ad, cd;
	uint8_t opcode;
	uint16_t rcode; /* with the EDNS extension, 0 to 4095 */

	bool has_question;
	dns_text_t question;
	uint16_t question_type;

	uint16_t n_answers, n_authority, n_additional; /* as the header says */
	uint8_t n_records;                             /* kept in records */
	bool dropped;                                  /* records or texts did not fit here */
	struct dns_record records[DNS_RECORDS_MAX];    /* of the answer section, in order */

	bool has_soa; /* in the authority section */
	dns_text_t soa_owner;
	uint32_t soa_minimum; /* seconds that a "no" may be kept (RFC 2308) */
	bool has_ns;          /* NS records in the authority section: with no answer, a referral */

	bool has_edns;
	uint16_t edns_size;
	uint8_t n_ede;
	struct dns_ede ede[DNS_EDE_MAX];

	uint16_t text_len;
	char text[DNS_TEXT_MAX];
};

/* What an answer comes to when one follows its aliases from a name. */
struct dns_chain {
	const char *last; /* the last name, in the reply or the caller's own; never NULL */
	uint8_t n_links;  /* aliases followed */
	bool loops;       /* the aliases come back to a name that was passed, or are too many */
	bool unordered;   /* who reads the records once, as glibc does, finds no address */
	uint8_t n_addrs;  /* address records that the last name owns */
	uint8_t addrs[DNS_RECORDS_MAX]; /* their places in records */
};

/* Writes the query into bytes; RFC 1035 section 4.1, RFC 6891 section 6.1.2. The length, or
 * -EINVAL for a name that cannot be asked (empty, an empty label, a label over 63 or a name over
 * 255 bytes, a bad escape, a blank, control or non-ASCII byte: turn those into A-labels first). */
int dns_build(const struct dns_query *query, uint8_t bytes[static DNS_QUERY_MAX]);

/* Reads a reply (without the length of DNS over TCP). 0, or -EBADMSG when it is malformed: then
 * ret->bad says how, and what was read before that stays in *ret (id, flags and rcode unless it is
 * DNS_BAD_SHORT). A reply with TC may end anywhere after its header and is not malformed then. */
int dns_parse(const void *bytes, size_t len, struct dns_reply *ret);

/* The text at the place. */
const char *dns_text(const struct dns_reply *reply, dns_text_t at);

/* Whether the reply belongs to the query: same id, and the question equal without regard to case
 * (RFC 5452 section 9.1). An error reply without a question, which some servers send, needs the id
 * only. Also true or false for a reply that was malformed after its question. */
bool dns_matches(const struct dns_query *query, const struct dns_reply *reply);

/* Follows CNAME records from name (with a DNAME, servers send the CNAME that it makes, RFC 6672
 * section 3.1). ret->last may point into the reply. */
void dns_follow(const struct dns_reply *reply, const char *name, struct dns_chain *ret);

/* Whether the reply has an address record, of any owner, that equals addr. */
bool dns_has_addr(const struct dns_reply *reply, const struct addr *addr);

/* Whether x and y are the same name, whatever their case and final dot. False if one is none. */
bool dns_same_name(const char *x, const char *y);

/* "NXDOMAIN", "SERVFAIL"... (IANA DNS RCODEs), NULL for a number without a name. */
const char *dns_rcode_name(uint16_t rcode);

/* "AAAA", "CNAME"..., NULL for one without a name here. */
const char *dns_type_name(uint16_t type);

/* "DNSSEC Bogus"... (IANA Extended DNS Error Codes), NULL for a number without a name. */
const char *dns_ede_name(uint16_t code);

/* What is wrong, as the end of "the reply is malformed: ". Never NULL. */
const char *dns_bad_text(enum dns_bad bad);
