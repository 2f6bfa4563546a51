/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the certificate and of the store that it is checked with. Numbers of faults are
 * x509_vfy.h's. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum tri fault(const struct attempt *a, int64_t code)
{
	return ANY(a, tls, faults, tls_fault, f, ITEM_IS(f, code, code));
}

enum tri leaf_fault(const struct attempt *a, int64_t code)
{
	return ANY(a, tls, faults, tls_fault, f,
	           both(ITEM_IS(f, depth, 0), ITEM_IS(f, code, code)));
}

enum tri date_fault(const struct attempt *a)
{
	return either(fault(a, 9), fault(a, 10));
}

/* X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH. */
enum tri name_fault(const struct attempt *a)
{
	return either(fault(a, 62), fault(a, 64));
}

/* Key or digest too weak for this host's security level. */
enum tri weak_fault(const struct attempt *a)
{
	return any3(fault(a, 66), fault(a, 67), fault(a, 68));
}

/* The faults that are about trust. What else a certificate can lack (a purpose, 26; an extension
 * that must be understood, 34; a permitted name, 47) is no matter of who issued it. */
static enum tri of_trust(const struct ev_tls_fault *f)
{
	static const int64_t codes[] = {
		2,  /* X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT */
		18, /* X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT */
		19, /* X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN */
		20, /* X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY */
		21, /* X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE */
		27, /* X509_V_ERR_CERT_UNTRUSTED */
		28, /* X509_V_ERR_CERT_REJECTED */
	};
	enum tri it = NO;

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		it = either(it, ITEM_IS(f, code, codes[i]));
	}
	return it;
}

enum tri issuer_fault(const struct attempt *a)
{
	return ANY(a, tls, faults, tls_fault, f, of_trust(f));
}

static const struct ev_certificate *sent_as(const struct attempt *a, const char *subject)
{
	if (a->tls->has.chain) {
		list_each(certificate, c, &a->tls->chain) {
			if (c->has.subject && strcmp(c->subject, subject) == 0) {
				return c;
			}
		}
	}
	return NULL;
}

/* The last certificate of the way up from the leaf as far as the server sent it. */
static const struct ev_certificate *uppermost(const struct attempt *a)
{
	const struct ev_certificate *c =
		a->tls != NULL && a->tls->has.chain ? a->tls->chain.first : NULL;

	for (int i = 0; i < 10 && c != NULL && c->has.issuer; i++) {
		const struct ev_certificate *up = sent_as(a, c->issuer);

		if (up == NULL || up == c) {
			break;
		}
		c = up;
	}
	return c;
}

static bool has_word(const char *text, const char *const *words)
{
	while (*words != NULL && !text_has(text, *words)) {
		words++;
	}
	return *words != NULL;
}

/* Nobody can tell a root that was not sent from an intermediate that was not. CAs that have
 * intermediates call them so, and say in the leaf where to fetch them (AIA); a small CA of one's
 * own signs with its root and does neither. */
static enum tri issuer_is_intermediate(const struct attempt *a)
{
	static const char *const roots[] = { "root", NULL };
	static const char *const words[] = { "intermediate", "issuing", "policy", "subordinate",
		                             "sub ca",       "sub-ca",  NULL };
	static const char *const of_leaves[] = { "tls", "server ca", "validation", NULL };
	const struct ev_certificate *top = uppermost(a);
	const struct ev_certificate *leaf = top != NULL ? a->tls->chain.first : NULL;
	size_t len = 0;

	if (!KNOWN(a, tls, chain) || top == NULL || !top->has.issuer) {
		return a->tls != NULL ? ev_noted(a->reads, F_tls_chain, UNKNOWN) : UNKNOWN;
	}
	if (has_word(top->issuer, roots) || a->tls->chain.cut) {
		return NO;
	}
	len = strlen(top->issuer);
	if (has_word(top->issuer, words)) {
		return YES;
	}
	if (top != leaf) {
		return NO;
	}
	if (has_word(top->issuer, of_leaves) ||
	    (len > 0 && top->issuer[len - 1] >= '0' && top->issuer[len - 1] <= '9')) {
		return YES;
	}
	return KNOWN(a, aia, url) ? YES : UNKNOWN;
}

/* An issuer is unknown, was not sent, and is no root as far as can be seen. */
enum tri intermediate_missing(const struct attempt *a)
{
	enum tri unsent = both(not(SAYS(a, tls, root_sent)), issuer_is_intermediate(a));

	return both(fault(a, 20), witnesses(confirms(aia_completes(a)), unsent));
}

/* The root itself came along, or the store was asked for the issuer of a root. */
enum tri chain_complete(const struct attempt *a)
{
	return either(SAYS(a, tls, root_sent), fault(a, 19));
}

enum tri issuer_re_signs(const struct attempt *a)
{
	static const char *const products[] = {
		"zscaler",    "fortinet",           "fortigate", "netskope",   "blue coat",
		"bluecoat",   "palo alto networks", "kaspersky", "avast",      "bitdefender",
		"sophos",     "check point",        "umbrella",  "watchguard", "sonicwall",
		"mitmproxy",  "charles proxy",      "fiddler",   "burp suite", "mcafee",
		"forcepoint", "websense",
	};
	enum tri found = NO;

	for (size_t i = 0; i < sizeof(products) / sizeof(products[0]); i++) {
		found = either(found, ANY(a, tls, chain, certificate, c,
		                          c->has.issuer ? tri_of(text_has(c->issuer, products[i]))
		                                        : UNKNOWN));
	}
	return found;
}

/* One authority that is not trusted here signs for the target and for an unrelated host. */
enum tri signs_for_others(const struct attempt *a)
{
	const struct ev_certificate *leaf = KNOWN(a, tls, chain) ? a->tls->chain.first : NULL;

	if (!KNOWN(a->e, compare_tls, issuer) || leaf == NULL || !leaf->has.issuer) {
		return leaf != NULL && !leaf->has.issuer ? ev_noted(a->reads, F_tls_chain, UNKNOWN)
		                                         : UNKNOWN;
	}
	return both(not(SAYS(a->e, compare_tls, trusted)),
	            tri_of(strcmp(leaf->issuer, a->e->compare_tls->issuer) == 0));
}

enum tri others_signed_well(const struct evidence *e)
{
	return tri_of(e->compare_tls != NULL && e->compare_tls->has.trusted &&
	              e->compare_tls->trusted);
}

static enum tri some_invalid_at(const struct attempt *a, int64_t at)
{
	return ANY(a, tls, chain, certificate, c,
	           either(c->has.not_before ? tri_of(c->not_before > at) : UNKNOWN,
	                  c->has.not_after ? tri_of(c->not_after < at) : UNKNOWN));
}

/* What was sent is not valid by this host's clock, and all valid by the time that others say. A
 * clock that the kernel calls synchronised is taken for theirs. */
enum tri valid_by_their_clock(const struct attempt *a)
{
	const struct evidence *e = a->e;
	const struct ev_from *from = (e - e->index)->from; /* of the main run: it is this host's */
	int64_t now = 0;

	if (e->clock == NULL && from != NULL && from->has.clock_synced && from->clock_synced) {
		return NO;
	}
	if (!KNOWN(e, setting, at) || !KNOWN(e, clock, offset)) {
		return UNKNOWN;
	}
	now = e->setting->at + e->clock->offset;
	return both(some_invalid_at(a, e->setting->at), not(some_invalid_at(a, now)));
}

/* Less than a tenth of its life is left: whoever renews it in time has done so by then (certbot
 * when a third is left), and a certificate that is made for a day is no alarm each day. */
enum tri expires_soon(const struct attempt *a)
{
	const struct evidence *m = a->e - a->e->index;
	const struct ev_certificate *leaf = KNOWN(a, tls, chain) ? a->tls->chain.first : NULL;
	int64_t life = 0;

	if (leaf == NULL || !leaf->has.not_before || !leaf->has.not_after ||
	    !KNOWN(m, setting, at)) {
		return UNKNOWN;
	}
	life = leaf->not_after - leaf->not_before;
	return tri_of(leaf->not_after - m->setting->at < life / 10);
}

const struct ev_certificate *leafs_issuer(const struct attempt *a)
{
	const bool known = a != NULL && KNOWN(a, tls, chain);
	const struct ev_certificate *leaf = known ? a->tls->chain.first : NULL;
	const struct ev_certificate *issuer = NULL;

	if (leaf == NULL || !leaf->has.issuer || a->tls->chain.cut) {
		return NULL;
	}
	list_each(certificate, c, &a->tls->chain) {
		if (c == leaf || !c->has.subject || strcmp(c->subject, leaf->issuer) != 0) {
			continue;
		}
		if (issuer != NULL) {
			return NULL; /* signed by several: one of them may go */
		}
		issuer = c;
	}
	return issuer;
}

enum tri issuer_ends_first(const struct attempt *a)
{
	const int64_t month = 30 * (int64_t)86400;
	const struct evidence *m = a->e - a->e->index;
	const struct ev_certificate *issuer = leafs_issuer(a);
	const struct ev_certificate *leaf = issuer != NULL ? a->tls->chain.first : NULL;

	if (leaf == NULL || !issuer->has.not_after || !leaf->has.not_after ||
	    !KNOWN(m, setting, at)) {
		return UNKNOWN;
	}
	return tri_of(issuer->not_after < leaf->not_after &&
	              issuer->not_after - m->setting->at < month);
}

enum tri anchor_expired(const struct attempt *a)
{
	return SAYS(a, tls, anchor_expired);
}

enum tri aia_completes(const struct attempt *a)
{
	return SAYS(a, aia, completes);
}

enum tri stapled_revoked(const struct attempt *a)
{
	return tri_of(a->tls != NULL && a->tls->has.ocsp && a->tls->ocsp == OCSP_REVOKED);
}

enum tri only_common_name(const struct attempt *a)
{
	return both(tls_ok(a), SAYS(a, tls, no_san));
}

enum tri store_empty(const struct evidence *e)
{
	return SAYS(e, trust, empty);
}
