/* SPDX-License-Identifier: Apache-2.0 */
/* One byte stream per attempt: a connected socket, on top of it what a proxy forwards, on top of it
 * TLS. The calls wait in the fiber that makes them. */
#pragma once
#include "base/time.h"
#include "loop/loop.h"
#include "sys/net.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tls_session;
struct tls_module;

struct stream {
	struct loop *loop;
	int fd;
	const struct tls_module *module; /* with tls */
	struct tls_session *tls;         /* NULL: plain */
	struct tls_session *under;       /* that one's bytes travel in: an https:// proxy's own */
	struct loop_event interrupted;   /* see stream_interrupt() */
	uint8_t ahead[512];              /* bytes that were read and given back */
	size_t n_ahead;
};

/* A stream over the connected socket fd, which it owns from now on (fd is closed when this fails).
 * NULL without memory. stream_free() takes NULL; it closes politely (close_notify, FIN). */
struct stream *stream_new(struct loop *loop, int fd);
void stream_free(struct stream *stream);

/* Reads at most size bytes: how many; 0 at the end (FIN or close_notify); -ECONNRESET, -ETIMEDOUT
 * (nothing until then), -EPROTO (TLS broke), -ECANCELED, -ETIME. */
int stream_read(struct stream *stream, void *bytes, size_t size, usec_t until);

/* Writes all of it: 0, or errors as above. */
int stream_write(struct stream *stream, const void *bytes, size_t size, usec_t until);

/* Makes the present wait on the stream, and each later one, end with -ETIMEDOUT: what is waited for
 * has been explained by other means and will not come. */
void stream_interrupt(struct stream *stream);

/* Waits for the socket as loop_wait() does, heeding stream_interrupt(). The events, or negative. */
int stream_wait(struct stream *stream, short events, usec_t until);

/* Gives bytes back, to be read again first; at most what fits (512). */
void stream_unread(struct stream *stream, const void *bytes, size_t size);
