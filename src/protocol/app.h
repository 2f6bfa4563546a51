/* SPDX-License-Identifier: Apache-2.0 */
/* What all protocols but HTTP write down in the same way: the kind app of evidence.def. A protocol
 * is one file with one symbol, protocol_<app>, whose speak() fills it and a kind of its own. */
#pragma once
#include "engine/probe.h"
#include "protocol/tls.h"
#include "wire/spoken.h"

/* Begins the conversation: the reading, and the clock of `took` and `greeted`. */
struct ev_app *app_begin(const struct probe_run *r);

/* Reads at most size bytes of the server's next words, until then (0: the run's end), and notes
 * the time of the first byte. As stream_read(): the number of bytes, 0 at the end of the stream,
 * or a negative errno; all but bytes have then been written down as the end of the conversation. */
int app_read(const struct probe_run *r, void *bytes, size_t size, usec_t until);

/* The conversation is over: end and took are written down, the step stays as it was set last. */
void app_end(const struct probe_run *r, enum app_end end);

/* The bytes are not of the target's protocol; after says what had been sent before they came. */
void app_foreign(const struct probe_run *r, const void *bytes, size_t len, enum spoken_after after);

/* Writes down one thing agreed on or learned; label is ours, the text foreign. Nothing for no
 * bytes. */
void app_point(const struct probe_run *r, const char *label, const void *bytes, size_t len);

/* TLS on the contact's stream within the conversation (STARTTLS and the like), with the evidence,
 * causes and screens of https. checks: this client's settings have the certificate checked. 1 when
 * it is done and the conversation can go on, 0 when it ended there, or a negative errno. */
int app_tls(const struct probe_run *r, bool checks);

/* As app_tls(), with a store of the client's own, or without the name. */
int app_tls_as(const struct probe_run *r, bool checks, const struct tls_wishes *wishes);
