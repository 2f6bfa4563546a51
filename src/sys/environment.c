/* SPDX-License-Identifier: Apache-2.0 */
/* Another process's environment, as far as it decides how a connection is made: proxies, the CA
 * store, the name service. The rest (PATH, LD_PRELOAD, ...) is none of naze's business. */
#include "sys/enter.h"

#include "base/cleanup.h"
#include "sys/files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { SIZE_MAX_BYTES = 256 * 1024, NAME_MAX_BYTES = 64, OWN_MAX = 64 };

static bool decides(const char *name, size_t len)
{
	static const char *const names[] = { "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
		                             "RES_OPTIONS",   "LOCALDOMAIN",  "HOSTALIASES" };
	static const char suffix[] = "_proxy";

	if (len > strlen(suffix) &&
	    strncasecmp(name + len - strlen(suffix), suffix, strlen(suffix)) == 0) {
		return true;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0) {
			return true;
		}
	}
	return false;
}

/* unsetenv() moves the list: from the start again after each. */
static void forget_own(void)
{
	for (int i = 0, n = 0; environ && environ[i] && n < OWN_MAX;) {
		size_t len = strcspn(environ[i], "=");
		char name[NAME_MAX_BYTES];

		if (len >= sizeof(name) || !decides(environ[i], len)) {
			i++;
			continue;
		}
		memcpy(name, environ[i], len);
		name[len] = '\0';
		(void)unsetenv(name);
		i = 0;
		n++;
	}
}

static void take(const char *text)
{
	size_t len = strcspn(text, "=");
	char name[NAME_MAX_BYTES];

	if (len == 0 || len >= sizeof(name) || text[len] != '=' || !decides(text, len)) {
		return;
	}
	memcpy(name, text, len);
	name[len] = '\0';
	(void)setenv(name, text + len + 1, 1);
}

int sys_take_environment(int pid)
{
	auto_free char *text = malloc(SIZE_MAX_BYTES + 1);
	char path[32];
	int n = 0;

	(void)snprintf(path, sizeof(path), "/proc/%d/environ", pid);
	n = text ? sys_read(SYS_ROOT_HOST, path, text, SIZE_MAX_BYTES, NULL) : -ENOMEM;
	if (n < 0) {
		return n == -ENOENT && access("/proc/self", F_OK) == 0 ? -ESRCH : n;
	}
	text[n] = '\0';
	forget_own();
	for (int at = 0; at < n; at += (int)strlen(text + at) + 1) {
		take(text + at);
	}
	return 0;
}
