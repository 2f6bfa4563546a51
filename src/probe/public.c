/* SPDX-License-Identifier: Apache-2.0 */
/* Which address the other side sees (--public): asked of a third party over each family, by STUN,
 * and where that gets no answer by a web page. Without --public nobody is asked. */
#include "engine/child.h"
#include "probe/probes.h"
#include "wire/http.h"
#include "wire/http_head.h"
#include "wire/stun.h"

#include <errno.h>
#include <string.h>

enum {
	STUN_PORT = 3478,
	STUN_TRIES = 3,
	STUN_WAIT_US = 500000,
	PAGE_WAIT_US = 2000000,
	PAGE_MAX = 8192,
	N_FAMILIES = 2
};

/* One family. */
struct ask {
	const struct probe_run *r;
	enum addr_family family;
	struct addr seen;     /* ADDR_NONE: nobody said */
	struct target by;     /* who said it */
	const char *protocol; /* how */
	struct fiber *fiber;
};

static bool broken_off(int error)
{
	return error == -ECANCELED || error == -ETIME;
}

/* The first address of that family. 0, -ENOENT, or -ECANCELED and the like. */
static int look_up(const struct ask *a, const struct target *t, struct addr *ret)
{
	auto_free struct sys_nss *got = malloc(sizeof(*got));
	const struct sys_nss_question question =
		child_question(a->r->run->options, t->host, a->family == ADDR_V4 ? "4" : "6");
	int r = 0;

	if (t->literal) {
		*ret = t->addr;
		return t->addr.family == a->family ? 0 : -ENOENT;
	}
	r = got == NULL ? -ENOMEM
	                : child_lookup(a->r->run->loop, &question, loop_now() + PAGE_WAIT_US, got);
	if (r < 0) {
		return r;
	}
	for (size_t i = 0; i < got->n; i++) {
		if (got->addrs[i].addr.family == a->family) {
			*ret = got->addrs[i].addr;
			return 0;
		}
	}
	return -ENOENT;
}

static int connect_to(const struct ask *a, const struct target *t, bool udp, usec_t until)
{
	struct addr addr = { .family = ADDR_NONE };
	struct sys_socket_options options;
	auto_close int fd = -EBADF;
	int r = look_up(a, t, &addr);

	if (r < 0) {
		return r;
	}
	run_socket_options(a->r->run, &addr, &options);
	options.udp = udp;
	fd = sys_socket(&options);
	r = fd < 0 ? fd : sys_connect(fd, &addr, t->port, 0);
	if (r == -EINPROGRESS) {
		r = loop_wait(a->r->run->loop, fd, LOOP_OUT, until);
		r = r < 0 ? r : sys_socket_error(fd);
	}
	return r < 0 ? r : take_fd(fd);
}

/* What came on the socket within the wait. 0 with a->seen. */
static int receive(struct ask *a, int fd, const uint8_t *id, usec_t until)
{
	uint8_t bytes[512];
	uint16_t port = 0;
	int r = -EAGAIN;

	while (r == -EAGAIN) {
		r = loop_wait(a->r->run->loop, fd, LOOP_IN, until);
		if (r >= 0) {
			r = sys_recv(fd, bytes, sizeof(bytes));
			r = r < 0 ? r : stun_parse(bytes, (size_t)r, id, &a->seen, &port);
		}
	}
	return r;
}

static int ask_stun(struct ask *a, const struct target *t)
{
	uint8_t id[STUN_ID_SIZE] = { 0 };
	uint8_t request[STUN_REQUEST_SIZE];
	auto_close int fd = connect_to(a, t, true, 0);
	int r = fd < 0 ? fd : -ETIMEDOUT;

	(void)sys_random(id, sizeof(id));
	stun_build(id, request);
	for (int i = 0; i < STUN_TRIES && r == -ETIMEDOUT; i++) { /* RFC 8489 6.2.1, cut short */
		(void)sys_send(fd, request, sizeof(request));
		r = receive(a, fd, id, loop_now() + STUN_WAIT_US);
	}
	return r;
}

/* The page's answer. 0 with a->seen. */
static int read_page(struct ask *a, struct stream *stream, usec_t until)
{
	auto_free struct http_head *head = calloc(1, sizeof(*head));
	auto_free char *bytes = malloc(PAGE_MAX);
	size_t n = 0;
	size_t used = 0;
	int r = head == NULL || bytes == NULL ? -ENOMEM : 1;

	while (r > 0 && n < PAGE_MAX) {
		r = stream_read(stream, bytes + n, PAGE_MAX - n, until);
		n += r > 0 ? (size_t)r : 0;
	}
	if (broken_off(r) || r == -ENOMEM) {
		return r;
	}
	http_head_init(head);
	if (http_head_feed(head, bytes, n, &used) != HTTP_FEED_DONE || head->status != 200) {
		return -EPROTO;
	}
	return stun_parse_page(bytes + used, n - used, &a->seen);
}

static int ask_page(struct ask *a, const struct target *t)
{
	const struct http_request request = {
		.host = t->host, .port = t->port, .default_port = 80, .path = t->path
	};
	usec_t until = loop_now() + PAGE_WAIT_US;
	char memory[1024];
	struct buf buf;
	struct stream *stream = NULL;
	int fd = connect_to(a, t, false, until);
	int r = fd;

	buf_init(&buf, memory, sizeof(memory));
	if (r >= 0) {
		stream = stream_new(a->r->run->loop, fd);
		r = stream == NULL ? -ENOMEM : http_build(&buf, &request);
	}
	r = r < 0 ? r : stream_write(stream, buf.text, buf.len, until);
	r = r < 0 ? r : read_page(a, stream, until);
	stream_free(stream);
	return r;
}

static int read_setting(const char *text, enum scheme scheme, uint16_t port, struct target *ret)
{
	struct target_error error;
	static const char http[] = "http://";

	if (text == NULL || text[0] == '\0' || strcmp(text, "none") == 0) {
		return -ENOENT;
	}
	text += strncmp(text, http, strlen(http)) == 0 ? strlen(http) : 0;
	return target_parse_rest(scheme, port, text, strlen(text), ret, &error) < 0 ||
	                       ret->flaw != FLAW_NONE
	               ? -EINVAL
	               : 0;
}

static int ask_both(void *arg)
{
	struct ask *a = arg;
	const struct run_options *o = a->r->run->options;
	int r = read_setting(o->public_stun, SCHEME_TCP, STUN_PORT, &a->by);

	a->protocol = "STUN";
	r = r == 0 ? ask_stun(a, &a->by) : r;
	if (r == 0 || broken_off(r)) {
		return r;
	}
	a->seen = (struct addr){ .family = ADDR_NONE };
	a->protocol = "HTTP";
	r = read_setting(o->public_page, SCHEME_HTTP, 80, &a->by);
	r = r == 0 ? ask_page(a, &a->by) : r;
	if (r < 0) {
		a->seen = (struct addr){ .family = ADDR_NONE };
	}
	return broken_off(r) ? r : 0;
}

static void put_by(const struct ask *a, struct buf *ret)
{
	buf_puts(ret, a->protocol);
	buf_putc(ret, ' ');
	target_format_authority(ret, &a->by);
}

static void record(const struct probe_run *r, const struct ask *asks)
{
	struct ev_public_address *ev = READING(r, public_address);
	char memory[320];
	struct buf by;

	for (int i = 0; i < N_FAMILIES; i++) {
		if (asks[i].seen.family == ADDR_NONE) {
			continue;
		}
		buf_init(&by, memory, sizeof(memory));
		put_by(&asks[i], &by);
		if (asks[i].seen.family == ADDR_V4) {
			SET(ev, v4, asks[i].seen);
			SET_TEXT(r, ev, v4_by, by.text, by.len);
		} else {
			SET(ev, v6, asks[i].seen);
			SET_TEXT(r, ev, v6_by, by.text, by.len);
		}
	}
}

static int observe(const struct probe_run *r)
{
	struct ask *asks = calloc(N_FAMILIES, sizeof(*asks));
	int result = 0;

	if (asks == NULL) {
		probe_skip(r, KIND_public_address, SKIP_UNSUPPORTED);
		return 0;
	}
	for (int i = 0; i < N_FAMILIES; i++) {
		asks[i] = (struct ask){ .r = r, .family = i == 0 ? ADDR_V4 : ADDR_V6 };
		if ((i == 0 && r->run->options->only_v6) || (i == 1 && r->run->options->only_v4)) {
			continue;
		}
		(void)loop_spawn(r->run->loop, ask_both, &asks[i], r->run->deadline,
		                 &asks[i].fiber);
	}
	while (result == 0 && ((asks[0].fiber != NULL && !loop_done(asks[0].fiber)) ||
	                       (asks[1].fiber != NULL && !loop_done(asks[1].fiber)))) {
		result = loop_sleep(r->run->loop, loop_now() + 2 * USEC_MS);
	}
	for (int i = 0; i < N_FAMILIES; i++) {
		(void)loop_stop(r->run->loop, &asks[i].fiber);
	}
	record(r, asks);
	if (asks[0].seen.family == ADDR_NONE && asks[1].seen.family == ADDR_NONE) {
		probe_skip(r, KIND_public_address, SKIP_NO_ANSWER);
	}
	free(asks);
	return result;
}

static bool wanted(const struct probe_run *r)
{
	return r->run->options->public_address && r->run->parent == NULL;
}

const struct probe probe_public = {
	.name = "public",
	.summary = "asks a third party which address it sees (only with --public)",
	.scope = PROBE_PER_RUN,
	.asked_for = true,
	.n_gives = 1,
	.gives = { KIND_public_address },
	.wanted = wanted,
	.observe = observe,
};
