/* SPDX-License-Identifier: Apache-2.0 */
/* The helper process that calls getaddrinfo(): it may block for as long as the name service likes,
 * and is killed then. What it asks is what curl, ssh and most others ask: no AI_ADDRCONFIG, no
 * AI_CANONNAME (which would make glibc send further queries). */
#include "sys/nss_helper.h"

#include "sys/enter.h"
#include "sys/files.h"
#include "sys/sockaddr.h"

#include <errno.h>
#include <limits.h>
#include <netdb.h>
#include <nss.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SCOPE_TEXT_MAX = 16, ADDR_TEXT_MAX = 48, CONFIG_MAX = 16384 };

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

int sys_nss_start(const struct sys_nss_question *question, struct sys_child *ret)
{
	char pid[16];
	const char *args[] = { question->name, question->family, pid, question->mount, NULL };

	(void)snprintf(pid, sizeof(pid), "%d", question->pid);
	if (question->pid == 0) {
		args[2] = NULL;
	}
	return sys_spawn_self("nss", args, SYS_SPAWN_PLAIN, ret);
}

static bool is_word(const char *at, size_t len, const char *word)
{
	return len == strlen(word) && memcmp(at, word, len) == 0;
}

/* The services of a hosts line (nsswitch.conf(5)) that libc has in itself, with their actions. */
static void keep_built_in(const char *line, struct buf *ret)
{
	bool kept = false;

	for (const char *at = line + strspn(line, " \t"); *at != '\0' && *at != '#';) {
		size_t len = *at == '[' ? strcspn(at, "]") + 1 : strcspn(at, " \t#");

		len = strnlen(at, len);
		if (*at != '[') {
			kept = is_word(at, len, "files") || is_word(at, len, "dns");
		}
		if (kept) {
			buf_put(ret, at, len);
			buf_putc(ret, ' ');
		}
		at += len;
		at += strspn(at, " \t");
	}
}

/* Goes there; what the file there says about hosts, without modules, instead of the file. */
static int go_to(const char *pid, const char *mount)
{
	auto_free char *text = malloc(CONFIG_MAX);
	char services[256];
	struct buf b;
	int64_t number = 0;
	int r = str_to_int(pid, strlen(pid), &number) < 0 || number > INT_MAX ? -EINVAL : 0;

	r = r < 0 ? r : sys_enter_files((int)number, mount);
	if (r < 0 || !text) {
		return r < 0 ? r : -ENOMEM;
	}
	buf_init(&b, services, sizeof(services));
	(void)sys_read_text(SYS_ROOT_HOST, "/etc/nsswitch.conf", text, CONFIG_MAX);
	for (char *line = text; line;) {
		char *next = strchr(line, '\n');

		if (next) {
			*next++ = '\0';
		}
		line += strspn(line, " \t");
		if (strncmp(line, "hosts:", 6) == 0 && b.len == 0) {
			keep_built_in(line + 6, &b);
		}
		line = next;
	}
	return __nss_configure_lookup("hosts", b.len > 0 ? services : "files dns");
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
	if (argc > 3 && go_to(argv[2], argv[3]) < 0) {
		return 1;
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
