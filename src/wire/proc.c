/* SPDX-License-Identifier: Apache-2.0 */
/* Reading texts of /proc. They come from this kernel, but also from files in a recording, so they
 * are read like any other foreign bytes. */
#include "wire/proc.h"

#include "base/buf.h"

#include <errno.h>
#include <string.h>

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

struct words {
	const char *at, *end;
};

/* Takes the next word. 0 at the end. */
static size_t next_word(struct words *w, const char **ret)
{
	while (w->at < w->end && blank(*w->at)) {
		w->at++;
	}
	*ret = w->at;
	while (w->at < w->end && !blank(*w->at)) {
		w->at++;
	}
	return (size_t)(w->at - *ret);
}

/* Takes the next line, with or without its end. False at the end of the text. */
static bool next_line(struct words *text, struct words *ret)
{
	const char *eol = NULL;

	if (text->at >= text->end) {
		return false;
	}
	eol = memchr(text->at, '\n', (size_t)(text->end - text->at));
	ret->at = text->at;
	ret->end = eol != NULL ? eol : text->end;
	text->at = eol != NULL ? eol + 1 : text->end;
	return true;
}

/* Whether the line begins with "group:"; takes it. */
static bool is_group(struct words *line, const char *group)
{
	const char *first = NULL;
	size_t n = next_word(line, &first);

	return n == strlen(group) + 1 && first[n - 1] == ':' && str_is(first, n - 1, group);
}

int proc_counter(const char *text, size_t len, const char *group, const char *name, int64_t *ret)
{
	struct words all = { text, text + len };
	struct words names;
	struct words values;
	const char *name_at = NULL;
	const char *value_at = NULL;
	size_t n_name = 0;

	/* Two lines a group: names, then values in the same order. */
	while (next_line(&all, &names)) {
		if (!is_group(&names, group)) {
			continue;
		}
		if (!next_line(&all, &values) || !is_group(&values, group)) {
			return -ENOENT;
		}
		while ((n_name = next_word(&names, &name_at)) > 0) {
			size_t n = next_word(&values, &value_at);

			if (str_is(name_at, n_name, name)) {
				return n > 0 && str_to_int(value_at, n, ret) == 0 ? 0 : -ENOENT;
			}
		}
	}
	return -ENOENT;
}

/* The number at that place (from 1) of the line that begins with name. */
static int number_of(const char *text, size_t len, const char *name, int place, int64_t *ret)
{
	struct words all = { text, text + len };
	struct words line;
	const char *at = NULL;

	while (next_line(&all, &line)) {
		size_t n = next_word(&line, &at);

		if (n > 0 && str_is(at, n, name)) {
			for (int i = 0; i < place; i++) {
				n = next_word(&line, &at);
			}
			return n > 0 && str_to_int(at, n, ret) == 0 ? 0 : -ENOENT;
		}
	}
	return -ENOENT;
}

int proc_counter6(const char *text, size_t len, const char *name, int64_t *ret)
{
	return number_of(text, len, name, 1, ret);
}

int proc_received(const char *text, size_t len, const char *name, int64_t *ret)
{
	return number_of(text, len, name, 2, ret);
}

/* Reads exactly len hexadecimal digits. */
static bool read_hex(const char *text, size_t len, uint64_t *ret)
{
	uint64_t value = 0;

	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (c >= '0' && c <= '9') {
			value = value << 4 | (uint64_t)(c - '0');
		} else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') {
			value = value << 4 | (uint64_t)((c | 0x20) - 'a' + 10);
		} else {
			return false;
		}
	}
	*ret = value;
	return len > 0 && len <= 16;
}

/* "0100007F:0016": 32-bit words as the host has them in memory, then the port as a number. */
static bool read_end(const char *text, size_t len, struct addr *ret, uint16_t *ret_port)
{
	const char *colon = memchr(text, ':', len);
	size_t digits = colon != NULL ? (size_t)(colon - text) : 0;
	uint64_t value = 0;

	if ((digits != 8 && digits != 32) || len != digits + 5) {
		return false;
	}
	*ret = (struct addr){ .family = digits == 8 ? ADDR_V4 : ADDR_V6 };
	for (size_t i = 0; i < digits / 8; i++) {
		uint32_t word = 0;

		if (!read_hex(text + 8 * i, 8, &value)) {
			return false;
		}
		word = (uint32_t)value;
		memcpy(ret->bytes + 4 * i, &word, 4);
	}
	if (!read_hex(colon + 1, 4, &value)) {
		return false;
	}
	*ret_port = (uint16_t)value;
	return true;
}

/* "00000000:0000001A" */
static bool read_queues(const char *text, size_t len, struct proc_socket *ret)
{
	uint64_t tx = 0;
	uint64_t rx = 0;

	if (len != 17 || text[8] != ':' || !read_hex(text, 8, &tx) || !read_hex(text + 9, 8, &rx)) {
		return false;
	}
	ret->tx_queue = (uint32_t)tx;
	ret->rx_queue = (uint32_t)rx;
	return true;
}

static bool read_socket(struct words *line, struct proc_socket *ret)
{
	/* sl local remote state queues timer retransmits uid timeout inode */
	const char *w[10] = { NULL };
	size_t n[10] = { 0 };
	uint64_t state = 0;
	int64_t uid = 0;
	int64_t inode = 0;

	for (int i = 0; i < 10; i++) {
		n[i] = next_word(line, &w[i]);
		if (n[i] == 0) {
			return false;
		}
	}
	if (w[0][n[0] - 1] != ':' || !read_end(w[1], n[1], &ret->local, &ret->local_port) ||
	    !read_end(w[2], n[2], &ret->remote, &ret->remote_port) || n[3] != 2 ||
	    !read_hex(w[3], n[3], &state) || !read_queues(w[4], n[4], ret) ||
	    str_to_int(w[7], n[7], &uid) < 0 || str_to_int(w[9], n[9], &inode) < 0) {
		return false;
	}
	if (uid < 0 || uid > UINT32_MAX || inode < 0) {
		return false;
	}
	ret->state = (uint8_t)state;
	ret->uid = (uint32_t)uid;
	ret->inode = (uint64_t)inode;
	return true;
}

bool proc_socket_next(const char *text, size_t len, struct proc_sockets *where,
                      struct proc_socket *ret)
{
	struct words all = { text + (where->at < len ? where->at : len), text + len };
	struct words line;

	while (next_line(&all, &line)) {
		struct words head = line;
		struct proc_socket s;
		const char *word = NULL;
		size_t n = next_word(&head, &word);
		bool good = read_socket(&line, &s);

		where->at = (size_t)(all.at - text);
		if (good) {
			*ret = s;
			return true;
		}
		if (n > 0 && !str_is(word, n, "sl")) { /* not the line of titles */
			where->n_malformed++;
		}
	}
	where->at = len;
	return false;
}

void proc_socket_count(const char *text, size_t len, const struct addr *addr, uint16_t port,
                       uint32_t ret[static N_PROC_TCP_STATES])
{
	struct proc_sockets where = { 0 };
	struct proc_socket s;

	while (proc_socket_next(text, len, &where, &s)) {
		if ((addr == NULL || addr_equal(addr, &s.remote)) &&
		    (port == 0 || port == s.remote_port) && s.state < N_PROC_TCP_STATES) {
			ret[s.state]++;
		}
	}
}

const char *proc_tcp_state_name(unsigned state)
{
	static const char *const states[N_PROC_TCP_STATES] = {
		[PROC_TCP_ESTABLISHED] = "ESTABLISHED",
		[PROC_TCP_SYN_SENT] = "SYN_SENT",
		[PROC_TCP_SYN_RECV] = "SYN_RECV",
		[PROC_TCP_FIN_WAIT1] = "FIN_WAIT1",
		[PROC_TCP_FIN_WAIT2] = "FIN_WAIT2",
		[PROC_TCP_TIME_WAIT] = "TIME_WAIT",
		[PROC_TCP_CLOSE] = "CLOSE",
		[PROC_TCP_CLOSE_WAIT] = "CLOSE_WAIT",
		[PROC_TCP_LAST_ACK] = "LAST_ACK",
		[PROC_TCP_LISTEN] = "LISTEN",
		[PROC_TCP_CLOSING] = "CLOSING",
		[PROC_TCP_NEW_SYN_RECV] = "NEW_SYN_RECV",
	};

	return state < N_PROC_TCP_STATES ? states[state] : NULL;
}

static bool read_limit(struct words *line, int64_t *ret)
{
	const char *word = NULL;
	size_t n = next_word(line, &word);

	if (str_is(word, n, "unlimited")) {
		*ret = INT64_MAX;
		return true;
	}
	return n > 0 && str_to_int(word, n, ret) == 0;
}

int proc_limit(const char *text, size_t len, const char *name, int64_t *ret_soft, int64_t *ret_hard)
{
	struct words all = { text, text + len };
	struct words line;
	size_t n = strlen(name);
	int64_t soft = 0;
	int64_t hard = 0;

	while (next_line(&all, &line)) {
		if ((size_t)(line.end - line.at) <= n || memcmp(line.at, name, n) != 0 ||
		    !blank(line.at[n])) {
			continue;
		}
		line.at += n;
		if (!read_limit(&line, &soft) || !read_limit(&line, &hard)) {
			return -ENOENT;
		}
		*ret_soft = soft;
		*ret_hard = hard;
		return 0;
	}
	return -ENOENT;
}

int proc_numbers(const char *text, size_t len, int64_t *ret, size_t max)
{
	struct words all = { text, text + len };
	struct words line;
	const char *word = NULL;
	size_t n_found = 0;

	while (next_line(&all, &line)) {
		size_t n = 0;

		while ((n = next_word(&line, &word)) > 0) {
			if (n_found == max || str_to_int(word, n, &ret[n_found]) < 0) {
				return -EINVAL;
			}
			n_found++;
		}
	}
	return n_found > 0 ? (int)n_found : -EINVAL;
}
