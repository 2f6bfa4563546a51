/* SPDX-License-Identifier: Apache-2.0 */
/* The row "tls": the handshake and the certificate. */
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "judge/words.h"
#include "render/format.h"
#include "render/row.h"

#include <string.h>

/* RFC 8446 6, which OpenSSL 3.0 has no name for */
enum { CERTIFICATE_REQUIRED = 116 };
enum { X509_NOT_YET_VALID = 9, X509_EXPIRED = 10 }; /* x509_vfy.h; the numbers are stable */

static const struct ev_certificate *leaf(const struct attempt *a)
{
	return ROW_HAS(a, tls, chain) ? a->tls->chain.first : NULL;
}

static bool faulty(const struct attempt *a, int64_t code)
{
	if (!ROW_HAS(a, tls, faults)) {
		return false;
	}
	list_each(tls_fault, f, &a->tls->faults) {
		if (f->has.code && f->code == code) {
			return true;
		}
	}
	return false;
}

static bool any_fault(const struct attempt *a)
{
	return ROW_HAS(a, tls, faults) && a->tls->faults.first != NULL;
}

static void put_version(const struct ev_tls *tls, struct buf *b)
{
	if (!tls->has.version) {
		return;
	}
	if (strncmp(tls->version, "TLSv", 4) == 0) {
		buf_puts(b, "TLS ");
		buf_puts(b, tls->version + 4);
	} else {
		buf_puts(b, tls->version);
	}
}

static void put_good(const struct row_view *w, struct row *row)
{
	const struct ev_certificate *c = leaf(w->a);

	if (c != NULL && c->has.not_after && ROW_HAS(w->e, setting, at) &&
	    c->not_after > w->e->setting->at) {
		buf_puts(&row->text, "certificate good for ");
		judge_words_age(&row->text, c->not_after - w->e->setting->at);
		buf_puts(&row->text, " more");
	} else {
		buf_puts(&row->text, "handshake done");
	}
	put_version(w->a->tls, &row->note);
	if (ROW_HAS(w->a, tls, faults)) {
		buf_puts(&row->note,
		         row->note.len > 0 ? ", name and chain match" : "name and chain match");
	}
	if (ROW_HAS(w->a, tls, no_san) && w->a->tls->no_san) {
		buf_puts(row_detail(row),
		         "no subjectAltName: its name stands in the Common Name only");
	}
	if (ROW_HAS(w->a, tls, ocsp) && w->a->tls->ocsp == OCSP_REVOKED) {
		buf_puts(row_detail(row), "the OCSP response that the server sends along: revoked");
	}
}

static void put_clock(const struct row_view *w, struct buf *b)
{
	if (!ROW_HAS(w->e, setting, at)) {
		return;
	}
	buf_puts(b, "this host's clock: ");
	format_time(b, w->e->setting->at);
	if (ROW_HAS(w->e, clock, offset)) {
		int64_t off = w->e->clock->offset;

		buf_puts(b, off > -60 && off < 60 ? ", others agree" : ", others differ by ");
		if (off <= -60 || off >= 60) {
			judge_words_age(b, off);
		}
	} else if (ROW_HAS(w->e, from, clock_synced) && w->e->from->clock_synced) {
		buf_puts(b, ", synchronised (NTP)");
	}
}

/* The certificate that is out of date: the leaf, or one further up that the server sent. NULL where
 * it came from this host's store. */
static const struct ev_certificate *out_of_date(const struct attempt *a, bool early)
{
	int64_t depth = 0;

	list_each(tls_fault, f, &a->tls->faults) {
		if (f->has.code && f->code == (early ? X509_NOT_YET_VALID : X509_EXPIRED)) {
			depth = f->has.depth ? f->depth : 0;
			break;
		}
	}
	list_each(certificate, c, &a->tls->chain) {
		if (depth-- == 0) {
			return c;
		}
	}
	return NULL;
}

static void put_dates(const struct row_view *w, struct row *row, bool early)
{
	const struct ev_certificate *c = out_of_date(w->a, early);

	if (c == NULL && ROW_HAS(w->a, tls, anchor)) {
		buf_puts(&row->text, w->a->tls->anchor);
		buf_puts(&row->text, " in this host's store is out of date");
		put_clock(w, row_detail(row));
		return;
	}
	if (c != NULL && c != leaf(w->a) && c->has.subject) {
		buf_puts(&row->text, c->subject);
		buf_putc(&row->text, ' ');
	}

	if (c != NULL && (early ? c->has.not_before : c->has.not_after)) {
		buf_puts(&row->text, early ? "valid from " : "valid until ");
		format_time(&row->text, early ? c->not_before : c->not_after);
	} else {
		buf_puts(&row->text, "the certificate is out of date");
	}
	put_clock(w, row_detail(row));
}

static void put_certificate(const struct attempt *a, struct row *row)
{
	const struct ev_certificate *c = leaf(a);
	struct buf *b = NULL;

	if (c == NULL || !(c->has.subject || c->has.issuer)) {
		return;
	}
	b = row_detail(row);
	if (c->has.subject) {
		buf_puts(b, "subject ");
		buf_puts(b, c->subject);
	}
	if (c->has.issuer) {
		buf_puts(b, c->has.subject ? ", issuer " : "issuer ");
		buf_puts(b, c->issuer);
	}
}

static void put_names(const struct attempt *a, struct row *row)
{
	struct buf *b = NULL;

	if (ROW_HAS(a, tls, names)) {
		b = row_detail(row);
		buf_puts(b, "it is for: ");
		if (ROW_HAS(a, tls, no_san) && a->tls->no_san) {
			row_quote(b, a->tls->names, 70); /* a CN, which may hold blanks */
		} else {
			judge_words_list(b, a->tls->names);
		}
	}
}

/* Every fault in OpenSSL's words; the row's own note is that of the date where the row is about it,
 * else the first. */
static void put_faults(const struct attempt *a, int64_t about, struct row *row)
{
	const struct ev_tls_fault *own = NULL;

	list_each(tls_fault, f, &a->tls->faults) {
		if (f->has.text && (own == NULL || (about != 0 && f->has.code && f->code == about &&
		                                    own->code != about))) {
			own = f;
		}
	}
	list_each(tls_fault, f, &a->tls->faults) {
		if (f == own) {
			row_quote(&row->note, f->text, 80);
		} else if (f->has.text) {
			struct buf *b = row_detail(row);

			buf_puts(b, "and ");
			row_quote(b, f->text, 80);
		}
	}
}

static void put_cert_fault(const struct row_view *w, struct row *row)
{
	bool early = faulty(w->a, X509_NOT_YET_VALID);
	bool late = faulty(w->a, X509_EXPIRED);

	if (early || late) {
		put_dates(w, row, early);
	} else {
		buf_puts(&row->text, "the certificate does not pass");
	}
	put_names(w->a, row);
	put_certificate(w->a, row);
	if (ROW_HAS(w->e, trust, path)) {
		struct buf *b = row_detail(row);

		buf_puts(b, "trusted here: ");
		buf_puts(b, w->e->trust->path);
		buf_puts(b, ROW_HAS(w->e, trust, empty) && w->e->trust->empty ? " (empty)" : "");
	}
	put_faults(w->a, early ? X509_NOT_YET_VALID : late ? X509_EXPIRED : 0, row);
}

/* This client's settings do not have the certificate checked: what a check would say is said. */
static void put_unchecked(const struct attempt *a, struct row *row)
{
	buf_puts(&row->text, "encrypted, the certificate is not checked");
	put_version(a->tls, &row->note);
	list_each(tls_fault, f, &a->tls->faults) {
		if (f->has.text) {
			struct buf *b = row_detail(row);

			buf_puts(b, "clients that check it: ");
			row_quote(b, f->text, 70);
			return;
		}
	}
}

static void put_end(const struct row_view *w, struct row *row)
{
	const struct ev_tls *tls = w->a->tls;
	struct buf *b = &row->text;

	switch (tls->end) {
	case TLS_DONE:
		break;
	case TLS_ALERT:
		buf_puts(b, "the server refuses the handshake");
		if (tls->has.alert) {
			buf_puts(b, ": alert ");
			buf_int(b, tls->alert);
			buf_puts(b, tls->has.alert_name ? " " : "");
			buf_puts(b, tls->alert == CERTIFICATE_REQUIRED ? "certificate required"
			            : tls->has.alert_name              ? tls->alert_name
			                                               : "");
		}
		break;
	case TLS_FIN:
		buf_puts(b, "ClientHello sent, the connection is closed");
		break;
	case TLS_RST:
		buf_puts(b, "ClientHello sent, the connection is reset");
		break;
	case TLS_SILENCE:
		buf_puts(b, "ClientHello sent, no answer");
		break;
	case TLS_NOT_TLS:
		buf_puts(b, "the answer is not TLS");
		if (tls->has.bytes) {
			buf_puts(&row->note, "it says ");
			row_says(&row->note, tls->bytes, 60);
		}
		break;
	case TLS_REFUSED_HERE:
		buf_puts(b, "this host's TLS library refuses the handshake");
		if (tls->has.local_error) {
			row_quote(&row->note, tls->local_error, 80);
		}
		break;
	}
}

void row_tls(const struct row_view *w, struct row *row)
{
	if (w->status == STAGE_SKIPPED || !ROW_HAS(w->a, tls, end)) {
		return;
	}
	if (w->a->tls->has.took) {
		row_took(row, w->a->tls->took);
	} else if (w->a->tls->has.waited) {
		row_took(row, w->a->tls->waited);
	}
	if (w->a->tls->end != TLS_DONE) {
		put_end(w, row);
	} else if (any_fault(w->a) && certificate_counts(w->a) == NO) {
		put_unchecked(w->a, row);
	} else if (any_fault(w->a)) {
		put_cert_fault(w, row);
	} else {
		put_good(w, row);
	}
}
