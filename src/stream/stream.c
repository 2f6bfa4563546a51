/* SPDX-License-Identifier: Apache-2.0 */
/* Reading and writing, plain or through TLS. */
#include "stream/stream.h"
#include "stream/tls.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct stream *stream_new(struct loop *loop, int fd)
{
	struct stream *s = calloc(1, sizeof(*s));

	if (s == NULL) {
		(void)close(fd);
		return NULL;
	}
	s->loop = loop;
	s->fd = fd;
	return s;
}

void stream_free(struct stream *stream)
{
	if (stream == NULL) {
		return;
	}
	if (stream->tls != NULL) {
		stream->module->session_free(stream->tls);
	}
	if (stream->under != NULL) {
		stream->module->session_free(stream->under);
	}
	if (stream->fd >= 0) {
		(void)close(stream->fd);
	}
	free(stream);
}

void stream_interrupt(struct stream *stream)
{
	loop_signal(&stream->interrupted);
}

int stream_wait(struct stream *stream, short events, usec_t until)
{
	struct loop_fd fd = { .fd = stream->fd, .events = events };
	unsigned never = 0;
	int r = loop_wait_both(stream->loop, &fd, 1, &stream->interrupted, &never, until);

	return r > 0 ? fd.ret : r == 0 ? -ETIMEDOUT : r;
}

/* Waits for what the last call wanted; 0 to try again. */
static int wait_for(struct stream *s, bool write, usec_t until)
{
	int r = stream_wait(s, write ? LOOP_OUT : LOOP_IN, until);

	return r < 0 ? r : 0;
}

int stream_read(struct stream *stream, void *bytes, size_t size, usec_t until)
{
	size_t ahead = stream->n_ahead < size ? stream->n_ahead : size;

	if (ahead > 0) {
		memcpy(bytes, stream->ahead, ahead);
		stream->n_ahead -= ahead;
		memmove(stream->ahead, stream->ahead + ahead, stream->n_ahead);
		return (int)ahead;
	}
	for (;;) {
		bool write = false;
		int r = stream->tls != NULL ? stream->module->read(stream->tls, bytes, size, &write)
		                            : sys_recv(stream->fd, bytes, size);

		if (r != -EAGAIN && r != -EINTR) {
			return r;
		}
		r = wait_for(stream, write, until);
		if (r < 0) {
			return r;
		}
	}
}

int stream_write(struct stream *stream, const void *bytes, size_t size, usec_t until)
{
	const uint8_t *at = bytes;

	while (size > 0) {
		bool read = false;
		int r = stream->tls != NULL ? stream->module->write(stream->tls, at, size, &read)
		                            : sys_send(stream->fd, at, size);

		if (r > 0) {
			at += r;
			size -= (size_t)r;
			continue;
		}
		if (r != -EAGAIN && r != -EINTR) {
			return r;
		}
		r = wait_for(stream, !read, until);
		if (r < 0) {
			return r;
		}
	}
	return 0;
}

void stream_unread(struct stream *stream, const void *bytes, size_t size)
{
	size_t room = sizeof(stream->ahead) - stream->n_ahead;

	size = size < room ? size : room;
	memmove(stream->ahead + size, stream->ahead, stream->n_ahead);
	memcpy(stream->ahead, bytes, size);
	stream->n_ahead += size;
}
