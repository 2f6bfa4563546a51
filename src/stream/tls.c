/* SPDX-License-Identifier: Apache-2.0 */
/* Loading the TLS module, finding the CA store, and waiting through a handshake. The first bytes
 * that come are looked at before the library takes them: what they are is evidence, and a library
 * only says "wrong version number". */
#include "stream/tls.h"
#include "base/cleanup.h"
#include "stream/module.h"
#include "sys/files.h"
#include "sys/host.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { STORE_BYTES_MAX = 4 * 1024 * 1024 };

int tls_load(const struct tls_module **ret)
{
	const void *symbol = NULL;
	int r = module_symbol("naze-tls.so", "naze_tls_module", &symbol);

	*ret = symbol;
	if (*ret != NULL && (*ret)->interface != TLS_MODULE_INTERFACE) {
		*ret = NULL;
		return -EBADMSG;
	}
	return r;
}

/* Where stores are looked for, and whose. */
struct search {
	const struct tls_module *module;
	int root;
};

/* The certificates of a foreign root come through its own file names, links included. */
static int read_store(const struct search *s, const char *path, bool directory,
                      struct tls_trust *ret)
{
	auto_free char *bytes = malloc(STORE_BYTES_MAX);
	int n = bytes == NULL ? -ENOMEM
	        : directory   ? sys_read_hashed(s->root, path, bytes, STORE_BYTES_MAX)
	                      : sys_read(s->root, path, bytes, STORE_BYTES_MAX, NULL);

	return n < 0 ? n : s->module->trust_read(ret, bytes, (size_t)n);
}

static bool try_store(const struct search *s, const char *path, bool directory,
                      struct tls_trust *ret)
{
	size_t len = strnlen(path, sizeof(ret->path) - 1);

	memcpy(ret->path, path, len);
	ret->path[len] = '\0';
	return (s->root == SYS_ROOT_HOST ? s->module->trust_open(ret, directory)
	                                 : read_store(s, path, directory, ret)) == 0;
}

static bool named_store(const struct search *s, const char *variable, const char *path,
                        bool directory, struct tls_trust *ret)
{
	if (path == NULL || path[0] == '\0') {
		return false;
	}
	memcpy(ret->variable, variable, strnlen(variable, sizeof(ret->variable) - 1));
	ret->empty = !try_store(s, path, directory, ret);
	return true;
}

int tls_trust(const struct tls_module *module, const char *cacert, int root, struct tls_trust *ret)
{
	const struct search own = { .module = module, .root = SYS_ROOT_HOST };
	const struct search s = { .module = module, .root = root };
	static const char *const directories[] = { "/etc/ssl/certs", "/etc/pki/tls/certs" };
	static const char *const bundles[] = { "/etc/ssl/certs/ca-certificates.crt",
		                               "/etc/pki/tls/certs/ca-bundle.crt",
		                               "/etc/ssl/cert.pem", "/etc/ssl/ca-bundle.pem" };

	*ret = (struct tls_trust){ .empty = false };
	if (named_store(&own, "--cacert", cacert, false, ret) ||
	    named_store(&s, "CURL_CA_BUNDLE", sys_env("CURL_CA_BUNDLE"), false, ret) ||
	    named_store(&s, "SSL_CERT_FILE", sys_env("SSL_CERT_FILE"), false, ret) ||
	    named_store(&s, "SSL_CERT_DIR", sys_env("SSL_CERT_DIR"), true, ret)) {
		return 0;
	}
	for (size_t i = 0; i < sizeof(directories) / sizeof(directories[0]); i++) {
		if (sys_hashed_dir(root, directories[i]) > 0 &&
		    try_store(&s, directories[i], true, ret)) {
			return 0;
		}
	}
	for (size_t i = 0; i < sizeof(bundles) / sizeof(bundles[0]); i++) {
		if (try_store(&s, bundles[i], false, ret)) {
			return 0;
		}
	}
	memcpy(ret->path, directories[0], strlen(directories[0]) + 1);
	ret->empty = true;
	(void)module->trust_read(ret, "", 0); /* an empty store still carries a handshake */
	return 0;
}

void tls_trust_file(const struct tls_module *module, int root, const char *path,
                    const char *variable, struct tls_trust *ret)
{
	const struct search s = { .module = module, .root = root };

	*ret = (struct tls_trust){ .empty = true };
	(void)named_store(&s, variable, path, false, ret);
}

/* Looks at what the handshake would read next. */
static int look(const struct stream *s, uint8_t *bytes, size_t size)
{
	return s->under != NULL ? s->module->peek(s->under, bytes, size)
	                        : sys_peek(s->fd, bytes, size);
}

/* Notes the first bytes that come, without taking them. Where they came so soon that the library
 * took some already, what is next is the middle of a record and no first bytes. A reset is told
 * once, and then it is the looking that learns of it: -ECONNRESET, else 0. */
static int peek(const struct stream *s, struct tls_result *ret)
{
	bool late = ret->n_first > 0 || s->module->has_read(s->tls);
	int n = late ? 0 : look(s, ret->first, sizeof(ret->first));

	if (n > 0) {
		ret->n_first = (size_t)n;
		ret->got_bytes = true;
	}
	return n == -ECONNRESET ? n : 0;
}

/* A record of TLS (RFC 8446 5.1): type 20 to 24, version 3.x. SSL 2 is no TLS either. */
static bool is_record(const struct tls_result *r)
{
	return r->n_first == 0 ||
	       (r->first[0] >= 20 && r->first[0] <= 24 && (r->n_first == 1 || r->first[1] == 3));
}

static enum tls_outcome outcome_of(int error, const struct tls_result *r)
{
	if (r->n_first > 0 && !is_record(r)) {
		return TLS_OUT_NOT_TLS;
	}
	if (r->alert >= 0) {
		return TLS_OUT_ALERT;
	}
	return error == -ECONNRESET ? TLS_OUT_RST : error == -EPIPE ? TLS_OUT_FIN : TLS_OUT_LOCAL;
}

static int shake(struct stream *s, usec_t until, struct tls_result *first)
{
	for (;;) {
		bool write = false;
		int r = peek(s, first);

		if (r < 0) {
			return r;
		}
		if (first->n_first > 0 && !is_record(first)) {
			return -EPROTO;
		}
		r = s->module->handshake(s->tls, &write);
		if (r != -EAGAIN) {
			return r;
		}
		r = stream_wait(s, write ? LOOP_OUT : LOOP_IN, until);
		if (r < 0) {
			return r;
		}
	}
}

/* The first bytes: as they were seen before the library took them, or, where they came so soon
 * that it took them at once, its five (without read-ahead OpenSSL takes no more) and the rest. */
static void take_first(const struct stream *s, const struct tls_result *seen,
                       struct tls_result *ret)
{
	if (seen->n_first > 0) {
		memcpy(ret->first, seen->first, sizeof(ret->first));
		ret->n_first = seen->n_first;
	} else if (ret->n_first > 0 && !is_record(ret)) {
		int n = look(s, ret->first + ret->n_first, sizeof(ret->first) - ret->n_first);

		ret->n_first += n > 0 ? (size_t)n : 0;
	}
	ret->got_bytes = ret->n_first > 0;
}

int tls_handshake(struct stream *stream, const struct tls_module *module,
                  const struct tls_request *request, usec_t until, struct tls_result *ret)
{
	struct tls_result first = { .alert = -1 };
	usec_t began = loop_now();
	int r = 0;

	assert(stream->under == NULL);
	stream->module = module;
	stream->under = stream->tls;
	stream->tls = module->session_new(stream->fd, stream->under, request);
	if (stream->tls == NULL) {
		return -ENOMEM;
	}
	r = shake(stream, until, &first);
	if (r == -ECANCELED || r == -ETIME) {
		return r;
	}
	*ret = (struct tls_result){ .alert = -1, .ocsp = -1 };
	module->result(stream->tls, ret);
	take_first(stream, &first, ret);
	ret->took = loop_now() - began;
	ret->outcome = r == 0            ? TLS_OUT_DONE
	               : r == -ETIMEDOUT ? TLS_OUT_SILENCE
	                                 : outcome_of(r, ret);
	return 0;
}

int tls_refusal(struct stream *stream, usec_t until, struct tls_result *ret)
{
	auto_free struct tls_result *late = calloc(1, sizeof(*late));
	uint8_t bytes[256];
	int n = late != NULL ? stream_read(stream, bytes, sizeof(bytes), until) : -ENOMEM;

	if (n > 0) {
		stream_unread(stream, bytes, (size_t)n);
		return 0;
	}
	if (n == -ECANCELED || n == -ETIME || n == -ENOMEM) {
		return n;
	}
	if (stream->module->late_alert(stream->tls) >= 0) {
		stream->module->result(stream->tls, late);
		ret->alert = late->alert;
		memcpy(ret->alert_name, late->alert_name, sizeof(ret->alert_name));
		ret->outcome = TLS_OUT_ALERT;
	} else if (n != -ETIMEDOUT) {
		ret->outcome = n == -ECONNRESET ? TLS_OUT_RST : TLS_OUT_FIN;
	}
	return 0;
}
