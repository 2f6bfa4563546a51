/* SPDX-License-Identifier: Apache-2.0 */
/* A web site's port for plain HTTP says no and its other usual port opens: whether it speaks TLS
 * there, from one ClientHello. */
#include "protocol/protocols.h"
#include "wire/hello.h"

#include <errno.h>
#include <string.h>

enum { EACH_US = 800000, ANSWER_MAX = 2048, HTTPS = 443 };

static int build_hello(const struct target *target, uint8_t *ret)
{
	uint8_t random[HELLO_RANDOM_SIZE];
	struct hello_offer offer = { .min = HELLO_TLS10,
		                     .max = HELLO_TLS13,
		                     .sni = target->literal ? NULL : target->host,
		                     .random = random };
	int r = sys_random(random, sizeof(random));

	return r < 0 ? r : hello_build(&offer, ret);
}

static bool is_tls(const uint8_t *bytes, int n)
{
	struct hello_reply reply = { .answer = HELLO_MORE };

	if (n > 0) {
		hello_parse(bytes, (size_t)n, &reply);
	}
	return reply.answer == HELLO_SERVER || reply.answer == HELLO_RETRY;
}

/* What came back first: how many bytes, 0 for nothing, or -ECANCELED and the like. */
static int exchange(const struct probe_run *r, uint8_t *ret)
{
	usec_t until = loop_now() + EACH_US;
	struct sys_socket_options options;
	uint8_t out[HELLO_MAX];
	struct stream *s = NULL;
	int len = build_hello(&r->run->e->target, out);
	int fd = -1;
	int got = 0;

	run_socket_options(r->run, &r->contact->a->addr, &options);
	fd = len < 0 ? len : sys_socket(&options);
	got = fd < 0 ? fd : sys_connect(fd, &r->contact->a->addr, HTTPS, r->contact->scope);
	if (got == -EINPROGRESS) {
		got = loop_wait(r->run->loop, fd, LOOP_OUT, until);
		got = got < 0 ? got : sys_socket_error(fd);
	}
	if (got < 0) {
		sys_close_reset(fd);
		return got;
	}
	sys_errors_off(fd);
	s = stream_new(r->run->loop, fd);
	got = s == NULL ? -ENOMEM : stream_write(s, out, (size_t)len, until);
	got = got < 0 ? got : stream_read(s, ret, ANSWER_MAX, until);
	stream_free(s);
	return got;
}

static int observe(const struct probe_run *r)
{
	struct ev_other_scheme *ev = NULL;
	uint8_t answer[ANSWER_MAX];
	int got = exchange(r, answer);

	if (got == -ECANCELED || got == -ETIME) {
		return got;
	}
	ev = READING(r, other_scheme);
	SET(ev, port, HTTPS);
	SET_TEXT(r, ev, scheme, "https", 5);
	SET(ev, answers, is_tls(answer, got));
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;

	return refused(a) == YES && icmp_any(a) == NO && other_scheme_open(a) == YES;
}

const struct probe probe_other_port = {
	.name = "other_port",
	.summary = "looks whether a site whose HTTP port says no speaks TLS on its other one",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_other_scheme },
	.wanted = wanted,
	.observe = observe,
};
