/* SPDX-License-Identifier: Apache-2.0 */
/* DNS messages. Reading goes through the sections once; names are kept once each in the reply's own
 * text, as most records of an answer share their owner. */
#include "wire/dns.h"

#include "base/clean.h"
#include "base/cursor.h"
#include "wire/dns_name.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

enum {
	HEADER_SIZE = 12,
	CLASS_IN = 1,
	OPTION_EDE = 15, /* RFC 8914 section 2 */
	EDE_TEXT_MAX = 200,
	NAMES_MAX = 64, /* names that are looked at for one that is there already */
};

enum section { SECTION_ANSWER, SECTION_AUTHORITY, SECTION_ADDITIONAL };

static size_t put_u16(uint8_t *bytes, size_t at, unsigned value)
{
	bytes[at] = (uint8_t)(value >> 8);
	bytes[at + 1] = (uint8_t)value;
	return at + 2;
}

int dns_build(const struct dns_query *query, uint8_t bytes[static DNS_QUERY_MAX])
{
	int n = dns_name_build(query->name, bytes + HEADER_SIZE);
	size_t at = 0;

	if (n < 0) {
		return n;
	}
	at = put_u16(bytes, at, query->id);
	at = put_u16(bytes, at, (query->rd ? 0x0100U : 0) | (query->cd ? 0x0010U : 0));
	at = put_u16(bytes, at, 1);
	at = put_u16(bytes, at, 0);
	at = put_u16(bytes, at, 0);
	at = put_u16(bytes, at, query->edns_size > 0);
	at = put_u16(bytes, at + (size_t)n, query->type);
	at = put_u16(bytes, at, CLASS_IN);
	if (query->edns_size > 0) {
		bytes[at++] = 0; /* the root owns OPT; class is the size (RFC 6891 6.1.2) */
		at = put_u16(bytes, at, DNS_TYPE_OPT);
		at = put_u16(bytes, at, query->edns_size);
		at = put_u16(bytes, at, 0); /* extended rcode, version 0 */
		at = put_u16(bytes, at, query->dnssec_ok ? 0x8000U : 0);
		at = put_u16(bytes, at, 0);
	}
	return (int)at;
}

/* Keeps a text, or finds it where the same one was kept before. 0 (and dropped) when full. */
static dns_text_t keep(struct dns_reply *r, const char *text)
{
	size_t size = strlen(text) + 1;
	size_t at = 1;

	for (int i = 0; i < NAMES_MAX && at < r->text_len; i++) {
		if (strcmp(r->text + at, text) == 0) {
			return (dns_text_t)at;
		}
		at += strlen(r->text + at) + 1;
	}
	if (size > sizeof(r->text) - r->text_len) {
		r->dropped = true;
		return 0;
	}
	at = r->text_len;
	memcpy(r->text + at, text, size);
	r->text_len = (uint16_t)(r->text_len + size);
	return (dns_text_t)at;
}

/* Reads a name and keeps it. -EBADMSG when it is malformed. */
static int read_name(struct cursor *c, struct dns_reply *r, dns_text_t *ret)
{
	char text[DNS_NAME_MAX];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	if (dns_name_parse(c, &buf) < 0) {
		r->bad = DNS_BAD_NAME;
		return -EBADMSG;
	}
	*ret = keep(r, text);
	return 0;
}

/* What all records begin with. data is a cursor over the whole message that is at the data, for
 * names in them may point back; it ends with them. */
struct rr {
	dns_text_t owner;
	uint16_t type, class;
	uint32_t ttl;
	struct cursor data;
};

static int read_rr(struct cursor *c, struct dns_reply *r, struct rr *ret)
{
	uint16_t size = 0;

	if (read_name(c, r, &ret->owner) < 0) {
		return -EBADMSG;
	}
	ret->type = cursor_u16(c);
	ret->class = cursor_u16(c);
	ret->ttl = cursor_u32(c);
	size = cursor_u16(c);
	ret->data = *c;
	if (c->bad || cursor_take(c, size) == NULL) {
		r->bad = DNS_BAD_RECORD;
		return -EBADMSG;
	}
	ret->data.end = c->at;
	return 0;
}

static int bad_data(struct dns_reply *r)
{
	r->bad = r->bad == DNS_BAD_NOTHING ? DNS_BAD_DATA : r->bad;
	return -EBADMSG;
}

/* Reads what follows the head of a record of the answer section. */
static int read_data(struct dns_reply *r, struct rr *rr, struct dns_record *ret)
{
	struct cursor *d = &rr->data;

	switch (rr->type) {
	case DNS_TYPE_A:
	case DNS_TYPE_AAAA: {
		size_t size = rr->type == DNS_TYPE_A ? 4 : 16;
		const uint8_t *p = cursor_take(d, size);

		if (p == NULL || cursor_left(d) > 0) {
			return bad_data(r);
		}
		ret->addr.family = rr->type == DNS_TYPE_A ? ADDR_V4 : ADDR_V6;
		memcpy(ret->addr.bytes, p, size);
		return 0;
	}
	case DNS_TYPE_SRV: /* RFC 2782 */
		(void)cursor_u32(d);
		ret->port = cursor_u16(d);
		if (d->bad || read_name(d, r, &ret->target) < 0) {
			return bad_data(r);
		}
		return 0;
	case DNS_TYPE_CNAME:
	case DNS_TYPE_DNAME:
	case DNS_TYPE_NS:
	case DNS_TYPE_PTR:
	case DNS_TYPE_SOA:
		return read_name(d, r, &ret->target) < 0 ? bad_data(r) : 0;
	default: /* a number from a stranger, not an enum of ours */
		return 0;
	}
}

static int read_answer(struct dns_reply *r, struct rr *rr)
{
	struct dns_record rec = { .owner = rr->owner, .type = rr->type, .ttl = rr->ttl };
	bool dropped = r->dropped;

	if (rr->class != CLASS_IN) {
		return 0;
	}
	r->dropped = false;
	if (rr->owner != 0 && read_data(r, rr, &rec) < 0) {
		return -EBADMSG;
	}
	/* A record whose names did not fit would be a lie. */
	if (r->dropped || rr->owner == 0 || r->n_records == DNS_RECORDS_MAX) {
		r->dropped = true;
		return 0;
	}
	r->records[r->n_records++] = rec;
	r->dropped = dropped;
	return 0;
}

static int read_authority(struct dns_reply *r, struct rr *rr)
{
	dns_text_t primary = 0;
	dns_text_t mailbox = 0;

	if (rr->type == DNS_TYPE_NS) {
		r->has_ns = true;
	}
	if (rr->type != DNS_TYPE_SOA || r->has_soa) {
		return 0;
	}
	if (read_name(&rr->data, r, &primary) < 0 || read_name(&rr->data, r, &mailbox) < 0 ||
	    cursor_take(&rr->data, 16) == NULL) {
		return bad_data(r);
	}
	r->soa_minimum = cursor_u32(&rr->data);
	if (rr->data.bad) {
		return bad_data(r);
	}
	if (r->soa_minimum > rr->ttl) { /* RFC 2308 section 5: the smaller of the two */
		r->soa_minimum = rr->ttl;
	}
	r->has_soa = true;
	r->soa_owner = rr->owner;
	return 0;
}

static void read_ede(struct dns_reply *r, struct cursor *option)
{
	char text[4 * EDE_TEXT_MAX + 4];
	uint16_t code = cursor_u16(option);
	size_t len = cursor_left(option);
	const uint8_t *p = cursor_take(option, len);
	struct buf buf;

	if (option->bad) {
		r->bad = DNS_BAD_OPT;
		return;
	}
	if (r->n_ede == DNS_EDE_MAX) {
		r->dropped = true;
		return;
	}
	while (len > 0 && p[len - 1] == 0) { /* some end it with a NUL; RFC 8914 section 2 */
		len--;
	}
	buf_init(&buf, text, sizeof(text));
	if (len > 0) {
		clean_put(&buf, p, len, EDE_TEXT_MAX);
	}
	r->ede[r->n_ede++] = (struct dns_ede){ .code = code, .text = len > 0 ? keep(r, text) : 0 };
}

static int read_opt(struct dns_reply *r, struct rr *rr)
{
	if (r->has_edns || strcmp(dns_text(r, rr->owner), ".") != 0) {
		r->bad = DNS_BAD_OPT;
		return -EBADMSG;
	}
	r->has_edns = true;
	r->edns_size = rr->class;
	r->rcode = (uint16_t)(r->rcode | (rr->ttl >> 24) << 4);
	while (cursor_left(&rr->data) > 0) {
		uint16_t code = cursor_u16(&rr->data);
		struct cursor option = cursor_sub(&rr->data, cursor_u16(&rr->data));

		if (rr->data.bad || option.bad) {
			r->bad = DNS_BAD_OPT;
		} else if (code == OPTION_EDE) {
			read_ede(r, &option);
		}
		if (r->bad != DNS_BAD_NOTHING) {
			return -EBADMSG;
		}
	}
	return 0;
}

static int read_section(struct cursor *c, struct dns_reply *r, enum section section, uint16_t n)
{
	for (uint16_t i = 0; i < n; i++) {
		struct rr rr = { 0 };
		int k = 0;

		if (read_rr(c, r, &rr) < 0) {
			return -EBADMSG;
		}
		switch (section) {
		case SECTION_ANSWER:
			k = read_answer(r, &rr);
			break;
		case SECTION_AUTHORITY:
			k = read_authority(r, &rr);
			break;
		case SECTION_ADDITIONAL:
			k = rr.type == DNS_TYPE_OPT ? read_opt(r, &rr) : 0;
			break;
		}
		if (k < 0) {
			return k;
		}
	}
	return 0;
}

static int read_question(struct cursor *c, struct dns_reply *r, uint16_t n)
{
	if (n == 0) {
		return 0;
	}
	if (n > 1) {
		r->bad = DNS_BAD_QUESTION;
		return -EBADMSG;
	}
	if (read_name(c, r, &r->question) < 0) {
		return -EBADMSG;
	}
	r->question_type = cursor_u16(c);
	(void)cursor_u16(c);
	if (c->bad) {
		r->bad = DNS_BAD_QUESTION;
		return -EBADMSG;
	}
	r->has_question = true;
	return 0;
}

int dns_parse(const void *bytes, size_t len, struct dns_reply *ret)
{
	struct cursor c;
	uint16_t flags = 0;
	uint16_t n_questions = 0;

	memset(ret, 0, sizeof(*ret));
	ret->text_len = 1; /* place 0 is the empty text */
	cursor_init(&c, bytes, len);
	ret->id = cursor_u16(&c);
	flags = cursor_u16(&c);
	n_questions = cursor_u16(&c);
	ret->n_answers = cursor_u16(&c);
	ret->n_authority = cursor_u16(&c);
	ret->n_additional = cursor_u16(&c);
	if (c.bad) {
		ret->bad = DNS_BAD_SHORT;
		return -EBADMSG;
	}
	ret->qr = flags & 0x8000;
	ret->opcode = flags >> 11 & 15;
	ret->aa = flags & 0x0400;
	ret->tc = flags & 0x0200;
	ret->rd = flags & 0x0100;
	ret->ra = flags & 0x0080;
	ret->ad = flags & 0x0020;
	ret->cd = flags & 0x0010;
	ret->rcode = flags & 15;
	if (!ret->qr) {
		ret->bad = DNS_BAD_NOT_REPLY;
		return -EBADMSG;
	}
	if (read_question(&c, ret, n_questions) < 0) {
		return -EBADMSG;
	}
	if (read_section(&c, ret, SECTION_ANSWER, ret->n_answers) < 0 ||
	    read_section(&c, ret, SECTION_AUTHORITY, ret->n_authority) < 0 ||
	    read_section(&c, ret, SECTION_ADDITIONAL, ret->n_additional) < 0) {
		if (ret->tc && ret->has_question) { /* cut: the rest is asked for over TCP */
			ret->bad = DNS_BAD_NOTHING;
			return 0;
		}
		return -EBADMSG;
	}
	return 0;
}

const char *dns_text(const struct dns_reply *reply, dns_text_t at)
{
	return at < sizeof(reply->text) ? reply->text + at : "";
}

bool dns_same_name(const char *x, const char *y)
{
	uint8_t bx[DNS_NAME_BYTES];
	uint8_t by[DNS_NAME_BYTES];
	int nx = dns_name_build(x, bx);
	int ny = dns_name_build(y, by);

	if (nx < 0 || nx != ny) {
		return false;
	}
	for (int i = 0; i < nx; i++) { /* a length is at most 63, so never a letter */
		int a = bx[i] >= 'A' && bx[i] <= 'Z' ? bx[i] + 0x20 : bx[i];
		int b = by[i] >= 'A' && by[i] <= 'Z' ? by[i] + 0x20 : by[i];

		if (a != b) {
			return false;
		}
	}
	return true;
}

bool dns_matches(const struct dns_query *query, const struct dns_reply *reply)
{
	if (reply->bad == DNS_BAD_SHORT || !reply->qr || reply->id != query->id) {
		return false;
	}
	if (!reply->has_question) {
		return reply->bad == DNS_BAD_NOTHING && reply->rcode != DNS_RCODE_NOERROR;
	}
	return reply->question_type == query->type &&
	       dns_same_name(query->name, dns_text(reply, reply->question));
}
