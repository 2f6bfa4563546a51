/* SPDX-License-Identifier: Apache-2.0 */
/* How a probe writes down what it saw. */
#include "engine/probe.h"
#include "base/clean.h"

#include <assert.h>
#include <errno.h>

void *probe_reading(const struct probe_run *r, enum kind kind)
{
	void *scope = r->run->e;

	if (ev_kinds[kind].scope == SCOPE_PER_ADDRESS) {
		assert(r->contact != NULL); /* a probe of the whole run has no address */
		scope = r->contact->a;
	}
	return store_kind(r->run->store, scope, kind);
}

void probe_skip(const struct probe_run *r, enum kind kind, enum skip why)
{
	struct ev_head *head = probe_reading(r, kind);

	if (head != NULL) {
		head->skip = why;
	}
}

void probe_skip_errno(const struct probe_run *r, enum kind kind, int error)
{
	probe_skip(r, kind,
	           error == -EPERM || error == -EACCES || error == -EAFNOSUPPORT
	                   ? SKIP_NOT_PERMITTED
	                   : SKIP_UNSUPPORTED);
}

const char *probe_text(const struct probe_run *r, const void *bytes, size_t len)
{
	char text[CLEAN_MAX * 4 + 8];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	clean_put(&buf, bytes, len, CLEAN_MAX);
	return arena_text(&r->run->store->arena, text, buf.len);
}

void probe_set_text(const struct probe_run *r, const char **ret_text, bool *ret_has,
                    const void *bytes, size_t len)
{
	const char *text = probe_text(r, bytes, len);

	if (text == NULL) {
		r->run->e->cut = true; /* or what is missing would pass for what was not there */
		return;
	}
	*ret_text = text;
	*ret_has = true;
}

enum tcp_error probe_errno(int error)
{
	static const struct {
		int error;
		enum tcp_error word;
	} table[] = {
		{ ECONNREFUSED, TCP_ECONNREFUSED },
		{ EHOSTUNREACH, TCP_EHOSTUNREACH },
		{ ENETUNREACH, TCP_ENETUNREACH },
		{ EACCES, TCP_EACCES },
		{ EPERM, TCP_EPERM },
		{ EINVAL, TCP_EINVAL },
		{ EADDRNOTAVAIL, TCP_EADDRNOTAVAIL },
		{ EMFILE, TCP_EMFILE },
		{ ENFILE, TCP_ENFILE },
		{ ETIMEDOUT, TCP_ETIMEDOUT },
		{ ECONNRESET, TCP_ECONNRESET },
		{ ENOPROTOOPT, TCP_ENOPROTOOPT },
		{ ENETDOWN, TCP_ENETDOWN },
		{ EAFNOSUPPORT, TCP_EAFNOSUPPORT },
		{ ENOENT, TCP_ENOENT },
		{ EPROTOTYPE, TCP_EPROTOTYPE },
		{ EAGAIN, TCP_EAGAIN },
		{ EMSGSIZE, TCP_EMSGSIZE },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (table[i].error == error) {
			return table[i].word;
		}
	}
	return TCP_EOTHER;
}

struct stream *probe_connect(const struct probe_run *r, const struct probe_peer *to, usec_t until,
                             int *ret)
{
	struct sys_socket_options options;
	int fd = -1;

	run_socket_options(r->run, to->addr, &options);
	options.mss = to->mss;
	fd = sys_socket(&options);
	*ret = fd < 0 ? fd : sys_connect(fd, to->addr, to->port, to->scope);
	if (*ret == -EINPROGRESS) {
		*ret = loop_wait(r->run->loop, fd, LOOP_OUT, until);
		*ret = *ret < 0 ? *ret : sys_socket_error(fd);
	}
	if (*ret < 0) {
		sys_close_reset(fd);
		return NULL;
	}
	sys_errors_off(fd);
	return stream_new(r->run->loop, fd);
}
