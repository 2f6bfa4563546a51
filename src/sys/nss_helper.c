/* SPDX-License-Identifier: Apache-2.0 */
/* The helper process that calls getaddrinfo(): it may block for as long as the name service likes,
 * and is killed then. What it asks is what curl, ssh and most others ask: no AI_ADDRCONFIG, no
 * AI_CANONNAME (which would make glibc send further queries). */
#include "sys/nss_helper.h"

#include "sys/sockaddr.h"

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SCOPE_TEXT_MAX = 16, ADDR_TEXT_MAX = 48 };

static usec_t now(void)
{
	struct timespec ts;

	(void)clock_gettime(CLOCK_MONOTONIC, &ts);
	return (usec_t)ts.tv_sec * USEC_SEC + ts.tv_nsec / 1000;
}

static enum sys_nss_end end_of(int code)
{
	switch (code) {
	case 0:
		return SYS_NSS_OK;
	case EAI_AGAIN:
		return SYS_NSS_AGAIN;
	case EAI_NONAME:
		return SYS_NSS_NONAME;
	case EAI_NODATA:
		return SYS_NSS_NODATA;
	case EAI_ADDRFAMILY:
		return SYS_NSS_ADDRFAMILY;
	case EAI_FAIL:
		return SYS_NSS_FAIL;
	case EAI_FAMILY:
		return SYS_NSS_FAMILY;
	case EAI_MEMORY:
		return SYS_NSS_MEMORY;
	case EAI_SYSTEM:
		return SYS_NSS_SYSTEM;
	default:
		return SYS_NSS_OTHER;
	}
}

static void put_end(struct buf *out, int code, int error)
{
	const enum sys_nss_end end = end_of(code);

	buf_puts(out, "end ");
	buf_puts(out, sys_nss_word(end));
	if (end == SYS_NSS_SYSTEM || end == SYS_NSS_OTHER) {
		buf_putc(out, ' ');
		buf_int(out, end == SYS_NSS_SYSTEM ? error : code);
	}
	buf_putc(out, '\n');
}

static void put_addr(struct buf *out, const struct addrinfo *ai)
{
	struct sockaddr_storage storage;
	const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)&storage;
	struct addr addr;

	memset(&storage, 0, sizeof(storage));
	if (ai->ai_addrlen > sizeof(storage)) {
		return;
	}
	memcpy(&storage, ai->ai_addr, ai->ai_addrlen);
	if (sys_sockaddr_to(&storage, &addr, NULL) < 0) {
		return;
	}
	buf_puts(out, "addr ");
	addr_format(out, &addr);
	if (storage.ss_family == AF_INET6 && v6->sin6_scope_id) {
		buf_putc(out, '%');
		buf_int(out, v6->sin6_scope_id);
	}
	buf_putc(out, '\n');
}

static int write_all(const struct buf *out)
{
	for (size_t at = 0; at < out->len;) {
		const ssize_t n = write(STDOUT_FILENO, out->text + at, out->len - at);

		if (n < 0 && errno != EINTR) {
			return 1;
		}
		at += n > 0 ? (size_t)n : 0;
	}
	return 0;
}

int sys_nss_helper(int argc, char **argv)
{
	struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM };
	struct addrinfo *list = NULL;
	char text[SYS_NSS_TEXT_MAX];
	struct buf out;
	usec_t start = 0;
	int code = 0;
	int error = 0;

	if (argc < 1) {
		return 2;
	}
	if (argc > 1 && (argv[1][0] == '4' || argv[1][0] == '6')) {
		hints.ai_family = argv[1][0] == '4' ? AF_INET : AF_INET6;
	}
	start = now();
	errno = 0;
	code = getaddrinfo(argv[0], NULL, &hints, &list);
	error = errno;
	buf_init(&out, text, sizeof(text));
	buf_puts(&out, "naze-nss 1\ntook ");
	buf_int(&out, now() - start);
	buf_putc(&out, '\n');
	put_end(&out, code, error);
	for (const struct addrinfo *ai = list;
	     ai && out.len + ADDR_TEXT_MAX + SCOPE_TEXT_MAX + 16 < sizeof(text); ai = ai->ai_next) {
		put_addr(&out, ai);
	}
	buf_puts(&out, "done\n");
	return write_all(&out);
}
