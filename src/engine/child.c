/* SPDX-License-Identifier: Apache-2.0 */
/* Waiting for child processes from a fiber. */
#include "engine/child.h"

#include <errno.h>
#include <string.h>

enum { FIRST_SIZE = 16384, END_WAIT_US = 200000, POLL_US = 2000 };

static int grow(struct child_text *text, size_t *size, size_t max)
{
	size_t more = *size == 0 ? FIRST_SIZE : 2 * *size;
	char *bytes = NULL;

	more = more > max + 1 ? max + 1 : more;
	if (more <= text->len + 1) {
		return -EFBIG;
	}
	bytes = realloc(text->bytes, more);
	if (bytes == NULL) {
		return -ENOMEM;
	}
	text->bytes = bytes;
	*size = more;
	return 0;
}

static int read_out(struct loop *loop, int fd, size_t max, usec_t until, struct child_text *text)
{
	size_t size = 0;

	for (;;) {
		ssize_t got = 0;
		int r = text->len + 1 >= size ? grow(text, &size, max) : 0;

		r = r == 0 ? loop_wait(loop, fd, LOOP_IN, until) : r;
		if (r < 0) {
			return r;
		}
		got = read(fd, text->bytes + text->len, size - text->len - 1);
		if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
			continue;
		}
		if (got <= 0) {
			text->bytes[text->len] = '\0';
			return got < 0 ? -errno : 0;
		}
		text->len += (size_t)got;
	}
}

/* Its end follows the end of its output at once, so that polling for it costs nothing. */
static int wait_end(struct loop *loop, struct sys_child *child, int *ret_status)
{
	usec_t until = loop_now() + END_WAIT_US;
	int r = 0;

	*ret_status = -1;
	while (sys_child_reap(child, ret_status) == 0 && loop_now() < until && r == 0) {
		r = loop_sleep(loop, loop_now() + POLL_US);
	}
	return r;
}

int child_read(struct loop *loop, struct sys_child *child, size_t max, usec_t until,
               struct child_text *ret)
{
	int r = 0;

	*ret = (struct child_text){ .status = -1 };
	r = read_out(loop, child->out, max, until, ret);
	r = r == 0 ? wait_end(loop, child, &ret->status) : r;
	if (r < 0) {
		free(take_ptr(ret->bytes));
	}
	return r;
}

struct sys_nss_question child_question(const struct run_options *options, const char *name,
                                       const char *family)
{
	return (struct sys_nss_question){ .name = name,
		                          .family = family,
		                          .pid = options->place.files ? options->place.pid : 0,
		                          .mount = options->place.mount };
}

int child_lookup(struct loop *loop, const struct sys_nss_question *question, usec_t until,
                 struct sys_nss *ret)
{
	auto_child struct sys_child child = SYS_CHILD_NONE;
	struct child_text text = { .bytes = NULL };
	int r = sys_nss_start(question, &child);

	/* What it said is whole or not by itself: its end is not worth waiting for. */
	r = r == 0 ? read_out(loop, child.out, SYS_NSS_TEXT_MAX, until, &text) : r;
	if (r == 0 &&
	    (sys_nss_parse(text.bytes, text.len, ret) < 0 || ret->end == SYS_NSS_NOTHING)) {
		r = -ENOENT;
	}
	free(text.bytes);
	return r;
}
