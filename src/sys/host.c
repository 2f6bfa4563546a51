/* SPDX-License-Identifier: Apache-2.0 */
/* Facts about this host and this process, each from the kernel itself. */
#include "sys/host.h"

#include "base/buf.h"
#include "base/cleanup.h"
#include "base/cursor.h"
#include "sys/files.h"

#include <dirent.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <sys/utsname.h>
#include <time.h>

enum { PASSWD_MAX = 262144, CAP_WORDS = 2 };

static void copy(char *ret, size_t size, const char *text, size_t len)
{
	len = len < size ? len : size - 1;
	memcpy(ret, text, len);
	ret[len] = '\0';
}

/* The n-th field of a passwd line: where it begins, its length in *ret_len. NULL: not there. */
static const char *field(const char *line, size_t len, int n, size_t *ret_len)
{
	const char *end = line + len;

	for (; n > 0; n--) {
		line = memchr(line, ':', (size_t)(end - line));
		if (!line) {
			return NULL;
		}
		line++;
	}
	len = (size_t)(end - line);
	end = memchr(line, ':', len);
	*ret_len = end ? (size_t)(end - line) : len;
	return line;
}

/* The name in /etc/passwd (passwd(5): name:password:uid:...). */
bool sys_user_name(uint32_t uid, char *ret, size_t size)
{
	auto_free char *text = malloc(PASSWD_MAX);
	const int n = text ? sys_read(SYS_ROOT_HOST, "/etc/passwd", text, PASSWD_MAX, NULL) : -1;
	struct cursor c;
	const char *line = NULL;
	const char *number = NULL;
	size_t len = 0;
	size_t number_len = 0;
	int64_t value = 0;

	if (n <= 0) {
		return false;
	}
	cursor_init(&c, text, (size_t)n);
	while (cursor_line(&c, &line, &len)) {
		number = field(line, len, 2, &number_len);
		if (number && str_to_int(number, number_len, &value) == 0 && value == uid) {
			(void)field(line, len, 0, &len);
			copy(ret, size, line, len);
			return true;
		}
	}
	return false;
}

static void fill_user(struct sys_host *h)
{
	const char *user = getenv("USER");

	h->uid = getuid();
	h->euid = geteuid();
	if (!sys_user_name(h->uid, h->user, sizeof(h->user)) && user) {
		copy(h->user, sizeof(h->user), user, strlen(user));
	}
}

static void fill_capabilities(struct sys_host *h)
{
	struct __user_cap_header_struct head = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[CAP_WORDS] = { { .effective = 0 } };

	if (syscall(SYS_capget, &head, data) == 0) {
		h->net_admin = tri_of(data[0].effective & 1U << CAP_NET_ADMIN);
		h->net_raw = tri_of(data[0].effective & 1U << CAP_NET_RAW);
	}
}

static enum tri clock_synchronised(void)
{
	struct timex t = { .modes = 0 }; /* only asks */
	const int state = adjtimex(&t);

	if (state < 0) {
		return UNKNOWN;
	}
	return tri_of(state != TIME_ERROR && !(t.status & STA_UNSYNC));
}

static void fill_ports(struct sys_host *h)
{
	char text[64];
	const char *second = NULL;
	int64_t first = 0;
	int64_t last = 0;

	if (sys_read_text(SYS_ROOT_HOST, "/proc/sys/net/ipv4/ip_local_port_range", text,
	                  sizeof(text)) <= 0) {
		return;
	}
	second = text + strcspn(text, " \t");
	second += strspn(second, " \t");
	if (str_to_int(text, strspn(text, "0123456789"), &first) == 0 &&
	    str_to_int(second, strspn(second, "0123456789"), &last) == 0) {
		h->port_first = (uint32_t)first;
		h->port_last = (uint32_t)last;
	}
}

static int64_t count_fds(void)
{
	DIR *dir = opendir("/proc/self/fd");
	const struct dirent *entry = NULL;
	int64_t n = -1; /* the directory's own */

	if (!dir) {
		return -1;
	}
	for (entry = readdir(dir); entry; entry = readdir(dir)) {
		n += entry->d_name[0] != '.';
	}
	(void)closedir(dir);
	return n;
}

void sys_host(struct sys_host *ret)
{
	struct utsname names;
	struct rlimit limit;

	*ret = (struct sys_host){ .fd_open = count_fds() };
	if (uname(&names) == 0) {
		copy(ret->name, sizeof(ret->name), names.nodename, strlen(names.nodename));
		copy(ret->kernel, sizeof(ret->kernel), names.release, strlen(names.release));
		copy(ret->machine, sizeof(ret->machine), names.machine, strlen(names.machine));
	}
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		ret->fd_limit = limit.rlim_cur;
	}
	fill_user(ret);
	fill_capabilities(ret);
	fill_ports(ret);
	ret->utc_offset = sys_utc_offset(time(NULL));
	ret->clock_synchronised = clock_synchronised();
}

const char *sys_env(const char *name)
{
	return getenv(name);
}

int32_t sys_utc_offset(int64_t at)
{
	const time_t t = (time_t)at;
	struct tm local;

	tzset(); /* localtime_r() need not */
	return localtime_r(&t, &local) ? (int32_t)local.tm_gmtoff : 0;
}
