/* SPDX-License-Identifier: Apache-2.0 */
/* From evidence to the words of glibc, OpenSSL, HTTP and SOCKS. */
#include "judge/error.h"
#include "evidence/fields.h"
#include "evidence/predicates.h"

#include <string.h>

#define HAS(s, kind, field) ((s)->kind != NULL && (s)->kind->has.field)

/* Both texts are cut to fit; code may be NULL. */
static bool say(struct judge_error *ret, const char *text, const char *code)
{
	struct buf buf;

	buf_init(&buf, ret->text, sizeof(ret->text));
	buf_puts(&buf, text);
	buf_init(&buf, ret->code, sizeof(ret->code));
	buf_puts(&buf, code != NULL ? code : "");
	return true;
}

static bool say_errno(struct judge_error *ret, enum tcp_error error)
{
	static const char *const texts[] = {
#define ERRNO_TEXT(id, text) [id] = (text),
#include "judge/error_texts.def"
	};

	if ((size_t)error >= sizeof(texts) / sizeof(texts[0]) || texts[error] == NULL) {
		return false;
	}
	return say(ret, texts[error], ev_fields[F_tcp_error].words[error]);
}

/* An HTTP status with its reason, as a status line writes it. */
static bool say_status(struct judge_error *ret, int64_t status, const char *reason)
{
	struct buf buf;

	buf_init(&buf, ret->code, sizeof(ret->code));
	buf_int(&buf, status);
	buf_init(&buf, ret->text, sizeof(ret->text));
	buf_int(&buf, status);
	if (reason != NULL && reason[0] != '\0') {
		buf_putc(&buf, ' ');
		buf_puts(&buf, reason);
	}
	return true;
}

static const char *x509_name(int64_t number)
{
	static const char *const names[] = {
#define X509_NAME(number, name) [number] = (name),
#include "judge/error_texts.def"
	};
	bool known = number >= 0 && (uint64_t)number < sizeof(names) / sizeof(names[0]);

	return known ? names[number] : NULL;
}

static bool of_http(const struct attempt *a, struct judge_error *ret)
{
	if (HAS(a, http, status) && a->http->status >= 400) {
		return say_status(ret, a->http->status,
		                  a->http->has.reason ? a->http->reason : NULL);
	}
	if (!HAS(a, http, end)) {
		return false;
	}
	switch (a->http->end) {
	case HTTP_FIN:
		return say(ret, "Empty reply from server", NULL); /* curl(1), error 52 */
	case HTTP_RST:
		return say_errno(ret, TCP_ECONNRESET);
	case HTTP_HEAD:
	case HTTP_SILENCE:
	case HTTP_NOT_HTTP:
		break;
	}
	return false;
}

static bool of_faults(const struct attempt *a, struct judge_error *ret)
{
	const struct ev_tls_fault *fault = HAS(a, tls, faults) ? a->tls->faults.first : NULL;
	const char *text = fault != NULL && fault->has.text ? fault->text : NULL;

	if (fault == NULL || certificate_counts(a) == NO) {
		return false;
	}
	if (HAS(a, tls, verify_text)) {
		text = a->tls->verify_text;
	}
	return text != NULL && say(ret, text, fault->has.code ? x509_name(fault->code) : NULL);
}

/* The texts are OpenSSL 3.0's own where naze's library has none for it. */
static bool of_tls(const struct attempt *a, struct judge_error *ret)
{
	if (HAS(a, tls, local_error)) {
		return say(ret, a->tls->local_error,
		           a->tls->has.local_code ? a->tls->local_code : NULL);
	}
	if (!HAS(a, tls, end)) {
		return false;
	}
	switch (a->tls->end) {
	case TLS_DONE:
		return of_faults(a, ret);
	case TLS_ALERT:
		return a->tls->has.alert_name && say(ret, a->tls->alert_name, NULL);
	case TLS_FIN:
		return say(ret, "unexpected eof while reading", "0A000126");
	case TLS_RST:
		return say_errno(ret, TCP_ECONNRESET);
	case TLS_NOT_TLS:
		return say(ret, "wrong version number", "0A00010B");
	case TLS_SILENCE:
	case TLS_REFUSED_HERE:
		break;
	}
	return of_faults(a, ret);
}

/* The server's own words; the code is the protocol's. */
static bool of_app(const struct attempt *a, struct judge_error *ret)
{
	if (HAS(a, app, said)) {
		return say(ret, a->app->said, a->app->has.code ? a->app->code : NULL);
	}
	return HAS(a, app, end) && a->app->end == APP_RST && say_errno(ret, TCP_ECONNRESET);
}

static bool of_transport(const struct attempt *a, struct judge_error *ret)
{
	if (HAS(a->e, local_socket, error) && HAS(a, tcp, end) && a->tcp->end == TCP_CONNECTED) {
		return say_errno(ret, a->e->local_socket->error);
	}
	if (HAS(a, stream, first) && a->stream->first == FIRST_RST) {
		return say_errno(ret, TCP_ECONNRESET);
	}
	if (HAS(a, tcp, error)) {
		return say_errno(ret, a->tcp->error);
	}
	if (HAS(a, tcp, end) && a->tcp->end == TCP_UNANSWERED) {
		return say_errno(ret, TCP_ETIMEDOUT);
	}
	return false;
}

static bool of_proxy(const struct evidence *e, struct judge_error *ret)
{
	static const char *const socks[] = {
#define SOCKS_TEXT(reply, text) [reply] = (text),
#include "judge/error_texts.def"
	};

	if (HAS(e, proxy, status) && e->proxy->status >= 300) {
		return say_status(ret, e->proxy->status,
		                  e->proxy->has.reason ? e->proxy->reason : NULL);
	}
	if (HAS(e, proxy, socks_reply) && e->proxy->socks_reply > 0 &&
	    (uint64_t)e->proxy->socks_reply < sizeof(socks) / sizeof(socks[0])) {
		return say(ret, socks[e->proxy->socks_reply], NULL);
	}
	return false;
}

static bool of_name(const struct evidence *e, struct judge_error *ret)
{
	static const struct {
		const char *code;
		const char *text;
	} texts[] = {
#define EAI_TEXT(code, text) { code, text },
#include "judge/error_texts.def"
	};
	static const char *const usual[] = { NULL, "EAI_NONAME", "EAI_AGAIN", "EAI_FAIL" };
	const char *code = NULL;

	if (!HAS(e, nss, end) || e->nss->end == NSS_OK) {
		return false;
	}
	code = e->nss->has.code ? e->nss->code : usual[e->nss->end];
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		/* with EAI_SYSTEM the errno stands behind it */
		if (str_is(code, strcspn(code, " "), texts[i].code)) {
			return say(ret, texts[i].text, code);
		}
	}
	return false;
}

bool judge_error(const struct judgement *k, const struct verdict *v, struct judge_error *ret)
{
	const struct evidence *e = v->e;
	const struct attempt *a = v->a;

	*ret = (struct judge_error){ 0 };
	if (v->works == YES) {
		return false;
	}
	if (a != NULL &&
	    (of_http(a, ret) || of_app(a, ret) || of_tls(a, ret) || of_transport(a, ret))) {
		return true;
	}
	if (of_proxy(e, ret) || (e->first == NULL && of_name(e, ret))) {
		return true;
	}
	if (HAS(e, descriptors, error)) {
		return say_errno(ret, e->descriptors->error);
	}
	for (int i = e->index + 1; i < k->n; i++) {
		if (k->runs[i].e->parent == e->index && judge_error(k, &k->runs[i], ret)) {
			return true;
		}
	}
	return false;
}
