/* SPDX-License-Identifier: Apache-2.0 */
/* Reading certificates. Their texts come from strangers: bounded here, cleaned by who stores
 * them. */
#include "stream/tls_cert.h"

#include <openssl/bio.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <time.h>

static void name_text(const X509_NAME *name, char *ret, size_t size)
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *bytes = NULL;
	long len = 0;

	ret[0] = '\0';
	if (bio == NULL) {
		return;
	}
	(void)X509_NAME_print_ex(bio, name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
	len = BIO_get_mem_data(bio, &bytes);
	if (len > 0) {
		size_t n = (size_t)len < size ? (size_t)len : size - 1;

		memcpy(ret, bytes, n);
		ret[n] = '\0';
	}
	BIO_free(bio);
}

static int64_t unix_time(const ASN1_TIME *t)
{
	struct tm tm;

	return ASN1_TIME_to_tm(t, &tm) == 1 ? timegm(&tm) : 0;
}

static void one(X509 *x, struct tls_certificate *ret)
{
	name_text(X509_get_subject_name(x), ret->subject, sizeof(ret->subject));
	name_text(X509_get_issuer_name(x), ret->issuer, sizeof(ret->issuer));
	ret->not_before = unix_time(X509_get0_notBefore(x));
	ret->not_after = unix_time(X509_get0_notAfter(x));
	ret->self_issued = X509_NAME_cmp(X509_get_subject_name(x), X509_get_issuer_name(x)) == 0;
}

static void add_name(struct tls_result *ret, const char *text, size_t len)
{
	size_t used = strlen(ret->names);

	if (len == 0 || used + len + 2 > sizeof(ret->names)) {
		return;
	}
	if (used > 0) {
		ret->names[used++] = ' ';
	}
	memcpy(ret->names + used, text, len);
	ret->names[used + len] = '\0';
}

static void add_ip(struct tls_result *ret, const uint8_t *bytes, int len)
{
	struct addr addr = { .family = len == 4 ? ADDR_V4 : ADDR_V6 };
	char text[64];
	struct buf buf;

	if (len == 4 || len == 16) {
		memcpy(addr.bytes, bytes, (size_t)len);
		buf_init(&buf, text, sizeof(text));
		addr_format(&buf, &addr);
		add_name(ret, text, buf.len);
	}
}

static void read_names(const X509 *leaf, struct tls_result *ret)
{
	GENERAL_NAMES *names = X509_get_ext_d2i(leaf, NID_subject_alt_name, NULL, NULL);
	char cn[128];

	ret->no_san = names == NULL;
	for (int i = 0; names != NULL && i < sk_GENERAL_NAME_num(names); i++) {
		const GENERAL_NAME *n = sk_GENERAL_NAME_value(names, i);

		if (n->type == GEN_DNS) {
			add_name(ret, (const char *)ASN1_STRING_get0_data(n->d.dNSName),
			         (size_t)ASN1_STRING_length(n->d.dNSName));
		} else if (n->type == GEN_IPADD) {
			add_ip(ret, ASN1_STRING_get0_data(n->d.iPAddress),
			       ASN1_STRING_length(n->d.iPAddress));
		}
	}
	GENERAL_NAMES_free(names);
	if (ret->names[0] == '\0' &&
	    X509_NAME_get_text_by_NID(X509_get_subject_name(leaf), NID_commonName, cn, sizeof(cn)) >
	            0) {
		add_name(ret, cn, strnlen(cn, sizeof(cn)));
	}
}

static void read_aia(const X509 *leaf, struct tls_result *ret)
{
	AUTHORITY_INFO_ACCESS *info = X509_get_ext_d2i(leaf, NID_info_access, NULL, NULL);

	for (int i = 0; info != NULL && i < sk_ACCESS_DESCRIPTION_num(info); i++) {
		const ACCESS_DESCRIPTION *d = sk_ACCESS_DESCRIPTION_value(info, i);

		if (OBJ_obj2nid(d->method) == NID_ad_ca_issuers && d->location->type == GEN_URI) {
			const ASN1_STRING *uri = d->location->d.uniformResourceIdentifier;
			size_t len = (size_t)ASN1_STRING_length(uri);

			len = len < sizeof(ret->aia) ? len : sizeof(ret->aia) - 1;
			memcpy(ret->aia, ASN1_STRING_get0_data(uri), len);
			ret->aia[len] = '\0';
			break;
		}
	}
	AUTHORITY_INFO_ACCESS_free(info);
}

static int ocsp_state(SSL *ssl)
{
	const uint8_t *bytes = NULL;
	long len = SSL_get_tlsext_status_ocsp_resp(ssl, &bytes);
	OCSP_RESPONSE *response = len > 0 ? d2i_OCSP_RESPONSE(NULL, &bytes, len) : NULL;
	OCSP_BASICRESP *basic = response != NULL ? OCSP_response_get1_basic(response) : NULL;
	int state = -1;

	if (basic != NULL && OCSP_resp_count(basic) > 0) {
		int status =
			OCSP_single_get0_status(OCSP_resp_get0(basic, 0), NULL, NULL, NULL, NULL);

		state = status == V_OCSP_CERTSTATUS_GOOD      ? 0
		        : status == V_OCSP_CERTSTATUS_REVOKED ? 1
		                                              : 2;
	}
	OCSP_BASICRESP_free(basic);
	OCSP_RESPONSE_free(response);
	return state;
}

void tls_cert_read(SSL *ssl, struct tls_result *ret)
{
	STACK_OF(X509) *chain = SSL_get_peer_cert_chain(ssl);
	STACK_OF(X509) *built = SSL_get0_verified_chain(ssl);
	int n = chain != NULL ? sk_X509_num(chain) : 0;
	int last = built != NULL ? sk_X509_num(built) - 1 : -1;

	for (int i = 0; i < n && i < TLS_CHAIN_MAX; i++) {
		one(sk_X509_value(chain, i), &ret->chain[ret->n_chain++]);
	}
	if (n > 0) {
		X509 *leaf = sk_X509_value(chain, 0);
		X509 *end = sk_X509_value(chain, n - 1);

		read_names(leaf, ret);
		read_aia(leaf, ret);
		ret->root_sent = n > 1 && X509_NAME_cmp(X509_get_subject_name(end),
		                                        X509_get_issuer_name(end)) == 0;
	}
	if (last >= 0) {
		name_text(X509_get_subject_name(sk_X509_value(built, last)), ret->anchor,
		          sizeof(ret->anchor));
	}
	ret->ocsp = ocsp_state(ssl);
}
