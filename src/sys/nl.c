/* SPDX-License-Identifier: Apache-2.0 */
/* The netlink transport: socket, request, and the loop over the answers. The kernel answers while
 * the request is being sent, so a receive practically never waits; the cap is for tables that are
 * too large to be worth it. */
#include "sys/nl.h"

#include "base/cleanup.h"
#include "base/time.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#define NL_CAP (50 * USEC_MS)

enum { NL_BUFFER = 32768, NL_SEQ = 1, NL_TRIES = 3 };

/* NL_MORE: go on reading; NL_AGAIN: the tables changed while they were read. */
enum { NL_DONE = 0, NL_MORE = 1, NL_AGAIN = 2 };

static usec_t now(void)
{
	struct timespec ts;

	(void)clock_gettime(CLOCK_MONOTONIC, &ts);
	return (usec_t)ts.tv_sec * USEC_SEC + ts.tv_nsec / 1000;
}

int nl_open(int bus)
{
	auto_close int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, bus);
	const struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
	const int on = 1;

	if (fd < 0) {
		return -errno;
	}
	if (connect(fd, (const struct sockaddr *)&kernel, sizeof(kernel)) < 0) {
		return -errno;
	}
	/* Where the kernel knows it (4.20), dumps are filtered there; we filter in any case. */
	(void)setsockopt(fd, SOL_NETLINK, NETLINK_GET_STRICT_CHK, &on, sizeof(on));
	return take_fd(fd);
}

struct nlmsghdr *nl_begin(void *buf, uint16_t type, bool dump, size_t head_size, void *ret_head)
{
	struct nlmsghdr *nlh = NULL;

	memset(buf, 0, NL_REQUEST_MAX);
	nlh = mnl_nlmsg_put_header(buf);
	nlh->nlmsg_type = type;
	nlh->nlmsg_flags = (uint16_t)(NLM_F_REQUEST | (dump ? NLM_F_DUMP : 0));
	nlh->nlmsg_seq = NL_SEQ;
	*(void **)ret_head = mnl_nlmsg_put_extra_header(nlh, head_size);
	return nlh;
}

/* One datagram from the kernel: how many bytes, or a negative errno. */
static int receive(int fd, usec_t deadline, void *buf)
{
	for (;;) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		usec_t left = 0;
		ssize_t n = recv(fd, buf, NL_BUFFER, MSG_DONTWAIT | MSG_TRUNC);

		if (n > NL_BUFFER) {
			return -EMSGSIZE;
		}
		if (n >= 0) {
			return (int)n;
		}
		if (errno != EAGAIN && errno != EINTR) {
			return -errno;
		}
		left = deadline - now();
		if (left <= 0) {
			return -ETIME;
		}
		if (poll(&p, 1, (int)(left / USEC_MS) + 1) < 0 && errno != EINTR) {
			return -errno;
		}
	}
}

/* The error number in an NLMSG_ERROR or NLMSG_DONE, 0 or negative. */
static int reply_error(const struct nlmsghdr *nlh)
{
	int error = 0;

	if (mnl_nlmsg_get_payload_len(nlh) < sizeof(error)) {
		return 0;
	}
	memcpy(&error, mnl_nlmsg_get_payload(nlh), sizeof(error));
	return error > 0 ? -error : error;
}

/* Hands on the messages of one datagram. NL_DONE, NL_MORE, NL_AGAIN or a negative errno. */
static int hand_on(const void *buf, int size, nl_fn *fn, void *data)
{
	const struct nlmsghdr *nlh = buf;

	for (; mnl_nlmsg_ok(nlh, size); nlh = mnl_nlmsg_next(nlh, &size)) {
		if (nlh->nlmsg_seq != NL_SEQ) {
			continue; /* left over from an earlier question on this socket */
		}
		if (nlh->nlmsg_flags & NLM_F_DUMP_INTR) {
			return NL_AGAIN;
		}
		if (nlh->nlmsg_type == NLMSG_ERROR || nlh->nlmsg_type == NLMSG_DONE) {
			return reply_error(nlh);
		}
		if (nlh->nlmsg_type < NLMSG_MIN_TYPE) {
			continue;
		}
		fn(nlh, data);
		if (!(nlh->nlmsg_flags & NLM_F_MULTI)) {
			return NL_DONE;
		}
	}
	return NL_MORE;
}

static int ask_once(int fd, const struct nlmsghdr *nlh, void *buf, nl_fn *fn, void *data)
{
	const usec_t deadline = now() + NL_CAP;
	int r = 0;

	while (recv(fd, buf, NL_BUFFER, MSG_DONTWAIT) > 0) {
		; /* the rest of a question that was given up */
	}
	if (send(fd, nlh, nlh->nlmsg_len, MSG_NOSIGNAL) < 0) {
		return -errno;
	}
	fn(NULL, data);
	do {
		r = receive(fd, deadline, buf);
		if (r < 0) {
			return r;
		}
		r = hand_on(buf, r, fn, data);
		if (r == NL_MORE && now() > deadline) {
			return -ETIME;
		}
	} while (r == NL_MORE);
	return r;
}

int nl_ask(int fd, struct nlmsghdr *nlh, nl_fn *fn, void *data)
{
	auto_free void *buf = malloc(NL_BUFFER);
	int r = NL_AGAIN;

	if (!buf) {
		return -ENOMEM;
	}
	for (int i = 0; i < NL_TRIES && r == NL_AGAIN; i++) {
		r = ask_once(fd, nlh, buf, fn, data);
	}
	return r == NL_AGAIN ? -ETIME : r;
}

const void *nl_head(const struct nlmsghdr *nlh, uint16_t type, size_t size)
{
	if (nlh->nlmsg_type != type || mnl_nlmsg_get_payload_len(nlh) < size) {
		return NULL;
	}
	return mnl_nlmsg_get_payload(nlh);
}

struct attr_table {
	const struct nlattr **tb;
	uint16_t max;
};

static int collect_attr(const struct nlattr *attr, void *data)
{
	const struct attr_table *t = data;
	const uint16_t type = mnl_attr_get_type(attr);

	if (type <= t->max) {
		t->tb[type] = attr;
	}
	return MNL_CB_OK;
}

static void clear(const struct nlattr *tb[], uint16_t max)
{
	for (size_t i = 0; i <= max; i++) {
		tb[i] = NULL;
	}
}

void nl_attrs(const struct nlmsghdr *nlh, size_t head_size, const struct nlattr *tb[], uint16_t max)
{
	struct attr_table t = { .tb = tb, .max = max };

	clear(tb, max);
	if (mnl_nlmsg_get_payload_len(nlh) >= head_size) {
		(void)mnl_attr_parse(nlh, (unsigned int)head_size, collect_attr, &t);
	}
}

void nl_nested(const struct nlattr *nest, const struct nlattr *tb[], uint16_t max)
{
	struct attr_table t = { .tb = tb, .max = max };

	clear(tb, max);
	if (nest) {
		(void)mnl_attr_parse_nested(nest, collect_attr, &t);
	}
}

uint8_t nl_u8(const struct nlattr *attr)
{
	return attr && mnl_attr_get_payload_len(attr) >= 1 ? mnl_attr_get_u8(attr) : 0;
}

uint32_t nl_u32(const struct nlattr *attr)
{
	uint32_t value = 0;

	if (attr && mnl_attr_get_payload_len(attr) >= sizeof(value)) {
		memcpy(&value, mnl_attr_get_payload(attr), sizeof(value));
	}
	return value;
}

void nl_text(const struct nlattr *attr, char *ret, size_t size)
{
	size_t len = 0;

	if (attr) {
		len = strnlen(mnl_attr_get_payload(attr), mnl_attr_get_payload_len(attr));
		len = len < size ? len : size - 1;
		memcpy(ret, mnl_attr_get_payload(attr), len);
	}
	ret[len] = '\0';
}

struct addr nl_addr(const struct nlattr *attr)
{
	struct addr a = { .family = ADDR_NONE };
	const size_t len = attr ? mnl_attr_get_payload_len(attr) : 0;

	if (len == 4) {
		a = nl_addr_of(AF_INET, mnl_attr_get_payload(attr));
	} else if (len == 16) {
		a = nl_addr_of(AF_INET6, mnl_attr_get_payload(attr));
	}
	return a;
}

void nl_put_addr(struct nlmsghdr *nlh, uint16_t type, const struct addr *addr)
{
	if (addr->family != ADDR_NONE) {
		mnl_attr_put(nlh, type, addr->family == ADDR_V4 ? 4 : 16, addr->bytes);
	}
}

uint8_t nl_family(enum addr_family family)
{
	if (family == ADDR_NONE) {
		return AF_UNSPEC;
	}
	return family == ADDR_V4 ? AF_INET : AF_INET6;
}

struct addr nl_addr_of(uint8_t family, const void *bytes)
{
	struct addr a = { .family = ADDR_NONE };

	if (family == AF_INET) {
		a.family = ADDR_V4;
		memcpy(a.bytes, bytes, 4);
	} else if (family == AF_INET6) {
		a.family = ADDR_V6;
		memcpy(a.bytes, bytes, 16);
	}
	return a;
}
