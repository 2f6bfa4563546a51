/* SPDX-License-Identifier: Apache-2.0 */
/* TLS on a stream. The library is loaded only when the first handshake is wanted (naze-tls.so,
 * which alone is linked with OpenSSL), while the packets of the TCP handshake are under way: a run
 * without TLS does not pay for it. */
#pragma once
#include "stream/crypto.h"
#include "stream/stream.h"

enum { TLS_FAULTS_MAX = 16, TLS_CHAIN_MAX = 10, TLS_TEXT_MAX = 256, TLS_NAMES_MAX = 512 };

/* What a handshake is asked to be; zeroed but for host and trust it is an ordinary client's. */
struct tls_request {
	const char *host;    /* name or address that the certificate must be for */
	bool literal;        /* it is an address: no SNI (RFC 6066 3) */
	const char *sni;     /* another name to send than host, NULL */
	bool no_sni;         /* send none */
	bool no_name;        /* the certificate may be for any name */
	const char *alpn;    /* one protocol to offer, NULL for no ALPN */
	bool low_security;   /* OpenSSL's security level 0 and every version that it has */
	bool legacy_connect; /* SSL_OP_LEGACY_SERVER_CONNECT */
	const struct tls_trust *trust;
};

/* A CA store, opened. */
struct tls_trust {
	void *library; /* the module's: store and settings, made once for all handshakes */
	bool empty;    /* nothing there, or no certificate in it */
	char path[TLS_TEXT_MAX];
	char variable[32]; /* SSL_CERT_FILE, CURL_CA_BUNDLE, --cacert, ...; "" the system's own */
};

enum tls_outcome {
	TLS_OUT_DONE,
	TLS_OUT_ALERT,
	TLS_OUT_FIN,
	TLS_OUT_RST,
	TLS_OUT_SILENCE,
	TLS_OUT_NOT_TLS,
	TLS_OUT_LOCAL, /* this host's library refused what came */
	N_TLS_OUTCOMES
};

struct tls_fault {
	int depth;
	int code; /* X509_V_ERR_... */
	char text[96];
};

struct tls_certificate {
	char subject[TLS_TEXT_MAX]; /* raw */
	char issuer[TLS_TEXT_MAX];
	int64_t not_before; /* Unix seconds */
	int64_t not_after;
	bool self_issued;
};

struct tls_result {
	enum tls_outcome outcome;
	usec_t took;
	bool got_bytes;
	int alert; /* -1: none */
	char alert_name[48];
	char local_error[96];
	char local_code[12];
	uint8_t first[128]; /* the first bytes that came */
	size_t n_first;
	char version[16];
	char cipher[64];
	char alpn[32];
	bool asks_client_cert;
	int n_faults;
	struct tls_fault faults[TLS_FAULTS_MAX];
	int n_chain;
	struct tls_certificate chain[TLS_CHAIN_MAX];
	char names[TLS_NAMES_MAX]; /* of the leaf, blank between */
	bool no_san;
	bool root_sent;
	char anchor[TLS_TEXT_MAX]; /* the store's certificate at the end of the chain; "" none */
	bool anchor_expired;
	int ocsp;               /* of a stapled response: -1 none, 0 good, 1 revoked, 2 unknown */
	char aia[TLS_TEXT_MAX]; /* http URL of the issuer's certificate, "" */
};

/* Changes whenever struct tls_module or what it hands over does: a module of another naze is not
 * called. */
enum { TLS_MODULE_INTERFACE = 5 };

/* What naze-tls.so exports, as the one symbol naze_tls_module. None of these waits. */
struct tls_module {
	int interface;       /* TLS_MODULE_INTERFACE; these two stand first for ever */
	const char *version; /* of the naze that it was built with */
	/* Opens the store at trust->path (file or directory, chosen by stream/tls.c). */
	int (*trust_open)(struct tls_trust *trust, bool directory);
	/* Makes the store of certificates in PEM form. 0, -ENOENT none is among them, -ENOMEM. */
	int (*trust_read)(struct tls_trust *trust, const void *bytes, size_t size);
	void (*trust_free)(struct tls_trust *trust);
	/* A client session over fd, or with under in the bytes of that session (which must outlive
	 * it); it keeps the store of request->trust by itself. NULL without memory. */
	struct tls_session *(*session_new)(int fd, struct tls_session *under,
	                                   const struct tls_request *request);
	void (*session_free)(struct tls_session *session);
	/* 0 when the handshake is done, -EAGAIN (ret_write: until writable), -EPROTO, -ECONNRESET,
	 * -EPIPE for an end of the stream; result() then says more. */
	int (*handshake)(struct tls_session *session, bool *ret_write);
	void (*result)(struct tls_session *session, struct tls_result *ret);
	/* Whether it has taken a record's header, or what stood in its place, from the stream. */
	bool (*has_read)(const struct tls_session *session);
	/* How many bytes, 0 at the end, -EAGAIN, -ECONNRESET, -EPROTO. */
	int (*read)(struct tls_session *session, void *bytes, size_t size, bool *ret_write);
	int (*write)(struct tls_session *session, const void *bytes, size_t size, bool *ret_read);
	/* As read(), and what was read stays to be read again. */
	int (*peek)(struct tls_session *session, void *bytes, size_t size);
	/* The alert that came after the handshake (TLS 1.3 refuses client certificates late),
	 * -1. */
	int (*late_alert)(struct tls_session *session);
	/* tls-server-end-point (RFC 5929 4.1): the server certificate's digest, which a login can
	 * be bound to. Its size, -ENOENT where the handshake showed no certificate. */
	int (*end_point)(struct tls_session *session, uint8_t ret[CRYPTO_MAX]);
	const struct crypto *crypto; /* what logins need of the same library */
};

/* Loads the module. 0; -ENOENT where it is not installed, -ELIBACC where it does not load, -EBADMSG
 * where one of another naze is. *ret lives as long as the program. */
int tls_load(const struct tls_module **ret);

/* Finds and opens the CA store that an OpenSSL program of this host uses: cacert (or NULL) first,
 * then SSL_CERT_FILE and CURL_CA_BUNDLE, SSL_CERT_DIR, the distribution's hashed directory, its
 * bundle. All but cacert stand below root (sys/files.h). A store that is not there leaves
 * trust->empty. 0, or negative errno. */
int tls_trust(const struct tls_module *module, const char *cacert, int root, struct tls_trust *ret);

/* Opens the file of CA certificates at path below root instead, which variable or setting names. A
 * file that is not there, or holds none, leaves trust->empty. */
void tls_trust_file(const struct tls_module *module, int root, const char *path,
                    const char *variable, struct tls_trust *ret);

/* Lets a store go; sessions that use it keep it. */
static inline void tls_trust_done(const struct tls_module *module, struct tls_trust *trust)
{
	module->trust_free(trust);
}

/* Makes the handshake on the stream and says how it went, every verify fault included; no fault
 * ends it. On a stream that has TLS already (an https:// proxy's) it is made inside of that, once.
 * Until then: an answer that comes later counts as silence. 0 (the result says what),
 * -ECANCELED, -ETIME, -ENOMEM. */
int tls_handshake(struct stream *stream, const struct tls_module *module,
                  const struct tls_request *request, usec_t until, struct tls_result *ret);

/* Waits until then for a server's refusal behind a handshake that is done: in TLS 1.3 the client
 * has finished before the server has looked at its certificate (RFC 8446 4.4.2.4). ret, the result
 * of that handshake, then says alert, end or reset instead. Bytes that come are left for
 * stream_read(). 0, -ECANCELED, -ETIME, -ENOMEM. */
int tls_refusal(struct stream *stream, usec_t until, struct tls_result *ret);
