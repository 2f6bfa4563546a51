/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the helper's answer. It comes from our own program, but that loads whatever modules the
 * host's name service consists of, so none of it is trusted. */
#include "sys/nss_helper.h"

#include "base/cursor.h"

#include <errno.h>
#include <string.h>

static const char *const words[N_SYS_NSS_ENDS] = {
	[SYS_NSS_NOTHING] = "NOTHING", [SYS_NSS_OK] = "OK",
	[SYS_NSS_AGAIN] = "AGAIN",     [SYS_NSS_NONAME] = "NONAME",
	[SYS_NSS_NODATA] = "NODATA",   [SYS_NSS_ADDRFAMILY] = "ADDRFAMILY",
	[SYS_NSS_FAIL] = "FAIL",       [SYS_NSS_FAMILY] = "FAMILY",
	[SYS_NSS_MEMORY] = "MEMORY",   [SYS_NSS_SYSTEM] = "SYSTEM",
	[SYS_NSS_OTHER] = "OTHER",
};

const char *sys_nss_word(enum sys_nss_end end)
{
	return words[end];
}

/* A line as a word and the rest behind one blank. */
struct line {
	const char *word, *rest;
	size_t word_len, rest_len;
};

static struct line split(const char *text, size_t len)
{
	const char *blank = len ? memchr(text, ' ', len) : NULL;
	struct line l = { .word = text, .rest = text + len, .word_len = len, .rest_len = 0 };

	if (blank) {
		l.word_len = (size_t)(blank - text);
		l.rest = blank + 1;
		l.rest_len = len - l.word_len - 1;
	}
	return l;
}

static bool known_already(const struct sys_nss *nss, const struct sys_nss_addr *a)
{
	for (size_t i = 0; i < nss->n; i++) {
		if (addr_equal(&nss->addrs[i].addr, &a->addr) && nss->addrs[i].scope == a->scope) {
			return true;
		}
	}
	return false;
}

static int read_addr(const char *text, size_t len, struct sys_nss *ret)
{
	const char *percent = len ? memchr(text, '%', len) : NULL;
	const size_t addr_len = percent ? (size_t)(percent - text) : len;
	struct sys_nss_addr a = { .scope = 0 };
	int64_t scope = 0;

	if (addr_parse(text, addr_len, &a.addr) < 0) {
		return -EBADMSG;
	}
	if (percent && (str_to_int(percent + 1, len - addr_len - 1, &scope) < 0 || scope < 0 ||
	                scope > UINT32_MAX)) {
		return -EBADMSG;
	}
	a.scope = (uint32_t)scope;
	if (known_already(ret, &a)) {
		return 0;
	}
	if (ret->n == SYS_NSS_MAX) {
		ret->cut = true;
		return 0;
	}
	ret->addrs[ret->n++] = a;
	return 0;
}

static int read_end(const char *text, size_t len, struct sys_nss *ret)
{
	const struct line l = split(text, len);
	int64_t number = 0;

	if (l.rest_len &&
	    (str_to_int(l.rest, l.rest_len, &number) < 0 || number < -4096 || number > 4096)) {
		return -EBADMSG;
	}
	for (int i = SYS_NSS_OK; i < N_SYS_NSS_ENDS; i++) {
		if (str_is(l.word, l.word_len, words[i])) {
			ret->end = (enum sys_nss_end)i;
			ret->error = (int)number;
			return 0;
		}
	}
	return -EBADMSG;
}

static int read_took(const char *text, size_t len, struct sys_nss *ret)
{
	int64_t took = 0;

	if (str_to_int(text, len, &took) < 0 || took < 0) {
		return -EBADMSG;
	}
	ret->took = took;
	return 0;
}

static int read_fact(const struct line *l, struct sys_nss *ret)
{
	if (str_is(l->word, l->word_len, "took")) {
		return read_took(l->rest, l->rest_len, ret);
	}
	if (str_is(l->word, l->word_len, "end")) {
		return read_end(l->rest, l->rest_len, ret);
	}
	if (str_is(l->word, l->word_len, "addr")) {
		return read_addr(l->rest, l->rest_len, ret);
	}
	return -EBADMSG;
}

int sys_nss_parse(const void *bytes, size_t size, struct sys_nss *ret)
{
	struct cursor c;
	const char *text = NULL;
	size_t len = 0;
	int r = 0;

	*ret = (struct sys_nss){ .end = SYS_NSS_NOTHING };
	cursor_init(&c, bytes, size);
	if (!cursor_line(&c, &text, &len) || !str_is(text, len, "naze-nss 1")) {
		ret->cut = true;
		return -EBADMSG;
	}
	while (r == 0 && cursor_line(&c, &text, &len)) {
		const struct line l = split(text, len);

		if (str_is(text, len, "done")) {
			return 0;
		}
		r = read_fact(&l, ret);
	}
	ret->cut = true;
	return -EBADMSG;
}
